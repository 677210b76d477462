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
  /** Calibrated probability of that class, calibrated without the document too; NaN for the others. */
  readonly heldConfidence: Float64Array
  /** Brier score of the held-out probabilities, mean over documents of sum (p - y)^2 over classes: 0 (certain and right) to 2. */
  readonly brier: number
  readonly mix: Mix
}

/** How the two are put together. */
export interface Mix {
  /** How much the lexicon's share of points counts against the log-probability of the terms. */
  readonly lexicon: number
  /** Divides the scores, so that confidence is as large as accuracy (Guo et al. 2017). */
  readonly temperature: number
}

const folds = 5
const iterations = 20
const penalty = 0.2
const lexiconWeights = [0, 1, 3, 6, 9, 14] as const
/** More documents choose the mix no better. */
const mostChoosing = 2000

/** Log-probabilities by terms, and shares of the lexicon's points, of some documents. */
interface Scored {
  readonly terms: Float64Array
  readonly lexicon: Float64Array
  readonly classes: number
}

/**
 * Codes documents from a lexicon's points and a logistic regression over TF-IDF trained on the labelled ones. Accuracy and calibration come from nested
 * cross-validation: how the two are mixed is chosen for each of five folds by models that saw neither it nor the documents they are judged on.
 *
 * The lexicon's rules are no part of it: rules that were written with the same labels in view flatter them.
 *
 * @param matrix   term weights, a row a document
 * @param points   documents x classes, row-major: points of a lexicon coder, zeros where there is none
 * @param labels   class of each document, -1 where it has no label
 * @param order    document numbers in an order that has nothing to do with their content, such as by hash
 * @returns        null when no document is labelled
 * @see Varma & Simon 2006, Bias in Error Estimation when Using Cross-Validation for Model Selection
 */
export function stackedCoding(
  matrix: Sparse,
  points: Float64Array | Float32Array,
  labels: Int32Array,
  classes: number,
  order: ArrayLike<number>,
): StackedCoding | null {
  const labelled = Array.from(order).filter((i) => labels[i]! >= 0)
  if (labelled.length === 0) return null
  const fold = stratifiedFolds(labels, order, folds)
  const own = Int32Array.from(labelled, (i) => labels[i]!)
  const foldOf = Int32Array.from(labelled, (i) => fold[i]!)
  const lexicon = lexiconShares(points, labelled, classes)
  const train = (leftOut: readonly number[]) =>
    logisticRegression(
      matrix,
      labels.map((label, i) => (label >= 0 && !leftOut.includes(fold[i]!) ? label : -1)),
      classes,
      { penalty, iterations },
    )
  const score = (model: ReturnType<typeof train>, into: Float64Array, apply: (at: number) => boolean): void => {
    for (const [at, i] of labelled.entries()) if (apply(at)) into.set(logarithms(classProbabilities(model, matrix, i)), at * classes)
  }

  // A model without folds j and k is an inner one of both.
  const outer: Scored = { terms: new Float64Array(labelled.length * classes), lexicon, classes }
  const inner = Array.from({ length: folds }, (): Scored => ({ ...outer, terms: new Float64Array(labelled.length * classes) }))
  for (let k = 0; k < folds; k++) {
    score(train([k]), outer.terms, (at) => foldOf[at] === k)
    for (let j = 0; j < k; j++) {
      const model = train([j, k])
      score(model, inner[k]!.terms, (at) => foldOf[at] === j)
      score(model, inner[j]!.terms, (at) => foldOf[at] === k)
    }
  }
  const mixes = inner.map((scored, k) => bestMix(scored, own, (at) => foldOf[at] !== k))

  const n = labels.length
  const heldOut = new Int32Array(n).fill(-1)
  const heldConfidence = new Float64Array(n).fill(Number.NaN)
  let squares = 0
  for (const [at, i] of labelled.entries()) {
    const chances = probabilities(outer, at, mixes[foldOf[at]!]!)
    heldOut[i] = greatest(chances)
    heldConfidence[i] = chances[heldOut[i]!]!
    squares += chances.reduce((sum, chance, k) => sum + (chance - (k === own[at] ? 1 : 0)) ** 2, 0)
  }

  const mix = bestMix(outer, own, () => true)
  const model = train([])
  const predicted = labels.slice()
  const confidence = new Float64Array(n).fill(1)
  for (let i = 0; i < n; i++) {
    if (labels[i] !== -1) continue
    const scored = { terms: logarithms(classProbabilities(model, matrix, i)), lexicon: lexiconShares(points, [i], classes), classes }
    const chances = probabilities(scored, 0, mix)
    predicted[i] = greatest(chances)
    confidence[i] = chances[predicted[i]!]!
  }
  const held = agreement(labels, heldOut, classes)!
  return { predicted, confidence, held, heldOut, heldConfidence, brier: squares / labelled.length, mix }
}

const logarithms = (chances: Float64Array): Float64Array => chances.map((chance) => Math.log(Math.max(chance, 1e-12)))

function lexiconShares(points: ArrayLike<number>, documents: readonly number[], classes: number): Float64Array {
  const shares = new Float64Array(documents.length * classes)
  for (const [at, i] of documents.entries()) {
    let total = 0
    for (let k = 0; k < classes; k++) total += points[i * classes + k]!
    if (total > 0) for (let k = 0; k < classes; k++) shares[at * classes + k] = points[i * classes + k]! / total
  }
  return shares
}

function probabilities({ terms, lexicon, classes }: Scored, row: number, { lexicon: weight, temperature }: Mix): Float64Array {
  const scores = new Float64Array(classes)
  let most = -Infinity
  for (let k = 0; k < classes; k++) {
    scores[k] = (terms[row * classes + k]! + weight * lexicon[row * classes + k]!) / temperature
    if (scores[k]! > most) most = scores[k]!
  }
  let sum = 0
  for (let k = 0; k < classes; k++) {
    scores[k] = Math.exp(scores[k]! - most)
    sum += scores[k]!
  }
  for (let k = 0; k < classes; k++) scores[k]! /= sum
  return scores
}

function greatest(values: Float64Array): number {
  let best = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k
  return best
}

/** The mix of the least log-loss: weights are tried in turn, the temperature by golden section of its logarithm. */
function bestMix(scored: Scored, labels: Int32Array, use: (at: number) => boolean): Mix {
  const rows: number[] = []
  for (let at = 0; at < labels.length && rows.length < mostChoosing; at++) if (use(at)) rows.push(at)
  let best: { readonly mix: Mix; readonly loss: number } | undefined
  for (const lexicon of lexiconWeights) {
    const loss = (temperature: number): number => {
      let sum = 0
      for (const at of rows) sum -= Math.log(Math.max(1e-300, probabilities(scored, at, { lexicon, temperature })[labels[at]!]!))
      return sum
    }
    const temperature = leastOf(loss)
    const found = { mix: { lexicon, temperature }, loss: loss(temperature) }
    if (!best || found.loss < best.loss) best = found
  }
  return best!.mix
}

function leastOf(loss: (temperature: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(0.2), Math.log(20)]
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)]
  let [atLeft, atRight] = [loss(Math.exp(left)), loss(Math.exp(right))]
  for (let step = 0; step < 16; step++)
    if (atLeft < atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - ratio * (high - low)
      atLeft = loss(Math.exp(left))
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + ratio * (high - low)
      atRight = loss(Math.exp(right))
    }
  return Math.exp((low + high) / 2)
}
