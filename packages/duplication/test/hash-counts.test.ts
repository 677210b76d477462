import { mix32 } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { hashCounts } from '../src/index.ts'

test.each([
  [1000, 2],
  // Taken apart by their upper bits.
  [300_000, 10],
])('says so of every hash that is frequent, of %d hashes', (n, least) => {
  // Hash k occurs k % (2 * least) times.
  const hashes: number[] = []
  for (let k = 1; hashes.length < n; k++) for (let times = 0; times < k % (2 * least); times++) hashes.push(mix32(k, 3))
  const counts = new Map<number, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const { repeated, frequent } = hashCounts(Uint32Array.from(hashes), least)
  let others = 0
  let once = 0
  let taken = 0
  for (const [hash, count] of counts) {
    if (count >= 2) expect(repeated(hash)).toBe(true)
    else {
      once++
      if (repeated(hash)) taken++
    }
    if (count >= least) expect(frequent(hash)).toBe(true)
    else if (frequent(hash)) others++
  }
  // Those that share 26 bits with one, or whose slot is filled by several.
  expect(others).toBeLessThan(counts.size / 100)
  expect(taken).toBeLessThanOrEqual(once * 0.25)
})

test('of no hashes none is frequent', () => {
  const { repeated, frequent } = hashCounts(new Uint32Array(0), 2)
  expect([repeated(7), frequent(7), repeated(0xffffffff)]).toEqual([false, false, false])
})
