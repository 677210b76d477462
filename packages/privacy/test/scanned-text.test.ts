import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'
import { ScannedText } from '../src/scanned-text.ts'

const long = `a\ud800é患${'x'.repeat(70_000)}\u{1f600}${'0123456789'.repeat(15_000)}z`

test.each([
  ['forwards', (i: number) => i],
  ['backwards', (i: number) => long.length - 1 - i],
  ['from end to end', (i: number) => (i % 2 === 0 ? i : long.length - i)],
])('code units of a text longer than what is held of it: %s', (_, at) => {
  const text = new ScannedText(long)
  const tried = Array.from({ length: long.length / 97 }, (_, i) => at(i * 97))
  expect(tried.map((place) => text.charCodeAt(place))).toEqual(tried.map((place) => long.charCodeAt(place)))
})

test('outside a text there is nothing', () => {
  expect([-1, 3, 70_000].map((at) => new ScannedText('abc').charCodeAt(at))).toEqual([0, 0, 0])
})

test('a number counts the same wherever it stands in a long text', () => {
  for (const before of [0, 65_530, 65_536, 200_000]) {
    const { identifiers } = scanIdentifiers(`${'word '.repeat(before / 5)}call 0412 345 678 now`)
    expect(identifiers.map(({ kind, identity }) => [kind, identity])).toEqual([['phone', '61412345678']])
  }
})
