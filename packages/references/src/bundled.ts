import { ConfigError, type Reference, suggestion } from '@corpuscope/core'
import { beachAge1998, beachSex1998 } from './data/beach-age-sex-1998.ts'
import { beachProblems } from './data/beach-problems.ts'
import { beachRfe } from './data/beach-rfe.ts'
import { consultationSettings } from './data/consultation-settings.ts'
import { icpc2Chapters, icpc2Components, icpc2Processes } from './data/icpc2.ts'
import { modifiedMonash } from './data/modified-monash.ts'
import { racgp2022 } from './data/racgp-2022.ts'
import { snomedSemanticGroups } from './data/snomed-semantic-groups.ts'

/** The references that come along, by id. */
export const references: ReadonlyMap<string, Reference> = new Map(
  [
    beachRfe,
    beachProblems,
    beachAge1998,
    beachSex1998,
    icpc2Chapters,
    icpc2Components,
    icpc2Processes,
    racgp2022,
    snomedSemanticGroups,
    modifiedMonash,
    consultationSettings,
  ].map((reference) => [reference.id, reference]),
)

/** Their ids, sorted. */
export const referenceIds: readonly string[] = [...references.keys()].sort()

/** The reference of this id; a `ConfigError` with a suggestion when there is none. */
export function referenceById(id: string): Reference {
  const reference = references.get(id)
  if (reference) return reference
  throw new ConfigError(
    `reference "${id}": there is no reference of this name.${suggestion(id, referenceIds)} Known are ${referenceIds.join(', ')}; or give the path of a CSV or YAML file of your own.`,
  )
}
