import { ConfigError, type Reference, suggestion } from '@corpuscope/core'
import { beachRfe } from './data/beach-rfe.ts'

/** The references that come along, by id. */
export const references: ReadonlyMap<string, Reference> = new Map([beachRfe].map((reference) => [reference.id, reference]))

/** Their ids, sorted. */
export const referenceIds: readonly string[] = [...references.keys()].sort()

/** The reference of this id; a `ConfigError` with a suggestion when there is none. */
export function referenceById(id: string): Reference {
  const reference = references.get(id)
  if (reference) return reference
  throw new ConfigError(
    `reference "${id}": there is no reference of this name.${suggestion(id, referenceIds)} Known are ${referenceIds.join(', ')}; or give the path of a CSV file with the columns category and share, percent or count.`,
  )
}
