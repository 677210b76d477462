import {
  type Analysis,
  type Chart,
  type Context,
  type Estimate,
  fingerprint,
  type Measure,
  type Note,
  notApplicable,
  type Reference,
  type Result,
  type Table,
} from '@corpuscope/core'
import { categoryIndex, comparableLabel } from '@corpuscope/references'
import { counts, jensenShannonDivergence, type MultinomialNull, multinomialNull, totalVariation } from '@corpuscope/statistics'
import { type CategoryShare, categoryShares } from './category-verdict.ts'
import { type Distance, distanceInterval } from './distance-interval.ts'
import { unmatchedSentence } from './unmatched-labels.ts'

const totalVariationMeasure: Measure = {
  id: 'case-mix-total-variation',
  title: 'Case mix: total variation from the reference',
  unit: 'ratio',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Half the sum over categories of |share of labelled documents - share in the reference|: the share of documents that would need another category. Documents without a label are left out; a label that is no category is an error. The floor is the mean for as many documents drawn from the reference itself.',
  source: {
    text: 'Gibbs & Su 2002, On Choosing and Bounding Probability Metrics',
    url: 'https://doi.org/10.1111/j.1751-5823.2002.tb00178.x',
  },
}

const jensenShannonMeasure: Measure = {
  id: 'case-mix-jensen-shannon',
  title: 'Case mix: Jensen-Shannon divergence from the reference',
  unit: 'bits',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Mean Kullback-Leibler divergence, to base 2, of the shares of labelled documents and of the reference from the mean of both; the divergence, not its root. Documents without a label are left out; a label that is no category is an error. The floor is the mean for as many documents drawn from the reference itself.',
  source: { text: 'Lin 1991, Divergence Measures Based on the Shannon Entropy', url: 'https://doi.org/10.1109/18.61115' },
}

const measures = [totalVariationMeasure, jensenShannonMeasure] as const

/** Categories drawn in the chart, and rows of the table; a reference of thousands is still measured whole. */
const mostDrawn = 60
const mostListed = 1000

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
    measures: [...measures],
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
        if (at === undefined) unmatched.set(label, times)
        else documents[at]! += times
      }
      if (unmatched.size > 0) {
        const reason = unmatchedSentence(unmatched, labels.size, reference)
        return {
          estimates: measures.map(({ id }) => ({ ...notApplicable(id, reason, labelled + unlabelled), status: 'error' })),
        }
      }
      return compare(reference, documents, unlabelled, context)
    },
  }
}

const totalShare = ({ categories }: Reference): number => categories.reduce((sum, { share }) => sum + (share ?? 0), 0)

