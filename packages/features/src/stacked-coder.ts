import { type Agreement, agreement, stratifiedFolds } from './cross-validation.ts'
import { classProbabilities, logisticRegression } from './logistic-regression.ts'
import type { Sparse } from './sparse.ts'

/** What a coder learnt from labelled documents, and what it says of all. */
export interface StackedCoding {
  /** Class of each document: its label where it has one, else the most probable class. */
  readonly predicted: Int32Array
  /** Calibrated probability of that class; 1 for a label. */
  readonly confidence: Float64Array
  /** Of the labelled documents, each predicted by a model that never saw it. */
  readonly held: Agreement
  /** Held-out class of each labelled document; -1 for the others. */
  readonly heldOut: Int32Array
  /** Divides the log-probabilities so that held-out confidence is as large as held-out accuracy. */
  readonly temperature: number
}

const folds = 5
const iterations = 20
const penalty = 0.2
/** How much the lexicon's share of points counts against the log-probability of the terms. Chosen from 0, 1, 2, 3, 4, 6, 9, 14 in cross-validation: 6 to 14 are alike. */
const lexiconWeight = 9

/**
 * Codes documents from a lexicon's points and a logistic regression over TF-IDF trained on the labelled ones; accuracy by five-fold cross-validation.
 *
 * @param matrix   term weights, a row a document
 * @param points   documents x classes, row-major: points of a lexicon coder, zeros where there is none
 * @param labels   class of each document, -1 where it has no label
 * @param order    document numbers in an order that has nothing to do with their content, such as by hash
 * @returns        null when no document is labelled
 */
export function stackedCoding(
  matrix: Sparse,
  points: Float64Array | Float32Array,
  labels: Int32Array,
  classes: number,
  order: ArrayLike<number>,
): StackedCoding | null {
  const n = labels.length
  const fold = stratifiedFolds(labels, order, folds)
  const scores = new Float64Array(n * classes)
  const score = (train: (i: number) => boolean, apply: (i: number) => boolean): void => {
    const seen = labels.map((label, i) => (train(i) ? label : -1))
    const model = logisticRegression(matrix, seen, classes, { penalty, iterations })
    for (let i = 0; i < n; i++) if (apply(i)) scores.set(stacked(classProbabilities(model, matrix, i), points, i, classes), i * classes)
  }
  for (let k = 0; k < folds; k++)
    score(
      (i) => fold[i]! >= 0 && fold[i] !== k,
      (i) => fold[i] === k,
    )
  const heldOut = labels.map((label, i) => (label >= 0 ? greatest(scores, i, classes) : -1))
  const held = agreement(labels, heldOut, classes)
  if (!held) return null
  const temperature = calibration(scores, labels, classes)
  score(
    (i) => labels[i]! >= 0,
    (i) => labels[i] === -1,
  )
  const predicted = labels.map((label, i) => (label >= 0 ? label : greatest(scores, i, classes)))
  const confidence = Float64Array.from(labels, (label, i) => (label >= 0 ? 1 : probability(scores, i, classes, predicted[i]!, temperature)))
  return { predicted, confidence, held, heldOut, temperature }
}

function stacked(probabilities: Float64Array, points: ArrayLike<number>, row: number, classes: number): Float64Array {
  let total = 0
  for (let k = 0; k < classes; k++) total += points[row * classes + k]!
  return probabilities.map(
    (each, k) => Math.log(Math.max(each, 1e-12)) + (total > 0 ? (lexiconWeight * points[row * classes + k]!) / total : 0),
  )
}

function greatest(scores: Float64Array, row: number, classes: number): number {
  let best = 0
  for (let k = 1; k < classes; k++) if (scores[row * classes + k]! > scores[row * classes + best]!) best = k
  return best
}

function probability(scores: Float64Array, row: number, classes: number, of: number, temperature: number): number {
  const own = scores[row * classes + of]!
  let sum = 0
  for (let k = 0; k < classes; k++) sum += Math.exp((scores[row * classes + k]! - own) / temperature)
  return 1 / sum
}

/** The temperature of the least held-out log-loss (Guo et al. 2017), by golden section of its logarithm. */
function calibration(scores: Float64Array, labels: Int32Array, classes: number): number {
  const loss = (temperature: number): number => {
    let sum = 0
    for (let i = 0; i < labels.length; i++)
      if (labels[i]! >= 0) sum -= Math.log(Math.max(1e-300, probability(scores, i, classes, labels[i]!, temperature)))
    return sum
  }
  const ratio = (Math.sqrt(5) - 1) / 2
  let low = Math.log(0.2)
  let high = Math.log(20)
  for (let step = 0; step < 30; step++) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)]
    if (loss(Math.exp(left)) < loss(Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}
