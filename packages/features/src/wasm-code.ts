/** WebAssembly modules put together instruction by instruction: what the kernels of this package are written in. */

// Opcodes of the WebAssembly core specification 2.0, by the names it gives them.
export const op = {
  loop: 0x03,
  end: 0x0b,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  block: 0x02,
  i32Load: 0x28,
  i32Equal: 0x46,
  i32LessUnsigned: 0x49,
  i32Add: 0x6a,
  i32Subtract: 0x6b,
  i32ShiftLeft: 0x74,
  simd: 0xfd,
  v128Load: 0x00,
  v128Load64Splat: 0x0a,
  v128Store: 0x0b,
  f64x2Add: 0xf0,
  f64x2Multiply: 0xf2,
  v128Const: 0x0c,
  empty: 0x40,
  i32: 0x7f,
  v128: 0x7b,
} as const

export const get = (index: number): number[] => [op.localGet, index]
export const set = (index: number, value: readonly number[]): number[] => [...value, op.localSet, index]
export const constant = (value: number): number[] => [op.i32Const, ...signed(value)]
export const increased = (index: number, by: number): number[] => set(index, [...get(index), ...constant(by), op.i32Add])
/** One less, and the new value on the stack. */
export const decreased = (index: number): number[] => [...get(index), ...constant(1), op.i32Subtract, op.localTee, index]
export const loop = (code: readonly number[]): number[] => [op.loop, op.empty, ...code, op.end]
export const load = (address: number, offset: number): number[] => [...get(address), op.simd, op.v128Load, 4, ...unsigned(offset)]
/** A vector of zeros on the stack. */
export const zero: readonly number[] = [op.simd, op.v128Const, ...new Array<number>(16).fill(0)]

/** Functions, each by its name, its number of i32 parameters and its code, in a module that imports its memory as `env.memory`. */
export function moduleOf(
  functions: readonly { readonly name: string; readonly parameters: number; readonly code: readonly number[] }[],
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      list(functions.map(({ parameters }) => [0x60, ...list(Array.from({ length: parameters }, () => [op.i32])), ...list([])])),
    ),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list(functions.map((_, at) => [at]))),
    ...section(7, list(functions.map(({ name }, at) => [...text(name), 0x00, at]))),
    ...section(10, list(functions.map(({ code }) => [...unsigned(code.length), ...code]))),
  ])
}

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
export const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()]
const text = (name: string): number[] => list([...new TextEncoder().encode(name)].map((byte) => [byte]))

/** LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

function signed(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>= 7) {
    const byte = rest & 0x7f
    if ((rest >> 7 === 0 && (byte & 0x40) === 0) || (rest >> 7 === -1 && (byte & 0x40) !== 0)) return [...bytes, byte]
    bytes.push(byte | 0x80)
  }
}
