import { ConfigError } from '@corpuscope/core'
import { csvRecords, snomedSemanticGroups } from '@corpuscope/references'
import { omopDomains } from './data/omop-domains.ts'

/** A function from a type to its group; types in no group are a group of their own. */
export type GroupOf = (type: string) => string

const grouping =
  (groups: ReadonlyMap<string, string>): GroupOf =>
  (type) =>
    groups.get(type.toLowerCase()) ?? type

/** Names of the tables that come with the project. */
export const typeGroupNames = ['semantic-groups', 'omop'] as const

/** One of the project's tables, the six groups of SynGP500 or OMOP domains, or pairs of a type and its group. */
export const typeGroups = (groups: (typeof typeGroupNames)[number] | readonly (readonly [type: string, group: string])[]): GroupOf =>
  grouping(
    typeof groups !== 'string'
      ? new Map(groups)
      : groups === 'omop'
        ? new Map(Object.entries(omopDomains))
        : new Map(snomedSemanticGroups.categories.map(({ id, group }) => [id, group ?? id])),
  )

/**
 * Pairs of a type and its group from a table `type,group`, with that header; types are compared without case.
 *
 * @throws ConfigError for a table without these columns, and for a type of two groups
 */
export function readTypeGroups(text: string, name: string): [type: string, group: string][] {
  const [header, ...rows] = csvRecords(text.replace(/^\ufeff/, ''), name)
  const names = header?.fields.map((field) => field.toLowerCase()) ?? []
  const [type, group] = [names.indexOf('type'), Math.max(names.indexOf('group'), names.indexOf('domain'))]
  if (type < 0 || group < 0)
    throw new ConfigError(`${name} line 1: a table of groups begins with the columns "type" and "group" (or "domain").`)
  const groups = new Map<string, string>()
  for (const { line, fields } of rows) {
    const key = fields[type]?.toLowerCase()
    const value = fields[group]
    if (!key || !value) throw new ConfigError(`${name} line ${line}: a type or its group is missing.`)
    if ((groups.get(key) ?? value) !== value) throw new ConfigError(`${name} line ${line}: the type stands in two groups. Give it one.`)
    groups.set(key, value)
  }
  return [...groups]
}
