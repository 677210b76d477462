import { existsSync, readFileSync } from 'node:fs'
import { obeysTheLaws } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mattr, movingTypeTokenRatio } from '../src/index.ts'

const typesOf = (words: readonly string[]): number[] => {
  const known = [...new Set(words)]
  return words.map((word) => known.indexOf(word))
}

test('obeys the laws', () => obeysTheLaws(mattr({ window: 3 })))

test.each([
  ['all alike', ['pain', 'pain', 'pain'], 2, 1 / 2],
  ['all different', ['no', 'acute', 'distress'], 2, 1],
  ['one of each', ['no', 'no', 'pain'], 2, (1 / 2 + 1) / 2],
  ['a window of one word', ['no', 'no'], 1, 1],
  ['a window of the whole text', ['a', 'b', 'a', 'c'], 4, 3 / 4],
])('%s', (_, words, window, expected) => expect(movingTypeTokenRatio(typesOf(words), words.length, window)).toBe(expected))

test('a document shorter than the window has no ratio', () => expect(movingTypeTokenRatio([0, 1], 2, 3)).toBeNull())

test('a window that is no whole number is refused', () => expect(() => mattr({ window: 2.5 })).toThrow('window must be a whole number'))

test('equals the definition on any text', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (types, window) => {
      fc.pre(types.length >= window)
      const ratios = Array.from({ length: types.length - window + 1 }, (_, i) => new Set(types.slice(i, i + window)).size / window)
      expect(movingTypeTokenRatio(types, 7, window)).toBeCloseTo(ratios.reduce((a, b) => a + b) / ratios.length, 12)
    }),
  )
})

const vectors = new URL('../../../../shared/references/stylometry-vectors.json', import.meta.url)

test.skipIf(!existsSync(vectors))('agrees with the published vectors', () => {
  const { tokens_B: tokens, B } = JSON.parse(readFileSync(vectors, 'utf8'))
  for (const [window, value] of Object.entries(B.mattr as Record<string, number>))
    expect(movingTypeTokenRatio(typesOf(tokens), tokens.length, Number(window))).toBeCloseTo(value, 11)
  expect(Object.keys(B.mattr)).toContain('50')
})
