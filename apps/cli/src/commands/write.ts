import { createHash } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CorpusError, type Document, UsageError, uniqueIds } from '@corpuscope/core'
import { type InputPlan, parquetRecords, planInput, readShard, type Selection, writeSelection } from '@corpuscope/corpus'
import { files, type Recipe, readAudit } from '@corpuscope/engine'
import { plural } from '../format.ts'
import { maskChoice } from '../mask-choice.ts'
import { type MaskRecord, planMasking } from '../mask-corpus.ts'
import { type ReadingOptions, recipeFrom } from '../reading.ts'
import { print, say } from '../terminal.ts'

interface WriteOptions extends ReadingOptions {
  out: string
  audit?: string
  drop: string[]
  select?: string
  mask?: string
  maskKeyFile?: string
  maskGroup?: string
  maskIds?: boolean
  quiet?: boolean
}

/** `corpuscope write`. */
export async function write([inputs]: readonly [readonly string[]], options: WriteOptions): Promise<number> {
  const { out, audit, drop, select, mask, maskKeyFile, maskGroup, maskIds, quiet = false, ...reading } = options
  const { recipe } = await recipeFrom(reading)
  const {
    kept,
    leftOut,
    mask: record,
  } = await writeCorpus(inputs, recipe, defined({ out, audit, drop, select, mask, maskKeyFile, maskGroup, maskIds }))
  const how = mask === undefined ? 'written' : `masked (${mask}) and written`
  if (!quiet) print(`${plural(kept, 'document')} ${how} to ${out}, ${leftOut.length} left out. Which and why: ${manifestOf(out)}`)
  if (!quiet && record) for (const line of remarks(record, maskIds ?? false)) say(line)
  return 0
}

/** What a masked copy still holds, and what to do about it. */
function remarks({ idsThatNameSomebody, leftLabels }: MaskRecord, renamed: boolean): string[] {
  const labels = Object.entries(leftLabels ?? {}).map(([label, times]) => `${label} (${times})`)
  return [
    ...(idsThatNameSomebody > 0 && !renamed
      ? [`${plural(idsThatNameSomebody, 'id')} or names of files look like a person's and stay: add --mask-ids to replace them.`]
      : []),
    ...(labels.length > 0 ? [`Labels that are no identifier here, and stay: ${labels.join(', ')}.`] : []),
  ]
}

interface WriteChoice {
  readonly out: string
  /** The audit folder; needed to drop and to select, not to mask. */
  readonly audit?: string
  /** "duplicates", "findings". */
  readonly drop: readonly string[]
  /** A file of ids, one a line. */
  readonly select?: string
  /** "remove", "tag" or "surrogate". */
  readonly mask?: string
  readonly maskKeyFile?: string
  readonly maskGroup?: string
  /** A masked copy's ids and names of files are replaced too. */
  readonly maskIds?: boolean
}

/** Leaves out what was not given. */
const defined = (choice: { readonly [Name in keyof WriteChoice]: WriteChoice[Name] | undefined }): WriteChoice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)) as unknown as WriteChoice

/**
 * Writes a selection of a corpus in its own format, masked if asked, and a manifest beside it.
 *
 * @throws CorpusError when the corpus is not the one that was audited
 */
