import type { Analysis, Context, Estimate, Measure, Result, Rows } from '@corpuscope/core'
import { notApplicable } from '@corpuscope/core'
import { classSizes, mostCombined, smallestCombination } from './equivalence-classes.ts'
import { aloneAmong, pitmanOf } from './population-uniqueness.ts'
import { type QuasiField, quasiFields, quasiList, quasiOf } from './quasi-fields.ts'
import { generalisationTable, repairTable } from './quasi-repair.ts'

const id = 'k-anonymity'

const mostFields = 10
/** People that stand behind one document, where nothing else is known. */
const peoplePerDocument = 100

const sweeney = { text: 'Sweeney 2002, k-anonymity: a model for protecting privacy', url: 'https://doi.org/10.1142/S0218488502001648' }
const about =
  'Quasi-identifiers are what others may know of a person: fields of the metadata (age in bands of ten years, sex, place, setting, occupation and the like), and what the texts say where no field does (age, sex, occupation, family, postcode, month of the first date, one of two dozen conditions that fewer than 5 of 10,000 people have, by lists of words in English, German, French, Spanish, Portuguese, Italian and Dutch), and a condition that fewer than 5 documents and at most 1 % have; no value counts as a value of its own.'
const noInterval = 'It describes this release, not a sample of one: no interval.'

const k: Measure = {
  id,
  title: 'k-anonymity',
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  definition: `Documents in the smallest class that shares all quasi-identifiers. ${about} ${noInterval}`,
  source: sweeney,
}
const effective: Measure = {
  id: 'effective-k',
  title: 'Effective k',
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  definition: `Documents / classes that share all quasi-identifiers: one over the chance that a document drawn at random is matched to its person (the marketer's risk). ${noInterval}`,
  source: { text: 'El Emam 2013, Guide to the De-Identification of Personal Health Information' },
}
const uniqueness: Measure = {
  id: 'sample-uniqueness',
  title: 'Documents alone with their quasi-identifiers',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents that no other shares all quasi-identifiers with / documents. ${about} Being alone here is not being alone in the population. ${noInterval}`,
  source: { text: 'Skinner & Elliot 2002, A measure of disclosure risk for microdata', url: 'https://doi.org/10.1111/1467-9868.00365' },
}
const populationMeasure = (people: number | undefined): Measure => ({
  id: 'population-uniqueness',
  title: 'Documents alone in the population, estimated',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Chance that the person of a document is alone with their quasi-identifiers among ${people === undefined ? `${peoplePerDocument} times as many people as there are documents` : `the ${people.toLocaleString('en')} people that privacy.population states`}, under a stated model: the two-parameter Ewens-Pitman model whose expected classes and expected lone documents are those found here, each document a person drawn at random. ${noInterval}`,
  source: {
    text: "Hoshino 2001, Applying Pitman's sampling formula to microdata disclosure risk assessment, J. Official Statistics 17:499-520",
  },
})
const diversity: Measure = {
  id: 'l-diversity',
  title: 'l-diversity',
  unit: 'labels',
  range: [1, null],
  direction: 'higher',
  definition: `Fewest different labels (the reason for encounter, say) in a class that shares all quasi-identifiers but the condition: with 1, who is known to be in the class has the label. Distinct l; unlabelled documents are left out. ${noInterval}`,
  source: { text: 'Machanavajjhala et al. 2007, l-diversity', url: 'https://doi.org/10.1145/1217299.1217302' },
}
const closeness: Measure = {
  id: 't-closeness',
  title: 't-closeness',
  unit: 'distance',
  range: [0, 1],
  direction: 'lower',
  definition: `Largest distance between the labels of a class that shares all quasi-identifiers but the condition and the labels of the corpus: half the sum of absolute differences (the earth mover's distance where all labels are equally far apart). What membership of the class tells about the label. ${noInterval}`,
  source: { text: 'Li, Li & Venkatasubramanian 2007, t-closeness', url: 'https://doi.org/10.1109/ICDE.2007.367856' },
}
const singling: Measure = {
  id: 'singling-out-fields',
  title: 'Fields that single a document out',
  unit: 'fields',
  range: [1, mostFields],
  direction: 'higher',
  definition: `Fewest quasi-identifiers whose values together only one document has, among combinations of up to ${mostCombined} and all of them. ${noInterval}`,
  source: { text: 'Article 29 Working Party, Opinion 05/2014 (WP216): singling out' },
}
export interface QuasiOptions {
  /** People among whom the patients could be; 100 a document where it is not known. */
  readonly population?: number | undefined
}

