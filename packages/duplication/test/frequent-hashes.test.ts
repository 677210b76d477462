import { mix32 } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { frequentHashes } from '../src/index.ts'

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
  const frequent = frequentHashes(Uint32Array.from(hashes), least)
  let others = 0
  for (const [hash, count] of counts) {
    if (count >= least) expect(frequent(hash)).toBe(true)
    else if (frequent(hash)) others++
  }
  // Those that share 26 bits with one, or whose slot is filled by several.
  expect(others).toBeLessThan(counts.size / 100)
})

test('of no hashes none is frequent', () => expect(frequentHashes(new Uint32Array(0), 1)(7)).toBe(false))
