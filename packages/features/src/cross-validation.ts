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
  return { n, accuracy: right / n, macroF1: sum / seen, confusion }
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
