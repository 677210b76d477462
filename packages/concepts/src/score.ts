import { type Interval, meanInterval, type Random, ratioInterval, sumOf } from '@corpuscope/statistics'
import { matchSpans, type ScoreMode, type SpanMatch, scoreModes } from './match-spans.ts'
import type { Span } from './span.ts'
import { tokenTally } from './token-tally.ts'

/** The annotations of one document, by hand and by machine. */
export interface ScoredDocument {
  readonly id: string
  readonly gold: readonly Span[]
  readonly predicted: readonly Span[]
  /** Places of its words, for scores by token. */
  readonly words?: { readonly count: number; readonly starts: ArrayLike<number>; readonly ends: ArrayLike<number> }
}

export interface ScoreOptions {
  readonly modes?: readonly ScoreMode[]
  /** The group of a type, such as a semantic group or a domain; a type of its own when left out. */
  readonly groupOf?: (type: string) => string
  /** Random numbers for a purpose; without it there are no intervals. */
  readonly random?: (purpose: string) => Random
}

/** How the spans of a mode were paired. */
export interface Tally {
  correct: number
  partial: number
  incorrect: number
  missed: number
  spurious: number
}

/** A share of 0 to 1; value null where it would be 0 / 0. */
export interface Rate {
  readonly value: number | null
  readonly interval: Interval | null
}

export interface TypeScore {
  readonly type: string
  readonly gold: number
  readonly predicted: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

export interface ModeScore {
  readonly mode: ScoreMode | 'token'
  readonly tally: Tally
  /** Over all spans: intervals from a bootstrap over documents. */
  readonly precision: Rate
  readonly recall: Rate
  readonly f1: Rate
  /** Means over types that are in gold or predicted; an undefined share counts 0, as in scikit-learn and seqeval. */
  readonly macro: { readonly precision: number | null; readonly recall: number | null; readonly f1: number | null }
  /** Mean of the documents' own F1, over documents with a span in gold or predicted. */
  readonly perDocument: Rate & { readonly n: number }
  readonly types: readonly TypeScore[]
  /** F1 of each document in the order given; null without a span. */
  readonly documents: readonly (number | null)[]
}

/** What a mode counts of one document. */
interface Counts {
  tally: Tally
  /** Per type: spans of gold and of predicted, and what of them is credited: 1 for correct, one half for partial. */
  readonly types: Map<string, { gold: number; found: number; predicted: number; right: number }>
}

const credits: Partial<Record<SpanMatch['kind'], number>> = { correct: 1, partial: 0.5 }

function countsOf(document: ScoredDocument, mode: ScoreMode, groupOf: (type: string) => string): Counts {
  const { gold, predicted } = document
  const counts: Counts = { tally: { correct: 0, partial: 0, incorrect: 0, missed: 0, spurious: 0 }, types: new Map() }
  const nameOf = ({ type }: Span): string => (mode === 'grouped' ? groupOf(type) : type)
  const of = (type: string) => {
    let row = counts.types.get(type)
    if (!row) counts.types.set(type, (row = { gold: 0, found: 0, predicted: 0, right: 0 }))
    return row
  }
  for (const match of matchSpans(gold, predicted, mode, groupOf)) {
    counts.tally[match.kind]++
    const credit = credits[match.kind] ?? 0
    if (match.gold !== null) {
      const row = of(nameOf(gold[match.gold]!))
      row.gold++
      row.found += credit
    }
    if (match.predicted !== null) {
      const row = of(nameOf(predicted[match.predicted]!))
      row.predicted++
      row.right += credit
    }
  }
  return counts
}

/**
 * Scores predicted annotations against gold ones, in every mode: over all spans, per type, and per document. Nothing depends on the order of
 * documents' spans; the bootstrap follows the order of documents.
 *
 * @returns  a score for each mode, then one by token when documents carry their words
 */
export function scoreSpans(documents: readonly ScoredDocument[], options: ScoreOptions = {}): ModeScore[] {
  const { modes = scoreModes, groupOf = (type: string) => type, random } = options
  const scores = modes.map((mode) =>
    summary(
      mode,
      documents.map((document) => countsOf(document, mode, groupOf)),
      random,
    ),
  )
  if (!documents.some(({ words }) => words)) return scores
  const tokens = documents.map(({ gold, predicted, words }) => tokenTally(words ?? { count: 0, starts: [], ends: [] }, gold, predicted))
  return [...scores, summary('token', tokens, random)]
}

const harmonic = (credited: number, gold: number, predicted: number): number | null =>
  gold + predicted > 0 ? (2 * credited) / (gold + predicted) : null

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

function summary(mode: ModeScore['mode'], counted: readonly Counts[], random: ScoreOptions['random']): ModeScore {
  const tally: Tally = { correct: 0, partial: 0, incorrect: 0, missed: 0, spurious: 0 }
  const types = new Map<string, { gold: number; found: number; predicted: number; right: number }>()
  const credited = new Float64Array(counted.length)
  const gold = new Float64Array(counted.length)
  const predicted = new Float64Array(counted.length)
  counted.forEach((each, i) => {
    const { correct, partial, incorrect, missed, spurious } = each.tally
    for (const kind of Object.keys(tally) as (keyof Tally)[]) tally[kind] += each.tally[kind]
    credited[i] = correct + partial / 2
    gold[i] = correct + partial + incorrect + missed
    predicted[i] = correct + partial + incorrect + spurious
    for (const [type, row] of each.types) {
      const sum = types.get(type)
      if (!sum) types.set(type, { ...row })
      else for (const key of ['gold', 'found', 'predicted', 'right'] as const) sum[key] += row[key]
    }
  })
  const rate = (name: string, numerators: Float64Array, denominators: Float64Array): Rate => ({
    value: share(sumOf(numerators), sumOf(denominators)),
    interval: random ? ratioInterval(numerators, denominators, { random: random(`${mode} ${name}`) }).interval : null,
  })
  const perType: TypeScore[] = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, row]) => {
      const precision = share(row.right, row.predicted)
      const recall = share(row.found, row.gold)
      const both = (precision ?? 0) + (recall ?? 0)
      return {
        type,
        gold: row.gold,
        predicted: row.predicted,
        precision,
        recall,
        f1: both > 0 ? (2 * (precision ?? 0) * (recall ?? 0)) / both : row.gold + row.predicted > 0 ? 0 : null,
      }
    })
  const own = counted.map((_, i) => harmonic(credited[i]!, gold[i]!, predicted[i]!))
  const present = own.filter((value) => value !== null)
  const macro = (of: (score: TypeScore) => number | null): number | null =>
    perType.length === 0 ? null : sumOf(perType.map((score) => of(score) ?? 0)) / perType.length
  return {
    mode,
    tally,
    precision: rate('precision', credited, predicted),
    recall: rate('recall', credited, gold),
    f1: rate(
      'f1',
      credited.map((value) => 2 * value),
      gold.map((value, i) => value + predicted[i]!),
    ),
    macro: { precision: macro((score) => score.precision), recall: macro((score) => score.recall), f1: macro((score) => score.f1) },
    perDocument: {
      n: present.length,
      value: present.length > 0 ? sumOf(present) / present.length : null,
      interval: random ? meanInterval(present, { within: [0, 1] }).interval : null,
    },
    types: perType,
    documents: own,
  }
}
