import type { Analysis, Document } from '@corpuscope/core'
import {
  clinicalAbbreviationsOf,
  finiteVerbs,
  lexiconLanguages,
  medicalEndings,
  medicalWords,
  spellingPairs,
  wordClass,
  wordFacts,
} from '@corpuscope/features'
import { meanAndCv } from '@corpuscope/statistics'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'
import { notationOf } from './notation.ts'
import { type Profile, profile, wordsOfClass } from './profile.ts'

/** Which documents a measure leaves out, and the languages it holds for. */
interface Holds {
  readonly leftOut: string
  readonly languages: 'any' | readonly string[]
}

const within = (languages: readonly string[], without = 'no words'): Holds => ({
  leftOut: `${without}, or a language other than ${languages.join(', ')}`,
  languages,
})
const inAny = (leftOut: string): Holds => ({ leftOut, languages: 'any' })

const european = within(lexiconLanguages.functionWords)
const passives = within(lexiconLanguages.passives)
const abbreviated = within(lexiconLanguages.abbreviations)
const medical = within(lexiconLanguages.medicalTerms)
const none = inAny('no words')
const lists = 'Lists of the lexicon view, written for this project; register as in Biber 1988, Variation across Speech and Writing'

const measure = (
  id: string,
  title: string,
  unit: string,
  range: GroupedMeasure['range'],
  definition: string,
  { leftOut, languages }: Holds,
  source = lists,
): GroupedMeasure => ({
  id,
  title,
  unit,
  range,
  direction: 'descriptive',
  definition,
  source: { text: source },
  leftOut,
  languages: languages === 'any' ? languages : [...languages],
})

const share = (id: string, title: string, definition: string, holds: Holds, source?: string): GroupedMeasure =>
  measure(id, title, 'share', [0, 1], definition, holds, source)

const per100 = 'per 100 words'

const measures: readonly GroupedMeasure[] = [
  share(
    'article-density',
    'Articles',
    'Mean over documents of articles (in English a, an, the; elided and contracted ones too: l’examen, du, della) / words without digits. Telegraphic writing drops them.',
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
    'Mean over documents of personal and possessive pronouns, those joined by an apostrophe too (j’avais, qu’il), / words without digits.',
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
    'Mean over documents of passives per 100 words without digits: a form of "be" (French être, Spanish and Portuguese ser) with a participle behind it, at most three adverbs or negations between; German werden with a second participle anywhere behind it in the sentence, or directly before; Italian venire, stato and essere. Participles by their endings and by lists, without adjectives and nouns that look alike. In Italian è with a participle, which may be a perfect (è caduto), is not counted.',
    passives,
    `Biber 1988, Variation across Speech and Writing, appendix II; ${lists}`,
  ),
  share(
    'telegraphic-index',
    'Telegraphic sentences',
    `Mean over documents of sentences without an article and without a finite verb / sentences of two words or more. A finite verb is a copula, auxiliary or modal, one of our list of common verb forms (${lexiconLanguages.functionWords.map((language) => `${language} ${finiteVerbs(language)}`).join(', ')}), a word with an ending of finite verbs alone (French, Spanish, Portuguese, Italian), or what stands with a subject pronoun. Of English sentences it finds telegraphic, a part-of-speech tagger sees neither article nor finite verb in nine of ten; rare verbs and those that are nouns as often (reports) are missed.`,
    within(lexiconLanguages.functionWords, 'no sentence of two words'),
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
    `Mean over documents of clinical abbreviations by our lexicons (${lexiconLanguages.abbreviations.map((language) => `${language} ${clinicalAbbreviationsOf(language).length}`).join(', ')}) / words without digits.`,
    abbreviated,
  ),
  share(
    'upper-case-word-share',
    'Words in capitals',
    'Mean over documents of words of two letters or more, all capitals / words without digits. Not for scripts without case.',
    inAny('no letter that has a case'),
  ),
  share(
    'upper-case-share',
    'Capitals',
    'Mean over documents of capital letters / letters that have a case.',
    inAny('no letter that has a case'),
  ),
  share(
    'medical-term-density',
    'Medical terms',
    `Mean over documents of words of our medical lexicons (words and drugs + endings: ${lexiconLanguages.medicalTerms.map((language) => `${language} ${medicalWords(language).size} + ${medicalEndings(language).size}`).join(', ')}) / words without digits. The lexicons are not equally large: compare within a language.`,
    medical,
  ),
  share(
    'british-spelling-share',
    'British spelling',
    `Mean over documents of words in British spelling, which is the Australian one of these words too / words that British and American English spell differently (${spellingPairs().length} pairs). See spelling-variety for -ise and program.`,
    within(lexiconLanguages.varieties, 'no word that is spelled in two ways'),
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
  share('digit-share', 'Digits', 'Mean over documents of digits / digits and letters of all scripts.', inAny('neither letter nor digit')),
  measure(
    'unit-rate',
    'Units',
    per100,
    [0, null],
    'Mean over documents of units of measurement (5mg, 3 days) per 100 words.',
    within(lexiconLanguages.units),
  ),
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
    inAny('no sentence'),
    'Yule 1939, Biometrika 30:363-390',
  ),
  measure(
    'sentence-length-cv',
    'Variation of sentence length',
    'ratio',
    [0, null],
    'Mean over documents of the coefficient of variation of words a sentence. Machine-written text is often more even.',
    inAny('fewer than five sentences'),
    'Yule 1939, Biometrika 30:363-390',
  ),
]

