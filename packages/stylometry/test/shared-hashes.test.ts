import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { sharedHashes } from '../src/shared-hashes.ts'

const random = seededRandom(1)
const lists = Array.from({ length: 300 }, () =>
  Uint32Array.from({ length: Math.floor(random() * 40) }, () => Math.imul(Math.floor(1 / (random() + 1e-3)), 0x2c1b3c6d) >>> 0),
)
const rows = { list: (_: string, i: number) => lists[i]! }
const texts = lists.map((_, i) => i)

/** Asked of every list anew. */
const plainly = (hash: number, fewest: number, step: number): boolean =>
  hash !== 0 && lists.filter((list) => list.some((other, at) => at % step === 0 && other === hash)).length >= fewest

test.each([
  ['all at once', 1, 1 << 20],
  ['a few at a time', 1, 100],
  ['every second of them', 2, 500],
])('hashes of five documents or more: %s', (_, step, counted) => {
  const shared = sharedHashes(rows, texts, 'any', 5, { step, counted })
  let many = 0
  for (const i of texts)
    lists[i]!.forEach((hash, at) => {
      const has = shared.has(shared.from(i) + at)
      expect(has).toBe(at % step === 0 && plainly(hash, 5, step))
      if (has) many++
    })
  expect(many).toBeGreaterThan(100)
})

test('of lists that hold nothing, nothing is shared', () => {
  const empty = sharedHashes({ list: () => new Uint32Array(0) }, [0, 1], 'any', 1)
  expect([empty.from(0), empty.from(1), empty.has(0)]).toEqual([0, 0, false])
})
