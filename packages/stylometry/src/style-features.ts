import type { Document, Rows } from '@corpuscope/core'
import { functionWordNames, wordClass, wordFacts } from '@corpuscope/features'
import { bottomK } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { profile } from './profile.ts'

/** Habits of writing that are no words, in a fixed order. */
export const habitNames = [
  'punctuation',
  'symbols',
  'digits',
  'capitals',
  'word length',
  'sentence length',
  'telegraphic sentences',
] as const

/** Documents of fewer words say little of their writer. */
export const fewestWords = 100

/** Without content words: what a document leaves of its style, to be kept as the lists `<name>.words` and `<name>.habits`. */
export function styleOf(document: Document, name: string): Record<string, Float64Array> {
  const { classes } = wordFacts(document)
  const { count, hashes, frequencies } = words(document)
  const kept: number[] = []
  for (let type = 0; type < hashes.length; type++)
    if ((classes[type]! & wordClass.functionWord) !== 0) kept.push(hashes[type]!, frequencies[type]! / count)
  return { [`${name}.words`]: new Float64Array(kept), [`${name}.habits`]: new Float64Array(habitsOf(document)) }
}

function habitsOf(document: Document): number[] {
  const counts = profile(document)
  const per = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)
  return [
    per(counts.punctuation, counts.plainWords),
    per(counts.symbols, counts.plainWords),
    per(counts.digits, counts.digits + counts.allLetters),
    per(counts.upper, counts.cased),
    per(counts.letters, counts.plainWords),
    per(
      counts.sentenceWords.reduce((sum, length) => sum + length, 0),
      counts.sentences,
    ),
    per(counts.telegraphic, counts.clauses),
  ]
}

/** Documents that left their style under a name, in the order of their keys' hashes, at most `size`. */
export function styled(rows: Rows, name: string, size: number): number[] {
  const sample = bottomK.create<number>(size)
  for (let i = 0; i < rows.n; i++) if (rows.list(`${name}.habits`, i).length > 0) bottomK.add(sample, rows.keys[i]!, i)
  return bottomK.entries(sample).map(([, i]) => i)
}

/** The language of most of these documents; of two, the first by its code. */
export function commonestLanguage(languages: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['']
  return commonest
}

export interface StyleTable {
  /** A row a document: relative frequencies of the commonest function words, most frequent first, then the habits. */
  readonly rows: Float64Array[]
  /** What each column is, for the reader. */
  readonly names: readonly string[]
}

/** The features of documents, which may lie in two corpora. */
export function styleTable(
  documents: readonly { readonly rows: Rows; readonly i: number }[],
  name: string,
  language: string,
  mostWords: number,
): StyleTable {
  const totals = new Map<number, number>()
  for (const { rows, i } of documents) {
    const list = rows.list(`${name}.words`, i)
    for (let at = 0; at < list.length; at += 2) totals.set(list[at]!, (totals.get(list[at]!) ?? 0) + list[at + 1]!)
  }
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostWords)
  const column = new Map(ranked.map(([hash], j) => [hash, j]))
  const known = functionWordNames(language)
  return {
    names: [...ranked.map(([hash], j) => known.get(hash) ?? `function word ${j + 1}`), ...habitNames],
    rows: documents.map(({ rows, i }) => {
      const features = new Float64Array(ranked.length + habitNames.length)
      const list = rows.list(`${name}.words`, i)
      for (let at = 0; at < list.length; at += 2) {
        const j = column.get(list[at]!)
        if (j !== undefined) features[j] = list[at + 1]!
      }
      features.set(rows.list(`${name}.habits`, i), ranked.length)
      return features
    }),
  }
}
