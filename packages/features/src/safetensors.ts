import { ConfigError } from '@corpuscope/core'

/** One table of numbers in a safetensors file. */
export interface StoredTensor {
  readonly type: string
  readonly shape: readonly number[]
  readonly bytes: Buffer
}

export interface Safetensors {
  readonly metadata: Readonly<Record<string, string>>
  readonly tensors: ReadonlyMap<string, StoredTensor>
}

/** The width of a number in bytes, by its type. */
const widths: Readonly<Record<string, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4, I8: 1, U8: 1 }

/**
 * Reads a safetensors file: the length of a JSON header in 8 bytes, the header, then the numbers, little endian.
 *
 * @param name  what errors call it
 * @throws ConfigError when it is no such file
 * @see github.com/huggingface/safetensors, "Format"
 */
export function readSafetensors(file: Buffer, name: string): Safetensors {
  const broken = new ConfigError(`${name}: is no safetensors file, or was cut short. Take the file that came with the model.`)
  if (file.length < 8) throw broken
  const length = Number(file.readBigUInt64LE(0))
  if (length > file.length - 8) throw broken
  let header: unknown
  try {
    header = JSON.parse(file.toString('utf8', 8, 8 + length))
  } catch {
    throw broken
  }
  if (typeof header !== 'object' || header === null) throw broken
  const tensors = new Map<string, StoredTensor>()
  let metadata: Readonly<Record<string, string>> = {}
  for (const [key, value] of Object.entries(header as Record<string, unknown>)) {
    if (key === '__metadata__') {
      metadata = value as Record<string, string>
      continue
    }
    const { dtype, shape, data_offsets } = value as { dtype?: unknown; shape?: unknown; data_offsets?: unknown }
    if (typeof dtype !== 'string' || !wholeNumbers(shape) || !wholeNumbers(data_offsets)) throw broken
    const [from, to] = data_offsets as [number, number]
    const bytes = file.subarray(8 + length + from, 8 + length + to)
    const width = widths[dtype]
    if (width === undefined || bytes.length !== to - from || bytes.length !== width * shape.reduce((a, b) => a * b, 1)) throw broken
    tensors.set(key, { type: dtype, shape, bytes })
  }
  return { metadata, tensors }
}

const wholeNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0)

/** Writes tables of single-precision numbers as a safetensors file. */
export function writeSafetensors(
  tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: Float32Array }>>,
  metadata: Readonly<Record<string, string>>,
): Buffer {
  const header: Record<string, unknown> = { __metadata__: metadata }
  const parts: Buffer[] = []
  let at = 0
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const bytes = Buffer.alloc(data.length * 4)
    for (let i = 0; i < data.length; i++) bytes.writeFloatLE(data[i]!, 4 * i)
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + bytes.length] }
    parts.push(bytes)
    at += bytes.length
  }
  const text = Buffer.from(JSON.stringify(header))
  // The numbers begin at a multiple of 8 bytes: the header is filled up with blanks.
  const filled = Buffer.alloc(Math.ceil(text.length / 8) * 8, ' ')
  text.copy(filled)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(filled.length))
  return Buffer.concat([length, filled, ...parts])
}

/** The numbers of a table in double precision. */
export function numbersOf({ type, bytes }: StoredTensor): Float64Array {
  const width = widths[type]!
  const read: Readonly<Record<string, (at: number) => number>> = {
    F64: (at) => bytes.readDoubleLE(at),
    F32: (at) => bytes.readFloatLE(at),
    F16: (at) => halfPrecision(bytes.readUInt16LE(at)),
    BF16: (at) => new Float32Array(new Uint32Array([bytes.readUInt16LE(at) << 16]).buffer)[0]!,
    I64: (at) => Number(bytes.readBigInt64LE(at)),
    I32: (at) => bytes.readInt32LE(at),
    I8: (at) => bytes.readInt8(at),
    U8: (at) => bytes.readUInt8(at),
  }
  const one = read[type]!
  return Float64Array.from({ length: bytes.length / width }, (_, i) => one(i * width))
}

function halfPrecision(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
}
