import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctLabels, shorten, textWidth } from '../src/index.ts'

test.each([
  ['short', 'short'],
  ['two\nlines \t\u0000 here', 'two lines here'],
  ['', '(empty)'],
  [' \u202e ', '(empty)'],
  ['a name that is much too long for its place', 'a name that i…'],
  ['苹果苹果苹果苹果苹果苹果', '苹果苹果苹果苹…'],
])('%j is shown as %j in 110 pixels', (text, expected) => expect(shorten(text, 110)).toBe(expected))

test('labels are never wider than their place, and never alike', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }),
      fc.integer({ min: 90, max: 300 }),
      (texts, pixels) => {
        const labels = distinctLabels(texts, pixels)
        expect(new Set(labels).size).toBe(texts.length)
        for (const label of labels) expect(textWidth(label)).toBeLessThanOrEqual(pixels)
      },
    ),
  )
})

test('equal names are numbered', () => expect(distinctLabels(['a', 'b', 'a', 'a'], 200)).toEqual(['a', 'b', 'a (2)', 'a (3)']))
