import { deflateRawSync } from 'node:zlib'
import { type Html, html, trusted } from './html.ts'

/** Stands for "no value" in a column of whole numbers. */
export const absent = -(2 ** 31)

/** What a page carries for its script: a header of plain JSON, and columns of 32-bit whole numbers, each of its own length. */
export interface Packed {
  readonly header: unknown
  readonly columns: readonly (readonly number[] | Int32Array)[]
}

/**
 * Data for a script of the page, small: the columns' bytes lie plane by plane, so that high bytes, mostly equal, cost nothing once
 * compressed; the whole is base64 in an element that is not executed. `client/unpack.ts` reads it.
 */
export function packed(id: string, { header, columns }: Packed): Html {
  const ints = columns.map((column) => Int32Array.from(column))
  const head = Buffer.from(JSON.stringify({ lengths: ints.map(({ length }) => length), header }))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(head.length)
  const bytes = deflateRawSync(Buffer.concat([size, head, ...ints.map(planes)]), { level: 9 })
  return html`<script type="application/octet-stream" id="${id}">${trusted(bytes.toString('base64'))}</script>`
}

function planes(ints: Int32Array): Buffer {
  const made = Buffer.alloc(ints.length * 4)
  ints.forEach((value, i) => {
    // Zigzag: small numbers of either sign have high bytes of zero.
    const folded = ((value << 1) ^ (value >> 31)) >>> 0
    for (let plane = 0; plane < 4; plane++) made[plane * ints.length + i] = (folded >>> (8 * plane)) & 255
  })
  return made
}

/** A column of the documents' table as whole numbers, and what makes values of them again. */
export interface PackedColumn {
  /** `whole`: the numbers themselves; `decimal`: digits, then a power of ten; `name`: places in `names`. */
  readonly form: 'whole' | 'decimal' | 'name'
  readonly names?: readonly string[]
  readonly columns: readonly Int32Array[]
}

/** Significant digits of numbers that are not whole: enough to sort and filter by; a table of very many cells keeps fewer. */
export const digitsOf = (cells: number): number => (cells <= 300_000 ? 5 : cells <= 900_000 ? 4 : 3)

export function packedColumn(values: readonly (string | number | null)[], digits: number): PackedColumn {
  const present = values.filter((value) => value !== null)
  if (present.some((value) => typeof value === 'string')) {
    const names = [...new Set(present.map(String))].sort()
    const at = new Map(names.map((name, i) => [name, i]))
    return { form: 'name', names, columns: [Int32Array.from(values, (value) => (value === null ? absent : at.get(String(value))!))] }
  }
  const numbers = values as readonly (number | null)[]
  if (present.every((value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 - 1))
    return { form: 'whole', columns: [Int32Array.from(numbers, (value) => value ?? absent)] }
  const mantissas = new Int32Array(values.length)
  const powers = new Int32Array(values.length)
  numbers.forEach((value, i) => {
    if (value === null || value === 0) {
      mantissas[i] = value ?? absent
      return
    }
    const [mantissa, power] = value.toExponential(digits - 1).split('e') as [string, string]
    mantissas[i] = Math.round(Number(mantissa) * 10 ** (digits - 1))
    powers[i] = Number(power) - (digits - 1)
  })
  return { form: 'decimal', columns: [mantissas, powers] }
}
