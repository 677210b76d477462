import { type Interval, multinomialDraws, quantile, type Random } from '@corpuscope/statistics'

/** How good predictions are against labels. */
export interface Agreement {
  readonly n: number
  readonly accuracy: number
  /** Mean of F1 over the classes that are labelled or predicted at all. */
  readonly macroF1: number
  /** classes x classes, row-major: labels down, predictions across. */
  readonly confusion: Float64Array
}

/**
 * Accuracy, macro-F1 and confusion of predictions.
 *
 * @param labels  class of each document; those of -1 do not take part
 * @returns       null when no document takes part
 */
export function agreement(labels: ArrayLike<number>, predictions: ArrayLike<number>, classes: number): Agreement | null {
  const confusion = new Float64Array(classes * classes)
  let n = 0
  let right = 0
  for (let i = 0; i < labels.length; i++) {
    if (!(labels[i]! >= 0)) continue
    n++
    if (labels[i] === predictions[i]) right++
    confusion[labels[i]! * classes + predictions[i]!]!++
  }
  if (n === 0) return null
  return { n, accuracy: right / n, macroF1: macroF1Of(confusion, classes), confusion }
}

function macroF1Of(confusion: Float64Array, classes: number): number {
  let sum = 0
  let seen = 0
  for (let k = 0; k < classes; k++) {
    let labelled = 0
    let predicted = 0
    for (let j = 0; j < classes; j++) {
      labelled += confusion[k * classes + j]!
      predicted += confusion[j * classes + k]!
    }
    if (labelled + predicted === 0) continue
    seen++
    sum += (2 * confusion[k * classes + k]!) / (labelled + predicted)
  }
  return sum / seen
}

/**
 * Interval of macro-F1 by resampling documents (percentile bootstrap), widened to hold the value: categories of a few documents come and go with them.
 *
 * @returns null for fewer than two documents
 */
export function macroF1Interval(
  { confusion, macroF1, n }: Agreement,
  classes: number,
  { random, draws = 500 }: { readonly random: Random; readonly draws?: number },
): Interval | null {
  if (n < 2) return null
  const draw = multinomialDraws(
    confusion.map((count) => count / n),
    n,
    random,
  )
  const drawn = new Float64Array(confusion.length)
  const values = Float64Array.from({ length: draws }, () => {
    draw(drawn)
    return macroF1Of(drawn, classes)
  }).sort()
  return [Math.min(macroF1, quantile(values, 0.025)), Math.max(macroF1, quantile(values, 0.975))]
}

/** Predictions of like confidence: how sure they are, and how many are right. */
export interface ReliabilityBin {
  readonly n: number
  readonly confidence: number
  readonly accuracy: number
}

/**
 * Reliability of confidences, in bins of as many documents each, and the expected calibration error: the mean over documents of the distance between the
 * confidence of a bin and the share of it that is right.
 *
 * @returns null when there is no prediction
 * @see Naeini, Cooper & Hauskrecht 2015; Nguyen & O'Connor 2015 for bins of equal numbers
 */
export function calibration(
  predictions: readonly { readonly confidence: number; readonly right: boolean }[],
  bins = 10,
): { readonly error: number; readonly bins: readonly ReliabilityBin[] } | null {
  const sorted = [...predictions].sort((a, b) => a.confidence - b.confidence)
  const n = sorted.length
  if (n === 0) return null
  const made = Array.from({ length: Math.min(bins, n) }, (_, k, count = Math.min(bins, n)) => {
    const part = sorted.slice(Math.round((k * n) / count), Math.round(((k + 1) * n) / count))
    return {
      n: part.length,
      confidence: part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length,
      accuracy: part.filter(({ right }) => right).length / part.length,
    }
  })
  const error = made.reduce((sum, bin) => sum + bin.n * Math.abs(bin.confidence - bin.accuracy), 0) / n
  return { error, bins: made }
}

/**
 * A fold for each labelled document, every class spread evenly over the folds; documents of a class take their folds in the order given, so that
 * the caller's order (by key hash) is all the chance there is.
 *
 * @returns fold 0 to folds - 1; -1 where the label is -1
 */
export function stratifiedFolds(labels: ArrayLike<number>, order: ArrayLike<number>, folds: number): Int32Array {
  const fold = new Int32Array(labels.length).fill(-1)
  const byClass = new Map<number, number[]>()
  for (let i = 0; i < order.length; i++) {
    const document = order[i]!
    const label = labels[document]!
    if (label >= 0) byClass.set(label, [...(byClass.get(label) ?? []), document])
  }
  let next = 0
  for (const [, documents] of [...byClass].sort((a, b) => a[0] - b[0])) for (const document of documents) fold[document] = next++ % folds
  return fold
}
