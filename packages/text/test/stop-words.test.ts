import { expect, test } from 'vitest'
import { europeanLanguages, isStopWord, stopWords } from '../src/index.ts'

test.each([
  ['en', ['the', 'with', 'no', 'not', 'i', 'isn’t'], ['pain', 'like', 'b', '1', '$', '']],
  ['fr', ['le', 'être', 'à', 'avec'], ['douleur', 'n', 'pain']],
  ['es', ['el', 'y', 'también'], ['dolor', '_']],
  ['pt', ['o', 'não', 'à'], ['dor']],
  ['de', ['der', 'und', 'nicht', 'über', 'daß'], ['schmerz', 'patient']],
  ['it', ['il', 'è', 'che'], ['dolore', 'c']],
])('%s', (language, inside, outside) => {
  expect(inside.filter((word) => !isStopWord(word, language))).toEqual([])
  expect(outside.filter((word) => isStopWord(word, language))).toEqual([])
})

test('every list is lower-cased and free of digits and signs', () => {
  for (const language of europeanLanguages) for (const word of stopWords(language)) expect(word).toMatch(/^[\p{Ll}']+$/u)
})

test('a language without a list has no stop words', () => expect(isStopWord('the', 'unknown')).toBe(false))
