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

test('equal exactly when the normalised texts are: blanks and capitals anywhere, of ASCII and not', () => {
  const pieces = ['a', 'B', 'b', ' ', '\n', '\t ', '\u00a0', '\u00c9', '\u00e9', '\u212a', 'k', '.', '']
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const byText = new Map<string, string>()
  const byHash = new Map<string, string>()
  for (let i = 0; i < 10_000; i++) {
    const text = Array.from({ length: Math.floor(random() * 12) }, () => pieces[Math.floor(random() * pieces.length)]!).join('')
    const normalised = normalisedText(text)
    const hash = [...normalisedHash(createDocument({ id: 'x', text }))].join(' ')
    expect(byText.get(normalised) ?? hash).toBe(hash)
    expect(byHash.get(hash) ?? normalised).toBe(normalised)
    byText.set(normalised, hash)
    byHash.set(hash, normalised)
  }
  expect(byText.size).toBeGreaterThan(3000)
})
