import { type Random, shuffle, symmetricEigen } from '@corpuscope/statistics'

/** Whether a linear rule can tell two samples apart that it has not seen, and whether it could by chance. */
export interface Separation {
  /** Documents told rightly / documents, each left out in turn; its own chance level is about one half. */
  readonly accuracy: number
  /** Mean of the same over permuted labels. */
  readonly chance: number
  /** (permutations that reach the accuracy + 1) / (permutations + 1). */
  readonly p: number
}

/**
 * Classifier two-sample test: ridge regression of +1 and -1 on the features, each document judged by the rule of all others. The fitted values are
 * linear in the labels, so that leaving out and permuting cost one multiplication by the hat matrix.
 *
 * @param scores  a row a document, columns with mean 0; the first half of the rows are the one sample, the second half the other
 * @param penalty strength of the ridge, above 0
 * @see Lopez-Paz & Oquab 2017, Revisiting Classifier Two-Sample Tests, ICLR; Golub, Heath & Wahba 1979 for leaving one out; Phipson & Smyth 2010 for p
 */
export function separation(scores: readonly Float64Array[], penalty: number, permutations: number, random: Random): Separation {
  const n = scores.length
  const hat = hatMatrix(scores, penalty)
  const labels = Float64Array.from(scores, (_, i) => (2 * i < n ? 1 : -1))
  const own = rightly(hat, labels)
  let reached = 0
  let sum = 0
  for (let round = 0; round < permutations; round++) {
    const chance = rightly(hat, shuffle(labels, random))
    sum += chance
    if (chance >= own) reached++
  }
  return { accuracy: own / n, chance: sum / permutations / n, p: (reached + 1) / (permutations + 1) }
}

/** X (X'X + penalty I)^-1 X', row-major, by the eigenvectors of X'X. */
function hatMatrix(scores: readonly Float64Array[], penalty: number): Float64Array {
  const n = scores.length
  const m = scores[0]!.length
  const products = new Float64Array(m * m)
  for (const row of scores) for (let j = 0; j < m; j++) for (let k = 0; k < m; k++) products[j * m + k]! += row[j]! * row[k]!
  const { values, vectors } = symmetricEigen(products, m, { vectors: true })
  const along = scores.map((row) => {
    const turned = new Float64Array(m)
    for (let j = 0; j < m; j++) if (row[j] !== 0) for (let c = 0; c < m; c++) turned[c]! += row[j]! * vectors[j * m + c]!
    for (let c = 0; c < m; c++) turned[c]! /= Math.sqrt(Math.max(0, values[c]!) + penalty)
    return turned
  })
  const hat = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let c = 0; c < m; c++) sum += along[i]![c]! * along[j]![c]!
      hat[i * n + j] = sum
      hat[j * n + i] = sum
    }
  return hat
}

function rightly(hat: Float64Array, labels: Float64Array): number {
  const n = labels.length
  let right = 0
  for (let i = 0; i < n; i++) {
    let fitted = 0
    for (let j = 0; j < n; j++) fitted += hat[i * n + j]! * labels[j]!
    // What the rule of all others says: (fitted - h y) / (1 - h), whose sign is that of the numerator.
    if ((fitted - hat[i * n + i]! * labels[i]!) * labels[i]! > 0) right++
  }
  return right
}
