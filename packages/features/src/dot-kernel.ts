import { constant, decreased, get, increased, list, load, loop, moduleOf, op, set, unsigned, zero } from './wasm-code.ts'

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
export const dotKernelModule = (): Uint8Array<ArrayBuffer> =>
  moduleOf([
    { name: 'doubles', parameters: 6, code: body(doubles) },
    { name: 'singles', parameters: 6, code: body(singles) },
  ])

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

const accumulate = (sum: number, x: number, { add, multiply }: Lanes): number[] =>
  set(sum, [...get(sum), ...get(x), ...get(local.row), ...[op.simd, ...unsigned(multiply)], ...[op.simd, ...unsigned(add)]])

/** Lanes added in pairs: (0 + 1), or (0 + 1) + (2 + 3). */
function across(sum: number, { extract, lanes, addScalar }: Lanes): number[] {
  const lane = (at: number): number[] => [...get(sum), op.simd, extract, at]
  const pair = (at: number): number[] => [...lane(at), ...lane(at + 1), addScalar]
  return lanes === 2 ? pair(0) : [...pair(0), ...pair(2), addScalar]
}
