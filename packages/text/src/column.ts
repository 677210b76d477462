// Columns of many documents share one buffer: to allocate and to clear one each costs as much as scanning a short text.
const pageBytes = 1 << 18
let page = new ArrayBuffer(0)
let taken = 0

/** Where in `page` so many bytes begin that nobody had before. */
function place(bytes: number): number {
  const needed = (bytes + 7) & ~7
  if (taken + needed > page.byteLength) {
    page = new ArrayBuffer(Math.max(pageBytes, needed))
    taken = 0
  }
  taken += needed
  return taken - needed
}

/**
 * Columns of zeros for what is kept of a document as long as it lives, several times as quick to have as typed arrays of their own. A column keeps its
 * neighbours in memory: what outlives the document has to be copied.
 */
export const column = {
  u8(length: number): Uint8Array {
    const from = place(length)
    return new Uint8Array(page, from, length)
  },
  u16(length: number): Uint16Array {
    const from = place(2 * length)
    return new Uint16Array(page, from, length)
  },
  u32(length: number): Uint32Array {
    const from = place(4 * length)
    return new Uint32Array(page, from, length)
  },
  i32(length: number): Int32Array {
    const from = place(4 * length)
    return new Int32Array(page, from, length)
  },
  f64(length: number): Float64Array {
    const from = place(8 * length)
    return new Float64Array(page, from, length)
  },
}

/** The first values of a column that is lent, in one of its own. */
export function copied(from: Uint32Array, length: number): Uint32Array {
  const to = column.u32(length)
  if (length > 64) to.set(from.subarray(0, length))
  else for (let i = 0; i < length; i++) to[i] = from[i]!
  return to
}
