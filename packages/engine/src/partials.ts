import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AuditError,
  analysesOf,
  type PartialEnvelope,
  partialVersion,
  readState,
  type State,
  type Suite,
  UsageError,
  writeState,
} from '@corpuscope/core'
import { replaceFolder, settle } from './folder.ts'
import { readPieces, writePieces } from './piece-file.ts'
import type { Recipe } from './plan.ts'

const envelopeFile = 'partial.json'
const stateFile = 'partial.bin'

/** Writes what was observed, with all that `conclude` needs, as a folder. */
export async function writePartial(out: string, suite: Suite, recipe: Recipe, version: string, state: State): Promise<PartialEnvelope> {
  let envelope: PartialEnvelope | undefined
  await replaceFolder(out, isPartialFolder, async (folder) => {
    const written = await writePieces(join(folder, stateFile), writeState(state))
    envelope = {
      schema: partialVersion,
      version,
      suite: suite.id,
      options: { ...recipe },
      analyses: analysesOf(suite).map(({ id }) => id),
      documents: state.run.keys.length,
      ...written,
    }
    await writeFile(join(folder, envelopeFile), `${JSON.stringify(envelope, null, 2)}\n`)
  })
  return envelope!
}

const isPartialFolder = async (folder: string): Promise<boolean> =>
  (await readFile(join(folder, envelopeFile), 'utf8').catch(() => '')).includes('"corpuscope/partial/')

export interface PartialFolder {
  readonly envelope: PartialEnvelope
  readonly recipe: Recipe
  readonly state: State
}

/**
 * Reads what `observe` or `merge` wrote.
 *
 * @throws AuditError when it is none, was cut short or changed, or was made by another version
 */
export async function readPartial(folder: string, version: string): Promise<PartialFolder> {
  await settle(folder)
  const at = join(folder, envelopeFile)
  const text = await readFile(at, 'utf8').catch(() => {
    throw new AuditError(
      `${folder}: no partial there (${envelopeFile} is missing). Make one with "corpuscope observe <input> -o ${folder}".`,
    )
  })
  const { partialSchema } = await import('@corpuscope/core')
  const checked = partialSchema.safeParse(tryParse(text))
  if (!checked.success) throw new AuditError(`${at}: not the envelope of a partial. Observe that part again.`)
  const envelope = checked.data
  if (envelope.version !== version)
    throw new AuditError(
      `${at}: observed by corpuscope ${envelope.version}, but this is ${version}. Parts of one audit are observed by one version.`,
    )
  const file = await readPieces(join(folder, stateFile))
  if (file?.bytes !== envelope.bytes || file.sha256 !== envelope.sha256)
    throw new AuditError(`${join(folder, stateFile)}: was cut short or changed. Observe that part again.`)
  return { envelope, recipe: envelope.options as unknown as Recipe, state: readState(file.pieces) }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Refuses to merge parts that were observed with different options. */
export function assertSameRecipe(parts: readonly { readonly folder: string; readonly envelope: PartialEnvelope }[]): void {
  const [first, ...others] = parts
  for (const other of others) {
    const [a, b] = [numbersShapedBy(first!.envelope), numbersShapedBy(other.envelope)]
    const differs = Object.keys({ ...a, ...b }).find((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    if (differs !== undefined)
      throw new UsageError(
        `${other.folder}: was observed with another "${differs}" than ${first!.folder}. Observe all parts with the same options.`,
      )
  }
}

function numbersShapedBy({ options, analyses }: PartialEnvelope): Record<string, unknown> {
  // So it is with what stands beside: its parts are given to conclude.
  const { read, against: _a, holdout: _h, ...others } = options as unknown as Recipe
  // Where a part's labels table lies, or that one part is CSV and another JSON lines, changes no number.
  const { labels: _, format: __, ...shaping } = read
  return { ...others, ...shaping, analyses }
}
