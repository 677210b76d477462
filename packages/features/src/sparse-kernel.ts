import { constant, get, increased, list, load, loop, moduleOf, op, set, unsigned, zero } from './wasm-code.ts'

/** Columns of the dense matrix that the kernel takes at once: four vectors of two doubles. */
export const lanes = 8
const vectors = 4

/**
 * `(starts, end, offsets, values, dense, out, rowBytes)`: addresses of where each row of the sparse matrix begins (counts of entries), of the last of these, of the
 * entries' rows in the dense matrix (in bytes), of their values, of the dense matrix and of the result; and the length of a dense row, a multiple of
 * 64 bytes. Entries are added in their order.
 */
export type SparseKernel = (
  starts: number,
  end: number,
  offsets: number,
  values: number,
  dense: number,
  out: number,
  rowBytes: number,
) => void

const local = {
  starts: 0,
  end: 1,
  offsets: 2,
  values: 3,
  dense: 4,
  out: 5,
  rowBytes: 6,
  entry: 7,
  last: 8,
  column: 9,
  from: 10,
  value: 11,
  sums: 12,
} as const

const scaled = (index: number, power: number): number[] => [...get(index), ...constant(power), op.i32ShiftLeft]
const resultAddress = [...get(local.out), ...get(local.column), op.i32Add]

/** sums += value * dense row, and on to the next entry if there is one. */
const addEntry: readonly number[] = [
  ...set(local.from, [
    ...[...get(local.offsets), ...scaled(local.entry, 2), op.i32Add, op.i32Load, 2, 0],
    ...[...get(local.dense), op.i32Add, ...get(local.column), op.i32Add],
  ]),
  ...set(local.value, [...get(local.values), ...scaled(local.entry, 3), op.i32Add, op.simd, op.v128Load64Splat, 3, 0]),
  ...Array.from({ length: vectors }, (_, at) =>
    set(local.sums + at, [
      ...[...get(local.sums + at), ...get(local.value), ...load(local.from, 16 * at)],
      ...[op.simd, ...unsigned(op.f64x2Multiply), op.simd, ...unsigned(op.f64x2Add)],
    ]),
  ).flat(),
  ...increased(local.entry, 1),
  ...[...get(local.entry), ...get(local.last), op.i32LessUnsigned, op.brIf, 0],
]

/** The bytes of a module that exports it as `multiply`. */
export const sparseKernelModule = (): Uint8Array<ArrayBuffer> =>
  moduleOf([
    {
      name: 'multiply',
      parameters: 7,
      code: [
        ...list([
          [4, op.i32],
          [1 + vectors, op.v128],
        ]),
        ...loop([
          ...set(local.last, [...get(local.starts), op.i32Load, 2, 4]),
          ...set(local.column, constant(0)),
          ...loop([
            ...set(local.entry, [...get(local.starts), op.i32Load, 2, 0]),
            ...Array.from({ length: vectors }, (_, at) => set(local.sums + at, zero)).flat(),
            ...[op.block, op.empty],
            // An empty row has no entry to begin with.
            ...[...get(local.entry), ...get(local.last), op.i32Equal, op.brIf, 0],
            ...loop(addEntry),
            op.end,
            ...Array.from({ length: vectors }, (_, at) => [
              ...resultAddress,
              ...get(local.sums + at),
              op.simd,
              op.v128Store,
              4,
              ...unsigned(16 * at),
            ]).flat(),
            ...increased(local.column, vectors * 16),
            ...[...get(local.column), ...get(local.rowBytes), op.i32LessUnsigned, op.brIf, 0],
          ]),
          ...increased(local.starts, 4),
          ...set(local.out, [...get(local.out), ...get(local.rowBytes), op.i32Add]),
          ...[...get(local.starts), ...get(local.end), op.i32LessUnsigned, op.brIf, 0],
        ]),
        op.end,
      ],
    },
  ])
