import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { containedDocuments, containment, exactDuplicates, nearDuplicates, repeatedRuns } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')
const values = async (...[analysis, documents]: Parameters<typeof concluded>) =>
  (await concluded(analysis, documents)).audit.estimates.map(({ value }) => value)

test('one document 10,000 times: one group, and none inside another', async () => {
  const documents = corpusOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, run(0, 60)])))
  expect(await values(exactDuplicates(), documents)).toEqual([1, 1, 1])
  const made = await concluded(nearDuplicates(), documents)
  expect(made.audit.estimates.map(({ value }) => value)).toEqual([1, 1, 0])
  // One is kept.
  expect(made.documentValues.get('duplicate-keep')!.reduce((sum, keep) => sum + keep, 0)).toBe(1)
  expect(made.audit.tables.find(({ id }) => id === 'near-duplicates-thresholds')!.rows.at(-1)).toEqual([0.95, 0, 10_000, 1, 1, 0])
  expect(containment(50, () => Uint32Array.from({ length: 60 }, (_, i) => i)).holder.every((each) => each === -1)).toBe(true)
})

test('documents of one word, the same or each its own, and empty ones', async () => {
  const same = corpusOf(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`n${i}`, 'pain'])))
  expect(await values(exactDuplicates(), same)).toEqual([1, 1, 1])
  expect(await values(nearDuplicates(), same)).toEqual([null, null, null])
  // One word again and again is one run, however long.
  const long = corpusOf({ a: 'pain '.repeat(2000), b: 'pain '.repeat(3000), c: run(0, 50) })
  expect(await values(nearDuplicates(), long)).toEqual([2 / 3, 2 / 3, 0])
  expect(await values(repeatedRuns(), long)).toEqual([5000 / 5050])
  const empty = corpusOf(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`n${i}`, ''])))
  expect(await values(exactDuplicates(), empty)).toEqual([1, 1, null])
  expect(await values(nearDuplicates(), empty)).toEqual([null, null, null])
  expect(await values(repeatedRuns(), empty)).toEqual([null])
  expect(await values(containedDocuments(), empty)).toEqual([null])
})

test('a document of 50 MB, its copy, and a note that stands in it', async () => {
  const words: string[] = []
  let bytes = 0
  for (let i = 0; bytes < 50_000_000; i++) bytes += words.push(`word${(i * 48_271) % 2_147_483_647}`) && words[i]!.length + 1
  const giant = words.join(' ')
  const note = words.slice(1_000_000, 1_000_100).join(' ')
  const documents = [
    createDocument({ id: 'giant', text: giant }),
    createDocument({ id: 'copy', text: `${giant} amended` }),
    createDocument({ id: 'note', text: note }),
  ]
  const { audit, pairs } = await concluded(nearDuplicates(), documents)
  expect(audit.estimates[0]).toMatchObject({ value: 2 / 3, n: 3 })
  expect(pairs.map(({ a, b, kind }) => [a, b, kind])).toEqual([['copy', 'giant', 'copy']])
  expect(await values(exactDuplicates(), documents)).toEqual([0, 0, 0])
}, 120_000)

test('two scripts: copies within each are found, by words and by characters', async () => {
  const chinese = '患者因反复发热咳嗽三天就诊查体咽部充血双肺呼吸音粗未闻及明显干湿性啰音建议口服药物治疗并复查血常规。'
  const russian =
    'пациент жалуется на боль в груди с утра без одышки и кашля температура нормальная давление немного повышено врач назначил лечение'
  const documents = corpusOf({
    a: chinese,
    b: `${chinese}！`,
    c: russian,
    d: russian.replace('лечение', 'покой'),
    e: `${chinese.slice(0, 20)}${russian.slice(60)}`,
  })
  for (const shingles of ['words', 'characters'] as const) {
    const { audit, pairs } = await concluded(nearDuplicates({ shingles }), documents)
    expect(audit.estimates[0]).toMatchObject({ value: 4 / 5, n: 5 })
    expect(pairs.filter(({ similarity }) => similarity >= 0.8).map(({ a, b }) => [a, b])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  }
})
