import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AuditError, type Instrument } from '@corpuscope/core'
import { numbersOf, readSafetensors, writeSafetensors } from './safetensors.ts'
import type { WeighedTerms } from './tf-idf.ts'

/** The space of a latent semantic analysis: which terms count, how much, and where each points. */
export interface Basis extends WeighedTerms {
  /** Dimensions. */
  readonly d: number
  /** terms x d, row-major. */
  readonly axes: Float64Array
  readonly instrument: Instrument
}

/** Its name in an audit folder. */
export const basisFile = 'embedding-basis.safetensors'
const form = 'corpuscope/embedding-basis/1'

/** A basis as a safetensors file: the table `axes`, and everything else in its header. */
export const writeBasis = ({ terms, n, d, axes, instrument }: Basis): Uint8Array =>
  writeSafetensors(
    { axes: { shape: [terms.length, d], data: Float32Array.from(axes) } },
    {
      form,
      n: String(n),
      instrument: JSON.stringify(instrument),
      terms: JSON.stringify(terms.map(({ term, hash, documents }) => [term, hash, documents])),
    },
  )

/**
 * Reads a basis.
 *
 * @param path  an audit folder, or the file itself
 * @throws AuditError when there is none
 */
export async function readBasis(path: string): Promise<Basis> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const at = folder ? join(path, basisFile) : path
  const bytes = await readFile(at).catch(() => {
    throw new AuditError(
      `${path}: there is no ${basisFile}. An audit keeps one when its embedding was fitted on 50 documents or more; name such an audit with --basis.`,
    )
  })
  try {
    const { metadata, tensors } = readSafetensors(bytes, basename(at))
    const table = tensors.get('axes')!
    const terms = (JSON.parse(metadata['terms']!) as [string, number, number][]).map(([term, hash, documents]) => ({
      term,
      hash,
      documents,
    }))
    const [rows, d] = table.shape
    if (metadata['form'] === form && rows === terms.length && d !== undefined)
      return { terms, n: Number(metadata['n']), d, axes: numbersOf(table), instrument: JSON.parse(metadata['instrument']!) as Instrument }
  } catch {}
  throw new AuditError(`${at}: is no basis of an embedding, or was cut short. Make the audit again.`)
}
