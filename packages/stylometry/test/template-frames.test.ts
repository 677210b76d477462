import { createDocument } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { templates } from '../src/index.ts'
import { framesOf } from '../src/template-frames.ts'
import { audited } from './audited.ts'
import { hasPeers, type Note, readRecords } from './peers.ts'

const frames = (text: string, language = 'en') => [...framesOf(createDocument({ text, language }))]

test('numbers, pronouns, content words and line breaks of a frame may be any', () => {
  const own = frames('He was seen with pain in the knee and a rash on the arm for 3 days, and was given 5 mg of it.')
  expect(own.length).toBeGreaterThan(3)
  expect(frames('She was sent with bad cramps in the\ncalf and a lump on the neck for 14 days, and was handed 20 mg of it.')).toEqual(own)
  expect(frames('He was seen with pain at the knee and a rash on the arm for 3 days, and was given 5 mg of it.')).not.toEqual(own)
})

test('a table of numbers, a short text and a language without a list have none', () => {
  expect(frames('1 2 3 4 5 6 7 8 9 10 11 12 13 14 of 15 mg')).toEqual([])
  expect(frames('He was well and is at home.')).toEqual([])
  expect(frames('Han var frisk og er hjemme hos sin mor og har det godt i dag, men vil ikke ud', 'da')).toEqual([])
})

const random = seededRandom(11)
const pick = (from: string): string => {
  const words = from.split(' ')
  return words[Math.floor(random() * words.length)]!
}
const name = () => pick('Smith Jones Nguyen Garcia Brown Wilson Patel Khan')
const site = () => pick('knee shoulder hip ankle wrist elbow back neck')
const quality = () => pick('dull sharp burning aching constant severe mild')
const drug = () => pick('ibuprofen paracetamol naproxen amoxicillin tramadol codeine')
const letter = (): string =>
  `Dear Dr ${name()}, thank you for seeing ${name()}, who has had ${quality()} pain in the ${site()} for ${pick('2 3 4 5 6')} weeks. I have started ${pick('him her them')} on ${drug()} ${pick('5 10 50')} mg daily and would be grateful for your opinion.`
const inLines = (): string =>
  `Seen with ${name()} for ${quality()} pain in the ${site()}\nIt is worse at night\nOn examination the ${site()} was tender\nI have started ${drug()} ${pick('5 10 50')} mg daily\nTo be seen again by ${name()} in ${pick('1 2 4')} weeks`

// Of words without a plan: no two writers put as many function words in one row.
const functionWords =
  'the of and to in a is was with for on at by from as but not or if then when has had be are that which into over under'
const free = (): string =>
  Array.from({ length: 60 }, () =>
    random() < 0.5 ? pick(functionWords) : pick(`${site()} ${drug()} ${quality()} walk stair night rest work`),
  ).join(' ')

test.each([
  ['one paragraph', letter],
  ['five lines', inLines],
])('forty letters of a template with slots of words among a hundred free texts: %s', async (_, written) => {
  const { documentValues, rows, estimate } = await audited(
    templates(),
    Array.from({ length: 140 }, (_, i) =>
      createDocument({ id: `${i < 100 ? 'free' : 'form'}${i}`, language: 'en', text: i < 100 ? free() : written() }),
    ),
  )
  const shares = documentValues.get('frame-share')!
  const found = rows.ids.filter((_, i) => shares[i]! >= 0.5)
  expect({ found: found.length, planted: found.filter((id) => id.startsWith('form')).length }).toEqual({ found: 40, planted: 40 })
  expect(estimate('templated-document-share')?.value).toBe(40 / 140)
})

test.skipIf(!hasPeers)('notes that nobody made from a template share nearly no frame', async () => {
  const notes = readRecords<Note>('corpora/syngp500/syngp500.jsonl').map(({ id, text }) =>
    createDocument({ id: String(id), text, language: 'en' }),
  )
  const { estimate } = await audited(templates(), notes)
  expect(estimate('frame-share')!.value).toBeLessThan(0.005)
})
