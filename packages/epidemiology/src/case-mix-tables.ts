import type { Chart, Reference, Table } from '@corpuscope/core'
import {
  additiveSmoothing,
  bhattacharyya,
  chiSquareTest,
  cosineOfShares,
  cramersVOfFit,
  cressieRead,
  fei,
  gTest,
  type Interval,
  kullbackLeibler,
  type MultinomialNull,
  pearson,
  symmetricChiSquare,
} from '@corpuscope/statistics'
import type { CategoryShare } from './category-verdict.ts'
import { type CaseMixDistance, chiSquareShare } from './distances.ts'
import { additions } from './to-add.ts'

/** Categories drawn in a chart, and rows of a table; a reference of thousands is still measured whole. */
const mostDrawn = 60
const mostListed = 1000
/** A generator needs all of them; categories with nothing to add come last. */
const mostToAdd = 20_000

/** A distance with what chance and resampling say of it. */
export interface Measured {
  readonly distance: CaseMixDistance
  readonly n: number
  readonly value: number | null
  /** Absent where the distance has no value, or was too costly to draw. */
  readonly chance?: MultinomialNull
  readonly interval: Interval | null
  readonly smallest: number | null
}

/** Counts and shares without the remainder, the shares divided by their sum. */
export interface Named {
  readonly counts: Float64Array
  readonly expected: Float64Array
}

export function dumbbell(reference: Reference, shares: readonly CategoryShare[], n: number): Chart {
  const drawn = [...shares].sort((a, b) => b.reference - a.reference).slice(0, mostDrawn)
  const part = drawn.length < shares.length ? ` Drawn are the ${drawn.length} largest of ${shares.length} categories.` : ''
  return {
    id: 'case-mix-shares',
    analysis: 'case-mix',
    form: 'dumbbell',
    title: `Case mix against ${reference.title}`,
    summary: `Shares of ${n} labelled documents with 95 % Wilson intervals; ${shares.filter(({ beyondChance }) => beyondChance).length} of ${shares.length} categories differ beyond chance.${part}`,
    unit: 'share',
    category: drawn.map(({ category }) => category),
    value: drawn.map(({ share }) => share),
    low: drawn.map(({ interval }) => interval[0]),
    high: drawn.map(({ interval }) => interval[1]),
    reference: drawn.map((each) => each.reference),
    referenceTitle: reference.title,
  }
}

/** Adjusted residuals, from the most over to the most under. */
export function residualBars(reference: Reference, shares: readonly CategoryShare[], n: number): Chart {
  const known = shares.flatMap(({ category, residual }) => (residual === null ? [] : [{ category, residual }]))
  const drawn = [...known]
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual))
    .slice(0, mostDrawn)
    .sort((a, b) => b.residual - a.residual)
  const beyond = known.filter(({ residual }) => Math.abs(residual) > 1.96).length
  return {
    id: 'case-mix-residuals',
    analysis: 'case-mix',
    form: 'bars',
    title: `Residuals against ${reference.title}`,
    summary: `Difference from the expected count of ${n} documents in standard errors, over above 0 and under below; ${beyond} of ${known.length} lie beyond 1.96, where chance alone puts ${Math.round(known.length * 0.05)}.`,
    unit: 'standard errors',
    category: drawn.map(({ category }) => category),
    value: drawn.map(({ residual }) => residual),
  }
}

export function categoryTable(reference: Reference, shares: readonly CategoryShare[]): Table {
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
      { title: 'Ratio' },
      { title: 'Low (Wilson)', unit: 'share' },
      { title: 'High (Wilson)', unit: 'share' },
      { title: 'Low (Goodman)', unit: 'share' },
      { title: 'High (Goodman)', unit: 'share' },
      { title: 'Adjusted residual', unit: 'standard errors' },
      { title: 'p (Benjamini-Hochberg)' },
      { title: 'p of equivalence' },
      { title: 'Shows from', unit: 'documents' },
      { title: 'Verdict' },
    ],
    rows: listed.map((each) => [
      each.category,
      each.documents,
      each.share,
      each.reference,
      (each.share - each.reference) * 100,
      each.ratio,
      ...each.interval,
      ...each.simultaneous,
      each.residual,
      each.adjustedP,
      each.equivalenceP,
      each.showsFrom,
      each.verdict,
    ]),
  }
}

type Row = Table['rows'][number]

/** Every statistic of the comparison, with and without the remainder. */
export function statisticsTable(
  reference: Reference,
  documents: Float64Array,
  expected: Float64Array,
  whole: readonly Measured[],
  named: Named | undefined,
  ranked: readonly Measured[],
): Table {
  const over = 'all categories'
  const without = named ? `without "${reference.remainder}"` : over
  return {
    id: 'case-mix-statistics',
    analysis: 'case-mix',
    title: `Statistics of the comparison with ${reference.title}`,
    columns: [
      { title: 'Statistic' },
      { title: 'Over' },
      { title: 'Value' },
      { title: 'Degrees of freedom' },
      { title: 'p' },
      { title: 'Mean by chance' },
      { title: '95 % by chance' },
      { title: 'Percentile of chance', unit: 'percent' },
      { title: 'Shows from', unit: 'documents' },
    ],
    rows: [
      ...whole.map((measured) => measuredRow(measured, over)),
      ...testRows(documents, expected, over),
      ...smoothedRows(documents, expected, over),
      ...ranked.map((measured) => measuredRow(measured, without)),
      ...(named ? testRows(named.counts, named.expected, without) : []),
    ],
  }
}

