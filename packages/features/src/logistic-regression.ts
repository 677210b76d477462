import type { Sparse } from './sparse.ts'

/** A fitted model: a row of weights a column, with the intercepts last. */
export interface LogisticModel {
  readonly classes: number
  readonly columns: number
  /** (columns + 1) x classes, row-major: the weights of one column lie together. */
  readonly weights: Float64Array
}

export interface LogisticOptions {
  /** Strength of the squared penalty on all weights but the intercepts, above 0. */
  readonly penalty?: number
  readonly iterations?: number
}

/**
 * Multinomial logistic regression with a squared penalty, by accelerated gradient descent from 0: no randomness, the same weights in every run.
 *
 * @param matrix   rows are documents
 * @param labels   class of each row; rows with -1 do not take part
 * @param classes  1 or more
 * @see Nesterov 1983 for the acceleration, restarted where it overshoots (O'Donoghue & Candès 2015); Hastie, Tibshirani & Friedman 2009, section 4.4
 */
export function logisticRegression(
  matrix: Sparse,
  labels: ArrayLike<number>,
  classes: number,
  { penalty = 1, iterations = 60 }: LogisticOptions = {},
): LogisticModel {
  const { columns, starts, indices, values } = matrix
  const size = classes * (columns + 1)
  const intercepts = classes * columns
  const weights = new Float64Array(size)
  const rows: number[] = []
  const frequency = new Float64Array(classes)
  for (let row = 0; row < matrix.rows; row++) {
    if (!(labels[row]! >= 0)) continue
    rows.push(row)
    frequency[labels[row]!]!++
  }
  if (rows.length === 0) return { classes, columns, weights }
  // A class without a document keeps a chance, as one half of a document would give it.
  for (let k = 0; k < classes; k++) weights[intercepts + k] = Math.log((frequency[k]! + 0.5) / (rows.length + 0.5 * classes))
  // The Hessian of the softmax is at most 1/2 of the rows' outer products. The column of ones, which every row has, would slow down all others: it
  // gets a step of its own.
  const spread = largestEigenvalue(matrix, rows)
  const step = 1 / (spread + penalty)
  const interceptStep = 1 / rows.length
  const looked = weights.slice()
  let current = weights
  let momentum = 1
  const gradient = new Float64Array(size)
  const scores = new Float64Array(classes)
  for (let iteration = 0; iteration < iterations; iteration++) {
    gradient.fill(0)
    for (const row of rows) {
      scoresOf(looked, classes, intercepts, indices, values, starts[row]!, starts[row + 1]!, scores)
      softmax(scores)
      scores[labels[row]!]! -= 1
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const base = indices[i]! * classes
        const value = values[i]!
        for (let k = 0; k < classes; k++) gradient[base + k]! += scores[k]! * value
      }
      for (let k = 0; k < classes; k++) gradient[intercepts + k]! += scores[k]!
    }
    const next = new Float64Array(size)
    let uphill = 0
    for (let i = 0; i < size; i++) {
      const slope = gradient[i]! + (i >= intercepts ? 0 : penalty * looked[i]!)
      next[i] = looked[i]! - (i >= intercepts ? interceptStep : step) * slope
      uphill += slope * (next[i]! - current[i]!)
    }
    if (uphill > 0) momentum = 1
    const following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const push = (momentum - 1) / following
    for (let i = 0; i < size; i++) looked[i] = next[i]! + push * (next[i]! - current[i]!)
    current = next
    momentum = following
  }
  return { classes, columns, weights: current }
}

/** Of the rows' outer products, from below by power iteration and a tenth more. */
function largestEigenvalue({ columns, starts, indices, values }: Sparse, rows: readonly number[]): number {
  let direction = new Float64Array(columns).fill(1)
  let value = 0
  for (let turn = 0; turn < 12; turn++) {
    const next = new Float64Array(columns)
    for (const row of rows) {
      let dot = 0
      for (let i = starts[row]!; i < starts[row + 1]!; i++) dot += values[i]! * direction[indices[i]!]!
      for (let i = starts[row]!; i < starts[row + 1]!; i++) next[indices[i]!]! += dot * values[i]!
    }
    let squares = 0
    for (const each of next) squares += each * each
    const length = Math.sqrt(squares)
    if (!(length > 0)) return 0
    let before = 0
    for (const each of direction) before += each * each
    value = length / Math.sqrt(before)
    direction = next.map((each) => each / length)
  }
  return 1.1 * value
}

function scoresOf(
  weights: Float64Array,
  classes: number,
  intercepts: number,
  indices: Uint32Array,
  values: Float64Array,
  from: number,
  to: number,
  into: Float64Array,
): void {
  for (let k = 0; k < classes; k++) into[k] = weights[intercepts + k]!
  for (let i = from; i < to; i++) {
    const base = indices[i]! * classes
    const value = values[i]!
    for (let k = 0; k < classes; k++) into[k]! += weights[base + k]! * value
  }
}

function softmax(scores: Float64Array): void {
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - most)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

/** Probabilities of the classes for one row of a matrix with the model's columns; a temperature above 1 makes them less sure. */
export function classProbabilities(model: LogisticModel, { starts, indices, values }: Sparse, row: number, temperature = 1): Float64Array {
  const scores = new Float64Array(model.classes)
  scoresOf(model.weights, model.classes, model.classes * model.columns, indices, values, starts[row]!, starts[row + 1]!, scores)
  for (let k = 0; k < scores.length; k++) scores[k]! /= temperature
  softmax(scores)
  return scores
}
