import type { Document } from '@corpuscope/core'
import { classProbabilities, type LogisticModel, logisticRegression, type Sparse } from '@corpuscope/features'
import { words } from '@corpuscope/text'

/** A classifier of whole documents by their words. */
export interface DocumentClassifier {
  readonly classes: readonly string[]
  readonly idf: ReadonlyMap<number, { readonly column: number; readonly weight: number }>
  readonly model: LogisticModel
}

/** Words of fewer documents teach nothing that holds elsewhere. */
const fewestDocuments = 2

/** Multinomial logistic regression over TF-IDF of words, fitted on the labels of documents. */
export function trainClassifier(lessons: readonly { readonly document: Document; readonly label: string }[]): DocumentClassifier {
  const documents = new Map<number, number>()
  for (const { document } of lessons) for (const hash of words(document).hashes) documents.set(hash, (documents.get(hash) ?? 0) + 1)
  const idf: Map<number, { column: number; weight: number }> = new Map()
  for (const [hash, n] of documents)
    if (n >= fewestDocuments) idf.set(hash, { column: idf.size, weight: 1 + Math.log((1 + lessons.length) / (1 + n)) })
  const classes = [...new Set(lessons.map(({ label }) => label))].sort()
  const place = new Map(classes.map((label, k) => [label, k]))
  const matrix = matrixOf(
    lessons.map(({ document }) => document),
    idf,
  )
  // Unit rows over hundreds of words: a weak penalty, as scikit-learn's C = 10 is.
  const model = logisticRegression(
    matrix,
    lessons.map(({ label }) => place.get(label)!),
    classes.length,
    { penalty: 0.1, iterations: 100 },
  )
  return { classes, idf, model }
}

/** The likeliest label of each document. */
export function classified({ classes, idf, model }: DocumentClassifier, documents: readonly Document[]): string[] {
  const matrix = matrixOf(documents, idf)
  return documents.map((_, row) => {
    const probabilities = classProbabilities(model, matrix, row)
    let best = 0
    for (let k = 1; k < classes.length; k++) if (probabilities[k]! > probabilities[best]!) best = k
    return classes[best]!
  })
}

/** Rows of unit length: (1 + ln tf) x idf. */
function matrixOf(documents: readonly Document[], idf: DocumentClassifier['idf']): Sparse {
  const starts = new Uint32Array(documents.length + 1)
  const indices: number[] = []
  const values: number[] = []
  documents.forEach((document, row) => {
    const { hashes, frequencies } = words(document)
    const first = values.length
    let squares = 0
    for (let type = 0; type < hashes.length; type++) {
      const known = idf.get(hashes[type]!)
      if (!known) continue
      const value = (1 + Math.log(frequencies[type]!)) * known.weight
      indices.push(known.column)
      values.push(value)
      squares += value * value
    }
    for (let at = first; at < values.length; at++) values[at]! /= Math.sqrt(squares)
    starts[row + 1] = values.length
  })
  return { rows: documents.length, columns: idf.size, starts, indices: Uint32Array.from(indices), values: Float64Array.from(values) }
}
