import { createState, type Suite } from '@corpuscope/core'
import type { InputPlan } from '@corpuscope/corpus'
import { bottomK } from '@corpuscope/statistics'
import { observeShard } from './observe.ts'

/** The keys of n documents drawn by hash: the same ones whatever the order, the shards or the threads. */
export async function drawKeys(plan: InputPlan, n: number): Promise<ReadonlySet<string>> {
  const nothing: Suite = { id: 'limit', title: '', categories: [], features: [], references: [], language: () => 'unknown' }
  const sample = bottomK.create<string>(n)
  const state = createState(nothing)
  const count = (document: { readonly key: string }): void => bottomK.add(sample, document.key, document.key)
  for (const shard of plan.shards) await observeShard(nothing, plan, shard, state, count, undefined, new Set())
  return new Set(bottomK.entries(sample).map(([, key]) => key))
}
