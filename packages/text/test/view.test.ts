import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { view } from '../src/index.ts'

test('computes once per document, for every view of its own, also when the answer is undefined', () => {
  let calls = 0
  const nothing = view(() => void calls++)
  const length = view(({ text }) => text.length)
  const document = createDocument({ text: 'abc' })
  nothing(document)
  nothing(document)
  expect(calls).toBe(1)
  expect(length(document)).toBe(3)
  expect(length(createDocument({ text: 'abcd' }))).toBe(4)
})
