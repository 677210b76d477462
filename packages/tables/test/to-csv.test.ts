import { DataFrame } from 'danfojs-node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../src/index.ts'

const column = (...cells: readonly unknown[]) =>
  toCsv(
    new DataFrame(
      cells.map((cell) => [cell, 0]),
      { columns: ['x', 'end'], dtypes: ['string', 'int32'] },
    ),
  )

test.each([
  ['plain text', 'fever', 'fever'],
  ['a comma', 'fever, cough', '"fever, cough"'],
  ['a quote', 'a "cold"', '"a ""cold"""'],
  ['a newline', 'line\nline', '"line\nline"'],
  ['a missing value', null, ''],
  ['a missing number', Number.NaN, ''],
  ['a number', 0.1 + 0.2, '0.30000000000000004'],
  ['a negative number', -3, '-3'],
  ['a truth', true, 'true'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula that calls out', '=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['a sum', '+1+1', "'+1+1"],
  ['a text with a dash', '-fever', "'-fever"],
  ['a mention', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a carriage return', '\r=1', '"\'\r=1"'],
  ['a full-width sign', '＝1', "'＝1"],
  ['a number as text', '-5', '-5'],
  ['a phone number', '+61 3 5550', "'+61 3 5550"],
  ['a number with exponent as text', '+1.5e-3', '+1.5e-3'],
  ['a sign inside', 'a=b', 'a=b'],
])('%s', (_, cell, text) => expect(column(cell)).toBe(`x,end\r\n${text},0\r\n`))

test('the header is data too', () => expect(toCsv(new DataFrame([[1, 2]], { columns: ['=1+1', 'a,b'] }))).toBe('\'=1+1,"a,b"\r\n1,2\r\n'))

test('a frame without rows is its header', () => expect(toCsv(new DataFrame([], { columns: ['id', 'x'] }))).toBe('id,x\r\n'))

// RFC 4180 read back by the letter: the writer's own inverse, written apart from it.
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const raw = match[1]!
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (match[2] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('property: any text comes back, except that a formula carries an apostrophe', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
      const cells = readCsv(column(...texts)).slice(1)
      expect(cells.map(([cell]) => cell).map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts)
      for (const [cell] of cells) if (!/^[+-]?[\d.]/.test(cell!)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  ))
