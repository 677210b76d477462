import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CorpusError, concludeState, type Pair } from '@corpuscope/core'
import { planInput } from '@corpuscope/corpus'
import { observeInput, type RunOptions, refuseBadShare, shardBytes } from './audit.ts'

/** What was found, and of how many documents. */
export interface FoundPairs {
  readonly documents: number
  readonly pairs: readonly Pair[]
  /** What the search left out, if anything. */
  readonly notes: readonly string[]
  readonly seconds: number
}

/**
 * Runs a suite for the pairs its analyses find, and writes them as `pairs.parquet` of an audit has them: no audit, no page.
 *
 * @param out  a file that is not there yet
 * @throws CorpusError | ConfigError for what the person can mend; nothing is written then
 */
export async function findPairs(options: RunOptions & { readonly out: string }): Promise<FoundPairs> {
  const start = performance.now()
  const { out, recipe, version } = options
  if (existsSync(out)) throw new CorpusError(`${out} is there already and is not replaced. Name another place with -o.`)
  const suite = options.suite.create(recipe.suite)
  const plan = await planInput(options.inputs, recipe.read, { shardBytes })
  options.onPlan?.(plan)
  const { state } = await observeInput(options, suite, plan)
  refuseBadShare(state, recipe.maxBad)
  // Loaded now, not at the start: the first words of a run should not wait for a Parquet writer.
  const [{ writePairs }, { audit, pairs, rows }] = await Promise.all([
    import('./parquet.ts'),
    concludeState(suite, state, { version, seed: recipe.seed, options: {} }),
  ])
  const next = `${resolve(out)}.new`
  try {
    await writePairs(next, pairs)
    options.signal?.throwIfAborted()
    await rename(next, out)
  } finally {
    await rm(next, { force: true })
  }
  return { documents: rows.n, pairs, notes: audit.notes.map(({ text }) => text), seconds: (performance.now() - start) / 1000 }
}
