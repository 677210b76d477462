import { counts } from '@corpuscope/statistics'

/** What is counted of the direct identifiers of a corpus. */
export interface IdentifierCounts {
  documents: number
  withIdentifier: number
  words: number
  readonly found: Map<string, number>
  readonly documentsOf: Map<string, number>
  readonly ofNobody: Map<string, number>
  /** Words of the clinical lexicon, and those inside an identifier. */
  clinical: number
  flagged: number
  /** Names behind the title of a professional. */
  titled: number
  /** Names behind the title of anybody else, a label for a patient, or a salutation. */
  patients: number
  /** Day as the whole number yyyymmdd -> documents that name it. */
  readonly days: Map<number, number>
  /** Other detector and kind -> found by both, by us alone, by it alone. */
  readonly compared: Map<string, number>
}

export const createIdentifierCounts = (): IdentifierCounts => ({
  documents: 0,
  withIdentifier: 0,
  words: 0,
  found: counts.create(),
  documentsOf: counts.create(),
  ofNobody: counts.create(),
  clinical: 0,
  flagged: 0,
  titled: 0,
  patients: 0,
  days: new Map(),
  compared: counts.create(),
})

export function mergeIdentifierCounts(partial: IdentifierCounts, other: IdentifierCounts): void {
  partial.documents += other.documents
  partial.withIdentifier += other.withIdentifier
  partial.words += other.words
  partial.clinical += other.clinical
  partial.flagged += other.flagged
  partial.titled += other.titled
  partial.patients += other.patients
  counts.merge(partial.found, other.found)
  counts.merge(partial.documentsOf, other.documentsOf)
  counts.merge(partial.ofNobody, other.ofNobody)
  counts.merge(partial.compared, other.compared)
  for (const [day, documents] of other.days) partial.days.set(day, (partial.days.get(day) ?? 0) + documents)
}

export const totalFound = ({ found }: IdentifierCounts): number => counts.total(found)
