import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineSpans, lines } from '../src/index.ts'

const cut = (text: string) => {
  const { starts, ends, count } = lineSpans(text)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
}

test.each([
  ['three kinds of line break', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
  ['blank lines count', 'a\n\n\r\n\rb', ['a', '', '', '', 'b']],
  ['a final line break opens no line', 'a\nb\n', ['a', 'b']],
  ['one line break is one blank line', '\r\n', ['']],
  ['one line', 'no break', ['no break']],
  ['nothing', '', []],
])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected))

test('lines are what a split gives, less the empty rest', () => {
  const text = fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀'), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (sample) => {
      const expected = sample.split(/\r\n|\n|\r/)
      if (expected.at(-1) === '') expected.pop()
      expect(cut(sample)).toEqual(expected)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('lines of a document are made once', () => {
  const document = createDocument({ text: 'a\nb' })
  expect(lines(document).count).toBe(2)
  expect(lines(document)).toBe(lines(document))
})
