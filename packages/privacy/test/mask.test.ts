import { expect, test } from 'vitest'
import { applied, masksOf, scanIdentifiers, shiftedDate, surrogates, tagOf } from '../src/index.ts'

test.each([
  ['12 March 2024', '2024-03-12', 30, '11 April 2024'],
  ['12/03/2024', '2024-03-12', 30, '11/04/2024'],
  ['3/12/2024', '2024-03-12', 30, '4/11/2024'],
  ['2024-03-12', '2024-03-12', -12, '2024-02-29'],
  ['12.03.24', '2024-03-12', 1, '13.03.24'],
  ['March 12, 2024', '2024-03-12', 365, 'March 12, 2025'],
  ['le 12 janvier', '--1-12', 31, 'le 12 février'],
  ['12. März 2024', '2024-03-12', 31, '12. April 2024'],
  ['8 de enero de 2024', '2024-01-08', 31, '8 de febrero de 2024'],
  ['October 2022', '2022-10', 40, 'November 2022'],
  ['04/2021', '2021-4', 40, '05/2021'],
  ['19.3.', '--3-19', 20, '08.4.'],
])('%s moves as it is written', (written, identity, days, moved) => expect(shiftedDate(written, identity, days)).toBe(moved))

test('a date whose numbers cannot be told apart is not moved', () => expect(shiftedDate('the day', '2024-03-12', 1)).toBeUndefined())

test('a number that stands again without its cue is masked too', () => {
  const text = 'DNI 12345678A. Su carpeta 12345678A está aquí.'
  const masks = masksOf(text, { replacement: ({ kind }) => tagOf(kind), mayStand: false })
  expect(applied(text, masks)).toBe('DNI [NATIONAL-NUMBER]. Su carpeta [NATIONAL-NUMBER] está aquí.')
})

test('what removal brings together is removed as well', () => {
  const text = 'Dr Smith Jones: call 0412 345 678. Regards, \n\nPeter Miller  T. Oltmanns'
  const made = applied(text, masksOf(text, { replacement: () => '', mayStand: false }))
  expect(scanIdentifiers(made).identifiers).toEqual([])
})

test('a surrogate depends on key and person alone, keeps case and form, and is no word of the corpus', () => {
  const one = surrogates(Buffer.from('one key of sixteen bytes'), () => false)
  const two = surrogates(Buffer.from('another key of sixteen'), () => false)
  const person = { kind: 'person', start: 0, end: 0, strength: 2, identity: 'joan pettigrew' } as const
  const [given, family] = one.of(person, 'Joan Pettigrew', 0)!.split(' ')
  expect(one.of({ ...person, identity: 'pettigrew' }, 'PETTIGREW', 0)).toBe(family!.toUpperCase())
  expect(two.of(person, 'Joan Pettigrew', 0)).not.toBe(`${given} ${family}`)
  const avoiding = surrogates(Buffer.from('one key of sixteen bytes'), (word) => word === family!.toLowerCase())
  expect(avoiding.of(person, 'Joan Pettigrew', 0)).not.toContain(family)
  const phone = { kind: 'phone', start: 0, end: 0, strength: 3, identity: '61412345678' } as const
  expect(one.of(phone, '(04) 1234 5678', 0)).toMatch(/^\(0\d\) \d{4} \d{4}$/)
})
