/** Labels held against out-of-fold probabilities. */
export interface ConfidentLabels {
  /** classes x classes, row-major: given label down, confident label across. */
  readonly joint: Float64Array
  /** Per class: how sure the model is of those labelled so, on average; NaN for a class without examples. */
  readonly thresholds: Float64Array
  /** Per example: the class it is confidently of, other than its own; -1 for the rest. */
  readonly other: Int32Array
}

/**
 * Confident learning: an example is counted for the likeliest class whose probability reaches what examples of that class have on average. Those
 * counted off the diagonal are likely label errors.
 *
 * @param probabilities  examples x classes, row-major, from models that did not see the example
 * @see Northcutt, Jiang & Chuang 2021, Confident Learning, JAIR 70, section 3.1
 */
export function confidentLabels(labels: ArrayLike<number>, probabilities: ArrayLike<number>, classes: number): ConfidentLabels {
  const thresholds = new Float64Array(classes)
  const sizes = new Float64Array(classes)
  for (let i = 0; i < labels.length; i++) {
    thresholds[labels[i]!]! += probabilities[i * classes + labels[i]!]!
    sizes[labels[i]!]!++
  }
  for (let k = 0; k < classes; k++) thresholds[k]! /= sizes[k]!
  const joint = new Float64Array(classes * classes)
  const other = new Int32Array(labels.length).fill(-1)
  for (let i = 0; i < labels.length; i++) {
    let best = -1
    for (let k = 0; k < classes; k++) {
      const p = probabilities[i * classes + k]!
      if (p >= thresholds[k]! && (best < 0 || p > probabilities[i * classes + best]!)) best = k
    }
    if (best < 0) continue
    joint[labels[i]! * classes + best]!++
    if (best !== labels[i]) other[i] = best
  }
  return { joint, thresholds, other }
}
