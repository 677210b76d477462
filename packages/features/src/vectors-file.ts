import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CorpusError, type Feature } from '@corpuscope/core'
import type { Embedding } from './embedding.ts'

/** Vectors as they stand in a file, a row for each document. */
export interface StoredVectors {
  readonly ids: readonly string[]
  readonly d: number
  /** ids.length x d, row-major. */
  readonly vectors: Float64Array
}

/**
 * Reads vectors made elsewhere, by what the file's name ends with:
 * - `.f32`: single precision, little endian, row-major
 * - `.npy`: NumPy, two dimensions, C order, `<f4` or `<f8`
 * - `.jsonl`: a line `{"id": "note-1", "vector": [0.1, …]}` for each document
 * - `.parquet`: a row for each document, with columns `id` and `vector` (or `embedding`), a list of numbers
 *
 * The ids of the first two stand beside them, in the same order: `<name>.ids.json`, an array of strings.
 *
 * @throws CorpusError when a file is missing or is not what its name says
 */
export async function readVectors(path: string): Promise<StoredVectors> {
  return (await readWithBytes(path)).stored
}

async function readWithBytes(path: string): Promise<{ readonly stored: StoredVectors; readonly bytes: Buffer }> {
  const name = basename(path)
  const bytes = await bytesOf(path)
  if (path.endsWith('.jsonl')) return { stored: fromLines(bytes.toString('utf8'), name), bytes }
  if (path.endsWith('.parquet')) return { stored: await fromParquet(bytes, name), bytes }
  const values = path.endsWith('.npy') ? fromNpy(bytes, name) : path.endsWith('.f32') ? fromSingles(bytes, name) : null
  if (!values) throw new CorpusError(`${name}: vectors are read from .f32, .npy, .jsonl or .parquet files.`)
  const ids = await idsBeside(path)
  const d = values.d ?? values.vectors.length / ids.length
  if (ids.length === 0 || !Number.isInteger(d) || d < 1 || d * ids.length !== values.vectors.length)
    throw new CorpusError(
      `${name}: holds ${values.vectors.length} numbers, which is not a row for each of the ${ids.length} ids beside it.`,
    )
  return { stored: { ids, d, vectors: finite(values.vectors, d, name) }, bytes }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new CorpusError(`${basename(path)}: there is no such file of vectors, or it cannot be read.`)
  }
}

async function idsBeside(path: string): Promise<readonly string[]> {
  const beside = path.replace(/\.[^.]*$/, '.ids.json')
  const text = (await bytesOf(beside)).toString('utf8')
  const ids = parsed(text)
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string'))
    throw new CorpusError(`${basename(beside)}: must be an array of ids, such as ["note-1", "note-2"].`)
  return ids
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Values {
  readonly d?: number
  readonly vectors: Float64Array
}

function fromSingles(bytes: Buffer, name: string): Values {
  if (bytes.length % 4 !== 0) throw new CorpusError(`${name}: holds ${bytes.length} bytes, which is no whole number of 4-byte numbers.`)
  return { vectors: Float64Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i)) }
}

/** @see NumPy Enhancement Proposal 1, a simple file format for NumPy arrays */
function fromNpy(bytes: Buffer, name: string): Values {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 6) !== '\x93NUMPY') throw new CorpusError(`${name}: is no NumPy file.`)
  const wide = bytes[6]! > 1
  const begin = wide ? 12 : 10
  const end = begin + (wide ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8))
  const header = bytes.toString('latin1', begin, end)
  const type = /'descr':\s*'<f([48])'/.exec(header)?.[1]
  const shape = /'shape':\s*\((\d+),\s*(\d+)\)/.exec(header)
  if (!type || !shape || !/'fortran_order':\s*False/.test(header))
    throw new CorpusError(`${name}: must hold a two-dimensional array of little-endian float32 or float64 in C order.`)
  const [n, d, width] = [Number(shape[1]), Number(shape[2]), Number(type)]
  if (bytes.length - end !== n * d * width)
    throw new CorpusError(`${name}: says ${n} x ${d} numbers, but holds ${bytes.length - end} bytes of them.`)
  const read = (i: number): number => (width === 4 ? bytes.readFloatLE(end + 4 * i) : bytes.readDoubleLE(end + 8 * i))
  return { d, vectors: Float64Array.from({ length: n * d }, (_, i) => read(i)) }
}

