import {
  type Analysis,
  type Context,
  type Estimate,
  fingerprint,
  type Measure,
  notApplicable,
  type Reference,
  type Result,
  type Table,
} from '@corpuscope/core'
import { type Agreement, agreement, leadMatrix, leadTerms, lexiconCoder, stackedCoding } from '@corpuscope/features'
import { categoryIndex, comparableLabel } from '@corpuscope/references'
import { hash53, totalVariation, wilson } from '@corpuscope/statistics'
import { percent } from './case-mix-notes.ts'
import { type Confusion, correctedPrevalence } from './prevalence.ts'

const crossValidated =
  'each labelled document coded by a model that never saw it (five folds); with no document left to code, by the lexicon alone, which learns from none.'

const accuracyMeasure: Measure = {
  id: 'coder-accuracy',
  title: 'Coder: accuracy on labelled documents',
  unit: 'ratio',
  range: [0, 1],
  direction: 'higher',
  definition: `Share of labelled documents to which the coder gives the label, ${crossValidated}`,
  source: {
    text: 'Stone 1974, Cross-Validatory Choice and Assessment of Statistical Predictions',
    url: 'https://doi.org/10.1111/j.2517-6161.1974.tb00994.x',
  },
}

const macroMeasure: Measure = {
  id: 'coder-macro-f1',
  title: 'Coder: macro-F1 on labelled documents',
  unit: 'ratio',
  range: [0, 1],
  direction: 'higher',
  definition: `Mean over categories that are labelled or coded at all of 2 x right / (labelled + coded), ${crossValidated}`,
  source: {
    text: 'Sokolova & Lapalme 2009, A Systematic Analysis of Performance Measures',
    url: 'https://doi.org/10.1016/j.ipm.2009.03.002',
  },
}

const codedMeasure: Measure = {
  id: 'coded-case-mix-total-variation',
  title: 'Case mix with coded documents: total variation',
  unit: 'ratio',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Total variation from the reference of all documents, labelled and coded, shares corrected for the coder by its confusion with the labels. Without labels nothing can be corrected and there is no value. Compared with the total variation of labelled documents, it says whether those were a fair part.',
  source: {
    text: 'Rogan & Gladen 1978, Estimating Prevalence from the Results of a Screening Test',
    url: 'https://doi.org/10.1093/oxfordjournals.aje.a112510',
  },
}

const id = 'coded-case-mix'

/** Fewer labels cannot teach or audit a coder of many categories. */
const leastLabels = 30

interface Coded {
  readonly labels: Int32Array
  /** Category of each document by label, else by code; -1 where there is none. */
  readonly category: Int32Array
  readonly confidence: Float64Array
  readonly held: Agreement | null
}

/**
 * Case mix of documents without a label, by a coder: the reference's lexicon, and a logistic regression taught by the labelled documents.
 *
 * @param reference  with coding rules
 */
export function codedCaseMix(reference: Reference): Analysis<null> {
  const names = reference.categories.map((category) => category.id)
  const coder = lexiconCoder(reference.coding ?? [], names)
  const index = categoryIndex(reference)
  return {
    id,
    measures: [accuracyMeasure, macroMeasure, codedMeasure],
    create: () => null,
    observe(_, document) {
      const { hashes, weights } = leadTerms(document)
      return { lists: { [`${id}.terms`]: hashes, [`${id}.weights`]: weights, [`${id}.points`]: Float32Array.from(coder(document).scores) } }
    },
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const labels = Int32Array.from(rows.labels, (label) =>
        label === null || label.trim() === '' ? -1 : (index.get(comparableLabel(label)) ?? -2),
      )
      if (labels.includes(-2)) return nothing('a label is no category of the reference: see case-mix-total-variation', rows.n)
      const labelled = labels.filter((label) => label >= 0).length
      const coded = code(labels, labelled, names.length, context)
      return conclude(reference, names, coded, labelled, context)
    },
  }
}

const nothing = (reason: string, n: number): Result => ({
  estimates: [accuracyMeasure, macroMeasure, codedMeasure].map((measure) => notApplicable(measure.id, reason, n)),
})

function code(labels: Int32Array, labelled: number, classes: number, { rows }: Context): Coded {
  const points = new Float32Array(rows.n * classes)
  for (let i = 0; i < rows.n; i++) points.set(rows.list(`${id}.points`, i), i * classes)
  if (labelled >= leastLabels && labelled < rows.n) {
    const matrix = leadMatrix(
      Array.from({ length: rows.n }, (_, i) => ({ hashes: rows.list(`${id}.terms`, i), weights: rows.list(`${id}.weights`, i) })),
    )
    const order = Array.from(rows.keys.keys()).sort((a, b) => hash53(rows.keys[a]!) - hash53(rows.keys[b]!) || a - b)
    const { predicted, confidence, held } = stackedCoding(matrix, points, labels, classes, order)!
    return { labels, category: predicted, confidence, held }
  }
  const guess = new Int32Array(rows.n).fill(-1)
  const confidence = new Float64Array(rows.n)
  for (let i = 0; i < rows.n; i++) {
    let total = 0
    for (let k = 0; k < classes; k++) {
      const point = points[i * classes + k]!
      total += point
      if (point > 0 && (guess[i] === -1 || point > points[i * classes + guess[i]!]!)) guess[i] = k
    }
    confidence[i] = guess[i]! >= 0 ? points[i * classes + guess[i]!]! / total : 0
  }
  // A document that no rule codes is wrong against any label; one class more keeps it in the table.
  const held = agreement(
    labels,
    guess.map((each) => (each < 0 ? classes : each)),
    classes + 1,
  )
  return { labels, category: labels.map((label, i) => (label >= 0 ? label : guess[i]!)), confidence, held }
}

