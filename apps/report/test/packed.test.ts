import { expect, test } from 'vitest'
import { absent, unpack } from '../client/unpack.ts'
import { packed, packedColumn } from '../src/packed.ts'

const read = async (markup: string) => {
  const textContent = markup.replace(/^<script[^>]*>|<\/script>$/g, '')
  return unpack<unknown>({ textContent })
}

test('what is packed is read back, whatever its sign and size', async () => {
  const header = { ids: ['a', '</script>', '\u2028 é'], none: null }
  const numbers = [0, 1, -1, 255, 256, -257, 2 ** 31 - 1, absent, 1_000_000]
  const { markup } = packed('x', { header, columns: [numbers, [], [7]] })
  expect(markup.slice(markup.indexOf('>') + 1, -'</script>'.length)).toMatch(/^[A-Za-z0-9+/=]+$/)
  const found = await read(markup)
  expect(found.header).toEqual(header)
  expect(found.columns.map((column) => [...column])).toEqual([numbers, [], [7]])
})

test('the same data gives the same bytes', () => {
  const one = () => packed('x', { header: { a: 1 }, columns: [[3, 1, 2]] }).markup
  expect(one()).toBe(one())
})

test.each([
  ['whole numbers stay', [1, -2, null, 1_234_567], 'whole', [1, -2, null, 1_234_567]],
  ['others keep their first digits', [0.123456, null, -1234.56, 0, 9.999], 'decimal', [0.123, null, -1230, 0, 10]],
  ['numbers beyond 32 bits keep their first digits', [5_000_000_000], 'decimal', [5_000_000_000]],
  ['names are kept once', ['b', 'a', null, 'b'], 'name', ['b', 'a', null, 'b']],
  ['numbers among names are names', ['b', 1], 'name', ['b', '1']],
])('%s', (_, values, form, expected) => {
  const column = packedColumn(values, 3)
  expect(column.form).toBe(form)
  const [first, powers] = column.columns
  const back = [...first!].map((value, i) => {
    if (value === absent) return null
    if (column.names) return column.names[value]
    return powers ? Number(`${value}e${powers[i]}`) : value
  })
  expect(back).toEqual(expected)
})
