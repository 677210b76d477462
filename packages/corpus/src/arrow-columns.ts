import { isUtf8 } from 'node:buffer'
import type { ArrowBatch, ArrowField, ArrowLayout } from './arrow-schema.ts'
import { isBelievable } from './unpacked-size.ts'

/** The values of a column, by row: as JSON would have them; undefined for what has no form there. */
export interface ArrowColumn {
  readonly length: number
  at(row: number): unknown
}

/** Entries of the dictionaries met so far, by number. */
export type ArrowDictionaries = ReadonlyMap<number, ArrowColumn>

/** Unpacks a buffer of a body to that many bytes. */
export type Unpack = (bytes: Uint8Array, size: number) => Uint8Array

/**
 * The columns of a record batch. Every size is checked against the bytes before a row is read.
 *
 * @param body    what follows the batch's message
 * @param unpack  for batches that are packed
 * @throws RangeError for damaged data
 */
export function arrowColumns(
  fields: readonly ArrowField[],
  batch: ArrowBatch,
  body: Uint8Array,
  dictionaries: ArrowDictionaries,
  unpack: Unpack,
): ArrowColumn[] {
  if (!isBelievable(batch.rows, body.length)) throw new RangeError('a batch that claims more rows than its bytes can hold')
  const source = bufferSource(batch, body, unpack)
  const columns = fields.map((field) => columnOf(field, source, dictionaries))
  for (const column of columns) if (column.length < batch.rows) throw new RangeError('a column with fewer rows than its batch')
  return columns
}

interface BufferSource {
  /** Rows of the next column. */
  node(): number
  next(): Uint8Array
  /** How many buffers of characters the next column of views has. */
  variadic(): number
}

function bufferSource({ nodes, buffers, variadic, codec }: ArrowBatch, body: Uint8Array, unpack: Unpack): BufferSource {
  let [node, buffer, view, unpacked] = [0, 0, 0, 0]
  return {
    node() {
      const length = nodes[node++]?.[0]
      if (length === undefined || length < 0 || !isBelievable(length, body.length)) throw new RangeError('a column without its length')
      return length
    },
    next() {
      const [offset, length] = buffers[buffer++] ?? []
      if (offset === undefined || length === undefined || offset < 0 || length < 0 || offset + length > body.length)
        throw new RangeError('a buffer outside its batch')
      const bytes = body.subarray(offset, offset + length)
      if (codec === undefined || length === 0) return bytes
      // The size when unpacked stands before the packed bytes; -1 for bytes that are not packed.
      const size = Number(viewOf(bytes).getBigInt64(0, true))
      const packed = bytes.subarray(8)
      if (size === -1) return packed
      if (size < 0 || !isBelievable((unpacked += size), body.length)) throw new RangeError('a buffer that claims too much')
      return unpack(packed, size)
    },
    variadic() {
      const count = variadic[view++]
      if (count === undefined || count < 0 || count > buffers.length) throw new RangeError('a column without its buffers')
      return count
    },
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Throws unless the bytes hold that many values. */
function holds(bytes: Uint8Array, count: number, bits: number): DataView {
  if (bytes.length * 8 < count * bits) throw new RangeError('a buffer shorter than its column')
  return viewOf(bytes)
}

function columnOf(field: ArrowField, source: BufferSource, dictionaries: ArrowDictionaries): ArrowColumn {
  const { dictionary } = field
  if (!dictionary) return valuesOf(field, source, dictionaries)
  const index = valuesOf({ name: field.name, layout: dictionary.index, children: [] }, source, dictionaries)
  const entries = dictionaries.get(dictionary.id)
  return {
    length: index.length,
    at(row) {
      const entry = index.at(row)
      if (typeof entry !== 'number') return null
      if (!entries || !(entry >= 0 && entry < entries.length)) throw new RangeError('an entry that no dictionary has')
      return entries.at(entry)
    },
  }
}

function valuesOf({ layout, children }: ArrowField, source: BufferSource, dictionaries: ArrowDictionaries): ArrowColumn {
  const length = source.node()
  const column = (field: ArrowField | undefined): ArrowColumn => {
    if (!field) throw new RangeError('a nested column without its values')
    return columnOf(field, source, dictionaries)
  }
  switch (layout.kind) {
    case 'null':
      return { length, at: () => null }
    case 'run-ends': {
      const [ends, values] = [column(children[0]), column(children[1])]
      return { length, at: (row) => values.at(firstAbove(ends, row)) }
    }
    case 'union': {
      holds(source.next(), length, 8)
      if (layout.dense) holds(source.next(), length, 32)
      for (const child of children) column(child)
      return { length, at: () => undefined }
    }
    default: {
      const valid = validity(source.next(), length)
      const at = presentValues(layout, length, children, source, column)
      return { length, at: valid ? (row) => (valid(row) ? at(row) : null) : at }
    }
  }
}

/** A column without nulls may leave its bits out. */
function validity(bits: Uint8Array, length: number): ((row: number) => boolean) | undefined {
  if (bits.length === 0) return undefined
  holds(bits, length, 1)
  return (row) => bitAt(bits, row)
}

const bitAt = (bits: Uint8Array, row: number): boolean => ((bits[row >> 3]! >> (row & 7)) & 1) === 1

function firstAbove(ends: ArrowColumn, row: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(ends.at(middle)) > row) high = middle
    else low = middle + 1
  }
  if (low === ends.length) throw new RangeError('a row behind the last run')
  return low
}

