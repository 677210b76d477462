import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ConfigError, type Reference, type ReferenceFile, referenceFileSchema, suggestion } from '@corpuscope/core'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { checkReference, roundingTolerance } from './check-reference.ts'
import { csvRecords } from './csv-records.ts'

const valueColumns = ['share', 'percent', 'count', 'rate'] as const
const facts = [
  'title',
  'kind',
  'source',
  'edition',
  'page',
  'url',
  'licence',
  'denominator',
  'provenance',
  'remainder',
  'tolerance',
  'samplesize',
  'age',
  'sex',
  'setting',
] as const

export interface ReadReferenceOptions {
  /** Divide shares or percents by their sum whatever it is; without it a sum more than 0.5 % off is an error. */
  readonly normalise?: boolean
  /** Hears each thing that is wrong with the values, so that all can be told at once; without it the first is thrown. */
  readonly onProblem?: (sentence: string) => void
}

/** A way to say what is wrong: thrown, or told. */
type Problem = (sentence: string) => void

const problemOf =
  (name: string, { onProblem }: ReadReferenceOptions): Problem =>
  (sentence) => {
    if (!onProblem)
      throw new ConfigError(`${name}${sentence.startsWith(' line') ? '' : ':'}${sentence.startsWith(' ') ? '' : ' '}${sentence}`)
    onProblem(sentence.trim())
  }

/**
 * A reference of the user's own: YAML or JSON by the published schema (reference.schema.json), or a CSV file with the columns `category`, one of
 * `share` (sum 1), `percent` (sum 100), `count` or `rate` (per 100 encounters), and perhaps `aliases` and `codes` (separated by `;`), `group` and
 * `title`; in place of `category`, `age` and `sex` columns name the cells of a population. In CSV, lines of the form `# source: …` before the header state title, kind, source, edition, page, url, licence, denominator, provenance,
 * remainder, tolerance, samplesize, and the stratum's age, sex and setting; what is not stated is said to be not stated.
 *
 * @param path  its base name, without ending, becomes the id
 * @returns     shares that sum to 1: counts, rates and sums within 0.5 % of 1 or 100 are divided by their sum, and `provenance` says so
 * @throws      ConfigError that names file, line and remedy
 */
export async function readReference(path: string, options: ReadReferenceOptions = {}): Promise<Reference> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new ConfigError(
      `${path}: cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'}). Give the path of a CSV or YAML file or the id of a reference.`,
    )
  }
  const name = basename(path)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError(`${name}: is not UTF-8. Save it in UTF-8.`)
  }
  return parseReference(text, name, options)
}

/** The same from the text of the file; `name` is the file's name, and its ending (.yaml, .yml, .json) says that it is no CSV. */
export function parseReference(text: string, name: string, options: ReadReferenceOptions = {}): Reference {
  const problem = problemOf(name, options)
  const file = /\.(?:ya?ml|json)$/i.test(name) ? fromYaml(text, name) : fromCsv(text, name, problem)
  const reference = referenceOf(file, name, options, problem)
  for (const sentence of checkReference(reference)) problem(sentence)
  return reference
}

function fromYaml(text: string, name: string): ReferenceFile {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines })
  const [fault] = document.errors
  if (fault) throw new ConfigError(`${name} line ${lines.linePos(fault.pos[0]).line}: ${fault.message.split('\n')[0]}`)
  const parsed = referenceFileSchema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = issue.path.map(String)
  const node = document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)
  const at = isNode(node) && node.range ? ` line ${lines.linePos(node.range[0]).line}` : ''
  const unknown =
    issue.code === 'unrecognized_keys'
      ? `"${issue.keys[0]}" is nothing a reference states.${suggestion(issue.keys[0]!, Object.keys(referenceFileSchema.shape))}`
      : issue.message
  throw new ConfigError(`${name}${at}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${unknown}`)
}