function conclude(
  reference: Reference,
  names: readonly string[],
  { labels, category, confidence, held }: Coded,
  labelled: number,
  context: Context,
): Result {
  const { rows } = context
  const classes = names.length
  const without = rows.n - labelled
  const counts = (of: (i: number) => boolean): Float64Array => {
    const found = new Float64Array(classes)
    category.forEach((each, i) => {
      if (each >= 0 && of(i)) found[each]!++
    })
    return found
  }
  const byLabel = counts((i) => labels[i]! >= 0)
  const byCode = counts((i) => labels[i]! < 0)
  const uncoded = category.filter((each) => each < 0).length
  const taught = labelled >= leastLabels && without > 0
  const how = taught ? `lexicon and logistic regression, five-fold cross-validated on ${labelled} labels` : 'lexicon alone'
  const instrument = `${reference.id} coder@${fingerprint('coder', reference.id, JSON.stringify(reference.coding))}`
  const quality: Estimate[] =
    held && labelled >= leastLabels
      ? [
          {
            measure: accuracyMeasure.id,
            value: held.accuracy,
            interval: wilson(Math.round(held.accuracy * held.n), held.n)!,
            intervalMethod: 'Wilson',
            n: held.n,
            left: without,
            instrument,
            status: 'measured',
            reason: how,
          },
          {
            measure: macroMeasure.id,
            value: held.macroF1,
            interval: null,
            n: held.n,
            left: without,
            instrument,
            status: 'measured',
            reason: `${how}; no interval, as categories of a few labels decide it`,
          },
        ]
      : [accuracyMeasure, macroMeasure].map((measure) =>
          notApplicable(measure.id, `${labelled} labels are too few to audit a coder: ${leastLabels} are wanted`, rows.n),
        )
  const shares = reference.categories.map(({ share }) => share ?? 0)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const why =
    reference.kind !== 'distribution' || !(total > 0)
      ? `${reference.id} has no shares`
      : without === 0
        ? 'every document has a label: there is nothing to code'
        : !taught
          ? `${labelled} labels are too few to correct for the coder: ${leastLabels} are wanted. Counts of the lexicon alone are in the table.`
          : undefined
  const confusion: Confusion | undefined = held && taught ? { classes, counts: held.confusion } : undefined
  const corrected = confusion && why === undefined ? correctedPrevalence(byLabel, byCode, confusion, { random: context.random(id) }) : null
  const expected = Float64Array.from(shares, (share) => (total > 0 ? share / total : 0))
  return {
    estimates: [
      ...quality,
      corrected
        ? {
            measure: codedMeasure.id,
            value: totalVariation(corrected.shares, expected),
            interval: null,
            n: rows.n,
            left: 0,
            instrument,
            status: 'measured',
            reason: `${labelled} labelled, ${without} coded; no interval of the distance, those of the shares are in the table`,
          }
        : notApplicable(codedMeasure.id, why ?? 'nothing was coded', rows.n),
    ],
    tables: without > 0 ? [table(names, byLabel, byCode, expected, corrected, total > 0)] : [],
    notes:
      without > 0
        ? [
            {
              analysis: id,
              text: `${without} of ${rows.n} documents have no label and were coded by ${how}${held && labelled >= leastLabels ? `: ${percent(held.accuracy)} right of ${held.n} labelled documents, macro-F1 ${held.macroF1.toFixed(2)}` : '; nothing says how often it is right'}.${uncoded > 0 ? ` ${uncoded} hold no word of the lexicon.` : ''}`,
            },
          ]
        : [],
    // Rows of the table, from 1; the category of a document is a number, its name stands there.
    documentValues:
      without > 0
        ? {
            'coded-category': Float64Array.from(category, (each) => (each < 0 ? Number.NaN : each + 1)),
            'coded-confidence': Float64Array.from(confidence, (each, i) => (category[i]! < 0 ? Number.NaN : labels[i]! >= 0 ? 1 : each)),
          }
        : {},
    instruments: [{ id: `${reference.id} coder`, title: `Coding rules of ${reference.title}`, fingerprint: instrument.split('@')[1]! }],
  }
}

function table(
  names: readonly string[],
  byLabel: Float64Array,
  byCode: Float64Array,
  expected: Float64Array,
  corrected: ReturnType<typeof correctedPrevalence>,
  distribution: boolean,
): Table {
  const n = byLabel.reduce((sum, count, i) => sum + count + byCode[i]!, 0)
  return {
    id: 'coded-case-mix-categories',
    analysis: id,
    title: 'Categories of labelled and coded documents',
    columns: [
      { title: 'Number' },
      { title: 'Category' },
      { title: 'Labelled', unit: 'documents' },
      { title: 'Coded', unit: 'documents' },
      { title: 'Raw share', unit: 'share' },
      { title: 'Corrected share', unit: 'share' },
      { title: 'Low', unit: 'share' },
      { title: 'High', unit: 'share' },
      { title: 'Reference', unit: 'share' },
    ],
    rows: names
      .slice(0, 1000)
      .map((name, i) => [
        i + 1,
        name,
        byLabel[i]!,
        byCode[i]!,
        n > 0 ? (byLabel[i]! + byCode[i]!) / n : null,
        corrected?.shares[i] ?? null,
        corrected?.intervals[i]?.[0] ?? null,
        corrected?.intervals[i]?.[1] ?? null,
        distribution ? expected[i]! : null,
      ]),
  }
}
