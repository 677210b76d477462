import { expect, test } from 'vitest'
import { found } from './found.ts'

test.each([
  ['Write to jane.citizen@clinic.org.au.', 'jane.citizen@clinic.org.au'],
  ['<j+recall_2@mail-host.co>', 'j+recall_2@mail-host.co'],
  ['“zoë.müller@praxis-süd.de”', 'zoë.müller@praxis-süd.de'],
  ['mailto:0412345678@qq.com?subject=x', '0412345678@qq.com'],
  ['Email:o.brien@health.museum, or', 'o.brien@health.museum'],
])('an address in %s', (text, address) => expect(found(text)).toEqual([`email ${address}`]))

test.each(['ace@example.com', 'ace@mail.example.org', 'ace@ward.test', 'ace@no.invalid'])(
  '%s is reserved and belongs to nobody',
  (address) => expect(found(`to ${address} now`)).toEqual([`email ${address} (reserved for fiction)`]),
)

test.each([
  'pain @ rest, conc@work, @90 degrees',
  'a@b',
  '@clinic.org',
  'jane@.org',
  'jane@clinic..org',
  'jane.@clinic.org',
  'jane@-clinic.org',
  'jane@10.0.0.1',
  'a@b@clinic',
  `${'a'.repeat(65)}@clinic.org`,
  '',
])('no address in %j', (text) => expect(found(text)).toEqual([]))
