import { panel } from './dot-kernel.ts'
import { deep, type Machine, machineOf, type Precision, pack, type Words } from './dot-products.ts'

/** Rows of x and y in a block: two blocks of single-precision rows stay in a second-level cache. */
const block = 128

/** The products of some rows of x with some rows of y, as the kernel leaves them. */
export interface ProductBlock {
  /** Tiles of 2 x 4 products, row-major within; the tiles of two rows of x one after the other. Beyond the last row and column they are 0. */
  readonly tiles: Words
  /** First row of x, end exclusive; rows of y likewise. */
  readonly rows: readonly [from: number, to: number]
  readonly columns: readonly [from: number, to: number]
  /** Tiles for each two rows of x. */
  readonly width: number
}

/** Where in `tiles` the product of a row and a column stands, both counted from the first of the block: the sum of `tileAt(row, 0)` and `tileAt(0, column)`. */
export const tileAt = (row: number, column: number, width: number): number =>
  (row >> 1) * width * tile + (row & 1) * panel.y + (column >> 2) * tile + (column & 3)

const tile = panel.x * panel.y

/**
 * Dot products of all rows of x with all rows of y, block after block: the blocks of a row ascend, and so do the rows. Where `dotProducts` packs its
 * rows for each block anew, y is packed once. Products have the same bits.
 *
 * @param x, y  row-major with d columns
 * @param visit called with each block, whose `tiles` are used again
 * @param options.symmetric  x is y: blocks that lie below the diagonal are left out, those on it are whole
 */
export function eachProductBlock(
  x: Float64Array,
  y: Float64Array,
  d: number,
  visit: (block: ProductBlock) => void,
  { precision = 'double', symmetric = false }: { readonly precision?: Precision; readonly symmetric?: boolean } = {},
): void {
  if (d === 0) return
  const [xRows, yRows] = [x.length / d, y.length / d]
  const layout = layoutOf(d, precision)
  const yBlocks = Math.ceil(yRows / block)
  const tileBytes = block * block * layout.size
  const machine = machineOf(true, layout.bytes * (1 + yBlocks) + tileBytes)
  const at = (index: number): number => layout.bytes * index
  for (let j = 0; j < yBlocks; j++) packBlock(machine, layout, at(1 + j), y, d, j * block, Math.min(yRows, (j + 1) * block), panel.y)
  const words = precision === 'double' ? machine.double : machine.single
  const sums = at(1 + yBlocks)
  const tiles = words.subarray(sums / layout.size, (sums + tileBytes) / layout.size)
  const whole = layout.chunks.length > 1 ? new Float64Array(block * block) : undefined
  for (let from = 0; from < xRows; from += block) {
    const to = Math.min(xRows, from + block)
    packBlock(machine, layout, 0, x, d, from, to, panel.x)
    for (let j = symmetric ? from / block : 0; j < yBlocks; j++) {
      const columns = [j * block, Math.min(yRows, (j + 1) * block)] as const
      const width = Math.ceil((columns[1] - columns[0]) / panel.y)
      layout.chunks.forEach(({ start, rowBytes }, chunk) => {
        machine.kernels[precision](start, at(1 + j) + start, panel.x * rowBytes, Math.ceil((to - from) / panel.x), width, sums)
        if (whole && chunk === 0) whole.set(tiles)
        else if (whole) for (let i = 0; i < whole.length; i++) whole[i]! += tiles[i]!
      })
      visit({ tiles: whole ?? tiles, rows: [from, to], columns, width })
    }
  }
}

interface Layout {
  readonly precision: Precision
  /** Of a number. */
  readonly size: number
  /** Columns are cut where `dotProducts` cuts them: their sums are added one after the other. */
  readonly chunks: readonly { readonly columns: readonly [number, number]; readonly start: number; readonly rowBytes: number }[]
  /** Of a packed block. */
  readonly bytes: number
}

function layoutOf(d: number, precision: Precision): Layout {
  const size = precision === 'double' ? 8 : 4
  let start = 0
  const chunks = Array.from({ length: Math.ceil(d / deep) }, (_, at) => {
    const columns = [at * deep, Math.min(d, (at + 1) * deep)] as const
    const rowBytes = Math.ceil(((columns[1] - columns[0]) * size) / panel.bytes) * panel.bytes
    const chunk = { columns, start, rowBytes }
    start += block * rowBytes
    return chunk
  })
  return { precision, size, chunks, bytes: start }
}

function packBlock(
  machine: Machine,
  { precision, size, chunks }: Layout,
  address: number,
  rows: Float64Array,
  d: number,
  from: number,
  to: number,
  height: number,
): void {
  const words = precision === 'double' ? machine.double : machine.single
  for (const { columns, start } of chunks) pack(words, address + start, panel.bytes / size, rows, d, [from, to], columns, height)
}
