import type { Document, Row } from '@corpuscope/core'
import { isStopWord, language, words } from '@corpuscope/text'

/** In how many documents each term stands, by the term's 53-bit hash: plain data. */
export interface DocumentFrequencies {
  readonly documents: Map<number, number>
  /** The term itself; of two terms with one hash, the lesser. */
  readonly terms: Map<number, string>
  /** Terms that touch what identifies a person, in how many documents they do. */
  readonly identifying: Map<number, number>
}

const numeral = /^\p{N}+$/u
const beginsWithDigit = (word: string): boolean => {
  const unit = word.charCodeAt(0)
  return (unit >= 48 && unit <= 57) || unit > 127
}

/** Single letters and kana say nothing alone; a single ideograph or Hangul syllable is a word. */
const firstIdeograph = 0x3400

/** Whether a word can tell what a document is about: no stop word of its language, no number, no single letter. */
export const isTerm = (word: string, language: string): boolean =>
  !(word.length === 1 && word.charCodeAt(0) < firstIdeograph) &&
  !(beginsWithDigit(word) && numeral.test(word)) &&
  !isStopWord(word, language)

export const termCounts = {
  create: (): DocumentFrequencies => ({ documents: new Map(), terms: new Map(), identifying: new Map() }),

  /**
   * Counts the document's terms in, and returns them as the two lists `<name>.terms` (hashes) and `<name>.counts`.
   *
   * @param identifiers  places of the text that identify a person, in order
   */
  observe(
    { documents, terms, identifying }: DocumentFrequencies,
    document: Document,
    name: string,
    identifiers: readonly { readonly start: number; readonly end: number }[] = [],
  ): Row {
    const { vocabulary, frequencies, hashes } = words(document)
    for (const hash of touched(document, identifiers)) identifying.set(hash, (identifying.get(hash) ?? 0) + 1)
    const spoken = language(document).language
    const kept = new Float64Array(vocabulary.length)
    const counts = new Uint32Array(vocabulary.length)
    let length = 0
    for (let type = 0; type < vocabulary.length; type++) {
      const word = vocabulary[type]!
      if (!isTerm(word, spoken)) continue
      const hash = hashes[type]!
      kept[length] = hash
      counts[length++] = frequencies[type]!
      const before = documents.get(hash)
      documents.set(hash, (before ?? 0) + 1)
      if (before === undefined || word < terms.get(hash)!) terms.set(hash, word)
    }
    return { lists: { [`${name}.terms`]: kept.subarray(0, length), [`${name}.counts`]: counts.subarray(0, length) } }
  },

  merge(into: DocumentFrequencies, other: DocumentFrequencies): void {
    for (const [hash, count] of other.documents) into.documents.set(hash, (into.documents.get(hash) ?? 0) + count)
    for (const [hash, count] of other.identifying) into.identifying.set(hash, (into.identifying.get(hash) ?? 0) + count)
    for (const [hash, term] of other.terms) {
      const ours = into.terms.get(hash)
      if (ours === undefined || term < ours) into.terms.set(hash, term)
    }
  },
}

/** Hashes of the words that overlap one of the places. */
function touched(document: Document, places: readonly { readonly start: number; readonly end: number }[]): ReadonlySet<number> {
  const found = new Set<number>()
  if (places.length === 0) return found
  const { starts, ends, types, hashes, count } = words(document)
  let word = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    while (word > 0 && ends[word - 1]! > start) word--
    while (word < count && ends[word]! <= start) word++
    for (let at = word; at < count && starts[at]! < end; at++) found.add(hashes[types[at]!]!)
  }
  return found
}
