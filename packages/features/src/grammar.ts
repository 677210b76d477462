import { type EuropeanLanguage, isStopWord } from '@corpuscope/text'
import { functionWords } from './lexicon-function.ts'
import { showsVerb } from './lexicon-verbs.ts'
import { isBetween, isParticiple, passiveAuxiliaries } from './participles.ts'

/** What a word does in its sentence, and what an apostrophe joins to it (l'examen has an article, qu'il a pronoun, c'è a copula); a bit each. */
export const grammar = {
  article: 1,
  copula: 2,
  pronoun: 4,
  negation: 8,
  functionWord: 16,
  /** Shows that the sentence has a finite verb. */
  verb: 32,
  /** Auxiliary of the passive. */
  passive: 64,
  participle: 128,
  /** May stand between the two. */
  between: 256,
  /** Says that what follows is no passive: the reflexive of French, haben and sein in German. */
  active: 512,
} as const

/** Longer ones are no words. */
const longest = 50

interface Lists {
  readonly whole: ReadonlyMap<string, number>
  readonly joined: ReadonlyMap<string, number>
}

const made = new Map<EuropeanLanguage, Lists>()

const active: Partial<Record<EuropeanLanguage, string>> = {
  fr: 'se',
  de: 'hat haben habe hatte hatten ist sind war waren',
}

function listsOf(language: EuropeanLanguage): Lists {
  let lists = made.get(language)
  if (lists) return lists
  const add = (to: Map<string, number>, list: string, bits: number): void => {
    for (const word of list.trim().split(/\s+/)) if (word !== '') to.set(word, (to.get(word) ?? 0) | bits)
  }
  const { articles, copulas, pronouns, negations, auxiliaries, joined } = functionWords[language]
  const whole = new Map<string, number>()
  add(whole, articles, grammar.article)
  add(whole, copulas, grammar.copula | grammar.verb)
  add(whole, pronouns, grammar.pronoun)
  add(whole, negations, grammar.negation)
  add(whole, auxiliaries, grammar.verb)
  add(whole, active[language] ?? '', grammar.active)
  const before = new Map<string, number>()
  add(before, joined[0], grammar.article | grammar.functionWord)
  add(before, joined[1], grammar.pronoun | grammar.functionWord | grammar.verb)
  add(before, joined[2], grammar.functionWord)
  made.set(language, (lists = { whole, joined: before }))
  return lists
}

/**
 * @param word  lower-cased, without digits, its apostrophes plain
 * @returns     bits of `grammar`
 * @example grammarOf("l'examen", 'fr') & grammar.article // 1
 */
export function grammarOf(word: string, language: EuropeanLanguage): number {
  if (word.length > longest) return 0
  const lists = listsOf(language)
  let bits = lists.whole.get(word) ?? 0
  if (isStopWord(word, language)) bits |= grammar.functionWord
  if (passiveAuxiliaries[language].has(word)) bits |= grammar.passive
  else if (isParticiple(word, language)) bits |= grammar.participle
  if (isBetween(word, language)) bits |= grammar.between
  if (showsVerb(word, language)) bits |= grammar.verb
  const apostrophe = word.indexOf("'")
  const before = apostrophe > 0 && apostrophe < word.length - 1 ? lists.joined.get(word.slice(0, apostrophe)) : undefined
  if (before === undefined) return bits
  const rest = grammarOf(word.slice(apostrophe + 1), language)
  bits |= before | rest
  // Before a verb, l' is no article: l'a vu, l'ha visto.
  if ((before & grammar.article) !== 0 && (rest & grammar.verb) !== 0) bits ^= grammar.article | grammar.pronoun
  // s'est levé is active.
  if ((before & grammar.pronoun) !== 0) bits &= ~grammar.passive
  return bits
}
