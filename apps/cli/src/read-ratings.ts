import { readFile } from 'node:fs/promises'
import { CorpusError, suggestion, UsageError } from '@corpuscope/core'
import { csvRecords } from '@corpuscope/references'
import type { AgreementScale, Ratings } from '@corpuscope/statistics'

export interface RatingOptions {
  raters?: string[]
  scale?: string[]
  categories?: string[]
  idField?: string
}

export interface RatingTable {
  readonly raters: readonly string[]
  /** Raters x units: numbers as they are, or places among the categories. */
  readonly ratings: Ratings
  readonly scales: readonly AgreementScale[]
  /** Every rating that could have been given, when the user said so. */
  readonly categories?: readonly number[]
}

const knownScales: readonly AgreementScale[] = ['nominal', 'ordinal', 'interval', 'ratio']

/**
 * A CSV file with a column for each annotator and a line for each unit; an empty cell, NA or * is a missing rating.
 *
 * @throws UsageError for a scale or column there is not
 * @throws CorpusError when the file cannot be read as ratings on the scales asked for
 */
export async function readRatings(file: string, options: RatingOptions): Promise<RatingTable> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CorpusError(`${file}: cannot be read. Give a CSV file with a column for each annotator.`)
  })
  const [header, ...lines] = csvRecords(text.replace(/^\uFEFF/, ''), file)
  const names = header?.fields ?? []
  const raters = options.raters ?? names.filter((name) => name !== (options.idField ?? 'id'))
  const columns = raters.map((name) => {
    const at = names.indexOf(name)
    if (at < 0) throw new UsageError(`--raters: ${file} has no column "${name}".${suggestion(name, names)}`)
    return at
  })
  if (new Set(raters).size < raters.length) throw new UsageError(`${file}: two raters have one column name. Name each column once.`)
  if (raters.length < 2)
    throw new CorpusError(`${file}: agreement needs two raters or more. Give a CSV file with a column for each annotator, under a header.`)
  const uneven = lines.find(({ fields }) => fields.length !== names.length)
  if (uneven)
    throw new CorpusError(`${file} line ${uneven.line}: has ${uneven.fields.length} cells, but the header has ${names.length} columns.`)
  const cells = columns.map((at) => lines.map(({ fields }) => (/^(|NA|\*)$/.test(fields[at]!) ? null : fields[at]!)))
  const numeric = cells.every((column) => column.every((cell) => cell === null || Number.isFinite(Number(cell))))
  const scales = scalesOf(options, numeric, file)
  if (numeric && !options.categories) {
    const ratings = cells.map((column) => column.map((cell) => (cell === null ? null : Number(cell))))
    if (scales.includes('ratio') && ratings.flat().some((value) => value !== null && value < 0))
      throw new CorpusError(`${file}: a ratio scale has no ratings below 0. Leave out ratio in --scale.`)
    return { raters, ratings, scales }
  }
  const categories = options.categories ?? [...new Set(cells.flatMap((column) => column.filter((cell) => cell !== null)))].sort()
  // Numbers keep their distances; words have places only.
  const codes = numeric && categories.every((name) => Number.isFinite(Number(name))) ? categories.map(Number) : categories.map((_, k) => k)
  const codeOf = new Map(categories.map((name, k) => [name, codes[k]!]))
  const ratings = cells.map((column, rater) =>
    column.map((cell, unit) => {
      if (cell === null) return null
      const code = codeOf.get(cell)
      if (code === undefined)
        throw new CorpusError(`${file} line ${lines[unit]!.line}: column "${raters[rater]}" has a rating that --categories does not name.`)
      return code
    }),
  )
  return { raters, ratings, scales, ...(options.categories && { categories: codes }) }
}

function scalesOf({ scale, categories }: RatingOptions, numeric: boolean, file: string): readonly AgreementScale[] {
  const stranger = scale?.find((each) => !(knownScales as readonly string[]).includes(each))
  if (stranger !== undefined)
    throw new UsageError(`--scale: there is no scale "${stranger}".${suggestion(stranger, knownScales)} Known: ${knownScales.join(', ')}.`)
  const wanted = scale as readonly AgreementScale[] | undefined
  if (!numeric && wanted?.some((each) => each === 'interval' || each === 'ratio'))
    throw new CorpusError(`${file}: a rating is not a number, which the interval and ratio scales need. Use --scale nominal or ordinal.`)
  if (!numeric && !categories && wanted?.includes('ordinal'))
    throw new UsageError(`--scale ordinal: ${file} rates with words. Say their order with --categories, lowest first.`)
  return wanted ?? (numeric ? ['nominal', 'ordinal', 'interval'] : categories ? ['nominal', 'ordinal'] : ['nominal'])
}
