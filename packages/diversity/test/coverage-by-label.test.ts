import { expect, test } from 'vitest'
import { rarefiedRichness } from '../src/index.ts'

test.each([
  [[5], 3, 1],
  [[1, 1, 1], 2, 2],
  [[1, 1], 1, 1],
  // Of three things the two are of one kind in a third of the draws.
  [[2, 1], 2, 5 / 3],
  [[4, 0, 2], 6, 2],
])('%j: %i of them have %d kinds on average', (counts, m, expected) => expect(rarefiedRichness(counts, m)).toBeCloseTo(expected, 12))
