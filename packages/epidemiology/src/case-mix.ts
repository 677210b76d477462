import {
  type Analysis,
  type Context,
  type Estimate,
  fingerprint,
  type Measure,
  type Note,
  notApplicable,
  type Reference,
  type Result,
} from '@corpuscope/core'
import { categoryIndex, comparableLabel } from '@corpuscope/references'
import { counts, hash53 } from '@corpuscope/statistics'
import { alignedSubset } from './aligned-subset.ts'
import { categorySentence, chanceSentence, denominatorNote, floorNote, percent, toleranceNote } from './case-mix-notes.ts'
import { categoryTable, dumbbell, type Measured, type Named, residualBars, statisticsTable, toAddTable } from './case-mix-tables.ts'
import { categoryShares, customaryTolerance } from './category-verdict.ts'
import { chanceOf, isEnumerated } from './chance.ts'
import { distanceIntervals } from './distance-interval.ts'
import { type CaseMixDistance, caseMixDistances, namedTotalVariation, rankCorrelations } from './distances.ts'
import { rake } from './raking.ts'
import { smallestSample } from './smallest-sample.ts'
import { unmatchedSentence } from './unmatched-labels.ts'

const effectiveSampleMeasure: Measure = {
  id: 'case-mix-effective-sample',
  title: 'Case mix: effective sample after weighting',
  unit: 'documents',
  range: [0, null],
  direction: 'higher',
  definition:
    'Labelled documents are weighted to the shares of the reference (post-stratification); (sum of weights) squared / sum of squared weights is how many documents drawn from the reference would say as much. Categories without documents cannot be weighted and are left out of both sides.',
  source: { text: 'Kish 1965, Survey Sampling' },
}

const distanceMeasures = [...caseMixDistances, namedTotalVariation, ...rankCorrelations]
const measures: readonly Measure[] = [...distanceMeasures.map(({ measure }) => measure), effectiveSampleMeasure]

interface CaseMix {
  /** Label as written -> documents. */
  readonly labels: Map<string, number>
  unlabelled: number
}

/**
 * How far the corpus's mix of cases is from a reference population's, and which categories make the difference.
 *
 * @param reference  of kind `distribution`; shares are divided by their sum, which rounding may have left beside 1
 */
export function caseMix(reference: Reference): Analysis<CaseMix> {
  const index = categoryIndex(reference)
  return {
    id: 'case-mix',
    measures,
    create: () => ({ labels: counts.create(), unlabelled: 0 }),
    observe(partial, { label }) {
      if (label === undefined || label.trim() === '') partial.unlabelled++
      else counts.add(partial.labels, label)
      return undefined
    },
    merge(partial, other) {
      counts.merge(partial.labels, other.labels)
      partial.unlabelled += other.unlabelled
    },
    conclude(partial, context) {
      const { labels, unlabelled } = partial
      const labelled = counts.total(labels)
      const without = (reason: string): Result => ({
        estimates: measures.map(({ id }) => notApplicable(id, reason, labelled + unlabelled)),
      })
      if (reference.kind !== 'distribution')
        return without(`${reference.id} is a ${reference.kind}: it has no shares that a case mix could be held against`)
      if (reference.categories.some(({ share }) => share === null) || !(totalShare(reference) > 0))
        return without(`${reference.id} does not give a share for each of its categories`)
      if (labelled === 0) return without('no document has a label: give --labels or --label-field')

      const documents = new Float64Array(reference.categories.length)
      const unmatched = new Map<string, number>()
      for (const [label, times] of labels) {
        const at = index.get(comparableLabel(label))
        if (at === undefined) unmatched.set(context.rows.shownLabel(label), times)
        else documents[at]! += times
      }
      if (unmatched.size > 0) {
        const reason = unmatchedSentence(unmatched, labels.size, reference)
        return {
          estimates: measures.map(({ id }) => ({ ...notApplicable(id, reason, labelled + unlabelled), status: 'error' })),
        }
      }
      return compare(reference, documents, unlabelled, index, context)
    },
  }
}

const totalShare = ({ categories }: Reference): number => categories.reduce((sum, { share }) => sum + (share ?? 0), 0)

/** Sorting ranks takes its time: beyond so many categories, correlations have neither floor nor interval. */
const mostRanked = 2000

/** Resamples for intervals, and corpora drawn from the reference for floors. */
interface Draws {
  readonly draws: number
  readonly floorDraws: number
}

const forRanks = ({ draws }: Draws): Draws => ({ draws: Math.min(400, draws), floorDraws: Math.min(1000, draws) })

