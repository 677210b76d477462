import { seededRandom } from '@corpuscope/statistics'

/** A stretch of text; offsets end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** When a span that was found meets one of the gold: the same span, one that overlaps, or, token by token, words in both. */
export const spanLevels = ['strict', 'overlap', 'token'] as const
export type SpanLevel = (typeof spanLevels)[number]

/** Of one document: gold, gold that was found, found, found that is gold. */
export type SpanCounts = readonly [gold: number, recalled: number, predicted: number, right: number]

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** How what was found in a text stands to its gold. @example spanCounts('Dr Ann Berg', [{ start: 3, end: 11 }], [{ start: 3, end: 6 }], 'overlap') // [1, 1, 1, 1] */
export function spanCounts(text: string, gold: readonly Span[], found: readonly Span[], level: SpanLevel): SpanCounts {
  if (level === 'token') return tokenCounts(text, gold, found)
  const meets = level === 'strict' ? isSame : overlaps
  return [
    gold.length,
    gold.filter((span) => found.some((each) => meets(each, span))).length,
    found.length,
    found.filter((each) => gold.some((span) => meets(each, span))).length,
  ]
}

function tokenCounts(text: string, gold: readonly Span[], found: readonly Span[]): SpanCounts {
  let [inGold, both, inFound] = [0, 0, 0]
  if (gold.length + found.length > 0)
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const token = { start: index, end: index + word.length }
      const isGold = gold.some((span) => overlaps(token, span))
      const isFound = found.some((span) => overlaps(token, span))
      inGold += Number(isGold)
      inFound += Number(isFound)
      both += Number(isGold && isFound)
    }
  return [inGold, both, inFound, both]
}

export interface SpanScores {
  /** 1 where nothing was found. */
  readonly precision: number
  /** 1 where there is no gold. */
  readonly recall: number
  /** Harmonic mean of both. */
  readonly f1: number
}

/** Scores over documents: their counts are summed first (micro average). */
export function spanScores(counts: readonly SpanCounts[]): SpanScores {
  let [gold, recalled, predicted, right] = [0, 0, 0, 0]
  for (const each of counts) {
    gold += each[0]
    recalled += each[1]
    predicted += each[2]
    right += each[3]
  }
  const recall = gold > 0 ? recalled / gold : 1
  const precision = predicted > 0 ? right / predicted : 1
  return { precision, recall, f1: recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0 }
}

const draws = 200

/** 95 % of each score over documents drawn with replacement, the percentile bootstrap of 200 draws. */
export function spanScoreIntervals(counts: readonly SpanCounts[]): Readonly<Record<keyof SpanScores, readonly [number, number]>> {
  const random = seededRandom('span scores')
  const scores = Array.from({ length: draws }, () => spanScores(counts.map(() => counts[Math.floor(random() * counts.length)]!)))
  const between = (of: keyof SpanScores): readonly [number, number] => {
    const sorted = scores.map((each) => each[of]).sort((a, b) => a - b)
    return [sorted[Math.floor(0.025 * draws)]!, sorted[Math.ceil(0.975 * draws) - 1]!]
  }
  return { precision: between('precision'), recall: between('recall'), f1: between('f1') }
}
