import { expect, test } from 'vitest'
import { unitsOf } from '../src/units.ts'

const read = (text: string): string => String.fromCharCode(...unitsOf(text).subarray(0, text.length))

test('reads what charCodeAt reads, whichever text was read before', () => {
  const texts = ['BP 120/80', '', 'naïve → 高血压', 'a 𝒳 and a lone \ud835', 'BP 120/80']
  for (const text of texts) {
    expect(read(text)).toBe(text)
    expect(unitsOf(text)[text.length]).toBe(0)
  }
})

test('a text beyond the buffer, and one that is too large to keep', () => {
  for (const length of [16_384, 40_000, (1 << 20) + 7]) {
    const text = 'é'.repeat(length)
    const units = unitsOf(text)
    expect(units[0]).toBe(0xe9)
    expect(units[length - 1]).toBe(0xe9)
    expect(units[length]).toBe(0)
  }
  expect(read('short')).toBe('short')
})
