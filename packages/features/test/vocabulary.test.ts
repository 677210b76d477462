import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { definedShortForms, findConcepts, foldWord, readVocabulary, type Vocabulary, vocabularyBuilder } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

function vocabularyOf(names: Readonly<Record<string, readonly string[]>>, language = 'en'): Vocabulary {
  const builder = vocabularyBuilder(language)
  for (const [code, all] of Object.entries(names)) for (const name of all) builder.add(code, name)
  return builder.finish()
}

function seen(vocabulary: Vocabulary, text: string, language = 'en'): string[] {
  const found = findConcepts(vocabulary, createDocument({ text, language }))
  return Array.from(
    { length: found.count },
    (_, i) => `${text.slice(found.starts[i], found.ends[i])}=${found.candidates[i]!.map((concept) => vocabulary.codes[concept]).join('/')}`,
  )
}

const clinical = vocabularyOf({
  pain: ['pain'],
  chest: ['chest pain', 'thoracic pain'],
  dm: ['diabetes mellitus', 'diabetes'],
  dm2: ['diabetes mellitus, type 2', 'T2DM'],
  aortic: ['aortic stenosis', 'AS'],
  cold: ['cold', 'common cold'],
  feeling: ['cold'],
  anaemia: ['anaemia'],
  hypothyroidism: ['hypothyroidism'],
  crohn: ["Crohn's disease"],
  aids: ['AIDS'],
})

test.each<[string, string, string[]]>([
  ['the longest name', 'Diabetes mellitus type 2, chest pain', ['Diabetes mellitus type 2=dm2', 'chest pain=chest']],
  ['plurals and case', 'CHEST PAINS', ['CHEST PAINS=chest']],
  ['another spelling', 'anemia', ['anemia=anaemia']],
  ['a possessive', 'Crohn’s disease and Crohn disease', ['Crohn’s disease=crohn', 'Crohn disease=crohn']],
  ['a slip', 'hypothyriodism, hypothyroidsm', ['hypothyriodism=hypothyroidism', 'hypothyroidsm=hypothyroidism']],
  ['an ambiguous name', 'a cold', ['cold=cold/feeling']],
  ['an abbreviation that is a word, in capitals only', 'AS severe, as before', ['AS=aortic']],
  ['AIDS is no aid', 'AIDS, hearing aids', ['AIDS=aids']],
  ['no name over the end of a sentence or a list item', 'Sore chest. Pain\n- chest\n- pain', ['Pain=pain', 'pain=pain']],
  ['over one line end', 'chest\npain', ['chest pain=chest'.replace(' ', '\n')]],
  ['nothing', '', []],
])('finds %s', (_, text, expected) => expect(seen(clinical, text)).toEqual(expected))

test('an English word is never taken for a slip', () => {
  const one = vocabularyOf({ a: ['prostate pain'] })
  expect(seen(one, 'prostrate pain')).toEqual([])
})

test('an elided article is no part of a name', () => {
  const french = vocabularyOf({ a: ["infection de l'oreille"], b: ['appendicite'] }, 'fr')
  expect(seen(french, "l'appendicite, une infection de l’oreille", 'fr')).toEqual(['appendicite=b', 'infection de l’oreille=a'])
})

test('an abbreviation that the document defines stands for its long form, everywhere in it', () => {
  const one = vocabularyOf({ dvt: ['deep vein thrombosis'], other: ['DVT'] })
  expect(seen(one, 'Query deep vein thrombosis (DVT). No DVT seen.')).toEqual(['deep vein thrombosis=dvt', 'DVT=dvt', 'DVT=dvt'])
  expect(definedShortForms('heat shock protein (HSP), see (below) and (2 mg)').map(({ short }) => short)).toEqual(['HSP'])
})

test.each([
  ["l'œdème", 'edeme'],
  ['fractures', 'fracture'],
  ['biopsies', 'biopsy'],
  ['pelvis', 'pelvis'],
  ['gas', 'gas'],
  ["don't", "don't"],
])('%s folds to %s', (word, folded) => expect(foldWord(word)).toBe(folded))

test('reads a table, RF2 and UMLS files to the same concepts', () => {
  const table = readVocabulary(
    file('names.csv', 'code,name,synonyms,type\n1,Heart attack,"Myocardial infarction|MI",disorder\n2,Cough,,finding\n'),
  )
  const rf2 = readVocabulary(
    file(
      'sct2_Description_Snapshot-en.txt',
      'id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId\n' +
        '11\t2024\t1\t9\t1\ten\t900000000000003001\tHeart attack (disorder)\t0\n12\t2024\t1\t9\t1\ten\t900000000000013009\tMyocardial infarction\t0\n' +
        '13\t2024\t0\t9\t1\ten\t900000000000013009\tRetired name\t0\n14\t2024\t1\t9\t2\ten\t900000000000003001\tCough (finding)\t0\n15\t2024\t1\t9\t2\tes\t900000000000013009\ttos\t0\n',
    ),
  )
  file('MRSTY.RRF', '1|T047|B2|disorder|AT1||\n2|T184|A2|finding|AT2||\n')
  const row = (code: string, language: string, name: string, suppress = 'N') =>
    `${code}|${language}|P|L|PF|S|Y|A|||||PT|X|${name}|0|${suppress}||\n`
  const umls = readVocabulary(
    file(
      'MRCONSO.RRF',
      row('1', 'ENG', 'Heart attack') +
        row('1', 'ENG', 'Myocardial infarction') +
        row('2', 'ENG', 'Cough') +
        row('2', 'SPA', 'tos') +
        row('2', 'ENG', 'Old', 'O'),
    ),
  )
  for (const vocabulary of [table, rf2, umls]) {
    expect(seen(vocabulary, 'myocardial infarctions, coughs, tos, old, retired name')).toEqual(['myocardial infarctions=1', 'coughs=2'])
    expect(vocabulary.codes.map((code, i) => [code, vocabulary.names[i], vocabulary.types[vocabulary.typeOf[i]!]])).toEqual([
      ['1', 'Heart attack', 'disorder'],
      ['2', 'Cough', 'finding'],
    ])
  }
})

test('a file that is no vocabulary is refused with what is wanted', () => {
  expect(() => readVocabulary(file('bad.csv', 'a,b\n1,2\n'))).toThrow(
    'bad.csv line 1: a vocabulary is a table with the columns "code" and "name"',
  )
  expect(() => readVocabulary(join(folder, 'none.csv'))).toThrow('no such file')
  expect(() => readVocabulary(file('empty.csv', 'code,name\n'))).toThrow('holds no name')
})
