import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'
import { found } from './found.ts'

test('a place counts once, under the kind that is better founded', () => {
  expect(found('Phone 2123456701')).toEqual(['medicare 2123456701'])
  expect(found('12.03.2024@mail.org')).toEqual(['email 12.03.2024@mail.org'])
  expect(found('call on 12/03/2024')).toEqual(['date 12/03/2024'])
})

test.each([
  ['', []],
  ['7', []],
  ['@', []],
  ['患者电话0412 345 678，2024-03-12复诊', ['phone 0412 345 678', 'date 2024-03-12']],
  ['тел. 0412 345 678', ['phone 0412 345 678']],
  ['👩‍⚕️0412 345 678👩‍⚕️', ['phone 0412 345 678']],
  ['\ud8000412345678\udfff', ['phone 0412345678']],
  ['constructor __proto__ 12/03/2024', ['date 12/03/2024']],
])('odd input %j', (text, expected) => expect(found(text)).toEqual(expected))

test('places are in order, inside the text, apart from each other, and the same wherever the text stands', () => {
  const piece = fc.constantFrom(
    '0412 345 678',
    '12/03/2024',
    '2123 45670 1',
    'a.b@c.org',
    '1',
    '-',
    '/',
    '.',
    ' ',
    '(',
    ')',
    '+',
    '61',
    '\n',
    'Mar',
    'ph',
    '24',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { identifiers } = scanIdentifiers(text)
      let before = 0
      for (const { start, end } of identifiers) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        before = end
      }
      expect(before).toBeLessThanOrEqual(text.length)
      const shifted = scanIdentifiers(`Note;\n\n${text}`).identifiers.map(({ start, end }) => [start - 7, end - 7])
      expect(shifted).toEqual(identifiers.map(({ start, end }) => [start, end]))
    }),
    { numRuns: 500 },
  )
})

// Counted, not timed: characters looked at may grow with the text and with nothing else.
const hostile: readonly (readonly [name: string, unit: string])[] = [
  ['1-', '1-'],
  ['aaaa@', 'aaaa@'],
  ['words', 'ab Cd '],
  ['hyphens', 'Ab-'],
  ['names', 'Peter Miller '],
  ['plates', 'plate AB 12 '],
  ['a run of letters at an @', 'a'],
  ['digits', '7'],
  ['spaced digits', '7 '],
  ['ats', 'a@'],
  ['dots and ats', '.@a'],
  ['dates', '12/03/2024 '],
  ['almost dates', '12/13/2024-'],
  ['months', 'Mar 12 Mar '],
  ['phones', 'ph 0412 345 678 '],
  ['brackets', '(0)('],
  ['pluses', '+1 '],
  ['cues', 'phone phone '],
  ['Medicare', '2123 45670 '],
  ['titles', 'Dr '],
  ['initials', 'Mr. A. '],
  ['codes', 'A1 '],
  ['colons', 'ab:'],
  ['web', 'www.'],
  ['schemes', 'http://'],
  ['streets', '1 Ab Ab '],
  ['clinics', 'Ab Clinic '],
  ['German streets', 'Abstraße 1 '],
  ['labels', 'Name: Ab\n'],
  ['records', 'MRN '],
  ['closings', 'regards\n'],
  ['kin', 'wife '],
  ['degrees', 'Ann MD '],
  ['capitals in a row', 'Xabcq Yefgh '],
  ['letters and points', 'a.'],
  ['points and letters', 'A. '],
  ['figures and points', '1.'],
  ['opening brackets', '('],
  ['plus signs', '+'],
  ['blanks', ' '],
  ['ends of lines', '\n'],
  ['heads of a table on one line', 'Name;'],
  ['heads of a table, with tabs', 'Name\t'],
  ['Han', '患'],
  ['marks apart from their letters', 'e\u0301'],
]

test.each(hostile)('time is linear on hostile text: %s', (_, unit) => {
  const repeated = (length: number): string => {
    const text = unit.repeat(length / unit.length)
    return `${text}@${text}`
  }
  const steps = (length: number): number => scanIdentifiers(repeated(length)).steps
  const small = steps(24_000)
  const large = steps(4 * 24_000)
  expect(large).toBeLessThan(4.01 * small)
  expect(large).toBeLessThan(60 * 2 * 4 * 24_000)
})

// One line of 100 MB is up to two minutes' work, so with CORPUSCOPE_FULL=1 only.
test.skipIf(process.env['CORPUSCOPE_FULL'] === undefined).each(hostile)(
  '100 MB cost ten times what 10 MB cost: %s',
  (_, unit) => {
    const steps = (bytes: number): number => scanIdentifiers(unit.repeat(bytes / unit.length)).steps
    const small = steps(10_000_000)
    const large = steps(100_000_000)
    expect(large / small).toBeGreaterThan(9.9)
    expect(large / small).toBeLessThan(10.1)
    expect(large).toBeLessThan(60 * 100_000_000)
  },
  600_000,
)
