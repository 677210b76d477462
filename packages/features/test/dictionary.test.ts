import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dictionaryOf, isEnglishWord } from '../src/index.ts'

const english = dictionaryOf('en')!

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

test.each([
  ['fr', 'douleur douleurs fièvre traitements présentait œdème chroniques hospitalisé', 'doulueur fievre xyzzyx traitemant'],
  ['es', 'dolor dolores corazón exploración presentaba crónica corazones señalando', 'doolor corazon xyzzyx exploracoin'],
  ['pt', 'dor dores coração exames apresentava crônica hipertensão lesões', 'coracao xyzzyx exmaes'],
])('words of %s with their forms, and no others', (language, right, wrong) => {
  const dictionary = dictionaryOf(language)!
  for (const word of right.split(' ')) expect(dictionary.knows(word), word).toBe(true)
  for (const word of wrong.split(' ')) expect(dictionary.knows(word), word).toBe(false)
})

test('letters with marks are letters like others', () => {
  expect(dictionaryOf('fr')!.neighbours('fiévre')).toContain('fièvre')
  expect(dictionaryOf('es')!.neighbours('corazn')).toContain('corazón')
  expect(dictionaryOf('pt')!.neighbours('coraçãoo')).toContain('coração')
  expect(english.spells('naïve')).toBe(false)
})

test('languages whose dictionaries are under the GPL have none', () => {
  for (const language of ['de', 'it', 'zh', 'constructor']) expect(dictionaryOf(language)).toBe(undefined)
})

test('the four slips, and the word itself never', () => {
  expect(english.neighbours('pateint')).toEqual(['patent', 'patient'])
  expect(english.neighbours('fevver')).toContain('fever')
  expect(english.neighbours('feer')).toContain('fever')
  expect(english.neighbours('fefer')).toContain('fever')
  expect(english.neighbours('cough')).not.toContain('cough')
  expect(english.neighbours('a')).toEqual([])
  expect(english.neighbours('naïve')).toEqual([])
})

test('words cut off, as clinicians shorten them', () => {
  for (const word of ['approp', 'mech', 'prox', 'exac']) expect(english.opens(word), word).toBe(true)
  for (const word of ['pateint', 'zzz', 'naïve', 'fevers']) expect(english.opens(word), word).toBe(false)
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
  for (const word of ['pateint', 'tretment', 'hand', 'examinatoin', 'ot', 'caf']) expect(english.neighbours(word)).toEqual(slipsOf(word))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-e]{2,6}$/), (word) => {
      expect(english.neighbours(word)).toEqual(slipsOf(word))
    }),
    { numRuns: 60 },
  )
})
