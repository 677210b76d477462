import type { DigitGroups } from './digit-groups.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import type { ScannedText } from './scanned-text.ts'

/** Why we believe it, strongest last: where two claim the same characters, the stronger keeps them. */
export const strengths = { model: 0, lexicon: 1, cue: 2, pattern: 3, checkDigit: 4, address: 5 } as const
type Strength = (typeof strengths)[keyof typeof strengths]

/** A stretch of text that names a person; offsets are UTF-16 code units, end exclusive. */
export interface Identifier {
  readonly kind: IdentifierKindId
  readonly start: number
  readonly end: number
  readonly strength: Strength
  /** Which number of its kind: NHS number, IBAN. Absent where the kind has only one. */
  readonly scheme?: string
  /** The value in one spelling, so that the same value written twice is seen to be the same. */
  readonly identity: string
  /** Why it names nobody, for the reader; absent when it may name somebody. */
  readonly nobody?: 'reserved for fiction' | 'a public helpline' | 'on the allow list' | 'a placeholder'
  /** Who found it, where further detectors were asked and one of them did. */
  readonly by?: readonly string[]
}

/** A text while it is being scanned. */
export interface Scan {
  readonly text: ScannedText
  /** The groups of digits that begin at the anchor. */
  readonly groups: DigitGroups
  /** Whether the text writes its dates with points: see `writesPoints`. */
  readonly writesPoints: () => boolean
  /** Where the last word ended that may be a month, name a record, name a plate, or announce an address or a town: far behind, none needs to be looked for. */
  readonly ends: { month: number; record: number; plate: number; address: number; dwelling: number }
  /** Before these places facilities and streets were looked for already. */
  readonly looked: { facility: number; street: number }
  /** The words before the place that was asked for last: several detectors ask at one place. */
  readonly lastWords: { at: number; words: readonly string[] }
  /** Characters looked at, over all detectors: what the test on growth counts. */
  steps: number
}

/**
 * Finds one kind of identifier from an anchor: the place of an `@`, a colon, a dot, a capital, or of the first digit of a group. It looks at
 * a bounded number of characters around the anchor, or only at characters that no other anchor of its kind looks at, so that a scan is linear.
 */
export type Detector = (scan: Scan, at: number) => Identifier | undefined
