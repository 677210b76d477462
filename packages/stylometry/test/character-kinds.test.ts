import { createDocument } from '@corpuscope/core'
import { unitsOf } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { countKinds } from '../src/character-kinds.ts'
import { registerOf } from '../src/index.ts'
import { notationOf } from '../src/notation.ts'

const kindsOf = (text: string) => countKinds(unitsOf(text), text.length)

/** By Unicode's own properties, a character at a time. */
const plainly = (text: string) => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return {
    punctuation: count(/(?!\/)\p{P}/gu),
    symbols: count(/[\p{S}/]/gu),
    digits: count(/\p{N}/gu),
    upper: count(/\p{Lu}/gu),
    lower: count(/\p{Ll}/gu),
    caseless: count(/(?![\p{Lu}\p{Ll}])\p{L}/gu),
  }
}

test.each([
  ['English', 'BP 120/80, SpO2 97% (RA) -> home; T 37.2 °C.'],
  ['Chinese', '患者，男，45岁，血压 120/80 mmHg。'],
  ['Hindi', 'रोगी को 3 दिन से बुखार है।'],
  ['Arabic', 'المريض عمره ٤٥ سنة'],
  ['emoji', 'feels 😀😷 ok 👍🏽, 𝒜bc 𠀋'],
  ['pairs over the ends of blocks', Array.from({ length: 70 }, (_, i) => `${'x'.repeat(i % 33)}😀`).join('')],
  ['a half without its other', 'ab\ud83d cd \ude00'],
  ['nothing', ''],
])('characters of each kind: %s', (_, text) => {
  // Twice: what was learnt at first sight counts alike afterwards.
  expect(kindsOf(text)).toEqual(plainly(text))
  expect(kindsOf(text)).toEqual(plainly(text))
})

test('digits among letters of scripts without case; capitals do not apply to them', () => {
  const values = registerOf(createDocument({ text: '患者男四十五岁，住院 12 天', language: 'zh' }))
  expect(values['digit-share']).toBe(2 / 12)
  expect(values['upper-case-word-share']).toBeNull()
  expect(values['upper-case-share']).toBeNull()
  expect(registerOf(createDocument({ text: 'BP is ok', language: 'en' }))['upper-case-word-share']).toBe(1 / 3)
})

test('arrows, slashes, up and down: the arithmetic stands here', () => {
  expect(notationOf('BP ↑ 150/90 → GP, Hb ↓, start ramipril -> review => d/c <- now')).toEqual({ arrows: 6, upDown: 2, slashes: 2 })
  expect(notationOf('pain > 3 and < 5, x-y')).toEqual({ arrows: 0, upDown: 0, slashes: 0 })
  expect(notationOf('▲ CRP ▼ Na')).toEqual({ arrows: 0, upDown: 2, slashes: 0 })
  const values = registerOf(createDocument({ text: 'CRP ↑ and Na ↓, d/c home', language: 'en' }))
  // CRP and Na d c home, or d/c as one word: per 100 words without digits.
  expect(values['arrow-rate']).toBe(values['up-down-rate'])
  expect(values['slash-rate']).toBe((values['arrow-rate'] as number) / 2)
})
