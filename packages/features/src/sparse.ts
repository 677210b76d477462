import { lanes, type SparseKernel, sparseKernelModule } from './sparse-kernel.ts'

/** A matrix of mostly zeros by rows: row i holds `values` at columns `indices` from `starts[i]` to `starts[i + 1]`. */
export interface Sparse {
  readonly rows: number
  readonly columns: number
  readonly starts: Uint32Array
  readonly indices: Uint32Array
  readonly values: Float64Array
}

/** Rows and columns exchanged; within a row the indices ascend. */
export function transpose({ rows, columns, starts, indices, values }: Sparse): Sparse {
  const ends = new Uint32Array(columns + 1)
  for (let i = 0; i < indices.length; i++) ends[indices[i]! + 1]!++
  for (let column = 0; column < columns; column++) ends[column + 1]! += ends[column]!
  const begins = ends.slice()
  const turned = new Uint32Array(indices.length)
  const moved = new Float64Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const to = ends[indices[i]!]!++
      turned[to] = row
      moved[to] = values[i]!
    }
  return { rows: columns, columns: rows, starts: begins, indices: turned, values: moved }
}

/** Below so many multiplications the way into the kernel's memory is longer than the work. */
const leastWork = 100_000

/** Rows of the result that stand in the kernel's memory at a time, and entries of them. */
const rowsAtOnce = 4096

/**
 * The product of a sparse matrix and a dense one. A row's entries are added in their order, to the same bits on every machine.
 *
 * @param dense  matrix.columns x width, row-major
 * @returns      matrix.rows x width
 */
export function multiply(matrix: Sparse, dense: Float64Array, width: number): Float64Array {
  const work = matrix.indices.length * width
  compiled ??= moduleIfAble()
  return work < leastWork || !compiled ? multiplyInScript(matrix, dense, width) : multiplyInKernel(compiled, matrix, dense, width)
}

let compiled: WebAssembly.Module | false | undefined

function moduleIfAble(): WebAssembly.Module | false {
  const bytes = sparseKernelModule()
  return WebAssembly.validate(bytes) && new WebAssembly.Module(bytes)
}

/** The same without SIMD. */
export function multiplyInScript({ rows, starts, indices, values }: Sparse, dense: Float64Array, width: number): Float64Array {
  const out = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const to = row * width
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const value = values[i]!
      const from = indices[i]! * width
      for (let k = 0; k < width; k++) out[to + k]! += value * dense[from + k]!
    }
  }
  return out
}

function multiplyInKernel(
  module: WebAssembly.Module,
  { rows, columns, starts, indices, values }: Sparse,
  dense: Float64Array,
  width: number,
): Float64Array {
  const padded = Math.ceil(width / lanes) * lanes
  const rowBytes = 8 * padded
  const blocks = Array.from(
    { length: Math.ceil(rows / rowsAtOnce) },
    (_, at) => [at * rowsAtOnce, Math.min(rows, (at + 1) * rowsAtOnce)] as const,
  )
  const most = Math.max(...blocks.map(([from, to]) => starts[to]! - starts[from]!))
  const room = [columns * rowBytes, Math.min(rows, rowsAtOnce) * rowBytes, 8 * most, 4 * most, 4 * (rowsAtOnce + 2)]
  const [denseAt, outAt, valuesAt, offsetsAt, startsAt] = room.map((_, at) => room.slice(0, at).reduce((sum, bytes) => sum + bytes, 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const memory = new WebAssembly.Memory({ initial: Math.ceil((startsAt + room[4]!) / 65_536) })
  const [doubles, words] = [new Float64Array(memory.buffer), new Uint32Array(memory.buffer)]
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports['multiply'] as SparseKernel
  if (padded === width) doubles.set(dense.subarray(0, columns * width), denseAt / 8)
  else for (let row = 0; row < columns; row++) doubles.set(dense.subarray(row * width, (row + 1) * width), (denseAt + row * rowBytes) / 8)
  const out = new Float64Array(rows * width)
  for (const [from, to] of blocks) {
    const [first, end] = [starts[from]!, starts[to]!]
    doubles.set(values.subarray(first, end), valuesAt / 8)
    for (let i = first; i < end; i++) words[offsetsAt / 4 + i - first] = indices[i]! * rowBytes
    for (let row = from; row <= to; row++) words[startsAt / 4 + row - from] = starts[row]! - first
    kernel(startsAt, startsAt + 4 * (to - from), offsetsAt, valuesAt, denseAt, outAt, rowBytes)
    for (let row = from; row < to; row++) {
      const at = (outAt + (row - from) * rowBytes) / 8
      out.set(doubles.subarray(at, at + width), row * width)
    }
  }
  return out
}
