import type { Estimate, Measure } from '@corpuscope/core'
import { type Random, shuffle } from '@corpuscope/statistics'
import type { Points } from './two-samples.ts'

/** Some documents of one corpus, with their places in it. */
export interface Side extends Points {
  readonly places: Uint32Array
}

/** An estimate of a comparison without an interval. */
export type Plain = (measure: Measure, value: number) => Estimate

/** 0 to n - 1 in an order drawn at random. */
export const shuffled = (n: number, random: Random): Uint32Array =>
  shuffle(
    Uint32Array.from({ length: n }, (_, i) => i),
    random,
  )

/** Sides drawn at random, as many documents on the first as there are. */
export function* exchanged(n: number, size: number, times: number, random: Random): Generator<Uint8Array> {
  for (let time = 0; time < times; time++) {
    const order = shuffled(size, random)
    const first = new Uint8Array(size)
    for (let i = 0; i < n; i++) first[order[i]!] = 1
    yield first
  }
}

/** The vectors of both, those of the reference first. */
export function pooled(reference: Side, candidate: Side, d: number): Float64Array {
  const vectors = new Float64Array((reference.n + candidate.n) * d)
  vectors.set(reference.vectors)
  vectors.set(candidate.vectors, reference.n * d)
  return vectors
}
