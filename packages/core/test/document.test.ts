import { expect, test } from 'vitest'
import { createDocument, documentJson, idOfKey } from '../src/index.ts'

test('a key is the id and the SHA-256 of the text', () => {
  // printf '' | sha256sum
  expect(createDocument({ id: 'a', text: '' }).key).toBe('a\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('an id may hold a line feed', () => expect(idOfKey(createDocument({ id: 'a\nb', text: 'x' }).key)).toBe('a\nb'))

test('the JSON form is valid against the published schema, whatever the fields are called', () => {
  const document = createDocument({
    id: 'a',
    text: 'no fever',
    metadata: new Map([['constructor', 1]]),
    label: 'Cough',
    parts: [{ name: 'all', start: 0, end: 8 }],
  })
  expect(documentJson(document)).toMatchObject({ id: 'a', metadata: { constructor: 1 }, label: 'Cough' })
  expect(() => documentJson({ ...document, parts: [{ name: 'x', start: -1, end: 2 }] })).toThrow()
})
