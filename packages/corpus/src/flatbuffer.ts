/** The most tables that the metadata of one message may hold: a few bytes can name the same table many times over. */
const mostTables = 100_000

/** A table of a flatbuffer: its fields by their slot, with the value that stands for an absent one. */
export interface FlatTable {
  int8(slot: number, absent?: number): number
  int16(slot: number, absent?: number): number
  int32(slot: number, absent?: number): number
  /** A whole number of 64 bits that a double holds exactly; others throw. */
  int64(slot: number, absent?: number): number
  text(slot: number): string | undefined
  table(slot: number): FlatTable | undefined
  tables(slot: number): FlatTable[]
  /** Numbers of 64 bits, each alone or `fields` of them side by side as structs have them. */
  int64s(slot: number, fields?: number): number[][]
}

/**
 * The root table of a flatbuffer (flatbuffers.dev/internals). Only what Arrow's metadata uses: no unions of structs, no file identifier.
 *
 * @throws RangeError for places outside the bytes
 */
export function flatbuffer(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let tables = 0
  const follow = (at: number): number => at + view.getUint32(at, true)
  const exact = (at: number): number => {
    const value = Number(view.getBigInt64(at, true))
    if (!Number.isSafeInteger(value)) throw new RangeError('a number beyond what is exact')
    return value
  }
  const tableAt = (at: number): FlatTable => {
    if (++tables > mostTables) throw new RangeError('too many tables')
    const fields = at - view.getInt32(at, true)
    const bytesOfFields = view.getUint16(fields, true)
    /** Where a field stands; 0 when it is absent. */
    const place = (slot: number): number => {
      const entry = 4 + 2 * slot
      const offset = entry < bytesOfFields ? view.getUint16(fields + entry, true) : 0
      return offset === 0 ? 0 : at + offset
    }
    const list = (slot: number, size: number): { start: number; length: number } => {
      const found = place(slot)
      if (found === 0) return { start: 0, length: 0 }
      const start = follow(found)
      const length = view.getUint32(start, true)
      if (start + 4 + length * size > view.byteLength) throw new RangeError('a list that ends outside the metadata')
      return { start: start + 4, length }
    }
    const number =
      (read: (at: number) => number) =>
      (slot: number, absent = 0): number => {
        const found = place(slot)
        return found === 0 ? absent : read(found)
      }
    return {
      int8: number((found) => view.getInt8(found)),
      int16: number((found) => view.getInt16(found, true)),
      int32: number((found) => view.getInt32(found, true)),
      int64: number(exact),
      text(slot) {
        if (place(slot) === 0) return undefined
        const { start, length } = list(slot, 1)
        return Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('utf8')
      },
      table(slot) {
        const found = place(slot)
        return found === 0 ? undefined : tableAt(follow(found))
      },
      tables(slot) {
        const { start, length } = list(slot, 4)
        return Array.from({ length }, (_, i) => tableAt(follow(start + 4 * i)))
      },
      int64s(slot, fields = 1) {
        const { start, length } = list(slot, 8 * fields)
        return Array.from({ length }, (_, i) => Array.from({ length: fields }, (_, j) => exact(start + 8 * (i * fields + j))))
      },
    }
  }
  return tableAt(follow(0))
}
