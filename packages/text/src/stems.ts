import { type EuropeanLanguage, isEuropean } from './stop-words.ts'

interface Stemmer {
  readonly stem: (word: string) => string
}

// Loading all six costs a tenth of a second from disk, and most runs need none or one. A bundler puts the files in and keeps them lazy.
const load: Record<EuropeanLanguage, () => Stemmer> = {
  en: () => require('natural/lib/natural/stemmers/porter_stemmer.js'),
  fr: () => require('natural/lib/natural/stemmers/porter_stemmer_fr.js'),
  es: () => require('natural/lib/natural/stemmers/porter_stemmer_es.js'),
  pt: () => require('natural/lib/natural/stemmers/porter_stemmer_pt.js'),
  de: () => require('natural/lib/natural/stemmers/porter_stemmer_de.js'),
  it: () => require('natural/lib/natural/stemmers/porter_stemmer_it.js'),
}

const elision: Partial<Record<EuropeanLanguage, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['\u2019]/,
  it: /^(?:[cdlmstv]|un|dell|all|nell|sull|dall|coll|quest|quell)['\u2019]/,
}
const possessive = /['\u2019]s?$/

const stemmers = new Map<EuropeanLanguage, (word: string) => string>()

// Words longer than this are no words of a language, and one stemmer is worse than linear in them.
const longest = 64
const remembered = 50_000

function stemmerOf(language: EuropeanLanguage): (word: string) => string {
  const known = stemmers.get(language)
  if (known) return known
  const stemmer = load[language]()
  const stems = new Map<string, string>()
  const remove = elision[language]
  const made = (word: string) => {
    const seen = stems.get(word)
    if (seen !== undefined) return seen
    const bare = language === 'en' ? word.replace(possessive, '') : remove ? word.replace(remove, '') : word
    const stem = stemmer.stem(bare)
    // Emptied as a whole when full: cheaper than counting uses, and the frequent words are back within a document.
    if (stems.size >= remembered) stems.clear()
    stems.set(word, stem)
    return stem
  }
  stemmers.set(language, made)
  return made
}

/**
 * The stem of a lower-cased word: Porter's and the Snowball algorithms as `natural` has them (en, fr, es, pt, de, it). English possessives
 * and French and Italian elisions are taken off first. The word itself in any other language and beyond 64 units.
 *
 * @example stem('fractures', 'en') // 'fractur'
 */
export function stem(word: string, language: string): string {
  if (word.length > longest || !isEuropean(language)) return word
  return stemmerOf(language)(word)
}
