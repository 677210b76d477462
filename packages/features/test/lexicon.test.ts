import { createDocument } from '@corpuscope/core'
import { type EuropeanLanguage, europeanLanguages, isStopWord, words } from '@corpuscope/text'
import { expect, test } from 'vitest'
import {
  clinicalAbbreviations,
  clinicalAbbreviationsOf,
  finiteVerbs,
  functionWords,
  isMedicalTerm,
  lexiconLanguages,
  medicalEndings,
  medicalWords,
  spellingOf,
  spellingPairs,
  wordClass,
  wordFacts,
} from '../src/index.ts'

function classesOf(text: string, language = 'en'): Record<string, string[]> {
  const document = createDocument({ text, language })
  const { classes } = wordFacts(document)
  const found: Record<string, string[]> = {}
  words(document).vocabulary.forEach((word, type) => {
    found[word] = Object.entries(wordClass).flatMap(([name, bit]) => ((classes[type]! & bit) === 0 ? [] : [name]))
  })
  return found
}

test('each word of a note gets its classes', () => {
  expect(classesOf('The pt is not anaemic; amoxicillin 500mg tds, BP 120')).toEqual({
    the: ['article', 'functionWord'],
    pt: ['abbreviation'],
    is: ['copula', 'finite', 'functionWord'],
    not: ['negation', 'functionWord'],
    anaemic: ['british', 'variety'],
    amoxicillin: ['medical'],
    '500mg': ['unit', 'digit'],
    tds: ['abbreviation'],
    bp: ['abbreviation'],
    '120': ['digit'],
  })
})

test('the copulas of English are those that fit SynGP500, without "be"', () => {
  expect(functionWords.en.copulas.split(' ').sort()).toEqual(['am', 'are', 'been', 'being', 'is', 'was', 'were'])
  expect(classesOf('be').be).toEqual(['finite', 'functionWord'])
})

test('other languages have their own lists; languages without lists have digits and letters only', () => {
  expect(classesOf('Der Patient ist nicht krank', 'de')).toMatchObject({
    der: ['article', 'functionWord'],
  })
  expect(wordFacts(createDocument({ text: 'Пациент 5', language: 'ru' }))).toMatchObject({ language: undefined })
  expect(classesOf('Пациент 5', 'ru')).toEqual({ пациент: [], '5': ['digit'] })
})

test('terms by list and by ending; everyday words that end so are none', () => {
  for (const word of ['appendicitis', 'perindopril', 'haematuria', 'chest', 'paracetamol']) expect(isMedicalTerm(word)).toBe(true)
  for (const word of ['someone', 'geography', 'kitchen', 'phone', 'reason']) expect(isMedicalTerm(word)).toBe(false)
})

test('British and American spellings, and words that only look so', () => {
  for (const word of ['colour', 'haemoglobin', 'oedema', 'paediatrics', 'grey'])
    expect(spellingOf(word), word).toMatchObject({ first: true })
  for (const word of ['color', 'hemoglobin', 'edema', 'pediatrics', 'gray']) expect(spellingOf(word), word).toMatchObject({ first: false })
  for (const word of ['colorectal', 'laboratory', 'humoral', 'hemisphere', 'help', 'hem', 'hemlock', 'rigors', 'vigorous'])
    expect(spellingOf(word)).toBeUndefined()
  for (const { british, american } of spellingPairs()) expect(british).not.toBe(american)
  for (const word of ['organisation', 'realised', 'minimising', 'programme']) expect(spellingOf(word), word).toMatchObject({ first: true })
  for (const word of ['organization', 'realized', 'minimizing', 'programs']) expect(spellingOf(word), word).toMatchObject({ first: false })
  for (const word of ['exercise', 'advised', 'size', 'prize', 'revision', 'supervising', 'noise', 'programmed', 'comprises', 'otherwise'])
    expect(spellingOf(word), word).toBeUndefined()
})

test('odd inputs: no text, a giant word, object words', () => {
  expect(wordFacts(createDocument({ text: '' })).classes.length).toBe(0)
  expect(wordFacts(createDocument({ text: 'a'.repeat(70_000), language: 'en' })).letters[0]).toBe(255)
  expect(classesOf('constructor __proto__')).toMatchObject({ constructor: [], proto: ['unlisted'] })
})

test.each([
  ['fr', "l'appendicite une bronchite, paracétamol hta l'hôpital petite", ["l'appendicite", 'bronchite', 'paracétamol'], ['hta']],
  ['es', 'neumonía gastritis problema diploma metformina tac', ['neumonía', 'gastritis', 'metformina'], ['tac']],
  ['pt', 'bronquite convite dor metformina avc limite', ['bronquite', 'dor', 'metformina'], ['avc']],
  ['de', 'appendizitis herzinfarkt kooperation akademie metformin ekg', ['appendizitis', 'herzinfarkt', 'metformin'], ['ekg']],
  ['it', "l'appendicite bronchite finite visite economia metformina bpco", ["l'appendicite", 'bronchite', 'metformina'], ['bpco']],
] as const)('terms and abbreviations in %s', (language, text, terms, abbreviations) => {
  const found = classesOf(text, language)
  const those = (kind: string) => Object.keys(found).filter((word) => found[word]!.includes(kind))
  expect(those('medical')).toEqual(terms)
  expect(those('abbreviation')).toEqual(abbreviations)
})

test('abbreviations of other languages are no function words of theirs', () => {
  for (const language of lexiconLanguages.abbreviations) {
    const list = clinicalAbbreviationsOf(language)
    expect(new Set(list).size).toBe(list.length)
    if (language !== 'en') expect(list.filter((word) => isStopWord(word, language))).toEqual([])
  }
})

test('the lists hold what their headers say, nothing twice', () => {
  const sizes = (of: (language: EuropeanLanguage) => number) => europeanLanguages.map((language) => `${language} ${of(language)}`).join(' ')
  expect(sizes((language) => clinicalAbbreviationsOf(language).length)).toBe('en 516 fr 270 es 299 pt 254 de 353 it 312')
  expect(sizes((language) => medicalWords(language).size)).toBe('en 1188 fr 469 es 430 pt 425 de 394 it 412')
  expect(sizes((language) => medicalEndings(language).size)).toBe('en 89 fr 123 es 69 pt 101 de 102 it 102')
  expect(sizes(finiteVerbs)).toBe('en 194 fr 114 es 109 pt 102 de 117 it 95')
  expect([clinicalAbbreviations.length, new Set(clinicalAbbreviations).size]).toEqual([516, 516])
  expect(medicalWords().size).toBe(1188)
  expect(spellingPairs().length).toBe(108)
})
