import type { InputPlan, Shard } from './plan.ts'
import { readerOf } from './readers.ts'
import type { ShardReader } from './records.ts'

/**
 * Reads one shard of a plan. Documents and what could not be read are called back at once, in the order of the file.
 *
 * @returns bytes read; over all shards of a plan, its size
 */
export async function readShard(plan: InputPlan, shard: Shard, to: ShardReader): Promise<number> {
  return (await readerOf(plan.format)).read(plan, shard, to)
}
