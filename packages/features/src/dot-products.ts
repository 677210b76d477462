import { type DotKernel, dotKernelModule, panel } from './dot-kernel.ts'

/** `double`: as JavaScript counts, 53 bits; `single`: 24 bits, in half the time and space, errors near 1e-7 for unit rows. */
export type Precision = 'double' | 'single'

/** Columns taken at a time: panels of four and two rows of doubles fit a first-level cache of 32 KiB. Sums of more columns are added in this order. */
export const deep = 512
/** Rows of x and y that stand in the kernel's memory together. */
const tall = 64
const wide = 128

/**
 * Dot products of some rows of x with some rows of y; a product has the same bits whichever rows stand beside it, on every machine.
 *
 * @param x, y       row-major with d columns; may be the same
 * @param xRows      first row, end exclusive; yRows likewise
 * @param out        receives (rows of x) x (rows of y), row-major
 * @param precision  of products and sums; `out` holds doubles all the same
 */
export function dotProducts(
  x: Float64Array,
  y: Float64Array,
  d: number,
  [xFrom, xTo]: readonly [number, number],
  [yFrom, yTo]: readonly [number, number],
  out: Float64Array,
  precision: Precision = 'double',
): void {
  made ??= machineOf(true)
  dotProductsOn(made, x, y, d, [xFrom, xTo], [yFrom, yTo], out, precision)
}

/** Memory and kernels of this thread, made when they are first asked for. */
let made: Machine | undefined

/** `dotProducts` on a machine of one's own. */
export function dotProductsOn(
  { single, double, kernels }: Machine,
  x: Float64Array,
  y: Float64Array,
  d: number,
  [xFrom, xTo]: readonly [number, number],
  [yFrom, yTo]: readonly [number, number],
  out: Float64Array,
  precision: Precision,
): void {
  const width = yTo - yFrom
  if (d === 0) out.fill(0, 0, (xTo - xFrom) * width)
  const words = precision === 'double' ? double : single
  const kernel = kernels[precision]
  const lanes = panel.bytes / words.BYTES_PER_ELEMENT
  for (let k = 0; k < d; k += deep) {
    const depth = Math.min(deep, d - k)
    const steps = Math.ceil(depth / lanes)
    const xBytes = steps * panel.x * panel.bytes
    const xAt = 0
    for (let j = yFrom; j < yTo; j += wide) {
      const columns = Math.min(wide, yTo - j)
      const yPanels = Math.ceil(columns / panel.y)
      const yAt = (tall / panel.x) * xBytes
      const outAt = yAt + yPanels * 2 * xBytes
      pack(words, yAt, lanes, y, d, [j, j + columns], [k, k + depth], panel.y)
      for (let i = xFrom; i < xTo; i += tall) {
        const rows = Math.min(tall, xTo - i)
        pack(words, xAt, lanes, x, d, [i, i + rows], [k, k + depth], panel.x)
        kernel(xAt, yAt, xBytes, Math.ceil(rows / panel.x), yPanels, outAt)
        unpack(words, outAt, yPanels, rows, columns, out, (i - xFrom) * width + j - yFrom, width, k > 0)
      }
    }
  }
}

export type Words = Float64Array | Float32Array

/** Rows into panels: vectors of as many columns as there are lanes, from each row of a panel in turn; what is missing is zero. */
export function pack(
  words: Words,
  address: number,
  lanes: number,
  from: Float64Array,
  d: number,
  [first, end]: readonly [number, number],
  [left, right]: readonly [number, number],
  height: number,
): void {
  const depth = right - left
  const step = height * lanes
  const size = Math.ceil(depth / lanes) * step
  const start = address / words.BYTES_PER_ELEMENT
  for (let row = first; row < first + Math.ceil((end - first) / height) * height; row++) {
    const at = start + Math.floor((row - first) / height) * size + ((row - first) % height) * lanes
    const source = row * d + left
    const present = row < end ? depth : 0
    let k = 0
    let to = at
    for (; k + lanes <= present; k += lanes, to += step)
      for (let lane = 0; lane < lanes; lane++) words[to + lane] = from[source + k + lane]!
    for (; k < depth; k += lanes, to += step)
      for (let lane = 0; lane < lanes; lane++) words[to + lane] = k + lane < present ? from[source + k + lane]! : 0
  }
}

