import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { normalisedHash, normalisedText } from '../src/index.ts'

test.each([
  [' No  acute\r\n\tDISTRESS\n', 'no acute distress'],
  ['\u00a0a\u3000b\ufeff', 'a b'],
  ['', ''],
  [' \n', ''],
])('%j', (text, expected) => expect(normalisedText(text)).toBe(expected))

test('the same for texts that differ in case and white space, another for any other', () => {
  const hash = (text: string) => [...normalisedHash(createDocument({ text }))]
  expect(hash('No  pain\n')).toEqual(hash('no pain'))
  expect(hash('no pain')).not.toEqual(hash('nopain'))
})

test('begins with the bits of SHA-256', () => {
  // SHA-256 of "abc" is ba7816bf 8f01cfea 414140de 5dae2223 … (FIPS 180-2, appendix B.1).
  const [high, low] = normalisedHash(createDocument({ text: 'ABC' }))
  expect(high).toBe(Number(0xba7816bf8f01cfean >> 11n))
  expect(low).toBe(Number(0x414140de5dae2223n >> 11n))
})
