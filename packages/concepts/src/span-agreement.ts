import { groupedBootstrap, type Interval, type Random } from '@corpuscope/statistics'
import { matchSpans, type ScoreMode } from './match-spans.ts'
import type { Span } from './span.ts'

export interface SpanAgreement {
  /** Mean of F1 over pairs of annotators; null when no pair has a span. */
  readonly value: number | null
  /** 95 %, BCa bootstrap over documents. */
  readonly interval: Interval | null
  readonly intervalMethod?: string
  /** Why there is no value, or no interval. */
  readonly reason?: string
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly f1: number | null }[]
}

/**
 * Agreement of annotators who marked spans freely: F1 of each pair, one taken as gold for the other (which one makes no difference), and its mean. Where
 * nobody can say how many spans might have been marked, kappa has no meaning and F1 is what it tends to.
 *
 * @param annotators  for each annotator the spans of each document, documents in one order
 * @see Hripcsak & Rothschild 2005, Agreement, the F-measure, and reliability in information retrieval
 */
export function spanAgreement(
  annotators: readonly (readonly (readonly Span[])[])[],
  mode: ScoreMode,
  { random, groupOf }: { readonly random?: Random; readonly groupOf?: (type: string) => string } = {},
): SpanAgreement {
  const documents = annotators[0]?.length ?? 0
  const pairs: { first: number; second: number; credited: Float64Array; spans: Float64Array }[] = []
  for (let first = 0; first < annotators.length; first++)
    for (let second = first + 1; second < annotators.length; second++) {
      const credited = new Float64Array(documents)
      const spans = new Float64Array(documents)
      for (let d = 0; d < documents; d++) {
        const a = annotators[first]![d]!
        const b = annotators[second]![d]!
        spans[d] = a.length + b.length
        for (const { kind } of matchSpans(a, b, mode, groupOf)) credited[d]! += kind === 'correct' ? 2 : kind === 'partial' ? 1 : 0
      }
      pairs.push({ first, second, credited, spans })
    }
  const f1 = ({ credited, spans }: (typeof pairs)[number], weights?: ArrayLike<number>): number => {
    let top = 0
    let bottom = 0
    for (let d = 0; d < documents; d++) {
      const times = weights ? weights[d]! : 1
      top += times * credited[d]!
      bottom += times * spans[d]!
    }
    return top / bottom
  }
  const mean = (weights?: ArrayLike<number>): number => {
    const values = pairs.map((pair) => f1(pair, weights)).filter((value) => !Number.isNaN(value))
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : Number.NaN
  }
  const value = mean()
  const { interval, method, reason } = random
    ? groupedBootstrap(new Float64Array(documents).fill(1), mean, { random })
    : { interval: null, method: undefined, reason: undefined }
  return {
    value: Number.isNaN(value) ? null : value,
    interval,
    ...(interval && { intervalMethod: `${method} over documents` }),
    ...(Number.isNaN(value) ? { reason: 'no pair of annotators has a span' } : reason !== undefined && { reason }),
    pairs: pairs.map((pair) => {
      const each = f1(pair)
      return { first: pair.first, second: pair.second, f1: Number.isNaN(each) ? null : each }
    }),
  }
}
