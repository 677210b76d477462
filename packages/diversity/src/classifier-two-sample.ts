import { classProbabilities, logisticRegression, type Sparse, stratifiedFolds } from '@corpuscope/features'
import { criticalValue, type Interval } from '@corpuscope/statistics'
import type { Points } from './two-samples.ts'

/** A softmax with two classes shares the weight between them: twice the penalty is that of a logistic regression with C = 1. */
const penalty = 2
const folds = 5

/**
 * Classifier two-sample test: how well a logistic regression (C = 1) on the vectors tells the corpora apart in documents that it has not seen.
 *
 * @returns area under the ROC curve, 0.5 (not at all) to 1, five-fold cross-validated, with a 95 % interval (DeLong)
 * @see Lopez-Paz & Oquab 2017, Revisiting classifier two-sample tests, ICLR
 */
export function classifierTwoSample(x: Points, y: Points, d: number): { readonly auc: number; readonly interval: Interval } {
  const size = x.n + y.n
  const labels = Int32Array.from({ length: size }, (_, i) => (i < x.n ? 0 : 1))
  const fold = stratifiedFolds(labels, Uint32Array.from(labels.keys()), folds)
  const values = new Float64Array(size * d)
  values.set(x.vectors.subarray(0, x.n * d))
  values.set(y.vectors.subarray(0, y.n * d), x.n * d)
  const matrix: Sparse = {
    rows: size,
    columns: d,
    starts: Uint32Array.from({ length: size + 1 }, (_, i) => i * d),
    indices: Uint32Array.from(values, (_, at) => at % d),
    values,
  }
  const scores = new Float64Array(size)
  for (let held = 0; held < folds; held++) {
    const trained = labels.map((label, i) => (fold[i] === held ? -1 : label))
    const model = logisticRegression(matrix, trained, 2, { penalty })
    for (let i = 0; i < size; i++) if (fold[i] === held) scores[i] = classProbabilities(model, matrix, i)[1]!
  }
  return areaUnderCurve(scores.subarray(0, x.n), scores.subarray(x.n))
}

/**
 * Area under the ROC curve: the share of pairs in which the positive has the higher score, ties counting half.
 *
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837, for the standard error
 */
export function areaUnderCurve(negatives: Float64Array, positives: Float64Array): { readonly auc: number; readonly interval: Interval } {
  const above = placements(positives, negatives)
  const below = placements(negatives, positives).map((value) => 1 - value)
  const auc = above.reduce((sum, value) => sum + value, 0) / above.length
  const error = Math.sqrt(variance(above, auc) / above.length + variance(below, auc) / below.length)
  const reach = criticalValue(0.95) * error
  return { auc, interval: [Math.max(0, auc - reach), Math.min(1, auc + reach)] }
}

/** For each score, the share of the others below it, equal ones counting half. */
function placements(scores: Float64Array, others: Float64Array): Float64Array {
  const sorted = others.slice().sort()
  const below = (score: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]! < score || (orEqual && sorted[middle] === score)) low = middle + 1
      else high = middle
    }
    return low
  }
  return scores.map((score) => (below(score, false) + below(score, true)) / (2 * sorted.length))
}

const variance = (values: Float64Array, mean: number): number =>
  values.length < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