const fewestForVariation = 5
const languagesOf = new Map(measures.map(({ id, languages }) => [id, languages]))

/** The register of one document, by measure id. */
export function registerOf(document: Document): Record<string, number | null> {
  const counts: Profile = profile(document)
  const { language } = wordFacts(document)
  const of = (bit: number): number => wordsOfClass(counts, bit)
  const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
  const perWord = (part: number, whole = counts.plainWords): number | null => ratio(part, whole)
  const lengths = meanAndCv(counts.sentenceWords)
  const signs = notationOf(document.text)
  const values: Record<string, number | null> = {
    'article-density': perWord(counts.ofGrammar[0]!),
    'copula-density': perWord(counts.ofGrammar[1]!),
    'pronoun-density': perWord(counts.ofGrammar[2]!),
    'negation-density': perWord(counts.ofGrammar[3]!),
    'function-word-share': perWord(counts.ofGrammar[4]!),
    'passive-rate': perWord(100 * counts.passives),
    'telegraphic-index': perWord(counts.telegraphic, counts.clauses),
    'closed-sentence-share': ratio(
      counts.closedWords,
      counts.sentenceWords.reduce((sum, length) => sum + length, 0),
    ),
    'abbreviation-rate': perWord(of(wordClass.abbreviation)),
    'upper-case-word-share': counts.cased > 0 ? ratio(counts.upperCaseWords, counts.plainWords) : null,
    'upper-case-share': ratio(counts.upper, counts.cased),
    'medical-term-density': perWord(of(wordClass.medical)),
    'british-spelling-share': perWord(of(wordClass.british), of(wordClass.british) + of(wordClass.american)),
    'punctuation-rate': ratio(100 * counts.punctuation, counts.plainWords),
    'symbol-rate': ratio(100 * counts.symbols, counts.plainWords),
    'slash-rate': ratio(100 * signs.slashes, counts.plainWords),
    'arrow-rate': ratio(100 * signs.arrows, counts.plainWords),
    'up-down-rate': ratio(100 * signs.upDown, counts.plainWords),
    'digit-share': ratio(counts.digits, counts.digits + counts.allLetters),
    'unit-rate': perWord(100 * of(wordClass.unit)),
    'word-length': ratio(counts.letters, counts.plainWords),
    'sentence-length': lengths?.mean ?? null,
    'sentence-length-cv': counts.sentences >= fewestForVariation ? (lengths?.cv ?? null) : null,
  }
  for (const id in values) {
    const languages = languagesOf.get(id)
    if (languages !== 'any' && !(language !== undefined && languages!.includes(language))) values[id] = null
  }
  return values
}

/** In which register documents are written: what clinicians drop, shorten and abbreviate. */
export const register = (): Analysis<null> =>
  perDocumentGroup({ id: 'register', title: 'Register over documents', measures, of: registerOf })
