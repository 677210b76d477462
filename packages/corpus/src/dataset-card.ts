import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CorpusError } from '@corpuscope/core'
import { classNamesOf } from './class-names.ts'
import { isRecord } from './fields.ts'
import type { FoundFile } from './folder.ts'
import { globTest, isGlob } from './glob.ts'
import { nameList } from './say.ts'

/** A configuration of a dataset folder: which files are which split. */
interface Subset {
  readonly name: string
  readonly isDefault: boolean
  readonly files: readonly { readonly split: string; readonly patterns: readonly string[] }[]
}

const longestCard = 1 << 20

/** The YAML front matter of a folder's README.md; undefined when there is none, or it is no YAML. */
async function frontMatter(folder: string): Promise<unknown> {
  let text: string
  try {
    text = readFileSync(join(folder, 'README.md'), 'utf8').slice(0, longestCard)
  } catch {
    return undefined
  }
  const front = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\s*(?:\n|$)/.exec(text)?.[1]
  if (front === undefined) return undefined
  const { parse } = await import('./yaml.ts')
  try {
    return parse(front, { maxAliasCount: 20 })
  } catch {
    return undefined
  }
}

/** What the card says of the files; nothing when it does not say. */
function subsetsOf(card: unknown): Subset[] {
  const configs = isRecord(card) && Object.hasOwn(card, 'configs') ? card['configs'] : undefined
  if (!Array.isArray(configs)) return []
  return configs.flatMap((config: unknown) => {
    if (!isRecord(config)) return []
    const name = config['config_name']
    return [
      { name: typeof name === 'string' ? name : 'default', isDefault: config['default'] === true, files: splitsOf(config['data_files']) },
    ]
  })
}

function splitsOf(files: unknown): Subset['files'] {
  if (typeof files === 'string') return [{ split: 'train', patterns: [files] }]
  if (Array.isArray(files) && files.every((each) => typeof each === 'string')) return [{ split: 'train', patterns: files }]
  if (!Array.isArray(files)) return []
  return files.flatMap((each: unknown) => {
    if (!isRecord(each)) return []
    const path = each['path']
    const patterns = typeof path === 'string' ? [path] : Array.isArray(path) ? path.filter((one) => typeof one === 'string') : []
    return [{ split: typeof each['split'] === 'string' ? each['split'] : 'train', patterns }]
  })
}

const splitNames: Readonly<Record<string, string>> = {
  ...{ train: 'train', training: 'train', test: 'test', testing: 'test', eval: 'test', evaluation: 'test' },
  ...{ validation: 'validation', valid: 'validation', val: 'validation', dev: 'validation' },
}

/** The split that a path names, as the hubs see it. @example splitOfPath('data/train-00000-of-00002.parquet') // 'train' */
export function splitOfPath(path: string): string | undefined {
  for (const word of path
    .toLowerCase()
    .split(/[/._\-\s]+/)
    .reverse())
    if (Object.hasOwn(splitNames, word)) return splitNames[word]
  return undefined
}

export interface Layout {
  /** The files to read, each with its split where there are several. */
  readonly files: readonly FoundFile[]
  /** For the sentence that says what the input was taken for. */
  readonly said: readonly string[]
  /** The splits of the files, when every one of them is in one. */
  readonly splits: readonly string[]
  /** Names of the numbers in a field, as the card has them. */
  readonly classNames: ReadonlyMap<string, readonly string[]>
}

/**
 * Which files of a folder are the wanted configuration and split: as the card says, else as their names say.
 *
 * @param folder  undefined for named files
 */
export async function layoutOf(
  folder: string | undefined,
  files: readonly FoundFile[],
  wanted: { readonly split?: string | undefined; readonly subset?: string | undefined },
  where: string,
): Promise<Layout> {
  const card = folder === undefined ? undefined : await frontMatter(folder)
  const classNames = cardClassNames(card, wanted.subset)
  const subsets = subsetsOf(card).filter((subset) => subset.files.some(({ patterns }) => patterns.length > 0))
  const subset = chooseSubset(subsets, wanted.subset, where)
  const splitOf = subset ? splitByCard(subset) : ({ relative }: FoundFile) => splitOfPath(relative)
  const inSubset = files.map((file) => ({ file, split: splitOf(file) })).filter(({ split }) => !subset || split !== undefined)
  if (subset && inSubset.length === 0) {
    // The card may name files of another kind than those that are here.
    if (wanted.subset !== undefined)
      throw new CorpusError(`${where}: no file of the subset ${nameList([subset.name])} is here. Check README.md.`)
    return { ...(await layoutOf(undefined, files, wanted, where)), classNames }
  }
  const splits = [...new Set(inSubset.map(({ split }) => split))]
  const known = splits.filter((split) => split !== undefined).sort()
  const whole = known.length === splits.length && (known.length > 1 || subset !== undefined)
  const chosen = wanted.split === undefined || !whole ? inSubset : inSubset.filter(({ split }) => split === wanted.split)
  if (chosen.length === 0)
    throw new CorpusError(`${where}: there is no split ${nameList([wanted.split!])}; there are ${nameList(known)}. Name one with --split.`)
  return {
    files: chosen.map(({ file, split }) => (whole && split !== undefined ? { ...file, metadata: { split } } : file)),
    splits: whole ? known : [],
    classNames,
    said: [
      ...(subset && subsets.length > 1 ? [`subset ${nameList([subset.name])} of ${nameList(subsets.map(({ name }) => name))}`] : []),
      ...(whole && wanted.split === undefined ? [`splits ${nameList(known)}`] : whole ? [`split ${nameList([wanted.split!])}`] : []),
    ],
  }
}

/** Of several configurations' features, those of the wanted one, else of all. */
function cardClassNames(card: unknown, subset: string | undefined): Map<string, readonly string[]> {
  const info = isRecord(card) && Object.hasOwn(card, 'dataset_info') ? card['dataset_info'] : undefined
  const infos = (Array.isArray(info) ? (info as unknown[]) : [info]).filter(isRecord)
  const chosen = infos.filter((each) => subset === undefined || each['config_name'] === subset)
  return new Map(chosen.flatMap((each) => [...classNamesOf(each['features'])]))
}

function chooseSubset(subsets: readonly Subset[], wanted: string | undefined, where: string): Subset | undefined {
  if (wanted === undefined)
    return subsets.find(({ isDefault }) => isDefault) ?? subsets.find(({ name }) => name === 'default') ?? subsets[0]
  const found = subsets.find(({ name }) => name === wanted)
  if (!found) {
    throw new CorpusError(
      subsets.length === 0
        ? `${where}: --subset ${nameList([wanted])} needs a README.md that names configurations, and there is none. Leave it out.`
        : `${where}: there is no subset ${nameList([wanted])}; README.md names ${nameList(subsets.map(({ name }) => name))}. Name one with --subset.`,
    )
  }
  return found
}

function splitByCard({ files }: Subset): (file: FoundFile) => string | undefined {
  const tests = files.flatMap(({ split, patterns }) =>
    patterns.map((pattern) => {
      const path = pattern.replace(/^\.\//, '')
      const test = isGlob(path)
        ? globTest(path)
        : (relative: string) => relative === path || relative.startsWith(`${path.replace(/\/$/, '')}/`)
      return { split, test }
    }),
  )
  return ({ relative }) => tests.find(({ test }) => test(relative))?.split
}