function measuredRow({ distance, value, chance, smallest }: Measured, over: string): Row {
  const turn = (number: number): number => (distance.measure.direction === 'higher' ? 1 - number : number)
  const p = value === null || !chance ? null : chance.atLeast(value)
  return [
    distance.name,
    over,
    value === null ? null : turn(value),
    null,
    p,
    chance ? turn(chance.mean) : null,
    chance ? turn(chance.q95) : null,
    p === null ? null : 100 * (1 - p),
    smallest,
  ]
}

/** Chi-square and G with their effect sizes. Cramer's V of one variable is sqrt(chi-square / (n (k - 1))). */
function testRows(counts: Float64Array, shares: Float64Array, over: string): Row[] {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return []
  const expected = shares.map((share) => share * n)
  const chiSquare = chiSquareTest(counts, expected)
  const g = gTest(counts, expected)
  const power = cressieRead(counts, expected)
  const effect = chiSquareShare(
    counts.map((count) => count / n),
    shares,
  )
  const plain = (name: string, value: number | null, df: number | null, p: number | null): Row => [
    name,
    over,
    value,
    df,
    p,
    null,
    null,
    null,
    null,
  ]
  return [
    plain('chi-square', chiSquare.statistic, chiSquare.df, chiSquare.p),
    plain('G', g.statistic, g.df, g.p),
    plain('Cressie-Read 2/3', power.statistic, power.df, power.p),
    plain("Cohen's w", effect === null ? null : Math.sqrt(effect), null, null),
    plain("Cramer's V", cramersVOfFit(counts, expected), null, null),
    plain('Fei', fei(counts, expected), null, null),
    ...describedRows(counts, shares, n, plain),
  ]
}

type Plain = (name: string, value: number | null, df: number | null, p: number | null) => Row

/** Statistics without a test: likeness, and how far categories are apart. */
function describedRows(counts: Float64Array, shares: Float64Array, n: number, plain: Plain): Row[] {
  const ours = counts.map((count) => count / n)
  const gaps = ours.map((share, i) => 100 * Math.abs(share - shares[i]!))
  // A difference of exactly 1 point may come out a hair above it.
  const within = (points: number): number => gaps.filter((gap) => gap <= points + 1e-9).length
  const rows: readonly (readonly [name: string, value: number | null])[] = [
    ['Bhattacharyya coefficient', bhattacharyya(ours, shares)],
    ['cosine', cosineOfShares(ours, shares)],
    ['symmetric chi-square distance', symmetricChiSquare(ours, shares)],
    ['Pearson', pearson(ours, shares)],
    ['greatest difference, percentage points', gaps.reduce((most, gap) => Math.max(most, gap), 0)],
    ['categories within 1 percentage point', within(1)],
    ['categories within 2 percentage points', within(2)],
  ]
  return rows.map(([name, value]) => plain(name, value, null, null))
}

function smoothedRows(documents: Float64Array, expected: Float64Array, over: string): Row[] {
  const n = documents.reduce((sum, count) => sum + count, 0)
  const ours = additiveSmoothing(documents, 0.5)
  const theirs = additiveSmoothing(
    expected.map((share) => share * n),
    0.5,
  )
  if (!ours || !theirs) return []
  const row = (name: string, value: number | null): Row => [name, over, value, null, null, null, null, null, null]
  return [
    row('Kullback-Leibler of the corpus from the reference, 0.5 added', kullbackLeibler(ours, theirs)),
    row('Kullback-Leibler of the reference from the corpus, 0.5 added', kullbackLeibler(theirs, ours)),
  ]
}

/** How many documents of which category bring the corpus to the reference; a generator or a sampler can read it. */
export function toAddTable(reference: Reference, documents: Float64Array, expected: Float64Array, tolerance: number): Table {
  const within = additions(documents, expected, tolerance)
  const exact = additions(documents, expected, 0)
  const n = documents.reduce((sum, count) => sum + count, 0)
  const said = (made: typeof within): string => (made ? String(made.total) : 'no number of documents')
  const order = reference.categories
    .map((_, i) => i)
    .sort((a, b) => (within?.add[b] ?? 0) - (within?.add[a] ?? 0) || (exact?.add[b] ?? 0) - (exact?.add[a] ?? 0) || a - b)
  return {
    id: 'case-mix-to-add',
    analysis: 'case-mix',
    file: 'to-add.csv',
    title: `What to add: ${said(within)} to come within ${Number((tolerance * 100).toPrecision(3))} percentage points of ${reference.title}, ${said(exact)} to have its shares`,
    columns: [
      { title: 'category' },
      { title: 'documents', unit: 'documents' },
      { title: 'reference', unit: 'share' },
      { title: 'add', unit: 'documents' },
      { title: 'add_exact', unit: 'documents' },
      { title: 'weight' },
    ],
    rows: order
      .slice(0, mostToAdd)
      .map((i) => [
        reference.categories[i]!.id,
        documents[i]!,
        expected[i]!,
        within ? within.add[i]! : null,
        exact ? exact.add[i]! : null,
        documents[i]! > 0 && n > 0 ? (expected[i]! * n) / documents[i]! : null,
      ]),
  }
}