function fromLines(text: string, name: string): StoredVectors {
  const ids: string[] = []
  const rows: number[][] = []
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    const record = parsed(line)
    const { id, vector } = typeof record === 'object' && record !== null ? (record as { id?: unknown; vector?: unknown }) : {}
    if (typeof id !== 'string' || !Array.isArray(vector) || !vector.every((value): value is number => typeof value === 'number'))
      throw new CorpusError(`${name} line ${i + 1}: needs "id", a string, and "vector", an array of numbers.`)
    if (rows.length > 0 && vector.length !== rows[0]!.length)
      throw new CorpusError(`${name} line ${i + 1}: has ${vector.length} numbers, but the lines before it have ${rows[0]!.length}.`)
    ids.push(id)
    rows.push(vector)
  })
  const d = rows[0]?.length ?? 0
  if (d === 0) throw new CorpusError(`${name}: holds no vectors.`)
  return { ids, d, vectors: finite(joined(rows, d), d, name) }
}

/** Loaded when there is such a file: nobody else waits for a Parquet reader. */
async function fromParquet(bytes: Buffer, name: string): Promise<StoredVectors> {
  const { parquetReadObjects } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const records: Record<string, unknown>[] = await parquetReadObjects({ file, compressors }).catch(() => {
    throw new CorpusError(`${name}: cannot be read as Parquet; it is damaged or cut short. Make it again.`)
  })
  const rows: (readonly number[])[] = []
  const ids = records.map((record, i) => {
    const { id } = record
    const vector = record['vector'] ?? record['embedding']
    const numbers: unknown[] = Array.isArray(vector) || ArrayBuffer.isView(vector) ? Array.from(vector as ArrayLike<unknown>) : []
    if (typeof id !== 'string' || numbers.length === 0 || !numbers.every((value): value is number => typeof value === 'number'))
      throw new CorpusError(`${name} row ${i + 1}: needs "id", a string, and "vector", a list of numbers.`)
    if (rows.length > 0 && numbers.length !== rows[0]!.length)
      throw new CorpusError(`${name} row ${i + 1}: has ${numbers.length} numbers, but the rows before it have ${rows[0]!.length}.`)
    rows.push(numbers)
    return id
  })
  const d = rows[0]?.length ?? 0
  if (d === 0) throw new CorpusError(`${name}: holds no vectors.`)
  return { ids, d, vectors: finite(joined(rows, d), d, name) }
}

function joined(rows: readonly (readonly number[])[], d: number): Float64Array {
  const vectors = new Float64Array(rows.length * d)
  rows.forEach((row, i) => {
    vectors.set(row, i * d)
  })
  return vectors
}

function finite(vectors: Float64Array, d: number, name: string): Float64Array {
  const at = vectors.findIndex((value) => !Number.isFinite(value))
  if (at >= 0) throw new CorpusError(`${name}: row ${Math.floor(at / d) + 1} holds a number that is not finite.`)
  return vectors
}

/**
 * The feature `embedding` from a file of vectors, scaled to unit length and matched to the documents by id. A document without
 * a row, or with a row of zeros, has no point.
 *
 * @param beside  the file for the companion of `--against`; without it, `path` holds that corpus too
 */
export const vectorsFile = (path: string, beside = path): Feature<null, Embedding> => ({
  id: 'embedding',
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  async conclude(_, { rows }) {
    const { stored, bytes } = await readWithBytes(path)
    const made = placed(stored, rows.ids, basename(path))
    if (!made.has.includes(1))
      throw new CorpusError(`${basename(path)}: none of its ids is that of a document. Ids must be those of the corpus.`)
    const fingerprint = createHash('sha256').update(JSON.stringify(stored.ids)).update(bytes).digest('hex').slice(0, 16)
    const title = `Vectors from a file, in ${stored.d} dimensions`
    return { ...made, instrument: { id: 'vectors-file', title, fingerprint } }
  },
  async beside(_, { rows }, main) {
    const stored = await readVectors(beside)
    if (stored.d !== main.d)
      throw new CorpusError(
        `${basename(beside)}: has vectors of ${stored.d} numbers, but those of the audited corpus have ${main.d}. Both must come from one model.`,
      )
    return { ...placed(stored, rows.ids, basename(beside)), instrument: main.instrument }
  },
})

function placed({ ids, d, vectors: from }: StoredVectors, wanted: readonly string[], name: string): Omit<Embedding, 'instrument'> {
  const places = new Map(ids.map((id, i) => [id, i]))
  if (places.size < ids.length) throw new CorpusError(`${name}: ids stand more than once beside the vectors.`)
  const n = wanted.length
  const vectors = new Float64Array(n * d)
  const has = new Uint8Array(n)
  wanted.forEach((id, i) => {
    const place = places.get(id)
    if (place === undefined) return
    const row = from.subarray(place * d, (place + 1) * d)
    const length = Math.hypot(...row)
    if (length === 0) return
    has[i] = 1
    for (let k = 0; k < d; k++) vectors[i * d + k] = row[k]! / length
  })
  return { n, d, vectors, has }
}
