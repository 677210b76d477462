import type { Rows } from '@corpuscope/core'

/** Which hashes of which documents stand in enough documents. */
export interface SharedHashes {
  /** Where the list of document `at` of `texts` begins among all. */
  readonly from: (at: number) => number
  /** Whether entry `at` of all lists, in the order of `texts`, stands in enough documents. */
  readonly has: (at: number) => boolean
}

/** Hashes counted at a time: the table of a pass takes 24 MB whatever the corpus. */
const mostCounted = 1 << 20

/**
 * Which hashes that documents left in a list stand in at least `fewest` of them. All are counted, those of one part of all hashes at a time, so that memory
 * is that of a table of a million and of one bit a hash.
 *
 * @param texts   places of the documents that take part
 * @param name    of a list of hashes below 2^32; 0 is none
 * @param fewest  documents, 1 or more
 * @param step    2 where every second hash alone is asked for: the others are not counted, and not shared
 * @param counted hashes at a time
 */
export function sharedHashes(
  rows: Pick<Rows, 'list'>,
  texts: readonly number[],
  name: string,
  fewest: number,
  { step = 1, counted = mostCounted }: { readonly step?: number; readonly counted?: number } = {},
): SharedHashes {
  const offsets = new Float64Array(texts.length + 1)
  texts.forEach((i, at) => {
    offsets[at + 1] = offsets[at]! + rows.list(name, i).length
  })
  const all = offsets[texts.length]!
  const bits = new Uint8Array(Math.ceil(all / 8))
  const passes = Math.max(1, Math.ceil(all / step / counted))
  const slots = 2 ** Math.ceil(Math.log2(2.5 * Math.min(all / step, counted) + 64))
  const table = { keys: new Uint32Array(slots), documents: new Uint32Array(slots), last: new Int32Array(slots) }
  const width = 2 ** 32 / passes
  for (let pass = 0; pass < passes; pass++) {
    const low = pass * width
    const high = low + width
    if (pass > 0) table.keys.fill(0)
    texts.forEach((i, at) => {
      count(rows.list(name, i), step, at, low, high, table)
    })
    texts.forEach((i, at) => {
      const hashes = rows.list(name, i)
      for (let each = 0; each < hashes.length; each += step) {
        const hash = hashes[each]!
        if (hash === 0 || !inPart(hash, low, high)) continue
        if (table.documents[slotOf(table.keys, hash)]! >= fewest) {
          const entry = offsets[at]! + each
          bits[Math.floor(entry / 8)]! |= 1 << (entry % 8)
        }
      }
    })
  }
  return { from: (at) => offsets[at]!, has: (at) => ((bits[Math.floor(at / 8)]! >>> (at % 8)) & 1) === 1 }
}

// Mixed first: of a long document only low hashes may have been kept.
function inPart(hash: number, low: number, high: number): boolean {
  const mixed = Math.imul(hash, 0x9e3779b1) >>> 0
  return mixed >= low && mixed < high
}

interface Table {
  /** 0 where a slot is free. */
  keys: Uint32Array
  documents: Uint32Array
  /** The document it was met in last. */
  last: Int32Array
}

function slotOf(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1
  let slot = key & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

function count(hashes: ArrayLike<number>, step: number, document: number, low: number, high: number, table: Table): void {
  const { keys, documents, last } = table
  for (let each = 0; each < hashes.length; each += step) {
    const hash = hashes[each]!
    if (hash === 0 || !inPart(hash, low, high)) continue
    const slot = slotOf(keys, hash)
    if (keys[slot] === 0) {
      keys[slot] = hash
      documents[slot] = 1
      last[slot] = document
    } else if (last[slot] !== document) {
      last[slot] = document
      documents[slot]!++
    }
  }
}
