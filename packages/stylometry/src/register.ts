import type { Analysis, Document } from '@corpuscope/core'
import { spellingPairs, wordClass, wordFacts } from '@corpuscope/features'
import { meanAndCv } from '@corpuscope/statistics'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'
import { notationOf } from './notation.ts'
import { type Profile, profile, wordsOfClass } from './profile.ts'

const european = 'no words, or a language other than en, fr, es, pt, de, it'
const english = 'no words, or not in English'
const none = 'no words'
const lists = 'Lists of the lexicon view, written for this project; register as in Biber 1988, Variation across Speech and Writing'

const measure = (
  id: string,
  title: string,
  unit: string,
  range: GroupedMeasure['range'],
  definition: string,
  leftOut: string,
  source = lists,
): GroupedMeasure => ({ id, title, unit, range, direction: 'descriptive', definition, source: { text: source }, leftOut })

const share = (id: string, title: string, definition: string, leftOut: string, source?: string): GroupedMeasure =>
  measure(id, title, 'share', [0, 1], definition, leftOut, source)

const per100 = 'per 100 words'

const measures: readonly GroupedMeasure[] = [
  share(
    'article-density',
    'Articles',
    'Mean over documents of articles (in English a, an, the) / words without digits. Telegraphic writing drops them.',
    european,
  ),
  share(
    'copula-density',
    'Copulas',
    'Mean over documents of copulas (in English is, am, are, was, were, been, being: a list that fits the published figure for SynGP500) / words without digits.',
    european,
  ),
  share(
    'pronoun-density',
    'Personal pronouns',
    'Mean over documents of personal and possessive pronouns / words without digits.',
    european,
  ),
  share(
    'negation-density',
    'Negations',
    'Mean over documents of negations (in English no, not, nil, without, denies and others) / words without digits.',
    european,
  ),
  share('function-word-share', 'Function words', 'Mean over documents of function words / words without digits.', european),
  measure(
    'passive-rate',
    'Passives',
    per100,
    [0, null],
    'Mean over documents of forms of "be" with a participle at most three words behind, per 100 words without digits.',
    english,
  ),
  share(
    'telegraphic-index',
    'Telegraphic sentences',
    'Mean over documents of sentences without article, copula, auxiliary or modal / sentences of two words or more. By word lists: a sentence whose only verb is a full verb counts as telegraphic.',
    'no sentence of two words, or a language other than en, fr, es, pt, de, it',
  ),
  share(
    'closed-sentence-share',
    'Words in closed sentences',
    'Mean over documents of words in sentences that end in a full stop, question or exclamation mark / words. Low where lines are notes and not sentences.',
    none,
  ),
  share(
    'abbreviation-rate',
    'Abbreviations',
    'Mean over documents of clinical abbreviations by the lexicon of 516 / words without digits.',
    english,
  ),
  share(
    'upper-case-word-share',
    'Words in capitals',
    'Mean over documents of words of two letters or more, all capitals / words without digits. Not for scripts without case.',
    'no letter that has a case',
  ),
  share('upper-case-share', 'Capitals', 'Mean over documents of capital letters / letters that have a case.', 'no letter that has a case'),
  share(
    'medical-term-density',
    'Medical terms',
    'Mean over documents of words of the medical lexicon (904 words, 287 drugs, 89 endings) / words without digits.',
    english,
  ),
  share(
    'british-spelling-share',
    'British spelling',
    `Mean over documents of words in British spelling, which is the Australian one of these words too / words that British and American English spell differently (${spellingPairs().length} pairs). See spelling-variety for -ise and program.`,
    'no word that is spelled in two ways, or not in English',
  ),
  measure(
    'punctuation-rate',
    'Punctuation',
    per100,
    [0, null],
    'Mean over documents of punctuation marks other than slashes per 100 words without digits.',
    none,
  ),
  measure(
    'symbol-rate',
    'Symbols',
    per100,
    [0, null],
    'Mean over documents of slashes, arrows, signs of arithmetic and other symbols per 100 words without digits.',
    none,
  ),
  measure(
    'slash-rate',
    'Slashes',
    per100,
    [0, null],
    'Mean over documents of slashes per 100 words without digits. Dates and blood pressures count.',
    none,
  ),
  measure(
    'arrow-rate',
    'Arrows',
    per100,
    [0, null],
    'Mean over documents of arrows, also those typed as -> => <-, per 100 words without digits.',
    none,
  ),
  measure(
    'up-down-rate',
    'Signs for up and down',
    per100,
    [0, null],
    'Mean over documents of arrows and triangles that point up or down, as for raised and lowered, per 100 words without digits.',
    none,
  ),
  share('digit-share', 'Digits', 'Mean over documents of digits / digits and letters of all scripts.', 'neither letter nor digit'),
  measure('unit-rate', 'Units', per100, [0, null], 'Mean over documents of units of measurement (5mg, 3 days) per 100 words.', european),
  measure(
    'word-length',
    'Word length',
    'letters',
    [0, null],
    'Mean over documents of letters / words without digits.',
    none,
    'Mendenhall 1887, Science 9:237-249',
  ),
  measure(
    'sentence-length',
    'Sentence length',
    'words',
    [0, null],
    'Mean over documents of words a sentence; a line break ends a sentence, unless the line is wrapped prose.',
    'no sentence',
    'Yule 1939, Biometrika 30:363-390',
  ),
  measure(
    'sentence-length-cv',
    'Variation of sentence length',
    'ratio',
    [0, null],
    'Mean over documents of the coefficient of variation of words a sentence. Machine-written text is often more even.',
    'fewer than five sentences',
    'Yule 1939, Biometrika 30:363-390',
  ),
]

