import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ConfigError, didYouMean, type Reference } from '@corpuscope/core'
import { categoryIndex, comparableLabel } from './category-index.ts'
import { csvRecords } from './csv-records.ts'
import { isSnomedConcept, verhoeff } from './verhoeff.ts'

/**
 * What is wrong with a code, or undefined: a SNOMED CT number whose check digit does not hold, most often, as one digit was mistyped or a
 * spreadsheet rounded it. Codes of other classifications are taken as they are.
 */
export function codeProblem(code: string): string | undefined {
  if (!/^\d{6,18}$/.test(code) || isSnomedConcept(code)) return undefined
  if (code.length > 15 && code.endsWith('000')) return 'ends in zeros, as a spreadsheet leaves a rounded number'
  if (!verhoeff(code)) return 'has a wrong check digit, as a SNOMED CT identifier'
  return 'is a SNOMED CT identifier of something else than a concept'
}

const forms: readonly RegExp[] = [
  // ICPC-2: chapter and rubric, or a rubric of every chapter.
  /^(?:[ABDFHKLNPRSTUWXYZ]|[*-])\d\d$/,
  // ICD-10 with its national extensions.
  /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/,
  // ICD-11 stem codes, whose second character is a letter; I and O are not used.
  /^[0-9A-HJ-NP-V][A-HJ-NP-V]\d[0-9A-HJ-NP-Z](?:\.[0-9A-HJ-NP-Z]{1,3})?$/,
]

/** Whether a code is written as one of SNOMED CT, ICPC-2, ICD-10 or ICD-11 is; that the classification has it is not known here. */
export const isKnownCode = (code: string): boolean => isSnomedConcept(code) || forms.some((form) => form.test(code))

/**
 * A reference whose categories also answer to the codes of a two-column table: `code,category`, CSV, one code a line.
 *
 * @param text  of the file; `name` is its name, for messages
 * @throws      ConfigError for a wrong check digit, a code of two categories, or a category that the reference does not have
 */
export function withCodeMapping(reference: Reference, text: string, name: string): Reference {
  const [head, ...records] = csvRecords(text.replace(/^\ufeff/, ''), name)
  const columns = head?.fields.map((field) => field.toLowerCase()) ?? []
  const [code, category] = [columns.indexOf('code'), columns.indexOf('category')]
  if (code < 0 || category < 0)
    throw new ConfigError(
      `${name} line ${head?.line ?? 1}: the columns are ${columns.join(', ') || 'not named'}. Name them code,category in the first row.`,
    )
  const index = categoryIndex(reference)
  const added = new Map<number, string[]>()
  const owners = new Map<string, number>()
  for (const { line, fields } of records) {
    const [written, wanted] = [fields[code] ?? '', fields[category] ?? '']
    const where = `${name} line ${line}`
    if (written === '') throw new ConfigError(`${where}: the code is empty.`)
    const problem = codeProblem(written)
    if (problem !== undefined) throw new ConfigError(`${where}: the code ${written} ${problem}. Correct it, and format the column as text.`)
    const at = index.get(comparableLabel(wanted))
    if (at === undefined) {
      const meant = didYouMean(
        wanted,
        reference.categories.map(({ id }) => id),
      )
      throw new ConfigError(
        `${where}: "${wanted}" is no category of ${reference.id}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
      )
    }
    const before = owners.get(comparableLabel(written))
    if (before !== undefined && before !== at)
      throw new ConfigError(`${where}: the code ${written} belongs to "${reference.categories[before]!.id}" already.`)
    if (before !== undefined) continue
    owners.set(comparableLabel(written), at)
    added.set(at, [...(added.get(at) ?? []), written])
  }
  return {
    ...reference,
    categories: reference.categories.map((each, i) => {
      const more = added.get(i)
      return more ? { ...each, aliases: [...each.aliases, ...more] } : each
    }),
  }
}

/** The same from a file. */
export async function readCodeMapping(reference: Reference, path: string): Promise<Reference> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new ConfigError(`${path}: cannot be read. Give a CSV file with the columns code and category.`)
  }
  return withCodeMapping(reference, text, basename(path))
}
