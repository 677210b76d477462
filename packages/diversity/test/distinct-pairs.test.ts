import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { distinctPairs } from '../src/distinct-pairs.ts'
import { distinctShare, nGrams } from '../src/index.ts'

test('one pass over growing parts gives what counting each part gives', () => {
  const random = seededRandom('pairs of words')
  const documents = Array.from({ length: 60 }, (_, i) => Uint32Array.from({ length: i % 9 }, () => Math.floor(random() * 12) * 0x12345679))
  const order = Uint32Array.from({ length: 60 }, (_, i) => (i * 7) % 60)
  const sizes = [2, 10, 33, 60]
  const expected = sizes.map(
    (size) =>
      distinctShare(
        nGrams(
          Array.from(order.subarray(0, size), (i) => documents[i]!),
          2,
        ),
      ) ?? 0,
  )
  expect(distinctPairs(order, sizes, (i) => documents[i]!)).toEqual(expected)
})
