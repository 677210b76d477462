import type { EuropeanLanguage } from '@corpuscope/text'
import { de } from './assertion-rules-de.ts'
import { en } from './assertion-rules-en.ts'
import { es } from './assertion-rules-es.ts'
import { fr } from './assertion-rules-fr.ts'
import { pt } from './assertion-rules-pt.ts'

/** What a text says of a concept that it names. */
export const assertionStatuses = ['present', 'absent', 'possible', 'conditional', 'historical', 'family', 'hypothetical'] as const
export type AssertionStatus = (typeof assertionStatuses)[number]

/**
 * Triggers of a language, words between bars, `{relative}` for each relative. A scope runs to the end of the sentence or to what ends it. The longest
 * phrase at a place wins, so that `not without` is no negation although `not` is one.
 */
export interface AssertionRules {
  /** Before the concept, by what they make of it. */
  readonly before: Partial<Record<AssertionStatus, string>>
  /** Behind the concept. */
  readonly behind: Partial<Record<AssertionStatus, string>>
  /** Deny what stands before them, where the clause ends with them: `fever: no, cough: nil`. */
  readonly answers: string
  /** Look like triggers and are none. */
  readonly never: string
  /** End every scope. */
  readonly ends: string
  /** Lead to an aside: the scope rests until the next comma, as in `no falls since the last visit, bruising or fever`. */
  readonly pauses: string
  /** Those of `before` that deny the one thing next to them, and a list only where it is joined by a word of `alternatives`: `not tender, wax in the ear`. */
  readonly short: string
  readonly alternatives: string
  /** Verbs of denial: what they deny is a list that goes on whatever joins it. */
  readonly denials: string
  /** Say that something is there, or as it should be: `no murmur, chest clear` ends at the comma before it. */
  readonly affirms: string
  /** Join the things of a list. */
  readonly joins: string
  /** Those of `behind` that speak of a whole list: `fever, cough and rash were absent`. */
  readonly overLists: string
  readonly relatives: string
  /** Whether articles run into words: `l'absence`. */
  readonly elides?: boolean
  /** Headings under which everything is of the family, of the past or not real, where no other word says more. */
  readonly sections: Partial<Record<AssertionStatus, string>>
}

/**
 * NegEx and ConText as data: triggers written by us from clinical usage, in the manner of Chapman et al. 2001 (A simple algorithm for identifying negated
 * findings and diseases) and Harkema et al. 2009 (ConText). English first; the other languages hold what is commonest.
 */
export const assertionRules: Partial<Record<EuropeanLanguage, AssertionRules>> = { en, es, fr, de, pt }
