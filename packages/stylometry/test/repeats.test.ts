import { seededRandom } from '@corpuscope/statistics'
import { describe, expect, test } from 'vitest'
import { movingTypeTokenRatio } from '../src/mattr.ts'
import { meanSegmentalTypeTokenRatio } from '../src/msttr.ts'
import { mtldOneWay } from '../src/mtld.ts'
import { repeatsOf } from '../src/repeats.ts'

const different = (words: readonly number[]): number => new Set(words).size

/** Texts of 0 to 60 words of 1 to 20 types. */
function texts(): number[][] {
  const random = seededRandom('repeats')
  return Array.from({ length: 120 }, () => {
    const typeCount = 1 + Math.floor(20 * random())
    return Array.from({ length: Math.floor(60 * random()) }, () => Math.floor(typeCount * random()))
  })
}

test('each word knows its like before and behind', () => {
  const { previous, next } = repeatsOf([0, 1, 0, 0, 2], 3)
  expect([...previous]).toEqual([-1, -1, 0, 2, -1])
  expect([...next]).toEqual([2, 5, 3, 5, 5])
})

describe('as counted window by window, from the definitions', () => {
  test.each([1, 2, 5, 17])('mean over windows and segments of %i words', (window) => {
    for (const text of texts()) {
      const windows = Array.from({ length: Math.max(0, text.length - window + 1) }, (_, i) => different(text.slice(i, i + window)))
      const segments = windows.filter((_, i) => i % window === 0)
      const meanOf = (counts: number[]): number | null =>
        counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0) / (window * counts.length)
      expect(movingTypeTokenRatio(text, 20, window)).toBe(meanOf(windows))
      expect(meanSegmentalTypeTokenRatio(text, 20, window)).toBe(meanOf(segments))
    }
  })

  test.each([
    ['at-most', false],
    ['at-most', true],
    ['below', false],
    ['below', true],
  ] as const)('factors of MTLD that close %s 0.72, backward: %s', (rule, backward) => {
    for (const text of texts()) {
      const read = backward ? text.toReversed() : text
      let closed = 0
      let from = 0
      for (let end = 1; end <= read.length; end++) {
        const [count, tokens] = [different(read.slice(from, end)), end - from]
        if (rule === 'below' ? 25 * count < 18 * tokens : 25 * count <= 18 * tokens) {
          closed++
          from = end
        }
      }
      const rest = read.slice(from)
      const made = closed + (rest.length > 0 ? (1 - different(rest) / rest.length) / (1 - 0.72) : 0)
      expect(mtldOneWay(text, 20, rule, backward)).toBe(text.length === 0 ? null : text.length / (made === 0 ? 1 : made))
    }
  })
})
