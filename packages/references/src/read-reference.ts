import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ConfigError, type Reference, suggestion } from '@corpuscope/core'
import { checkReference, roundingTolerance } from './check-reference.ts'
import { csvRecords } from './csv-records.ts'

const valueColumns = ['share', 'percent', 'count'] as const
type ValueColumn = (typeof valueColumns)[number]
const facts = ['title', 'source', 'edition', 'page', 'url', 'licence', 'denominator', 'provenance', 'remainder'] as const

export interface ReadReferenceOptions {
  /** Divide shares or percents by their sum whatever it is; without it a sum more than 0.5 % off is an error. */
  readonly normalise?: boolean
}

/**
 * A reference of the user's own: a CSV file with the columns `category`, one of `share` (sum 1), `percent` (sum 100) or `count`, and
 * perhaps `aliases` (separated by `;`). Lines of the form `# source: …` before the header state title, source, edition, page, url,
 * licence, denominator, provenance and remainder; what is not stated is said to be not stated.
 *
 * @param path  its base name, without ending, becomes the id
 * @returns     shares that sum to 1: counts and sums within 0.5 % of 1 or 100 are divided by their sum, and `provenance` says so
 * @throws      ConfigError that names file, line and remedy
 */
export async function readReference(path: string, options: ReadReferenceOptions = {}): Promise<Reference> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new ConfigError(
      `${path}: cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'}). Give the path of a CSV file or the id of a reference.`,
    )
  }
  const name = basename(path)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError(`${name}: is not UTF-8. Save it as CSV in UTF-8.`)
  }
  return parseReference(text, name, options)
}

/** The same from the text of the file; `name` is the file's name. */
export function parseReference(text: string, name: string, { normalise = false }: ReadReferenceOptions = {}): Reference {
  const { stated, body, firstLine } = header(text, name)
  const [head, ...records] = csvRecords(body, name, firstLine)
  if (!head || records.length === 0)
    throw new ConfigError(`${name}: holds no categories. The first row names the columns, such as category,percent.`)
  const columns = head.fields.map((field) => field.toLowerCase())
  const category = columns.indexOf('category')
  if (category < 0)
    throw new ConfigError(
      `${name} line ${head.line}: there is no column "category".${suggestionAmong('category', columns)} The columns are category, one of share, percent or count, and perhaps aliases.`,
    )
  const given = valueColumns.filter((column) => columns.includes(column))
  const kind = given[0]
  if (kind === undefined || given.length > 1)
    throw new ConfigError(
      `${name} line ${head.line}: needs one of the columns share, percent and count, but has ${given.length === 0 ? 'none' : given.join(' and ')}.`,
    )
  const value = columns.indexOf(kind)
  const aliases = columns.indexOf('aliases')

  const seen = new Map<string, number>()
  const rows = records.map(({ line, fields }) => {
    if (fields.length !== columns.length)
      throw new ConfigError(
        `${name} line ${line}: has ${fields.length} fields where the header has ${columns.length}. Put a category that holds a comma in quotes.`,
      )
    const id = fields[category]!
    const before = seen.get(id)
    if (id === '') throw new ConfigError(`${name} line ${line}: the category is empty.`)
    if (before !== undefined) throw new ConfigError(`${name} line ${line}: the category "${id}" stands in line ${before} already.`)
    seen.set(id, line)
    const names = aliases < 0 ? [] : fields[aliases]!.split(';').map((alias) => alias.trim())
    return { id, number: numberOf(fields[value]!, kind, `${name} line ${line}`), aliases: names.filter((alias) => alias !== '') }
  })

  const sum = rows.reduce((total, row) => total + row.number, 0)
  const whole = kind === 'percent' ? 100 : 1
  if (!(sum > 0)) throw new ConfigError(`${name}: the column ${kind} sums to 0, which is no distribution.`)
  const off = kind === 'count' ? 0 : Math.abs(sum / whole - 1)
  if (off > roundingTolerance && !normalise) {
    const mistaken = kind === 'share' && Math.abs(sum / 100 - 1) <= roundingTolerance ? ' Is the column a percent?' : ''
    throw new ConfigError(
      `${name}: the column ${kind} sums to ${Number(sum.toPrecision(6))}, not to ${whole}.${mistaken} Correct it, add the missing category, or give --normalise to divide by the sum.`,
    )
  }
  const divided =
    kind === 'count'
      ? 'counts divided by their sum'
      : off > 1e-9
        ? `${kind}s that sum to ${Number(sum.toPrecision(6))}, divided by their sum`
        : ''
  const title = stated.get('title')
  const id = name.replace(/\.[^.]*$/, '')
  const page = stated.get('page')
  const url = stated.get('url')
  const remainder = stated.get('remainder')
  const reference: Reference = {
    id,
    title: title ?? id,
    kind: 'distribution',
    categories: rows.map((row) => ({ id: row.id, share: row.number / sum, aliases: row.aliases })),
    ...(remainder !== undefined && { remainder }),
    denominator: stated.get('denominator') ?? 'not stated',
    source: {
      text: stated.get('source') ?? `file ${name}, source not stated`,
      edition: stated.get('edition') ?? 'not stated',
      ...(page !== undefined && { page }),
      ...(url !== undefined && { url }),
      licence: stated.get('licence') ?? 'not stated',
    },
    provenance: [stated.get('provenance') ?? `read from ${name}`, divided].filter((part) => part !== '').join('; '),
  }
  const [problem] = checkReference(reference)
  if (problem !== undefined) throw new ConfigError(`${name}: ${problem}`)
  return reference
}

function header(text: string, name: string): { stated: ReadonlyMap<string, string>; body: string; firstLine: number } {
  const lines = text.replace(/^\ufeff/, '').split(/(?<=\n)/)
  const stated = new Map<string, string>()
  let first = 0
  while (lines[first]?.startsWith('#')) {
    const [, fact, value] = lines[first]!.match(/^#\s*([A-Za-z]+)\s*:\s*(.*?)\s*$/) ?? []
    first++
    // Any other comment is the author's own business.
    if (fact === undefined || value === undefined || value === '') continue
    const known = facts.find((each) => each === fact.toLowerCase())
    if (known === undefined)
      throw new ConfigError(
        `${name} line ${first}: "${fact}" is nothing a reference states.${suggestion(fact, facts)} Known are ${facts.join(', ')}.`,
      )
    stated.set(known, value)
  }
  return { stated, body: lines.slice(first).join(''), firstLine: first + 1 }
}

function numberOf(text: string, kind: ValueColumn, where: string): number {
  const plain = kind === 'percent' ? text.replace(/\s*%$/, '') : text
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain))
    throw new ConfigError(`${where}: the ${kind} "${text}" is no number. Write numbers with a decimal point, such as 8.8.`)
  const number = Number(plain)
  if (number < 0) throw new ConfigError(`${where}: the ${kind} is ${plain}; it must be 0 or more.`)
  if (!Number.isFinite(number)) throw new ConfigError(`${where}: the ${kind} ${plain} is too large.`)
  if (kind === 'count' && !Number.isSafeInteger(number))
    throw new ConfigError(`${where}: the count ${plain} is no whole number. Name the column percent or share.`)
  return number
}

function suggestionAmong(wanted: string, columns: readonly string[]): string {
  const meant = columns.find((column) => column !== '' && suggestion(column, [wanted]) !== '')
  return meant === undefined ? '' : ` Is it "${meant}"?`
}
