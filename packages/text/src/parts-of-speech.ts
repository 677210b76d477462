interface Tagger {
  readonly tag: (words: readonly string[]) => { readonly taggedWords: readonly { readonly tag: string }[] }
}
interface Brill {
  readonly BrillPOSTagger: new (lexicon: unknown, rules: unknown) => Tagger
  readonly Lexicon: new (language: string, fallback: string, capitalised: string) => unknown
  readonly RuleSet: new (language: string) => unknown
}

let tagger: Tagger | undefined

/**
 * Penn Treebank tags of the words of one English sentence, by natural's Brill tagger; its lexicon takes a tenth of a second and 40 MB at first
 * use. A word it does not know is a noun, a capitalised one a name. Its accuracy on telegraphic notes has not been measured.
 *
 * @param words  as written, with capitals
 * @see Brill 1992, A simple rule-based part of speech tagger
 * @example partsOfSpeech(['The', 'patient', 'denies', 'pain']) // ['DT', 'NN', 'VBZ', 'NN']
 */
export function partsOfSpeech(words: readonly string[]): string[] {
  if (!tagger) {
    const brill: Brill = require('natural/lib/natural/brill_pos_tagger/index.js')
    tagger = new brill.BrillPOSTagger(new brill.Lexicon('EN', 'NN', 'NNP'), new brill.RuleSet('EN'))
  }
  return tagger.tag(words).taggedWords.map(({ tag }) => tag)
}
