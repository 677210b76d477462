import type { EuropeanLanguage } from '@corpuscope/text'

const vowels: Record<EuropeanLanguage, RegExp> = {
  en: /[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]+/g,
  fr: /[aeiouyàâäæéèêëîïôöœùûüÿ]+/g,
  es: /[aeoáéóíú]|[iuü]+/g,
  pt: /[aeoáéóâêôãõàíú]|[iu]+/g,
  de: /[aeiouyäöü]+/g,
  it: /[aeiouàèéìòóù]+/g,
}

/** English words in which groups of vowels miscount, by what makes them do so. Written by us. */
const enLess: readonly RegExp[] = [
  /[^aeiouyl]es$/,
  /[aeiouy]les$/,
  /[^aeiouydt]ed$/,
  /[^aeiouyl]e$/,
  /[aeiouy]le$/,
  /[^aeiou]ely$/,
  /eful/,
  /eless/,
  /[^aeiou]ement/,
]
const enMore: readonly RegExp[] = [
  /(?:[cgsxz]|sh|ch)es$/,
  /i[aou]/,
  /[aeiouy]ing$/,
  /[^gq]ua[lt]/,
  /eo/,
  /[^aeiouy]sm$/,
  /creat/,
  /[^ctsg]ie(?:t|n[ct])/,
  /[aeiouy][^aeiouy]+eas?$/,
  /[^gqb]ui[dn]/,
]
const enUndone: readonly RegExp[] = [/[cstgx]i[aou]/, /geo(?:us|n)/, /[sc]eou/]
const enExceptions: ReadonlyMap<string, number> = new Map(
  'diabetes 4 people 2 every 2 everyone 3 everything 3 being 2 does 1 fluids 2 sometimes 2 something 2 someone 2 somewhere 2 business 2 wednesday 2 evening 2 several 3 medicine 3 maybe 2 homemade 2'
    .split(/ (?=[a-z])/)
    .map((entry): [string, number] => [entry.split(' ')[0]!, Number(entry.split(' ')[1])]),
)

function english(word: string): number {
  const exception = enExceptions.get(word)
  if (exception !== undefined) return exception
  let count = groups(word, vowels.en)
  for (const rule of enLess) if (rule.test(word)) count--
  for (const rule of enMore) if (rule.test(word)) count++
  for (const rule of enUndone) if (rule.test(word)) count--
  return count
}

function groups(word: string, pattern: RegExp): number {
  let count = 0
  for (const _ of word.matchAll(pattern)) count++
  return count
}

const silentU = /[qg]u(?=[eiéíê])/g

/** An unaccented i or u beside a strong vowel makes one syllable with it; in Portuguese before one only at the end of the word. */
const spanish = (word: string): number =>
  groups(word.replace(silentU, 'k').replace(/[iuü](?=[aeoáéó])|(?<=[aeoáéó])[iuyü]/g, ''), vowels.es)
const portuguese = (word: string): number =>
  groups(
    word.replace(silentU, 'k').replace(/[iu](?=[aeo]s?$)|(?<=[aeoáéóâêôãõ])[iu]|ão|õe/g, (found) => (found.length > 1 ? 'a' : '')),
    vowels.pt,
  )

/** A last -ia is two syllables in the learned words that medicine is made of (terapia), one in short ones (storia). */
const italian = (word: string): number =>
  groups(word.replace(/[iu](?=[aeoàèéòó])|(?<=[aeoàèéòó])[iu]/g, ''), vowels.it) + (word.length > 6 && /[^aeiougc]ia$/.test(word) ? 1 : 0)

const german = (word: string): number =>
  groups(word.replace(/(?:ai|ei|au|eu|äu|ie|aa|ee|oo)/g, 'a').replace(/([aeiouyäöü])(?=[aeiouyäöü])/g, '$1-'), vowels.de)

function french(word: string): number {
  // A last e or es is silent where another vowel stands in the word; -ent is not, since nouns in -ment outnumber verbs in clinical text.
  const count = groups(word, vowels.fr)
  return count > 1 && /[^aeiouyàâéèêëîïôûù]es?$/.test(word) ? count - 1 : count
}

/**
 * Syllables of a lower-cased word by rules of its spelling: groups of vowels, with each language's silent and split ones. A count for readability
 * formulas, whose authors counted by ear: single words may be off by one, means over a text much less.
 *
 * @returns 1 or more for a word with a letter
 * @example syllables('examination', 'en') // 5
 */
export function syllables(word: string, language: EuropeanLanguage): number {
  return Math.max(1, counters[language](word))
}

const counters: Record<EuropeanLanguage, (word: string) => number> = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  de: german,
  it: italian,
}
