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

/** What a last-level cache holds for one thread, about. */
const panelBytes = 8e6

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
  // Some columns of the dense matrix at a time, close together: what an entry is multiplied with is then still in a cache when the next row has it.
  const most = Math.max(1, Math.floor(panelBytes / (8 * lanes * Math.max(rows, columns))))
  const panel = lanes * Math.min(Math.ceil(width / lanes), most)
  const rowBytes = 8 * panel
  const room = [8 * values.length, columns * rowBytes, rows * rowBytes, 4 * indices.length, 4 * (rows + 2)]
  const addresses = room.map((_, at) => room.slice(0, at).reduce((sum, bytes) => sum + bytes, 0))
  const [valuesAt, denseAt, outAt, offsetsAt, startsAt] = addresses as [number, number, number, number, number]
  const memory = new WebAssembly.Memory({ initial: Math.ceil((startsAt + room[4]!) / 65_536) })
  const [doubles, words] = [new Float64Array(memory.buffer), new Uint32Array(memory.buffer)]
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports['multiply'] as SparseKernel
  doubles.set(values, valuesAt / 8)
  for (let i = 0; i < indices.length; i++) words[offsetsAt / 4 + i] = indices[i]! * rowBytes
  words.set(starts, startsAt / 4)
  const out = new Float64Array(rows * width)
  for (let left = 0; left < width; left += panel) {
    const present = Math.min(panel, width - left)
    for (let row = 0; row < columns; row++)
      for (let k = 0; k < present; k++) doubles[denseAt / 8 + row * panel + k] = dense[row * width + left + k]!
    kernel(startsAt, startsAt + 4 * rows, offsetsAt, valuesAt, denseAt, outAt, rowBytes)
    for (let row = 0; row < rows; row++)
      for (let k = 0; k < present; k++) out[row * width + left + k] = doubles[outAt / 8 + row * panel + k]!
  }
  return out
}