const fewestForVariation = 5

/** The register of one document, by measure id. */
export function registerOf(document: Document): Record<string, number | null> {
  const counts: Profile = profile(document)
  const { language } = wordFacts(document)
  const of = (bit: number): number => wordsOfClass(counts, bit)
  const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
  const listed = (part: number, whole = counts.plainWords): number | null => (language ? ratio(part, whole) : null)
  const english = (part: number, whole = counts.plainWords): number | null => (language === 'en' ? ratio(part, whole) : null)
  const lengths = meanAndCv(counts.sentenceWords)
  const signs = notationOf(document.text)
  return {
    'article-density': listed(of(wordClass.article)),
    'copula-density': listed(of(wordClass.copula)),
    'pronoun-density': listed(of(wordClass.pronoun)),
    'negation-density': listed(of(wordClass.negation)),
    'function-word-share': listed(of(wordClass.functionWord)),
    'passive-rate': english(100 * counts.passives),
    'telegraphic-index': listed(counts.telegraphic, counts.clauses),
    'closed-sentence-share': ratio(
      counts.closedWords,
      counts.sentenceWords.reduce((sum, length) => sum + length, 0),
    ),
    'abbreviation-rate': english(of(wordClass.abbreviation)),
    'upper-case-word-share': counts.cased > 0 ? ratio(counts.upperCaseWords, counts.plainWords) : null,
    'upper-case-share': ratio(counts.upper, counts.cased),
    'medical-term-density': english(of(wordClass.medical)),
    'british-spelling-share': english(of(wordClass.british), of(wordClass.british) + of(wordClass.american)),
    'punctuation-rate': ratio(100 * counts.punctuation, counts.plainWords),
    'symbol-rate': ratio(100 * counts.symbols, counts.plainWords),
    'slash-rate': ratio(100 * signs.slashes, counts.plainWords),
    'arrow-rate': ratio(100 * signs.arrows, counts.plainWords),
    'up-down-rate': ratio(100 * signs.upDown, counts.plainWords),
    'digit-share': ratio(counts.digits, counts.digits + counts.allLetters),
    'unit-rate': listed(100 * of(wordClass.unit)),
    'word-length': ratio(counts.letters, counts.plainWords),
    'sentence-length': lengths?.mean ?? null,
    'sentence-length-cv': counts.sentences >= fewestForVariation ? (lengths?.cv ?? null) : null,
  }
}

/** In which register documents are written: what clinicians drop, shorten and abbreviate. */
export const register = (): Analysis<null> =>
  perDocumentGroup({ id: 'register', title: 'Register over documents', measures, of: registerOf })