export async function writeCorpus(
  inputs: readonly string[],
  recipe: Recipe,
  choice: WriteChoice,
): Promise<Selection & { readonly mask?: MaskRecord }> {
  const unknown = choice.drop.find((each) => each !== 'duplicates' && each !== 'findings')
  if (unknown !== undefined) throw new UsageError(`--drop: "${unknown}" cannot be dropped. Known: duplicates, findings.`)
  if (choice.audit === undefined && (choice.mask === undefined || choice.drop.length > 0 || choice.select !== undefined))
    throw new UsageError('write: --audit is missing. What is dropped or selected is known from an audit; only --mask alone does without.')
  const masks = choice.mask === undefined ? undefined : maskChoice(choice.mask, choice.maskKeyFile, choice.maskGroup, choice.maskIds)
  const plan = await planInput(inputs, recipe.read)
  const keys = (await keysOf(plan)).sort()
  const hash = createHash('sha256').update(keys.join('\0')).digest('hex')
  if (choice.audit !== undefined) await checkAudited(choice.audit, inputs, keys.length, hash)
  const reasons = new Map<string, string>()
  if (choice.drop.includes('duplicates'))
    for (const id of await duplicates(choice.audit!)) reasons.set(id, 'duplicate of a document that is kept')
  if (choice.drop.includes('findings')) for (const id of await found(choice.audit!)) reasons.set(id, 'has findings')
  const ids = uniqueIds(keys)
  const selected = choice.select === undefined ? undefined : await selection(choice.select, new Set(ids))
  const idOf = idsInTurn(keys, ids)
  const masking = masks && (await planMasking(plan, masks, recipe.suite.privacy))
  const made = await writeSelection(
    plan,
    choice.out,
    (document) => {
      const id = idOf(document)
      return selected && !selected.has(id) ? 'not selected' : reasons.get(id)
    },
    masking?.rewrite,
    masking?.nameOf,
  )
  const mask = await masking?.check([choice.out], recipe.read, choice.out)
  const manifest = {
    schema: 'corpuscope/selection/1',
    corpus: { hash, documents: keys.length },
    drop: choice.drop,
    ...made,
    // An id that names a person would be a value of the corpus.
    ...(mask && { leftOut: made.leftOut.map(({ id, reason }) => ({ id: masking!.idOf(id), reason })), mask }),
  }
  writeFileSync(manifestOf(choice.out), `${JSON.stringify(manifest, null, 1)}\n`)
  return { ...made, ...(mask && { mask }) }
}

async function checkAudited(folder: string, inputs: readonly string[], documents: number, hash: string): Promise<void> {
  const { audit } = await readAudit(folder)
  if (audit.corpus.limit !== undefined)
    throw new CorpusError(`${folder}: only ${audit.corpus.limit} documents were audited. Audit the whole corpus, then write it.`)
  if (hash !== audit.corpus.hash)
    throw new CorpusError(
      `${inputs.join(', ')}: is not the corpus of ${folder} (${plural(documents, 'document')}, audited were ${audit.corpus.documents}). Give the input and options of that audit.`,
    )
}

/** Beside a file, inside a folder. */
const manifestOf = (out: string): string =>
  statSync(out, { throwIfNoEntry: false })?.isDirectory() ? join(out, 'manifest.json') : `${out}.manifest.json`

async function keysOf(plan: InputPlan): Promise<string[]> {
  const keys: string[] = []
  for (const shard of plan.shards) await readShard(plan, shard, { document: ({ key }) => void keys.push(key), unread: () => undefined })
  return keys
}

/** The id that the audit gave a document; of documents with one key, which are alike, each gets the next. */
function idsInTurn(keys: readonly string[], ids: readonly string[]): (document: Document) => string {
  const next = new Map<string, number>()
  for (const [i, key] of keys.entries()) if (!next.has(key)) next.set(key, i)
  return ({ key }) => {
    const at = next.get(key)!
    next.set(key, at + 1)
    return ids[at]!
  }
}

/** Documents that the audit's keep list drops; without one, all but the first of each group of equal texts. */
async function duplicates(audit: string): Promise<Set<string>> {
  const documents = await parquetRecords(join(audit, files.documents))
  if (documents.some((each) => 'duplicate-keep' in each))
    return new Set(documents.flatMap((each) => (each['duplicate-keep'] === 0 ? [String(each['id'])] : [])))
  const pairs = (await parquetRecords(join(audit, files.pairs))).map(({ a, b, kind }) => [String(a), String(b), kind] as const)
  const dropped = new Set<string>()
  for (const [a, b, kind] of pairs.sort(([a, b], [c, d]) => (a < c ? -1 : a > c ? 1 : b < d ? -1 : 1)))
    if (kind === 'exact' && !dropped.has(a)) dropped.add(b)
  return dropped
}

/** Documents with a finding that is more than a note. */
const found = async (audit: string): Promise<Set<string>> =>
  new Set(
    (await parquetRecords(join(audit, files.findings))).flatMap(({ document, severity }) =>
      typeof document === 'string' && severity !== 'note' ? [document] : [],
    ),
  )

async function selection(file: string, known: ReadonlySet<string>): Promise<Set<string>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--select ${file}: cannot be read. Give a file with an id a line.`)
  })
  const ids = new Set(text.split(/\r?\n/).filter((line) => line !== ''))
  const missing = [...ids].filter((id) => !known.has(id)).length
  if (missing > 0)
    throw new UsageError(`--select ${file}: ${plural(missing, 'id')} of ${ids.size} belong to no document of the corpus. Mend the list.`)
  return ids
}