type Values = (row: number) => unknown
/** Lays claim to a column's buffers in their order; the values of rows that are not null. */
function presentValues(
  layout: Exclude<ArrowLayout, { kind: 'null' | 'run-ends' | 'union' }>,
  length: number,
  children: readonly ArrowField[],
  source: BufferSource,
  column: (field: ArrowField | undefined) => ArrowColumn,
): Values {
  switch (layout.kind) {
    case 'bool': {
      const bits = source.next()
      holds(bits, length, 1)
      return (row) => bitAt(bits, row)
    }
    case 'int':
      return integers(holds(source.next(), length, layout.bits), layout)
    case 'float':
      return floats(holds(source.next(), length, layout.bits), layout.bits)
    case 'decimal':
      return decimals(holds(source.next(), length, layout.bits), layout)
    case 'date':
    case 'timestamp':
      return times(holds(source.next(), length, layout.bits), layout)
    case 'fixed':
      holds(source.next(), length, layout.bits)
      return () => undefined
    case 'binary':
      offsets(source.next(), length, layout.wide)
      source.next()
      return () => undefined
    case 'text': {
      const range = offsets(source.next(), length, layout.wide)
      return texts(source.next(), range)
    }
    case 'textView':
    case 'binaryView':
      return views(source, length, layout.kind === 'textView')
    case 'list': {
      const range = offsets(source.next(), length, layout.wide)
      return lists(column(children[0]), range)
    }
    case 'listView': {
      const size = layout.wide ? 64 : 32
      const at = integers(holds(source.next(), length, size), { bits: size, signed: true })
      const count = integers(holds(source.next(), length, size), { bits: size, signed: true })
      return lists(column(children[0]), (row) => [Number(at(row)), Number(at(row)) + Number(count(row))])
    }
    case 'fixedList': {
      const { size } = layout
      if (size < 0) throw new RangeError('lists of less than nothing')
      return lists(column(children[0]), (row) => [row * size, (row + 1) * size])
    }
    case 'map': {
      const range = offsets(source.next(), length, layout.wide)
      const [keyField, valueField] = children[0]?.children ?? []
      const entries = source.node()
      validity(source.next(), entries)
      const [keys, values] = [lists(column(keyField), range), lists(column(valueField), range)]
      return (row) => {
        const made = Object.create(null) as Record<string, unknown>
        const each = values(row)
        for (const [i, key] of keys(row).entries()) made[String(key)] = each[i]
        return made
      }
    }
    case 'struct': {
      const columns = children.map((child) => [child.name, column(child)] as const)
      for (const [, each] of columns) if (each.length < length) throw new RangeError('a nested column with fewer rows than its parent')
      return (row) => {
        const made = Object.create(null) as Record<string, unknown>
        for (const [name, each] of columns) made[name] = each.at(row)
        return made
      }
    }
  }
}

