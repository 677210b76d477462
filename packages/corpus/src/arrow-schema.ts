import { type FlatTable, flatbuffer } from './flatbuffer.ts'

/** How the values of a column are laid out (Arrow columnar format, "Physical memory layout"). */
export type ArrowLayout =
  | { readonly kind: 'null' | 'run-ends' }
  | { readonly kind: 'bool' | 'struct' }
  | { readonly kind: 'text' | 'binary' | 'list' | 'map' | 'listView'; readonly wide: boolean }
  | { readonly kind: 'textView' | 'binaryView' }
  | { readonly kind: 'int'; readonly bits: number; readonly signed: boolean }
  | { readonly kind: 'float'; readonly bits: number }
  | { readonly kind: 'decimal'; readonly bits: number; readonly scale: number }
  | { readonly kind: 'date' | 'timestamp'; readonly bits: number; readonly perSecond: number }
  | { readonly kind: 'fixed'; readonly bits: number }
  | { readonly kind: 'fixedList'; readonly size: number }
  | { readonly kind: 'union'; readonly dense: boolean }

export interface ArrowField {
  readonly name: string
  readonly layout: ArrowLayout
  readonly children: readonly ArrowField[]
  /** Its values are numbers of entries of a dictionary. */
  readonly dictionary?: { readonly id: number; readonly index: ArrowLayout }
}

export interface ArrowSchema {
  readonly fields: readonly ArrowField[]
  readonly metadata: ReadonlyMap<string, string>
}

export interface ArrowBatch {
  readonly rows: number
  /** `[length, nulls]` a column, nested ones behind their parent. */
  readonly nodes: readonly (readonly number[])[]
  /** `[offset, length]` in the body. */
  readonly buffers: readonly (readonly number[])[]
  readonly variadic: readonly number[]
  readonly codec?: 'lz4' | 'zstd'
}

export type ArrowMessage =
  | { readonly kind: 'schema'; readonly schema: ArrowSchema; readonly body: number }
  | { readonly kind: 'batch'; readonly batch: ArrowBatch; readonly body: number }
  | { readonly kind: 'dictionary'; readonly id: number; readonly isDelta: boolean; readonly batch: ArrowBatch; readonly body: number }
  | { readonly kind: 'other'; readonly body: number }

/** A form of the format that is not read; the sentence tells what to do. */
export class ArrowFormError extends Error {
  override name = 'ArrowFormError'
}

const deepest = 64

/**
 * What a message of Arrow IPC says (Message.fbs and Schema.fbs of the Arrow format 1.5); `body` is the bytes that follow it.
 *
 * @throws RangeError for damaged metadata, ArrowFormError for what is not read
 */
export function arrowMessage(bytes: Uint8Array): ArrowMessage {
  const message = flatbuffer(bytes)
  const header = message.table(2)
  const body = message.int64(3)
  if (body < 0) throw new RangeError('a body of less than nothing')
  switch (header && message.int8(1)) {
    case 1:
      return { kind: 'schema', schema: schemaOf(header!), body }
    case 2: {
      const batch = header!.table(1)
      if (!batch) throw new RangeError('a dictionary without values')
      return { kind: 'dictionary', id: header!.int64(0), isDelta: header!.int8(2) !== 0, batch: batchOf(batch), body }
    }
    case 3:
      return { kind: 'batch', batch: batchOf(header!), body }
    default:
      return { kind: 'other', body }
  }
}

function schemaOf(schema: FlatTable): ArrowSchema {
  if (schema.int16(0) !== 0) throw new ArrowFormError('its numbers are big-endian')
  const metadata = new Map(schema.tables(2).map((pair) => [pair.text(0) ?? '', pair.text(1) ?? ''] as const))
  return { fields: schema.tables(1).map((field) => fieldOf(field, 1)), metadata }
}

function batchOf(batch: FlatTable): ArrowBatch {
  const compression = batch.table(3)
  const rows = batch.int64(0)
  if (rows < 0) throw new RangeError('fewer than no rows')
  return {
    rows,
    nodes: batch.int64s(1, 2),
    buffers: batch.int64s(2, 2),
    variadic: batch.int64s(4).map(([n]) => n!),
    ...(compression && { codec: compression.int8(0) === 0 ? 'lz4' : 'zstd' }),
  }
}

function fieldOf(field: FlatTable, depth: number): ArrowField {
  if (depth > deepest) throw new RangeError('columns nested too deeply')
  const encoding = field.table(4)
  const index = encoding?.table(1)
  return {
    name: field.text(0) ?? '',
    layout: layoutOf(field.int8(2), field.table(3)),
    children: field.tables(5).map((child) => fieldOf(child, depth + 1)),
    // The index type left out means 32 bits.
    ...(encoding && { dictionary: { id: encoding.int64(0), index: index ? intOf(index) : { kind: 'int', bits: 32, signed: true } } }),
  }
}

const intOf = (type: FlatTable): ArrowLayout => ({ kind: 'int', bits: type.int32(0), signed: type.int8(1) !== 0 })
const unitsPerSecond = [1, 1e3, 1e6, 1e9]
const intervalBits = [32, 64, 128]

/** The numbers are those of the union `Type` in Schema.fbs. */
function layoutOf(kind: number, type: FlatTable | undefined): ArrowLayout {
  if (!type) throw new RangeError('a column without a type')
  switch (kind) {
    case 1:
      return { kind: 'null' }
    case 2:
      return intOf(type)
    case 3:
      return { kind: 'float', bits: [16, 32, 64][type.int16(0)] ?? 0 }
    case 4:
      return { kind: 'binary', wide: false }
    case 5:
      return { kind: 'text', wide: false }
    case 6:
      return { kind: 'bool' }
    case 7:
      return { kind: 'decimal', scale: type.int32(1), bits: type.int32(2, 128) }
    case 8:
      return type.int16(0, 1) === 0 ? { kind: 'date', bits: 32, perSecond: 1 / 86_400 } : { kind: 'date', bits: 64, perSecond: 1e3 }
    case 9:
      return { kind: 'int', bits: type.int32(1, 32), signed: true }
    case 10:
      return { kind: 'timestamp', bits: 64, perSecond: unitsPerSecond[type.int16(0)] ?? 1 }
    case 11:
      return { kind: 'fixed', bits: intervalBits[type.int16(0)] ?? 32 }
    case 12:
      return { kind: 'list', wide: false }
    case 13:
      return { kind: 'struct' }
    case 14:
      return { kind: 'union', dense: type.int16(0) === 1 }
    case 15:
      return { kind: 'fixed', bits: type.int32(0) * 8 }
    case 16:
      return { kind: 'fixedList', size: type.int32(0) }
    case 17:
      return { kind: 'map', wide: false }
    case 18:
      return { kind: 'int', bits: 64, signed: true }
    case 19:
      return { kind: 'binary', wide: true }
    case 20:
      return { kind: 'text', wide: true }
    case 21:
      return { kind: 'list', wide: true }
    case 22:
      return { kind: 'run-ends' }
    case 23:
      return { kind: 'binaryView' }
    case 24:
      return { kind: 'textView' }
    case 25:
      return { kind: 'listView', wide: false }
    case 26:
      return { kind: 'listView', wide: true }
    default:
      throw new ArrowFormError('a column has a type that is not known')
  }
}
