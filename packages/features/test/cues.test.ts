import { expect, test } from 'vitest'
import { cuesOf } from '../src/index.ts'

const found = (text: string) => {
  const { settings, remoteness } = cuesOf(text)
  return [...settings, ...remoteness].map(({ value }) => value)
}

test.each([
  ['Telehealth review, lives in a small town', ['telehealth', 'rural']],
  ['RACF review per RN', ['residential-aged-care']],
  ['After-hours home visit', ['home-visit', 'after-hours']],
  ['Seen at AMS, remote community', ['aboriginal-health-service', 'remote']],
  ['BP 120/80, cough', []],
  ['', []],
  ['患者发热三天', []],
])('%s', (text, values) => expect(found(text)).toEqual(values))

test('a cue points at its words', () => {
  const text = 'Seen by phone review'
  const [cue] = cuesOf(text).settings
  expect(text.slice(cue!.span.start, cue!.span.end)).toBe('phone review')
})