function measuredOf(
  distances: readonly CaseMixDistance[],
  counts: Float64Array,
  reference: Float64Array,
  { draws, floorDraws }: Draws,
  context: Context,
  purpose: string,
): Measured[] {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const observed = counts.map((count) => (n > 0 ? count / n : 0))
  const values = distances.map(({ of }) => (n > 0 ? of(observed, reference) : null))
  const drawn = distances.filter(
    ({ scale, most }, i) => values[i] !== null && (reference.length <= mostRanked || !(scale === 'plain' && most === 2)),
  )
  // A resample may be constant and then has no correlation: that is as far from agreement as unrelated ranks are.
  const functions = drawn.map(
    ({ of }) =>
      (shares: Float64Array): number =>
        of(shares, reference) ?? 1,
  )
  const chances = n > 0 ? chanceOf(reference, n, drawn, functions, { random: context.random(`${purpose} floor`), draws: floorDraws }) : null
  const intervals = distanceIntervals(
    counts,
    drawn.map(({ scale, most }, i) => ({ of: functions[i]!, scale, most, chance: chances?.[i]?.q95 ?? 0 })),
    { random: context.random(`${purpose} interval`), draws },
  )
  return distances.map((distance, i) => {
    const at = drawn.indexOf(distance)
    const chance = at < 0 ? undefined : chances?.[at]
    const value = values[i]!
    const costly = reference.length > mostRanked
    return {
      distance,
      n,
      value,
      ...(chance && { chance }),
      interval: at < 0 ? null : (intervals?.[at] ?? null),
      smallest:
        chance && value !== null && !costly && distance.sized
          ? smallestSample(
              reference,
              value,
              { of: functions[at]!, scale: distance.scale },
              { n, q95: chance.q95 },
              { random: context.random(`${purpose} ${distance.measure.id} size`) },
            )
          : null,
    }
  })
}

const isCorrelation = ({ measure }: CaseMixDistance): boolean => measure.direction === 'higher'

function compare(
  reference: Reference,
  documents: Float64Array,
  unlabelled: number,
  index: ReadonlyMap<string, number>,
  context: Context,
): Result {
  const total = totalShare(reference)
  const expected = Float64Array.from(reference.categories, ({ share }) => (share ?? 0) / total)
  const names = reference.categories.map(({ id }) => id)
  const n = documents.reduce((sum, count) => sum + count, 0)
  const instrument = fingerprint('reference', reference.id, JSON.stringify(reference.categories.map(({ id, share }) => [id, share])))
  const versioned = `${reference.id}@${instrument}`
  // A reference of 100,000 categories would otherwise cost minutes for digits that nobody reads.
  const draws = Math.round(Math.min(1000, Math.max(20, 2e6 / names.length)))
  const drawn = { draws, floorDraws: 4 * draws }

  const whole = measuredOf(caseMixDistances, documents, expected, drawn, context, 'case-mix')
  const named = withoutRemainder(reference, documents, expected)
  const [namedCounts, namedShares] = [named?.counts ?? documents, named?.expected ?? expected]
  const ranked = [
    ...measuredOf(named ? [namedTotalVariation] : [], namedCounts, namedShares, drawn, context, 'case-mix named'),
    ...measuredOf(rankCorrelations, namedCounts, namedShares, forRanks(drawn), context, 'case-mix ranks'),
  ]

  const estimate = ({ distance, value, chance, interval, n: used }: Measured, left: number): Estimate => {
    const { id } = distance.measure
    if (value === null) return notApplicable(id, whyNot(distance, used, reference), unlabelled + n)
    const turned = isCorrelation(distance)
    const remarks = [
      unlabelled > 0 ? `${unlabelled} ${unlabelled === 1 ? 'document' : 'documents'} without a label left out` : '',
      left > unlabelled ? `${left - unlabelled} of "${reference.remainder}" left out` : '',
      interval
        ? ''
        : !chance
          ? `no interval and no floor beyond ${mostRanked} categories`
          : used === 1
            ? 'one document has no interval'
            : 'all documents carry one label, so resampling has no interval',
    ].filter((remark) => remark !== '')
    return {
      measure: id,
      value: turned ? 1 - value : value,
      interval: interval && turned ? [1 - interval[1], 1 - interval[0]] : interval,
      ...(interval && { intervalMethod: 'basic bootstrap over labelled documents, noise taken off' }),
      n: used,
      left,
      ...(chance && { floor: turned ? 1 - chance.mean : chance.mean, floor95: turned ? 1 - chance.q95 : chance.q95 }),
      instrument: versioned,
      status: 'measured',
      ...(remarks.length > 0 && { reason: remarks.join('; ') }),
    }
  }
  const weighted = postStratified(reference, expected, index, context)
  const estimates = [
    ...whole.map((measured) => estimate(measured, unlabelled)),
    ...(named
      ? []
      : [notApplicable(namedTotalVariation.measure.id, `${reference.id} has no remainder: all its categories are named`, n + unlabelled)]),
    ...ranked.map((measured) => estimate(measured, unlabelled + (n - measured.n))),
    weighted.estimate(n, unlabelled, versioned),
  ]
  const tolerance = reference.tolerance ?? customaryTolerance
  const aligned = alignedPart(reference, documents, expected, tolerance, index, context)
  const floorDraws = isEnumerated(expected, n) ? null : drawn.floorDraws
  const shares = categoryShares(names, documents, expected, { tolerance })
  return {
    estimates,
    charts: [dumbbell(reference, shares, n), residualBars(reference, shares, n)],
    tables: [
      categoryTable(reference, shares),
      statisticsTable(reference, documents, expected, whole, named, ranked),
      toAddTable(reference, documents, expected, tolerance),
    ],
    notes: [
      // One note, as the terminal shows the first: how far, and where.
      { analysis: 'case-mix', text: `${chanceSentence(whole.slice(0, 2), floorDraws)} ${categorySentence(reference, shares)}` },
      floorNote(reference, floorDraws),
      toleranceNote(reference, shares, tolerance),
      ...weighted.notes,
      ...aligned.notes,
      denominatorNote(reference),
    ],
    documentValues: { 'case-mix-weight': weighted.weights },
    documentFiles: [
      ...(aligned.ids.length > 0 ? [{ file: 'aligned-ids.txt', columns: [], only: aligned.ids }] : []),
      {
        file: 'weights.csv',
        columns: [
          {
            title: 'weight',
            values: Array.from(weighted.weights, (weight) => (Number.isNaN(weight) ? null : Number(weight.toPrecision(9)))),
          },
        ],
      },
    ],
    instruments: [{ id: reference.id, title: reference.title, fingerprint: instrument }],
  }
}

