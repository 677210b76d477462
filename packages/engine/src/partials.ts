import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AuditError,
  analysesOf,
  keyFrom,
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
import { provenanceOptions, type Recipe } from './plan.ts'
import { sealed, unsealed } from './seal.ts'

const envelopeFile = 'partial.json'
const stateFile = 'partial.bin'

/** Only who observes a corpus may read what was observed of it: its words stand there. */
const mode = 0o600

/** A user's secret; partials written with it are read with it alone. */
export type PartialSecret = string | undefined

const fileKey = (secret: string): Uint8Array => Buffer.from(keyFrom(secret, 'partial').hex, 'hex')

/**
 * Writes what was observed, with all that `conclude` needs, as a folder.
 *
 * @param secret  encrypts it; without one it is as plain as the corpus, and only the user may read the files
 */
export async function writePartial(
  out: string,
  suite: Suite,
  { suite: { key: _, ...options }, ...others }: Recipe,
  version: string,
  state: State,
  secret: PartialSecret,
): Promise<PartialEnvelope> {
  let envelope: PartialEnvelope | undefined
  const recipe: Recipe = { ...others, suite: options }
  await replaceFolder(out, isPartialFolder, async (folder) => {
    const pieces = [Buffer.from(JSON.stringify(recipe)), ...writeState(state)]
    const written = await writePieces(join(folder, stateFile), secret === undefined ? pieces : sealed(pieces, fileKey(secret)), mode)
    envelope = {
      schema: partialVersion,
      version,
      suite: suite.id,
      options: provenanceOptions(recipe),
      analyses: analysesOf(suite).map(({ id }) => id),
      documents: state.run.keys.length,
      ...(secret !== undefined && { encrypted: 'aes-256-gcm' }),
      ...written,
    }
    await writeFile(join(folder, envelopeFile), `${JSON.stringify(envelope, null, 2)}\n`, { mode })
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
 * @throws AuditError when it is none, was cut short or changed, was made by another version, or with another secret
 */
export async function readPartial(folder: string, version: string, secret: PartialSecret): Promise<PartialFolder> {
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
  if (envelope.encrypted && secret === undefined)
    throw new AuditError(
      `${folder}: was encrypted with a secret. Name its file with --key-file, or set CORPUSCOPE_KEY, as when it was observed.`,
    )
  const pieces = envelope.encrypted ? unsealed(file.pieces, fileKey(secret!)) : file.pieces
  if (!pieces) throw new AuditError(`${folder}: was encrypted with another secret. Give the one it was observed with.`)
  const [recipe, ...state] = pieces
  return { envelope, recipe: JSON.parse(Buffer.from(recipe!).toString('utf8')) as Recipe, state: readState(state) }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Refuses to merge parts that were observed with different options. */
export function assertSameRecipe(parts: readonly (PartialFolder & { readonly folder: string })[]): void {
  const [first, ...others] = parts
  for (const other of others) {
    const [a, b] = [numbersShapedBy(first!), numbersShapedBy(other)]
    const differs = Object.keys({ ...a, ...b }).find((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    if (differs !== undefined)
      throw new UsageError(
        `${other.folder}: was observed with another "${differs}" than ${first!.folder}. Observe all parts with the same options.`,
      )
  }
}

function numbersShapedBy({ recipe, envelope: { analyses } }: PartialFolder): Record<string, unknown> {
  // So it is with what stands beside: its parts are given to conclude.
  const { read, against: _a, holdout: _h, ...others } = recipe
  // Where a part's labels table lies, or that one part is CSV and another JSON lines, changes no number.
  const { labels: _, format: __, ...shaping } = read
  return { ...others, ...shaping, analyses }
}
