import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'
import { found, ofKind } from './found.ts'

test.each([
  ['12/03/2024', '2024-03-12'],
  ['3/8/25', '2025-08-03'],
  ['22/11/25', '2025-11-22'],
  ['12-03-2024', '2024-03-12'],
  ['12.03.2024', '2024-03-12'],
  ['09.02.22', '2022-02-09'],
  ['10. 3. 2043', '2043-03-10'],
  ['2024-03-12', '2024-03-12'],
  ['2024/3/12', '2024-03-12'],
  ['03/28/2012', '2012-03-28'],
  ['29/02/2024', '2024-02-29'],
  ['12 March 2024', '2024-03-12'],
  ['12th of March, 2024', '2024-03-12'],
  ['12 MAR 24', '2024-03-12'],
  ['12-mar-24', '2024-03-12'],
  ['12Mar2024', '2024-03-12'],
  ['Mar 12 2024', '2024-03-12'],
  ['March 12th, 2024', '2024-03-12'],
  ['Sept. 11, 2001', '2001-09-11'],
  ['1er avril 2024', '2024-04-01'],
  ['14 février 2024', '2024-02-14'],
  ['14 fe\u0301vrier 2024', '2024-02-14'],
  ['12 de marzo de 2024', '2024-03-12'],
  ['7 de março de 2024', '2024-03-07'],
  ['27. März 2025', '2025-03-27'],
  ['3 luglio 2023', '2023-07-03'],
])('%s', (text, identity) => {
  expect(found(`Seen ${text}.`)).toEqual([`date ${text}`])
  expect(scanIdentifiers(`on ${text}, then`).identifiers[0]!.identity).toBe(identity)
})

test('with a time behind it, or to another date', () => {
  expect(found('2024-03-12T10:00')).toEqual(['date 2024-03-12'])
  expect(found('22/11/25–28/11/25')).toEqual(['date 22/11/25', 'date 28/11/25'])
  expect(found('01.04.2029-06.05.2029')).toEqual(['date 01.04.2029', 'date 06.05.2029'])
})

test.each([
  ['blood pressures', 'BP 120/80, 118/74, 128-134/76-82'],
  ['durations', '1/7, 3/52, 5/12, 4/24, 28+3/40, rv 2-3/52, 6-12/12'],
  ['a range of weeks with a slash', 'rv 3/4/52'],
  ['ratios and doses', '875/125, 16/4 mg, 1:2:24, 5/1.25mg, 6/7.5'],
  ['versions and sections', 'v1.12.2024, version 1.2.2013, section 10.2.13'],
  ['no such day', '31/04/2024, 29/02/2023, 32/01/2024, 13/13/14, 2024-13-01, 0/5/2024'],
  ['a batch', 'batch 21/03/24, Lot no. 12/03/2024, AB12/03/24C'],
  ['a measure', '13/09/10 cm, 8,5/10/16, 12/03/24%'],
  ['scores', 'Apgar 10/10/10'],
  ['a longer number', '1/12/03/2024, 12/03/2024/7, 2024-03-12-001'],
  ['a month that is a word', 'may 20 mg, may 2000 units, 12 may help'],
  ['words that are months too', 'take 1 mar 20, 5 may 24 h, 3 set 12'],
  ['nothing', ''],
])('no date in %s', (_, text) => expect(found(text)).toEqual([]))

test('no date in a network address', () => expect(ofKind('date', '10.01.12.5, 192.168.12.10')).toEqual([]))

test('a cue decides where the form alone would not', () => {
  expect(found('DOB 3/4/52')).toEqual(['date 3/4/52'])
  expect(found('geb. am 5.7.54')).toEqual(['date 5.7.54'])
})

test('every day that the calendar has is found in three spellings, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1800, max: 2199 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 13, max: 31 }),
      (year, month, day) => {
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
        for (const text of [`${day}/${month}/${year}`, `${year}-${String(month).padStart(2, '0')}-${day}`, `${day}.${month}.${year}`])
          expect(found(text)).toEqual(exists ? [`date ${text}`] : [])
      },
    ),
  )
})

test.each([
  ['October 2022', '2022-10'],
  ['im März 2024', '2024-3'],
  ['en marzo de 2024', '2024-3'],
  ['le 12 janvier par', '--1-12'],
  ['on 3 March she', '--3-3'],
  ['March 3rd at', '--3-3'],
  ['op 3 februari 2024', '2024-02-03'],
  ['seen on 3/15 for', '--3-15'],
])('%s is a date but for its year', (text, identity) =>
  expect(scanIdentifiers(text).identifiers.map((each) => [each.kind, each.identity])).toEqual([['date', identity]]),
)

test.each(['on 3/7 of rest', 'since 6/12', 'pain on 8/10', 'on 2.3 l', 'March 20 mg', 'for 3/15 of'])('%s is none', (text) =>
  expect(ofKind('date', text)).toEqual([]),
)

test.each([
  ['vorstellig am 21. und 23.04.2028', ['date 21.', 'date 23.04.2028']],
  ['vom 06-07.11.2024', ['date 06', 'date 07.11.2024']],
  ['seit 01.02.2063; FOLFOX (10/63-12/63)', ['date 01.02.2063', 'date 10/63', 'date 12/63']],
  ['rv 2-3/52, then 6-12/12', []],
  ['5 and 12/03/2024', ['date 12/03/2024']],
])('both ends of a range are dates, and a count before one is none: %s', (text, expected) => expect(found(text)).toEqual(expected))

test('a forgotten second point, where the text writes its other dates with points', () => {
  expect(ofKind('date', 'Am 12.03.2024 und erneut am 23.04 2024.')).toEqual(['12.03.2024', '23.04 2024'])
  expect(ofKind('date', 'Dosis 23.04 2024 Einheiten')).toEqual([])
})