/** How small the groups are that what others may know puts documents into. Names of fields are shown, never a value. */
export function quasiIdentifiers({ population: people }: QuasiOptions = {}): Analysis<Record<string, never>> {
  const population = populationMeasure(people)
  const measures = [k, effective, uniqueness, population, diversity, closeness, singling]
  return {
    id,
    measures,
    create: () => ({}),
    observe: (_, document) => ({ lists: { [quasiList]: quasiOf(document) } }),
    merge: () => {},
    conclude: (_, context) =>
      concluded(context, measures, population, Math.max(context.rows.n, people ?? peoplePerDocument * context.rows.n)),
  }
}

const conditionField = 'rare condition'

function concluded({ rows }: Context, measures: readonly Measure[], population: Measure, people: number): Result {
  const fields = quasiFields(rows)
  if (fields.length === 0) {
    const reason =
      'no metadata field with more than one value is known as a quasi-identifier (age, sex, setting, postcode and the like), and the texts say nothing of the kind'
    return { estimates: measures.map((measure) => notApplicable(measure.id, reason, rows.n)) }
  }
  const classes = classSizes(fields, rows.n)
  const alone = classes.sizes.filter((size) => size === 1).length
  const smallest = classes.sizes.reduce((least, size) => Math.min(least, size), rows.n)
  const measured = (measure: Measure, value: number, n = rows.n): Estimate => ({
    measure: measure.id,
    value,
    interval: null,
    n,
    left: rows.n - n,
    status: 'measured',
    ...(n < rows.n && { reason: `${rows.n - n} left out: no label` }),
  })
  const model = pitmanOf(rows.n, classes.sizes.length, alone)
  const single = smallestCombination(fields, rows.n)
  const names = fields.map(({ name }) => name)
  return {
    estimates: [
      measured(k, smallest),
      measured(effective, rows.n / classes.sizes.length),
      measured(uniqueness, alone / rows.n),
      alone === 0
        ? measured(population, 0)
        : model
          ? measured(population, aloneAmong(model, people))
          : notApplicable(population.id, 'no model of the family has as many classes and lone documents as are found here', rows.n),
      ...labelEstimates(rows, fields, measured),
      single === undefined
        ? notApplicable(singling.id, 'no combination of quasi-identifiers singles a document out')
        : measured(singling, single.length),
    ],
    tables: [repairTable(fields, rows.n), generalisationTable(fields, rows.n)],
    notes: [
      {
        analysis: id,
        text: `Quasi-identifiers: ${names.join(', ')}. ${alone} of ${rows.n} documents are alone with theirs${single ? `; the smallest combination that singles one out is ${single.map(({ name }) => name).join(' + ')}` : ''}.`,
      },
    ],
  }
}

/** What a class tells about the label; the condition itself is no part of what makes the class. */
function labelEstimates(
  rows: Rows,
  fields: readonly QuasiField[],
  measured: (measure: Measure, value: number, n?: number) => Estimate,
): Estimate[] {
  const labelled = rows.labels.filter((label) => label !== null).length
  if (labelled === 0) return [diversity, closeness].map((measure) => notApplicable(measure.id, 'no document has a label', rows.n))
  const { of } = classSizes(
    fields.filter(({ name }) => name !== conditionField),
    rows.n,
  )
  const all = new Map<string, number>()
  const inClass = new Map<number, Map<string, number>>()
  rows.writtenLabels.forEach((label, i) => {
    if (label === null) return
    all.set(label, (all.get(label) ?? 0) + 1)
    const own = inClass.get(of[i]!) ?? new Map<string, number>()
    own.set(label, (own.get(label) ?? 0) + 1)
    inClass.set(of[i]!, own)
  })
  let fewest = Number.POSITIVE_INFINITY
  let farthest = 0
  for (const own of inClass.values()) {
    fewest = Math.min(fewest, own.size)
    farthest = Math.max(farthest, totalVariation(own, all, labelled))
  }
  return [measured(diversity, fewest, labelled), measured(closeness, farthest, labelled)]
}

/** Between the labels of a class and all of them. The class's own labels are gone through: what it lacks is the rest of 1. */
function totalVariation(own: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>, n: number): number {
  let size = 0
  for (const count of own.values()) size += count
  let above = 0
  for (const [label, count] of own) above += Math.max(0, count / size - all.get(label)! / n)
  return above
}
