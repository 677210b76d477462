import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Analysis, type Conclusion, type Draft, obeysTheLaws } from '@corpuscope/core'
import { readVocabulary } from '@corpuscope/features'
import { afterAll, expect, test } from 'vitest'
import { namedConcepts } from '../src/index.ts'
import { concluded } from './concluded.ts'

const demo = fileURLToPath(new URL('../../../fixtures/vocabulary.csv', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'corpuscope-concepts-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
/** Vocabularies are compiled once a path: each is a file of its own. */
const vocabulary = (text: string): string => {
  const file = join(folder, `names${files++}.csv`)
  writeFileSync(file, text)
  return file
}
const value = ({ audit }: Conclusion, measure: string) => audit.estimates.find((each) => each.measure === measure)!.value
const run = (path: string, drafts: readonly Draft[], groups?: readonly (readonly [string, string])[]): Promise<Conclusion> =>
  concluded(namedConcepts({ vocabulary: path, ...(groups && { groups }) }) as Analysis<never>, drafts)

test('obeys the laws', () => obeysTheLaws(namedConcepts({ vocabulary: demo }) as Analysis, { rounds: 2 }))

test('counts what is named, how ambiguous it is, and what is said of it', async () => {
  const path = vocabulary(
    'code,name,type\n1,fever,finding\n2,cough,finding\n3,cold,disorder\n4,cold,finding\n5,heart attack,disorder\n6,gout,disorder\n',
  )
  const made = await run(
    path,
    [
      { id: 'a', text: 'No fever. A cough.', language: 'en' },
      { id: 'b', text: 'Father had a heart attack. Cough, cold.', language: 'en' },
      { id: 'c', text: 'Nothing here at all.', language: 'en' },
    ],
    [
      ['finding', 'problem'],
      ['disorder', 'problem'],
    ],
  )
  // fever, cough; heart attack, cough, cold; nothing: 5 mentions in 4 + 7 + 4 words, 6 words inside them.
  expect(value(made, 'concepts-per-document')).toBeCloseTo(5 / 3, 12)
  expect(value(made, 'concept-density')).toBeCloseTo(500 / 15, 12)
  expect(value(made, 'concept-word-share')).toBeCloseTo(6 / 15, 12)
  expect(value(made, 'concept-ambiguity-share')).toBeCloseTo(1 / 5, 12)
  expect(value(made, 'concept-absent-share')).toBeCloseTo(1 / 5, 12)
  expect(value(made, 'concept-family-share')).toBeCloseTo(1 / 5, 12)
  expect(value(made, 'concept-vocabulary-share')).toBeCloseTo(4 / 6, 12)
  // Shares of 2/5, 1/5, 1/5, 1/5.
  expect(value(made, 'concept-diversity')).toBeCloseTo(Math.exp(-(0.4 * Math.log(0.4) + 0.6 * Math.log(0.2))), 12)
  const [types] = made.audit.tables
  expect(types!.rows).toEqual([
    ['finding', 'problem', 2, 3, 2, 3 / 5, 1 / 3],
    ['disorder', 'problem', 2, 2, 1, 2 / 5, 0],
  ])
  expect(made.audit.charts.find(({ id }) => id === 'named-concepts-groups')).toMatchObject({ category: ['problem'], value: [1] })
  expect(made.audit.provenance.instruments).toEqual([
    { id: 'vocabulary', title: 'names0.csv: 6 names of 6 concepts', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ])
})

test('a language without rules has no assertion shares, and no name found is said', async () => {
  const path = vocabulary('code,name\n1,gripe aviar\n')
  const other = await run(path, [{ id: 'a', text: 'gripe aviar', language: 'it' }])
  expect(value(other, 'concept-density')).toBe(50)
  expect(value(other, 'concept-absent-share')).toBeNull()
  const none = await run(path, [{ id: 'a', text: 'nothing', language: 'en' }])
  expect(none.audit.estimates.filter(({ status }) => status === 'not applicable').map(({ measure }) => measure)).toContain(
    'concept-diversity',
  )
  expect(none.audit.tables).toEqual([])
})

test('concepts of fewer than five documents are not shown one by one', async () => {
  const path = vocabulary('code,name,type\n1,fever,finding\n2,cough,finding\n')
  const made = await run(
    path,
    Array.from({ length: 5 }, (_, i) => ({ id: `${i}`, text: i === 0 ? 'fever and cough' : 'fever', language: 'en' })),
  )
  expect(made.audit.tables[1]!.rows.map(([code, name]) => [code, name])).toEqual([['1', 'fever']])
})

test('the fingerprint of a vocabulary moves with any name, code or type', async () => {
  const base = 'code,name,synonyms,type\n1,fever,hot|warm,finding\n'
  const all = new Set<string>()
  for (const text of [base, base.replace('warm', 'heat'), base.replace('1,', '2,'), base.replace('finding', 'disorder')]) {
    const made = await run(vocabulary(text), [{ id: 'a', text: 'fever', language: 'en' }])
    all.add(made.audit.provenance.instruments[0]!.fingerprint)
  }
  expect(all.size).toBe(4)
})

test('the demo vocabulary holds codes of our own, each once, and types of a semantic group', () => {
  const { codes, types, size } = readVocabulary(demo)
  expect(codes.every((code) => /^demo-\d{3}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(codes.length)
  expect(size).toBeGreaterThan(codes.length)
  expect(types).toContain('finding')
})