function fromCsv(text: string, name: string, problem: Problem): ReferenceFile {
  const { stated, body, firstLine } = header(text, name)
  const [head, ...records] = csvRecords(body, name, firstLine)
  if (!head || records.length === 0)
    throw new ConfigError(`${name}: holds no categories. The first row names the columns, such as category,percent.`)
  const columns = head.fields.map((field) => field.toLowerCase())
  const category = columns.indexOf('category')
  // Age and sex in columns of their own name a cell of a population.
  const people = category < 0 ? (['sex', 'age'] as const).map((name) => columns.indexOf(name)).filter((at) => at >= 0) : []
  if (category < 0 && people.length === 0)
    throw new ConfigError(
      `${name} line ${head.line}: there is no column "category".${suggestionAmong('category', columns)} The columns are category, one of share, percent, count or rate, and perhaps aliases, codes, group and title.`,
    )
  const kind = kindOf(stated.get('kind'), name)
  const given = valueColumns.filter((column) => columns.includes(column))
  const unit = given[0]
  if (kind === 'distribution' ? given.length !== 1 : given.length > 1)
    throw new ConfigError(
      `${name} line ${head.line}: needs one of the columns share, percent, count and rate, but has ${given.length === 0 ? 'none' : given.join(' and ')}.`,
    )
  const cell = (fields: readonly string[], column: string): string => fields[columns.indexOf(column)] ?? ''
  const several = (text: string): string[] =>
    text
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
  const seen = new Map<string, number>()
  const number = (of: 'tolerance' | 'samplesize'): number | undefined => {
    const text = stated.get(of)
    if (text !== undefined && !Number.isFinite(Number(text))) throw new ConfigError(`${name}: the ${of} "${text}" is no number.`)
    return text === undefined ? undefined : Number(text)
  }
  const fact = (of: (typeof facts)[number]): string | undefined => stated.get(of)
  return dropUndefined({
    title: fact('title'),
    kind,
    unit: unit ?? 'share',
    categories: records.map(({ line, fields }) => {
      if (fields.length !== columns.length)
        throw new ConfigError(
          `${name} line ${line}: has ${fields.length} fields where the header has ${columns.length}. Put a category that holds a comma in quotes.`,
        )
      const id =
        category >= 0
          ? fields[category]!
          : people
              .map((at) => fields[at]!)
              .join(' ')
              .trim()
      const before = seen.get(id)
      if (id === '') throw new ConfigError(`${name} line ${line}: the category is empty.`)
      if (before !== undefined) problem(` line ${line}: the category "${id}" stands in line ${before} already.`)
      seen.set(id, line)
      const value = unit === undefined ? '' : cell(fields, unit)
      const codes = several(cell(fields, 'codes'))
      return dropUndefined({
        id,
        value: unit === undefined || (value === '' && kind !== 'distribution') ? undefined : numberOf(value, unit, `${name} line ${line}`),
        aliases: several(cell(fields, 'aliases')),
        title: cell(fields, 'title') || undefined,
        group: cell(fields, 'group') || undefined,
        codes: codes.length > 0 ? codes : undefined,
      })
    }),
    remainder: fact('remainder'),
    denominator: fact('denominator'),
    sampleSize: number('samplesize'),
    tolerance: number('tolerance'),
    stratum:
      stated.has('age') || stated.has('sex') || stated.has('setting')
        ? dropUndefined({ age: fact('age'), sex: fact('sex'), setting: fact('setting') })
        : undefined,
    source: dropUndefined({
      text: fact('source') ?? '',
      edition: fact('edition'),
      page: fact('page'),
      url: fact('url'),
      licence: fact('licence'),
    }),
    provenance: fact('provenance'),
  })
}

function kindOf(text: string | undefined, name: string): Reference['kind'] {
  const kinds = ['distribution', 'ranking', 'list'] as const
  const kind = kinds.find((each) => each === (text ?? 'distribution').toLowerCase())
  if (kind === undefined)
    throw new ConfigError(`${name}: the kind "${text}" is none of ${kinds.join(', ')}.${suggestion(text ?? '', kinds)}`)
  return kind
}

/** From what a person wrote to shares that sum to 1. */
function referenceOf(file: ReferenceFile, name: string, { normalise = false }: ReadReferenceOptions, problem: Problem): Reference {
  const { unit, kind } = file
  const sum = file.categories.reduce((total, { value }) => total + (value ?? 0), 0)
  const whole = unit === 'percent' ? 100 : 1
  const measured = file.categories.some(({ value }) => value !== undefined)
  let divided = ''
  if (kind === 'distribution') {
    const missing = file.categories.find(({ value }) => value === undefined)
    if (missing)
      throw new ConfigError(
        `${name}: "${missing.id}" has no value, and a distribution needs one for each category. Give it, or name the kind list.`,
      )
    if (!(sum > 0)) throw new ConfigError(`${name}: the column ${unit} sums to 0, which is no distribution.`)
    const free = unit === 'count' || unit === 'rate'
    const off = free ? 0 : Math.abs(sum / whole - 1)
    if (off > roundingTolerance && !normalise) {
      const mistaken = unit === 'share' && Math.abs(sum / 100 - 1) <= roundingTolerance ? ' Is the column a percent?' : ''
      problem(
        `the column ${unit} sums to ${Number(sum.toPrecision(6))}, not to ${whole}.${mistaken} Correct it, add the missing category, or give --normalise to divide by the sum.`,
      )
    }
    divided = free
      ? `${unit}s divided by their sum${unit === 'rate' ? `, ${Number(sum.toPrecision(6))} per 100 encounters` : ''}`
      : off > 1e-9
        ? `${unit}s that sum to ${Number(sum.toPrecision(6))}, divided by their sum`
        : ''
  }
  const below = kind === 'distribution' || unit === 'count' || unit === 'rate' ? sum : whole
  const id = file.id ?? name.replace(/\.[^.]*$/, '')
  const stated = file.source?.text ? file.source : undefined
  return dropUndefined({
    id,
    title: file.title ?? id,
    kind,
    categories: file.categories.map(({ value, ...category }) =>
      dropUndefined({ ...category, share: value === undefined || !measured ? null : value / below }),
    ),
    remainder: file.remainder,
    denominator: file.denominator ?? 'not stated',
    sampleSize: file.sampleSize,
    tolerance: file.tolerance,
    stratum: file.stratum && dropUndefined(file.stratum),
    coding: file.coding,
    source: dropUndefined({
      text: stated?.text ?? `file ${name}, source not stated`,
      edition: file.source?.edition ?? 'not stated',
      page: file.source?.page,
      url: file.source?.url,
      licence: file.source?.licence ?? 'not stated',
    }),
    provenance: [file.provenance ?? `read from ${name}`, divided].filter((part) => part !== '').join('; '),
  })
}

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

function dropUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
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

function numberOf(text: string, kind: (typeof valueColumns)[number], where: string): number {
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
