import type { Rows } from '@corpuscope/core'
import { bottomK } from '@corpuscope/statistics'

/**
 * Which documents take part where all of them would be too many: those whose keys hash lowest, so that a corpus cut into shards
 * and a corpus read in another order draw the same.
 *
 * @param from  places in key order
 * @returns     places in key order, ascending; all of `from` when it is small enough
 */
export function drawn(rows: Rows, from: Uint32Array, size: number): Uint32Array {
  if (from.length <= size) return from
  const sample = bottomK.create<number>(size)
  for (const i of from) bottomK.add(sample, rows.keys[i]!, i)
  return Uint32Array.from(bottomK.entries(sample), ([, i]) => i).sort()
}