function whyNot({ measure }: CaseMixDistance, n: number, reference: Reference): string {
  if (n === 0) return 'no document has a named category'
  return measure.direction === 'higher'
    ? 'all shares of one side are equal, so there are no ranks'
    : `a document has a category that ${reference.id} gives a share of 0: the value is infinite`
}

/** Counts and shares of the named categories, divided by their sum; undefined for a reference without a remainder, or of nothing else. */
function withoutRemainder({ categories, remainder }: Reference, documents: Float64Array, expected: Float64Array): Named | undefined {
  const at = categories.findIndex(({ id }) => id === remainder)
  const rest = at < 0 ? 0 : 1 - expected[at]!
  if (at < 0 || !(rest > 1e-12)) return undefined
  return {
    counts: documents.filter((_, i) => i !== at),
    expected: expected.filter((_, i) => i !== at).map((share) => share / rest),
  }
}

/** The largest part of the corpus that has the shares of the reference; which documents of a category it takes, hashes of their keys decide. */
function alignedPart(
  reference: Reference,
  documents: Float64Array,
  expected: Float64Array,
  tolerance: number,
  index: ReadonlyMap<string, number>,
  { rows }: Context,
): { readonly ids: readonly number[]; readonly notes: readonly Note[] } {
  const { keep, total } = alignedSubset(documents, expected, tolerance)
  const n = documents.reduce((sum, count) => sum + count, 0)
  const margin = `${Number((tolerance * 100).toPrecision(3))} percentage points`
  if (total === 0) return { ids: [], notes: [] }
  const left = [...keep]
  const order = Array.from(rows.keys.keys()).sort((a, b) => hash53(rows.keys[a]!) - hash53(rows.keys[b]!) || a - b)
  const ids = order.filter((i) => {
    const label = rows.labels[i] ?? ''
    const at = label.trim() === '' ? undefined : index.get(comparableLabel(label))
    if (at === undefined || left[at]! <= 0) return false
    left[at]!--
    return true
  })
  const text =
    total === n
      ? `All ${n} labelled documents lie within ${margin} of ${reference.title} as they are; aligned-ids.txt lists them.`
      : `${total} of ${n} labelled documents, listed in aligned-ids.txt (for "write --select"), are the largest part within ${margin} of ${reference.title}.`
  return { ids: ids.sort((a, b) => a - b), notes: [{ analysis: 'case-mix', text }] }
}

interface Weighted {
  /** Per document in key order; NaN for one without a label. */
  readonly weights: Float64Array
  readonly notes: readonly Note[]
  estimate(n: number, left: number, instrument: string): Estimate
}

function postStratified(reference: Reference, expected: Float64Array, index: ReadonlyMap<string, number>, { rows }: Context): Weighted {
  const labelled: number[] = []
  rows.labels.forEach((label, i) => {
    if (label !== null && label.trim() !== '') labelled.push(i)
  })
  const groups = Int32Array.from(labelled, (i) => index.get(comparableLabel(rows.labels[i]!)) ?? -1)
  const raked = rake(labelled.length, [{ groups, shares: expected }])
  const weights = new Float64Array(rows.n).fill(Number.NaN)
  if (raked)
    labelled.forEach((i, k) => {
      weights[i] = raked.weights[k]!
    })
  const missing = raked?.missing[0] ?? 0
  const { id } = effectiveSampleMeasure
  return {
    weights,
    notes:
      raked && missing > 1e-9
        ? [
            {
              analysis: 'case-mix',
              text: `No weight can stand for ${percent(missing)} of ${reference.title}: the corpus has no document of those categories. The weights (weights.csv) bring the others to their shares.`,
            },
          ]
        : [],
    estimate: (n, left, instrument) =>
      raked
        ? {
            measure: id,
            value: raked.effective,
            interval: null,
            n,
            left,
            instrument,
            status: 'measured',
            reason: 'a property of these documents and weights, not an estimate of a population: no interval',
          }
        : notApplicable(id, 'no document has a category that the reference gives a share', n + left),
  }
}