function compare(reference: Reference, documents: Float64Array, unlabelled: number, context: Context): Result {
  const total = totalShare(reference)
  const expected = Float64Array.from(reference.categories, ({ share }) => (share ?? 0) / total)
  const names = reference.categories.map(({ id }) => id)
  const n = documents.reduce((sum, count) => sum + count, 0)
  const observed = documents.map((count) => count / n)
  const instrument = fingerprint('reference', reference.id, JSON.stringify(reference.categories.map(({ id, share }) => [id, share])))
  // A reference of 100,000 categories would otherwise cost minutes for digits that nobody reads.
  const draws = Math.round(Math.min(2000, Math.max(200, 2e7 / names.length)))
  const beyond = new Map<string, MultinomialNull>()

  const estimate = (measure: Measure, distance: Distance): Estimate => {
    const chance = multinomialNull(expected, n, distance.of, { random: context.random(`${measure.id} floor`), draws })!
    beyond.set(measure.id, chance)
    const interval = distanceInterval(documents, distance, { random: context.random(`${measure.id} interval`), draws, chance: chance.q95 })
    const remarks = [
      unlabelled > 0 ? `${unlabelled} ${unlabelled === 1 ? 'document' : 'documents'} without a label left out` : '',
      interval ? '' : n === 1 ? 'one document has no interval' : 'all documents carry one label, so resampling has no interval',
    ].filter((remark) => remark !== '')
    return {
      measure: measure.id,
      value: distance.of(observed),
      interval,
      ...(interval && { intervalMethod: 'basic bootstrap over labelled documents, noise taken off' }),
      n,
      left: unlabelled,
      floor: chance.mean,
      floor95: chance.q95,
      instrument: `${reference.id}@${instrument}`,
      status: 'measured',
      ...(remarks.length > 0 && { reason: remarks.join('; ') }),
    }
  }
  const estimates = [
    estimate(totalVariationMeasure, { of: (shares) => totalVariation(shares, expected), scale: 'square' }),
    estimate(jensenShannonMeasure, { of: (shares) => jensenShannonDivergence(shares, expected), scale: 'plain' }),
  ]
  const shares = categoryShares(names, documents, expected)
  return {
    estimates,
    charts: [dumbbell(reference, shares, n)],
    tables: [table(reference, shares)],
    notes: [chanceNote(reference, estimates, beyond, draws), categoryNote(reference, shares), denominatorNote(reference)],
    instruments: [{ id: reference.id, title: reference.title, fingerprint: instrument }],
  }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}\u00a0%`

const remarkable = (shares: readonly CategoryShare[]): readonly CategoryShare[] => shares.filter(({ verdict }) => verdict !== 'undecided')

function dumbbell(reference: Reference, shares: readonly CategoryShare[], n: number): Chart {
  const drawn = [...shares].sort((a, b) => b.reference - a.reference).slice(0, mostDrawn)
  const part = drawn.length < shares.length ? ` Drawn are the ${drawn.length} largest of ${shares.length} categories.` : ''
  return {
    id: 'case-mix-shares',
    analysis: 'case-mix',
    form: 'dumbbell',
    title: `Case mix against ${reference.title}`,
    summary: `Shares of ${n} labelled documents with 95 % Wilson intervals; ${remarkable(shares).length} of ${shares.length} categories differ beyond chance.${part}`,
    unit: 'share',
    category: drawn.map(({ category }) => category),
    value: drawn.map(({ share }) => share),
    low: drawn.map(({ interval }) => interval[0]),
    high: drawn.map(({ interval }) => interval[1]),
    reference: drawn.map((each) => each.reference),
    referenceTitle: reference.title,
  }
}

function table(reference: Reference, shares: readonly CategoryShare[]): Table {
  const listed = [...shares].sort((a, b) => b.reference - a.reference).slice(0, mostListed)
  return {
    id: 'case-mix-categories',
    analysis: 'case-mix',
    title: `Categories against ${reference.title}${listed.length < shares.length ? `, the ${listed.length} largest of ${shares.length}` : ''}`,
    columns: [
      { title: 'Category' },
      { title: 'Documents', unit: 'documents' },
      { title: 'Share', unit: 'share' },
      { title: 'Reference', unit: 'share' },
      { title: 'Difference', unit: 'percentage points' },
      { title: 'Low (Goodman)', unit: 'share' },
      { title: 'High (Goodman)', unit: 'share' },
      { title: 'Verdict' },
    ],
    rows: listed.map(({ category, documents, share, reference: expected, simultaneous: [low, high], verdict }) => [
      category,
      documents,
      share,
      expected,
      (share - expected) * 100,
      low,
      high,
      verdict,
    ]),
  }
}

function chanceNote(
  reference: Reference,
  estimates: readonly Estimate[],
  nulls: ReadonlyMap<string, MultinomialNull>,
  draws: number,
): Note {
  const n = estimates[0]!.n
  const parts = estimates.map(({ measure, value }) => {
    const chance = nulls.get(measure)!
    const p = chance.atLeast(value!)
    const name = measure === totalVariationMeasure.id ? 'total variation' : 'Jensen-Shannon divergence'
    const said = p * (draws + 1) < 1.5 ? `p < ${short(2 / draws)}` : `p = ${short(p)}`
    return {
      p,
      text: `${name} ${short(value!)}, by chance ${short(chance.mean)} on average and ${short(chance.q95)} in one case of 20 (${said})`,
    }
  })
  const differs = parts.filter(({ p }) => p <= 0.05).length
  const verdict =
    differs === parts.length
      ? 'differs from the reference beyond chance'
      : differs === 0
        ? 'cannot be told from the reference at this size'
        : 'differs from the reference beyond chance by one of two distances'
  return {
    analysis: 'case-mix',
    text: `The case mix of ${n} labelled ${n === 1 ? 'document' : 'documents'} ${verdict}: ${parts.map(({ text }) => text).join('; ')}. Chance: ${draws} corpora of this size drawn from ${reference.id}, which is taken as exact.`,
  }
}

function categoryNote(reference: Reference, shares: readonly CategoryShare[]): Note {
  const found = [...remarkable(shares)].sort((a, b) => Math.abs(b.share - b.reference) - Math.abs(a.share - a.reference))
  const named = found
    .slice(0, 10)
    .map(({ category, share, reference: expected, verdict }) => `${category} (${verdict}: ${percent(share)} against ${percent(expected)})`)
  const more = found.length > named.length ? `; and ${found.length - named.length} more, in the table` : ''
  const other = reference.remainder !== undefined && found.some(({ category }) => category === reference.remainder)
  const remainder = other ? ` "${reference.remainder}" is the remainder of the reference, not a condition.` : ''
  return {
    analysis: 'case-mix',
    text:
      found.length === 0
        ? `No single category of ${shares.length} differs beyond chance (Goodman simultaneous intervals, 95 %).`
        : `Beyond chance (Goodman simultaneous intervals, 95 %) ${found.length === 1 ? 'differs' : 'differ'}: ${named.join('; ')}${more}.${remainder}`,
  }
}

const denominatorNote = ({ title, denominator }: Reference): Note => ({
  analysis: 'case-mix',
  text: `What ${title} counts: ${denominator}`,
})

const short = (value: number): string => String(Number(value.toPrecision(3)))
