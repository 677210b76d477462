import { expect, test } from 'vitest'
import { stem } from '../src/index.ts'

test.each([
  // From the sample vocabulary of Porter's stemmer (Porter 1980).
  ['en', 'caresses', 'caress'],
  ['en', 'ponies', 'poni'],
  ['en', 'relational', 'relat'],
  ['en', 'hopefulness', 'hope'],
  ['en', 'fractures', 'fractur'],
  ['en', "patient's", 'patient'],
  ['en', 'patients’', 'patient'],
  // From the sample vocabularies of Snowball (snowballstem.org).
  ['fr', 'continuellement', 'continuel'],
  ['fr', "l'examen", 'examen'],
  ['es', 'enfermedades', 'enfermedad'],
  ['pt', 'boainain', 'boainain'],
  ['de', 'krankheiten', 'krankheit'],
  ['it', 'abbandonata', 'abbandon'],
])('%s %s', (language, word, expected) => expect(stem(word, language)).toBe(expected))

test('a word of another language is its own stem, as is a giant', () => {
  expect(stem('heading', 'unknown')).toBe('heading')
  expect(stem('s'.repeat(100_000), 'en')).toHaveLength(100_000)
  expect(stem('', 'en')).toBe('')
})

test('forgets when full, and answers the same', () => {
  for (let i = 0; i < 60_000; i++) stem(`w${i}s`, 'en')
  expect(stem('fractures', 'en')).toBe('fractur')
})