/** Tiles of 2 x 4 sums into rows. */
function unpack(
  words: Words,
  address: number,
  yPanels: number,
  rows: number,
  columns: number,
  out: Float64Array,
  start: number,
  width: number,
  more: boolean,
): void {
  const tile = panel.x * panel.y
  for (let row = 0; row < rows; row++) {
    const from = address / words.BYTES_PER_ELEMENT + (row >> 1) * yPanels * tile + (row & 1) * panel.y
    const to = start + row * width
    for (let column = 0; column < columns; column++) {
      const sum = words[from + (column >> 2) * tile + (column & 3)]!
      if (more) out[to + column]! += sum
      else out[to + column] = sum
    }
  }
}

export interface Machine {
  readonly double: Float64Array
  readonly single: Float32Array
  readonly kernels: Readonly<Record<Precision, DotKernel>>
}

const page = 65_536

/**
 * Memory for panels and the kernels that work on it.
 *
 * @param simd   false, or where a processor has none: the same sums in the same order in JavaScript, to the same bits, slower
 * @param bytes  of memory; by default what `dotProducts` needs
 */
export function machineOf(
  simd: boolean,
  bytes = (tall + wide + panel.y) * (deep + panel.bytes) * 8 + (tall + panel.x) * (wide + panel.y) * 8,
): Machine {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) })
  const double = new Float64Array(memory.buffer)
  const single = new Float32Array(memory.buffer)
  const code = dotKernelModule()
  if (!simd || !WebAssembly.validate(code)) return { double, single, kernels: { double: inScript(double), single: inScript(single) } }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } })
  return { double, single, kernels: { double: exports.doubles as DotKernel, single: exports.singles as DotKernel } }
}

function inScript(words: Words): DotKernel {
  const lanes = panel.bytes / words.BYTES_PER_ELEMENT
  const round = lanes === 4 ? Math.fround : (value: number) => value
  return (x, y, bytes, xPanels, yPanels, out) => {
    const at = words.BYTES_PER_ELEMENT
    let to = out / at
    const sums = new Float64Array(lanes)
    for (let i = 0; i < xPanels; i++)
      for (let j = 0; j < yPanels; j++)
        for (let row = 0; row < panel.x; row++)
          for (let column = 0; column < panel.y; column++) {
            let a = (x + i * bytes) / at + row * lanes
            let b = (y + j * 2 * bytes) / at + column * lanes
            sums.fill(0)
            for (let step = 0; step < bytes / (panel.x * panel.bytes); step++, a += panel.x * lanes, b += panel.y * lanes)
              for (let lane = 0; lane < lanes; lane++) sums[lane] = round(sums[lane]! + round(words[a + lane]! * words[b + lane]!))
            const pair = round(sums[0]! + sums[1]!)
            words[to++] = lanes === 2 ? pair : round(pair + round(sums[2]! + sums[3]!))
          }
  }
}

/** Multiplications and additions that the kernel does in a second on this machine, on panels that stay in the first cache: what no product can exceed. */
export function singlePrecisionRate(): number {
  const depth = 128
  const { kernels } = machineOf(true)
  const bytes = depth * panel.x * 4
  const [xPanels, yPanels] = [2, 4]
  const yAt = xPanels * bytes
  const outAt = yAt + yPanels * 2 * bytes
  const run = (times: number): number => {
    const start = performance.now()
    for (let i = 0; i < times; i++) kernels.single(0, yAt, bytes, xPanels, yPanels, outAt)
    return (performance.now() - start) / 1000
  }
  const times = 20_000
  run(times)
  const best = Math.min(...Array.from({ length: 5 }, () => run(times)))
  return (2 * xPanels * panel.x * yPanels * panel.y * depth * times) / best
}
