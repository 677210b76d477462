import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ConceptOptions, Instrument } from '@corpuscope/core'
import { readVocabulary, type Vocabulary } from '@corpuscope/features'
import { hashTable } from '@corpuscope/statistics'

/** A compiled vocabulary, and how an audit names it: by its hash. */
export interface ConceptVocabulary {
  readonly vocabulary: Vocabulary
  readonly instrument: Instrument
}

const compiled = new Map<string, ConceptVocabulary>()

/**
 * The vocabulary that these options name, compiled when it is first asked for, once a thread: whoever concludes need not hold it.
 *
 * @throws ConfigError when asked for, where the file is no vocabulary
 */
export function conceptVocabulary({ vocabulary: path, language = 'en' }: ConceptOptions): () => ConceptVocabulary {
  return () => {
    const key = `${language} ${path}`
    let made = compiled.get(key)
    if (!made) {
      const vocabulary = readVocabulary(path, { language })
      compiled.set(key, (made = { vocabulary, instrument: instrumentOf(basename(path), vocabulary) }))
    }
    return made
  }
}

function instrumentOf(file: string, { codes, names, typeOf, types, size, words, edges, conceptOf }: Vocabulary): Instrument {
  const hash = createHash('sha256')
  for (const list of [codes, names, types]) for (const each of list) hash.update(each).update('\n')
  // Which words there are and how they follow each other: all names.
  for (const column of [typeOf, hashTable.keys(words.byHash), edges.from, edges.word, edges.to, conceptOf]) hash.update(column)
  return {
    id: 'vocabulary',
    title: `${file}: ${size} names of ${codes.length} concepts`,
    fingerprint: hash.digest('hex').slice(0, 16),
  }
}
