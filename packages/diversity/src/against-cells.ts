import type { Context, Estimate } from '@corpuscope/core'
import { kMeans } from '@corpuscope/features'
import { measures } from './against-measures.ts'
import { exchanged, type Plain, pooled, type Side } from './against-sides.ts'
import { frontierIntegral, mauve } from './mauve.ts'

/** Times that documents change sides. */
const times = 19

/** How alike the two corpora fill cells of the space: MAUVE and the frontier integral, each beside its mean after documents changed sides. */
export function cellEstimates(reference: Side, candidate: Side, d: number, context: Context, plain: Plain): Estimate[] {
  const size = reference.n + candidate.n
  const cells = Math.max(2, Math.round(Math.min(reference.n, candidate.n) / 10))
  const { of, k } = kMeans(pooled(reference, candidate, d), size, d, cells, context.random('against cells'), { starts: 1, iterations: 50 })
  const histograms = (first: Uint8Array): readonly [Float64Array, Float64Array] => {
    const [p, q] = [new Float64Array(k), new Float64Array(k)]
    for (let i = 0; i < size; i++) {
      if (first[i] === 1) p[of[i]!]! += 1 / reference.n
      else q[of[i]!]! += 1 / candidate.n
    }
    return [p, q]
  }
  const [p, q] = histograms(new Uint8Array(size).fill(1, 0, reference.n))
  const chances = [...exchanged(reference.n, size, times, context.random('against cells exchanged'))].map(histograms)
  const mean = (score: typeof mauve): number => chances.reduce((sum, [a, b]) => sum + score(a, b), 0) / times
  return [
    { ...plain(measures.mauve, mauve(p, q)), reference: mean(mauve) },
    { ...plain(measures.frontier, frontierIntegral(p, q)), reference: mean(frontierIntegral) },
  ]
}
