import fc from 'fast-check'
import { expect, test } from 'vitest'
import { englishNeighbours, isEnglishWord, opensEnglishWord } from '../src/index.ts'

test('words with their forms, in the spellings of three countries', () => {
  for (const word of [
    'patient',
    'patients',
    'haemorrhages',
    'hemorrhage',
    'colour',
    'color',
    'paediatric',
    'recognised',
    'recognized',
    'walked',
  ])
    expect(isEnglishWord(word), word).toBe(true)
  for (const word of ['pateint', 'haemorhage', '', 'naïve', 'BP', '12', 'xyzzy']) expect(isEnglishWord(word), word).toBe(false)
})

test('the four slips, and the word itself never', () => {
  expect(englishNeighbours('pateint')).toEqual(['patent', 'patient'])
  expect(englishNeighbours('fevver')).toContain('fever')
  expect(englishNeighbours('feer')).toContain('fever')
  expect(englishNeighbours('fefer')).toContain('fever')
  expect(englishNeighbours('cough')).not.toContain('cough')
  expect(englishNeighbours('a')).toEqual([])
  expect(englishNeighbours('naïve')).toEqual([])
})

test('words cut off, as clinicians shorten them', () => {
  for (const word of ['approp', 'mech', 'prox', 'exac']) expect(opensEnglishWord(word), word).toBe(true)
  for (const word of ['pateint', 'zzz', 'naïve', 'fevers']) expect(opensEnglishWord(word), word).toBe(false)
})

function slipsOf(word: string): string[] {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz'
  const made = new Set<string>()
  for (let i = 1; i <= word.length; i++) {
    if (i < word.length) made.add(word.slice(0, i) + word.slice(i + 1))
    if (i + 1 < word.length) made.add(word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2))
    for (const letter of alphabet) {
      made.add(word.slice(0, i) + letter + word.slice(i))
      if (i < word.length) made.add(word.slice(0, i) + letter + word.slice(i + 1))
    }
  }
  made.delete(word)
  return [...made].filter(isEnglishWord).sort()
}

test('equals trying every slip', () => {
  for (const word of ['pateint', 'tretment', 'hand', 'examinatoin', 'ot', 'caf']) expect(englishNeighbours(word)).toEqual(slipsOf(word))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-e]{2,6}$/), (word) => {
      expect(englishNeighbours(word)).toEqual(slipsOf(word))
    }),
    { numRuns: 60 },
  )
})
