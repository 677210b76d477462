import type { EuropeanLanguage } from '@corpuscope/text'
import { elisionOf } from './fold-word.ts'

const clitics = /['\u2019](?:s|d|ll|ve|re|m)$/

/**
 * Where the word itself begins and ends in one that holds an apostrophe: behind the article or pronoun that is elided in French and Italian (and the d' of
 * Portuguese), before the possessive and the contracted verb in English.
 *
 * @param word  lower-cased
 * @returns     offsets, the end exclusive: all of the word where nothing is joined to it
 * @example bareSpan("l'hôpital", 'fr') // [2, 9]
 */
export function bareSpan(word: string, language: EuropeanLanguage): readonly [start: number, end: number] {
  if (language === 'en') return [0, word.length - (clitics.exec(word)?.[0].length ?? 0)]
  return [language === 'fr' || language === 'it' || language === 'pt' ? elisionOf(word) : 0, word.length]
}
