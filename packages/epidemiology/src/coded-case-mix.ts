import {
  type Analysis,
  type Context,
  type DocumentFile,
  type Estimate,
  fingerprint,
  type Measure,
  notApplicable,
  type Reference,
  type Result,
} from '@corpuscope/core'
import {
  type Agreement,
  agreement,
  calibration,
  leadMatrix,
  leadTerms,
  lexiconCoder,
  macroF1Interval,
  type StackedCoding,
  stackedCoding,
} from '@corpuscope/features'
import { categoryIndex, comparableLabel } from '@corpuscope/references'
import { hash53, totalVariation, wilson } from '@corpuscope/statistics'
import { percent } from './case-mix-notes.ts'
import { codedCategoriesTable, reliabilityTable } from './coded-tables.ts'
import { type Confusion, correctedPrevalence } from './prevalence.ts'

const crossValidated =
  'each labelled document coded by a model that never saw it (five folds, nested: how lexicon and model are mixed is chosen without it too); with no document left to code, by the lexicon alone, which learns from none. The lexicon is written by hand beforehand: labels that its author saw flatter it.'

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

const calibrationMeasure: Measure = {
  id: 'coder-calibration-error',
  title: 'Coder: calibration error of its confidence',
  unit: 'ratio',
  range: [0, 1],
  direction: 'lower',
  definition: `Mean distance between the confidence of held-out codes and the share of them that is right, in ten bins of as many documents; some of it is chance, as each bin holds few. Confidence is calibrated by temperature. Held out: ${crossValidated}`,
  source: { text: 'Guo et al. 2017, On Calibration of Modern Neural Networks', url: 'https://proceedings.mlr.press/v70/guo17a.html' },
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

const measures = [accuracyMeasure, macroMeasure, calibrationMeasure, codedMeasure]

const id = 'coded-case-mix'

/** Fewer labels cannot teach or audit a coder of many categories. */
const leastLabels = 30

interface Coded {
  readonly labels: Int32Array
  /** Category of each document by label, else by code; -1 where there is none. */
  readonly category: Int32Array
  readonly confidence: Float64Array
  readonly held: Agreement | null
  /** Where a model was taught. */
  readonly stacked?: StackedCoding
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
    measures,
    create: () => null,
    observe(_, document) {
      const { hashes, weights } = leadTerms(document)
      const { scores, spans } = coder(document)
      return {
        lists: {
          [`${id}.terms`]: hashes,
          [`${id}.weights`]: weights,
          [`${id}.points`]: Float32Array.from(scores),
          [`${id}.spans`]: Uint32Array.from(spans.flatMap((span, k) => (span ? [k, span.start, span.end] : []))),
        },
      }
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
  estimates: measures.map((measure) => notApplicable(measure.id, reason, n)),
})

function code(labels: Int32Array, labelled: number, classes: number, { rows }: Context): Coded {
  const points = new Float32Array(rows.n * classes)
  for (let i = 0; i < rows.n; i++) points.set(rows.list(`${id}.points`, i), i * classes)
  if (labelled >= leastLabels && labelled < rows.n) {
    const matrix = leadMatrix(
      Array.from({ length: rows.n }, (_, i) => ({ hashes: rows.list(`${id}.terms`, i), weights: rows.list(`${id}.weights`, i) })),
    )
    const order = Array.from(rows.keys.keys()).sort((a, b) => hash53(rows.keys[a]!) - hash53(rows.keys[b]!) || a - b)
    const stacked = stackedCoding(matrix, points, labels, classes, order)!
    return { labels, category: stacked.predicted, confidence: stacked.confidence, held: stacked.held, stacked }
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
  { labels, category, confidence, held, stacked }: Coded,
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
  const how = taught ? `lexicon and logistic regression, nested five-fold cross-validation on ${labelled} labels` : 'lexicon alone'
  const instrument = `${reference.id} coder@${fingerprint('coder', reference.id, JSON.stringify(reference.coding))}`
  const few = `${labelled} labels are too few to audit a coder: ${leastLabels} are wanted`
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
            interval: macroF1Interval(held, Math.round(Math.sqrt(held.confusion.length)), { random: context.random(macroMeasure.id) }),
            intervalMethod: 'percentile bootstrap over labelled documents',
            n: held.n,
            left: without,
            instrument,
            status: 'measured',
            reason: `${how}; categories of a few labels weigh as much as large ones`,
          },
        ]
      : [accuracyMeasure, macroMeasure].map((measure) => notApplicable(measure.id, few, rows.n))
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
  const calibrated = stacked ? calibration(heldOutOf(stacked, labels)) : null
  const expected = Float64Array.from(shares, (share) => (total > 0 ? share / total : 0))
  return {
    estimates: [
      ...quality,
      calibrated && stacked
        ? {
            measure: calibrationMeasure.id,
            value: calibrated.error,
            interval: null,
            n: labelled,
            left: without,
            instrument,
            status: 'measured',
            reason: `Brier score ${stacked.brier.toFixed(3)}; no interval, as noise can only add to it`,
          }
        : notApplicable(
            calibrationMeasure.id,
            labelled < leastLabels ? few : 'no model was taught, and points of a lexicon are no probabilities',
            rows.n,
          ),
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
    tables: [
      ...(without > 0
        ? [
            codedCategoriesTable(id, names, {
              byLabel,
              byCode,
              expected: total > 0 ? expected : null,
              corrected,
              ...(confusion && { confusion }),
            }),
          ]
        : []),
      ...(calibrated ? [reliabilityTable(id, calibrated.bins)] : []),
    ],
    documentFiles: taught ? [codesFile(names, { labels, category, confidence, held }, context)] : [],
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

const heldOutOf = ({ heldOut, heldConfidence }: StackedCoding, labels: Int32Array) =>
  Array.from(labels.keys())
    .filter((i) => labels[i]! >= 0)
    .map((i) => ({ confidence: heldConfidence[i]!, right: heldOut[i] === labels[i] }))

/** The category of each document, who says so and how surely, and where in the text: offsets, no words. */
function codesFile(names: readonly string[], { labels, category, confidence }: Coded, { rows }: Context): DocumentFile {
  const spans = Array.from({ length: rows.n }, (_, i) => {
    const list = rows.list(`${id}.spans`, i)
    for (let at = 0; at < list.length; at += 3) if (list[at] === category[i]) return [list[at + 1]!, list[at + 2]!] as const
    return undefined
  })
  const of = (i: number): 'label' | 'coder' | null => (labels[i]! >= 0 ? 'label' : category[i]! >= 0 ? 'coder' : null)
  const each = <T>(value: (i: number) => T): T[] => Array.from({ length: rows.n }, (_, i) => value(i))
  return {
    file: 'coded-labels.csv',
    columns: [
      { title: 'category', values: each((i) => names[category[i]!] ?? null) },
      { title: 'by', values: each(of) },
      { title: 'confidence', values: each((i) => (of(i) === null ? null : of(i) === 'label' ? 1 : Number(confidence[i]!.toFixed(4)))) },
      { title: 'start', values: each((i) => spans[i]?.[0] ?? null) },
      { title: 'end', values: each((i) => spans[i]?.[1] ?? null) },
    ],
  }
}