/** The stretch of each row in what its offsets lead to. */
function offsets(bytes: Uint8Array, length: number, wide: boolean): (row: number) => readonly [number, number] {
  // A column of no rows may have no offsets at all.
  if (length === 0) return () => [0, 0]
  const view = holds(bytes, length + 1, wide ? 64 : 32)
  const place = wide ? (i: number) => Number(view.getBigInt64(8 * i, true)) : (i: number) => view.getInt32(4 * i, true)
  return (row) => [place(row), place(row + 1)]
}

function lists(items: ArrowColumn, range: (row: number) => readonly [number, number]): (row: number) => unknown[] {
  return (row) => {
    const [from, to] = range(row)
    if (!(from >= 0 && to >= from && to <= items.length)) throw new RangeError('a list outside its values')
    return Array.from({ length: to - from }, (_, i) => items.at(from + i))
  }
}

/** Bytes that are no UTF-8 are no text. */
function texts(bytes: Uint8Array, range: (row: number) => readonly [number, number]): Values {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = isUtf8(buffer)
  return (row) => {
    const [from, to] = range(row)
    if (!(from >= 0 && to >= from && to <= buffer.length)) throw new RangeError('a text outside its bytes')
    return whole || isUtf8(buffer.subarray(from, to)) ? buffer.toString('utf8', from, to) : undefined
  }
}

const [viewBytes, inlineBytes] = [16, 12]

/** Views: up to 12 bytes beside their length, longer ones in one of several buffers. */
function views(source: BufferSource, length: number, isText: boolean): Values {
  const heads = source.next()
  const view = holds(heads, length, viewBytes * 8)
  const blocks = Array.from({ length: source.variadic() }, () => source.next())
  if (!isText) return () => undefined
  return (row) => {
    const at = row * viewBytes
    const size = view.getInt32(at, true)
    const inline = size <= inlineBytes
    const block = inline ? heads : blocks[view.getInt32(at + 8, true)]
    const from = inline ? at + 4 : view.getInt32(at + 12, true)
    if (!block || size < 0 || from < 0 || from + size > block.length) throw new RangeError('a text outside its bytes')
    const bytes = Buffer.from(block.buffer, block.byteOffset + from, size)
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined
  }
}

/** Whole numbers; one that a double does not hold exactly is its digits. */
function integers(view: DataView, { bits, signed }: { readonly bits: number; readonly signed: boolean }): Values {
  switch (bits) {
    case 8:
      return (row) => (signed ? view.getInt8(row) : view.getUint8(row))
    case 16:
      return (row) => (signed ? view.getInt16(2 * row, true) : view.getUint16(2 * row, true))
    case 32:
      return (row) => (signed ? view.getInt32(4 * row, true) : view.getUint32(4 * row, true))
    case 64:
      return (row) => {
        const value = signed ? view.getBigInt64(8 * row, true) : view.getBigUint64(8 * row, true)
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
      }
    default:
      throw new RangeError('whole numbers of a width that does not exist')
  }
}

function floats(view: DataView, bits: number): Values {
  switch (bits) {
    case 16:
      return (row) => halfFloat(view.getUint16(2 * row, true))
    case 32:
      return (row) => view.getFloat32(4 * row, true)
    case 64:
      return (row) => view.getFloat64(8 * row, true)
    default:
      throw new RangeError('numbers of a width that does not exist')
  }
}

/** A number of 16 bits (IEEE 754 binary16). @example halfFloat(0x3c00) // 1 */
function halfFloat(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023]
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25)
}

function decimals(view: DataView, { bits, scale }: { readonly bits: number; readonly scale: number }): Values {
  if (![32, 64, 128, 256].includes(bits)) throw new RangeError('decimal numbers of a width that does not exist')
  return (row) => {
    let value = 0n
    for (let word = bits / 32 - 1; word >= 0; word--) {
      const at = (row * bits) / 8 + 4 * word
      value = (value << 32n) | BigInt(word === bits / 32 - 1 ? view.getInt32(at, true) : view.getUint32(at, true))
    }
    return Number(`${value}e${-scale}`)
  }
}

/** ISO 8601 in UTC; null for what is beyond the years that dates have. */
function times(view: DataView, { bits, perSecond }: { readonly bits: number; readonly perSecond: number }): Values {
  const count = integers(view, { bits, signed: true })
  return (row) => {
    const date = new Date((Number(count(row)) / perSecond) * 1000)
    return Number.isNaN(date.getTime()) ? null : date.toISOString()
  }
}
