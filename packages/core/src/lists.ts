import { type TypedArray, type Vector, type VectorKind, vector } from './vector.ts'

/** A list of numbers a document, in chunks that never move: what grows copies nothing, and what is merged is handed over. */
export interface Lists {
  readonly kind: VectorKind
  readonly chunks: TypedArray[]
  /** Values taken of the last chunk. */
  used: number
  /** Per document: where its list starts, as chunk * 2^32 + place in it; and how long it is. */
  readonly starts: Vector
  readonly lengths: Vector
}

const place = 2 ** 32
const firstChunk = 1 << 10
const largestChunk = 1 << 20
const empty = new Float64Array(0)

export const lists = {
  create: (kind: VectorKind): Lists => ({ kind, chunks: [], used: 0, starts: vector.create('f64'), lengths: vector.create('u32') }),

  /** The next document's list. A list stands in one chunk; what is left of the chunk before it stays empty. */
  push(target: Lists, values: TypedArray): void {
    const { chunks } = target
    let last = chunks[chunks.length - 1]
    if (!last || target.used + values.length > last.length) {
      if (last) chunks[chunks.length - 1] = last.length > target.used * 2 ? last.slice(0, target.used) : last
      const size = last ? Math.min(largestChunk, last.length * 2) : firstChunk
      last = vector.room(target.kind, Math.max(size, values.length))
      chunks.push(last)
      target.used = 0
    }
    last.set(values, target.used)
    vector.push(target.starts, (chunks.length - 1) * place + target.used)
    vector.push(target.lengths, values.length)
    target.used += values.length
  },

  /** Empty lists for documents that left none, until there are n. */
  pad(target: Lists, n: number): void {
    while (target.lengths.length < n) {
      vector.push(target.starts, 0)
      vector.push(target.lengths, 0)
    }
  },

  /** The list of document i; shares memory. */
  at({ chunks, starts, lengths }: Lists, i: number): TypedArray {
    const length = i < lengths.length ? lengths.data[i]! : 0
    if (length === 0) return empty
    const start = starts.data[i]!
    const from = start % place
    return chunks[(start - from) / place]!.subarray(from, from + length)
  },

  /** Takes another's lists in behind the first n documents; `other` is used up. */
  merge(target: Lists, other: Lists, n: number): void {
    lists.pad(target, n)
    const shift = target.chunks.length * place
    for (const chunk of other.chunks) target.chunks.push(chunk)
    if (other.chunks.length > 0) target.used = other.used
    for (let i = 0; i < other.lengths.length; i++) vector.push(target.starts, shift + other.starts.data[i]!)
    vector.append(target.lengths, vector.values(other.lengths))
  },

  /** Gives spare room back before the lists are written. */
  trim(target: Lists): void {
    const last = target.chunks.length - 1
    if (last >= 0 && target.chunks[last]!.length > target.used) target.chunks[last] = target.chunks[last]!.slice(0, target.used)
    vector.trim(target.starts)
    vector.trim(target.lengths)
  },
}
