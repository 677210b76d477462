import type { Document, Row } from '@corpuscope/core'
import { isStopWord, language, words } from '@corpuscope/text'

/** In how many documents each term stands, by the term's 53-bit hash: plain data. */
export interface DocumentFrequencies {
  readonly documents: Map<number, number>
  /** The term itself; of two terms with one hash, the lesser. */
  readonly terms: Map<number, string>
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
  create: (): DocumentFrequencies => ({ documents: new Map(), terms: new Map() }),

  /** Counts the document's terms in, and returns them as the two lists `<name>.terms` (hashes) and `<name>.counts`. */
  observe({ documents, terms }: DocumentFrequencies, document: Document, name: string): Row {
    const { vocabulary, frequencies, hashes } = words(document)
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
    for (const [hash, term] of other.terms) {
      const ours = into.terms.get(hash)
      if (ours === undefined || term < ours) into.terms.set(hash, term)
    }
  },
}
