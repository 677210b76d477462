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
  type Table,
} from '@corpuscope/core'
import { ageSex } from '@corpuscope/features'
import { categoryIndex, cellOfPerson, comparableLabel, populationCells } from '@corpuscope/references'
import { multinomialNull, totalVariation } from '@corpuscope/statistics'
import { percent } from './case-mix-notes.ts'
import { categoryShares, customaryTolerance } from './category-verdict.ts'
import { distanceInterval } from './distance-interval.ts'
import { type Margin, rake } from './raking.ts'

const id = 'population-fit'

const distanceMeasure: Measure = {
  id: 'population-total-variation',
  title: 'Age and sex: total variation from the population',
  unit: 'ratio',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Half the sum over the cells of the population (ages, sexes, or ages by sex) of |share of documents - share of the population|; documents whose text does not say what a cell needs are left out. Of several populations the first; the others stand in tables. The floor is the mean for as many patients drawn from the population.',
  source: { text: 'Gibbs & Su 2002, On Choosing and Bounding Probability Metrics' },
}

const effectiveMeasure: Measure = {
  id: 'raked-effective-sample',
  title: 'Age, sex and case mix: effective sample after raking',
  unit: 'documents',
  range: [0, null],
  direction: 'higher',
  definition:
    'Documents are weighted until ages and sexes have the shares of the population and labels those of the reference, all at once (iterative proportional fitting); (sum of weights) squared / sum of squared weights is how many documents drawn from the population would say as much. The weights stand in raked-weights.csv.',
  source: { text: 'Deming & Stephan 1940, On a Least Squares Adjustment; Kish 1965, Survey Sampling' },
}

/** Draws for floor and interval; so many that the last digit shown stands. */
const draws = 1000

/** A margin with a name, and its documents counted. */
interface Counted extends Margin {
  readonly shares: Float64Array
  readonly title: string
  readonly counts: Float64Array
}

/**
 * How the patients' ages and sexes lie against a population's, and weights under which ages, sexes and case mix are the population's at once.
 *
 * @param populations  with categories that are ages, sexes or both (`populationCells`)
 * @param reference    of the case mix; it joins the raking where it has shares and all labels are its categories
 */
export function populationFit(populations: readonly Reference[], reference?: Reference): Analysis<null> {
  const cells = populations.map(populationCells)
  return {
    id,
    measures: [distanceMeasure, effectiveMeasure],
    create: () => null,
    observe(_, document) {
      const person = ageSex(document)
      return { lists: { [`${id}.cells`]: Uint32Array.from(cells, (each) => cellOfPerson(each, person) + 1) } }
    },
    merge: () => undefined,
    conclude(_, context) {
      const margins = populations.map((population, k) => marginOf(population, k, context))
      const [first] = margins
      return {
        estimates: [distanceTo(first!, populations[0]!, context), ...raked(margins, reference, context)],
        tables: margins.map((margin, k) => cellsTable(margin, populations[k]!, k)),
        notes: notesOn(margins, context),
        ...filesOf(margins, reference, context),
        instruments: populations.map((population) => ({ id: population.id, title: population.title, fingerprint: printOf(population) })),
      }
    },
  }
}

const printOf = ({ id: name, categories }: Reference): string =>
  fingerprint('population', name, JSON.stringify(categories.map(({ id: each, share }) => [each, share])))

function sharesOf({ categories }: Reference): Float64Array {
  const total = categories.reduce((sum, { share }) => sum + (share ?? 0), 0)
  return Float64Array.from(categories, ({ share }) => (share ?? 0) / total)
}

function marginOf(population: Reference, k: number, { rows }: Context): Counted {
  const groups = Int32Array.from({ length: rows.n }, (_, i) => (rows.list(`${id}.cells`, i)[k] ?? 0) - 1)
  return counted(population.title, groups, sharesOf(population))
}

