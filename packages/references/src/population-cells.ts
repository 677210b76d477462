import { ConfigError, type Reference } from '@corpuscope/core'
import { comparableLabel } from './category-index.ts'

/** A part of a population: people of an age, of a sex, or both. */
export interface PopulationCell {
  /** In years, [from, to); absent where the cell holds every age. */
  readonly age?: readonly [from: number, to: number]
  readonly sex?: 'female' | 'male'
}

const sexes: readonly (readonly [sex: 'female' | 'male', pattern: RegExp])[] = [
  ['female', /(?<!\p{L})(?:f|females?|woman|women|girls?|femmes?|mujer(?:es)?|mulher(?:es)?|frauen?|weiblich)(?!\p{L})/u],
  ['male', /(?<!\p{L})(?:m|males?|man|men|boys?|hommes?|hombres?|homens?|homem|männer|mann|männlich)(?!\p{L})/u],
]

const ages: readonly (readonly [pattern: RegExp, of: (from: number, to: number) => [number, number]])[] = [
  [/(\d+)\s*(?:-|to|bis|à|a)\s*(\d+)/u, (from, to) => [from, to + 1]],
  [/(?:under|<|below|less than|unter|moins de|menos de)\s*(\d+)/u, (to) => [0, to]],
  [
    /(?:>=|≥)\s*(\d+)|(\d+)\s*(?:\+|and over|and older|or over|or more|und älter|et plus|y más|e mais)/u,
    (from, or) => [from || or, Infinity],
  ],
  [/^\D*(\d+)\D*$/u, (year) => [year, year + 1]],
]

/**
 * The age and sex of each category of a reference, read from its name or aliases: `0-4`, `85+`, `under 25`, `F`, `female 25-44`.
 *
 * @throws ConfigError for a category that is neither, for categories that say unlike things, for ages that overlap, and for a reference without shares
 */
export function populationCells(reference: Reference): readonly PopulationCell[] {
  const { id, kind, categories } = reference
  if (kind !== 'distribution') throw new ConfigError(`${id}: is a ${kind}; a population needs a share for each of its ages and sexes.`)
  const cells = categories.map(({ id: name, aliases }) => {
    for (const written of [name, ...aliases]) {
      const cell = cellOf(comparableLabel(written))
      if (cell) return cell
    }
    throw new ConfigError(`${id}: "${name}" is neither an age nor a sex. Write them like "0-4", "85+", "F" or "F 0-4", ages in years.`)
  })
  const [first] = cells
  if (
    cells.some((cell) => (cell.age === undefined) !== (first?.age === undefined) || (cell.sex === undefined) !== (first?.sex === undefined))
  )
    throw new ConfigError(`${id}: some categories say an age and a sex, others only one of them. Give a file for each.`)
  for (const [i, a] of cells.entries())
    for (const [j, b] of cells.slice(0, i).entries())
      if (a.sex === b.sex && (!a.age || (a.age[0] < b.age![1] && b.age![0] < a.age[1])))
        throw new ConfigError(`${id}: "${categories[j]!.id}" and "${categories[i]!.id}" hold the same people.`)
  return cells
}

function cellOf(name: string): PopulationCell | undefined {
  const sex = sexes.find(([, pattern]) => pattern.test(name))?.[0]
  for (const [pattern, of] of ages) {
    const found = pattern.exec(name)
    if (!found) continue
    const age = of(Number(found[1] ?? 0), Number(found[2] ?? 0))
    return age[0] < age[1] ? { age, ...(sex && { sex }) } : undefined
  }
  return sex && { sex }
}

/** Position of the cell that a person is in; -1 where age or sex is not known, or where there is no such cell. */
export function cellOfPerson(
  cells: readonly PopulationCell[],
  { age, sex }: { readonly age?: number; readonly sex?: 'female' | 'male' },
): number {
  return cells.findIndex(
    (cell) => (cell.sex === undefined || cell.sex === sex) && (!cell.age || (age !== undefined && cell.age[0] <= age && age < cell.age[1])),
  )
}
