/**
 * The inner kernel of all dense products, as a WebAssembly module of 128-bit SIMD instructions, assembled here instruction by
 * instruction: JavaScript engines do not vectorise loops over doubles.
 *
 * Operands are packed into panels: of x two rows, of y four, cut into vectors of 16 bytes (two doubles or four singles) that
 * alternate between the rows of the panel. A tile of 2 x 4 sums then stays in eight registers, and each step reads six vectors for
 * eight multiplications and eight additions.
 */
export const panel = { x: 2, y: 4, bytes: 16 } as const

/**
 * `(x, y, bytes, xPanels, yPanels, out)`: addresses of the packed panels, the length of a panel of x in bytes (one of y is twice as
 * long), how many there are of each, and where the tiles go: for each panel of x, for each of y, 2 x 4 sums, row-major.
 */
export type DotKernel = (x: number, y: number, bytes: number, xPanels: number, yPanels: number, out: number) => void

interface Lanes {
  readonly add: number
  readonly multiply: number
  readonly extract: number
  readonly lanes: number
  readonly addScalar: number
  readonly store: number
  /** Of one sum. */
  readonly size: number
}

const doubles: Lanes = { add: 0xf0, multiply: 0xf2, extract: 0x21, lanes: 2, addScalar: 0xa0, store: 0x39, size: 8 }
const singles: Lanes = { add: 0xe4, multiply: 0xe6, extract: 0x1f, lanes: 4, addScalar: 0x92, store: 0x38, size: 4 }

// Opcodes of the WebAssembly core specification 2.0, by the names it gives them.
const op = {
  loop: 0x03,
  end: 0x0b,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  i32LessUnsigned: 0x49,
  i32Add: 0x6a,
  i32Subtract: 0x6b,
  simd: 0xfd,
  v128Load: 0x00,
  v128Const: 0x0c,
  empty: 0x40,
  i32: 0x7f,
  v128: 0x7b,
} as const

const local = {
  x: 0,
  y: 1,
  bytes: 2,
  xPanels: 3,
  yPanels: 4,
  out: 5,
  a: 6,
  b: 7,
  panels: 8,
  stop: 9,
  x0: 10,
  x1: 11,
  row: 12,
  sums: 13,
} as const

/** The bytes of a module that imports its memory as `env.memory` and exports `doubles` and `singles`, each a `DotKernel`. */
export function dotKernelModule(): Uint8Array<ArrayBuffer> {
  const signature = [0x60, ...list(Array.from({ length: 6 }, () => [op.i32])), ...list([])]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list([signature])),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list([[0], [0]])),
    ...section(
      7,
      list([
        [...text('doubles'), 0x00, 0],
        [...text('singles'), 0x00, 1],
      ]),
    ),
    ...section(10, list([body(doubles), body(singles)].map((code) => [...unsigned(code.length), ...code]))),
  ])
}

function body(lanes: Lanes): number[] {
  const sums = panel.x * panel.y
  const tile = sums * lanes.size
  return [
    // Locals beyond the parameters: four addresses and counters, then vectors.
    ...list([
      [4, op.i32],
      [3 + sums, op.v128],
    ]),
    ...loop([
      ...set(local.b, get(local.y)),
      ...set(local.panels, get(local.yPanels)),
      ...set(local.stop, [...get(local.x), ...get(local.bytes), op.i32Add]),
      ...loop([
        ...set(local.a, get(local.x)),
        ...Array.from({ length: sums }, (_, at) => set(local.sums + at, zero)).flat(),
        ...loop([
          ...set(local.x0, load(local.a, 0)),
          ...set(local.x1, load(local.a, panel.bytes)),
          ...Array.from({ length: panel.y }, (_, column) => [
            ...set(local.row, load(local.b, column * panel.bytes)),
            ...accumulate(local.sums + column, local.x0, lanes),
            ...accumulate(local.sums + panel.y + column, local.x1, lanes),
          ]).flat(),
          ...increased(local.b, panel.y * panel.bytes),
          // while (a += 32) < stop
          ...[...get(local.a), ...constant(panel.x * panel.bytes), op.i32Add, op.localTee, local.a],
          ...[...get(local.stop), op.i32LessUnsigned, op.brIf, 0],
        ]),
        ...Array.from({ length: sums }, (_, at) => [
          ...get(local.out),
          ...across(local.sums + at, lanes),
          ...[lanes.store, lanes.size === 8 ? 3 : 2, ...unsigned(at * lanes.size)],
        ]).flat(),
        ...increased(local.out, tile),
        ...decreased(local.panels),
        ...[op.brIf, 0],
      ]),
      ...set(local.x, get(local.stop)),
      ...decreased(local.xPanels),
      ...[op.brIf, 0],
    ]),
    op.end,
  ]
}

const get = (index: number): number[] => [op.localGet, index]
const set = (index: number, value: readonly number[]): number[] => [...value, op.localSet, index]
const constant = (value: number): number[] => [op.i32Const, ...signed(value)]
const increased = (index: number, by: number): number[] => set(index, [...get(index), ...constant(by), op.i32Add])
/** One less, and the new value on the stack. */
const decreased = (index: number): number[] => [...get(index), ...constant(1), op.i32Subtract, op.localTee, index]
const loop = (code: readonly number[]): number[] => [op.loop, op.empty, ...code, op.end]
const load = (address: number, offset: number): number[] => [...get(address), op.simd, op.v128Load, 4, ...unsigned(offset)]
const zero: readonly number[] = [op.simd, op.v128Const, ...new Array<number>(panel.bytes).fill(0)]

const accumulate = (sum: number, x: number, { add, multiply }: Lanes): number[] =>
  set(sum, [...get(sum), ...get(x), ...get(local.row), ...[op.simd, ...unsigned(multiply)], ...[op.simd, ...unsigned(add)]])

/** Lanes added in pairs: (0 + 1), or (0 + 1) + (2 + 3). */
function across(sum: number, { extract, lanes, addScalar }: Lanes): number[] {
  const lane = (at: number): number[] => [...get(sum), op.simd, extract, at]
  const pair = (at: number): number[] => [...lane(at), ...lane(at + 1), addScalar]
  return lanes === 2 ? pair(0) : [...pair(0), ...pair(2), addScalar]
}

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()]
const text = (name: string): number[] => list([...new TextEncoder().encode(name)].map((byte) => [byte]))

/** LEB128. */
function unsigned(value: number): number[] {
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