function counted(title: string, groups: Int32Array, shares: Float64Array): Counted {
  const counts = new Float64Array(shares.length)
  for (const group of groups) if (group >= 0) counts[group]!++
  return { title, groups, shares, counts }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

function distanceTo({ counts, shares }: Counted, population: Reference, context: Context): Estimate {
  const n = sum(counts)
  const left = context.rows.n - n
  if (n === 0) return notApplicable(distanceMeasure.id, `no document says enough of its patient for a cell of ${population.id}`, left)
  const of = (drawn: Float64Array): number => totalVariation(drawn, shares)
  const chance = multinomialNull(shares, n, of, { random: context.random(`${id} floor`), draws })!
  const interval = distanceInterval(counts, { of, scale: 'square' }, { random: context.random(id), draws, chance: chance.q95 })
  return {
    measure: distanceMeasure.id,
    value: of(counts.map((count) => count / n)),
    interval,
    ...(interval && { intervalMethod: 'basic bootstrap, noise taken off' }),
    n,
    left,
    floor: chance.mean,
    floor95: chance.q95,
    instrument: `${population.id}@${printOf(population)}`,
    status: 'measured',
    ...(interval === null
      ? { reason: 'no interval: one document, or one cell' }
      : left > 0 && { reason: `${left} left out: their text does not say what a cell needs` }),
  }
}

/** Margins of the raking: populations, and the labels where all of them are categories with shares. */
function allMargins(populations: readonly Counted[], reference: Reference | undefined, { rows }: Context): readonly Counted[] {
  if (reference?.kind !== 'distribution' || !(reference.categories.reduce((total, { share }) => total + (share ?? 0), 0) > 0))
    return populations
  const index = categoryIndex(reference)
  const groups = Int32Array.from(rows.labels, (label) =>
    label === null || label.trim() === '' ? -1 : (index.get(comparableLabel(label)) ?? -2),
  )
  if (groups.includes(-2) || groups.every((group) => group < 0)) return populations
  return [...populations, counted(reference.title, groups, sharesOf(reference))]
}

function raked(populations: readonly Counted[], reference: Reference | undefined, context: Context): readonly Estimate[] {
  const margins = allMargins(populations, reference, context)
  const { n } = context.rows
  const found = rake(n, margins)
  if (!found) return [notApplicable(effectiveMeasure.id, 'no document stands in a group that the population has', n)]
  const names = margins.map(({ title }) => title).join(', ')
  return [
    {
      measure: effectiveMeasure.id,
      value: found.effective,
      interval: null,
      n,
      left: 0,
      instrument: fingerprint('raked', JSON.stringify(margins.map(({ title, shares }) => [title, Array.from(shares)])), ''),
      status: 'measured',
      reason: `raked to ${names}; ${found.residual < 1e-6 ? 'all margins are met' : `margins are met to ${percent(found.residual)}`}; a property of these documents and weights: no interval`,
    },
  ]
}

function filesOf(
  populations: readonly Counted[],
  reference: Reference | undefined,
  context: Context,
): Pick<Result, 'documentFiles' | 'documentValues'> {
  const found = rake(context.rows.n, allMargins(populations, reference, context))
  if (!found) return {}
  return {
    documentFiles: [
      {
        file: 'raked-weights.csv',
        columns: [{ title: 'weight', values: Array.from(found.weights, (weight) => Number(weight.toPrecision(9))) }],
      },
    ],
    documentValues: { 'raked-weight': found.weights },
  }
}

function notesOn(margins: readonly Counted[], { rows }: Context): Note[] {
  return margins.flatMap(({ title, counts, shares }) => {
    const n = sum(counts)
    const empty = shares.filter((share, i) => share > 0 && counts[i] === 0)
    return [
      {
        analysis: id,
        text: `${n} of ${rows.n} documents stand in a cell of ${title}${empty.length > 0 ? `; ${empty.length} of its ${shares.length} cells, ${percent(sum(empty))} of the population, have no document, and no weight can stand for them` : ', and no cell is empty'}.`,
      },
    ]
  })
}

function cellsTable({ counts, shares }: Counted, population: Reference, k: number): Table {
  const names = population.categories.map((category) => category.id)
  const tolerance = population.tolerance ?? customaryTolerance
  return {
    id: `population-fit-cells-${k + 1}`,
    analysis: id,
    title: `Patients against ${population.title}`,
    columns: [
      { title: 'Cell' },
      { title: 'Documents', unit: 'documents' },
      { title: 'Share', unit: 'share' },
      { title: 'Population', unit: 'share' },
      { title: 'Low (Wilson)', unit: 'share' },
      { title: 'High (Wilson)', unit: 'share' },
      { title: 'Adjusted residual', unit: 'standard errors' },
      { title: 'Verdict' },
    ],
    rows: categoryShares(names, counts, shares, { tolerance }).map((each) => [
      each.category,
      each.documents,
      each.share,
      each.reference,
      ...each.interval,
      each.residual,
      each.verdict,
    ]),
  }
}
