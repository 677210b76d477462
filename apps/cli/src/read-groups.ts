import { readFile } from 'node:fs/promises'
import { readTypeGroups, typeGroupNames } from '@corpuscope/concepts'
import { type ConceptOptions, ConfigError } from '@corpuscope/core'

/**
 * Groups of semantic types by what a person calls them: a table of the project, or a CSV file of types and groups.
 *
 * @param option  what named it, for the message
 */
export async function readGroups(option: string, name = 'semantic-groups'): Promise<NonNullable<ConceptOptions['groups']>> {
  const known = typeGroupNames.find((each) => each === name)
  if (known) return known
  const text = await readFile(name, 'utf8').catch(() => {
    throw new ConfigError(`${option} ${name}: cannot be read. Give a CSV table "type,group", or one of ${typeGroupNames.join(', ')}.`)
  })
  return readTypeGroups(text, name)
}
