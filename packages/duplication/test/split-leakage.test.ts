import { auditSchema, createDocument, findingSchema, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { splitLeakage } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')

test('obeys the laws, alone and beside another corpus', async () => {
  await obeysTheLaws(splitLeakage(), { features: [wordSequences()], rounds: 1 })
  await obeysTheLaws(splitLeakage(), { features: [wordSequences()], beside: true, rounds: 1 })
})

test('copies between the two count, copies within one do not', async () => {
  const { audit, findings } = await concluded(
    splitLeakage(),
    corpusOf({
      a: run(0, 60),
      b: run(0, 60).toUpperCase(),
      // 56 of 60 and 64 runs are the same: 52 / 60.
      c: run(204, 264),
      d: run(400, 460),
      e: run(400, 460),
      f: 'short',
    }),
    { against: corpusOf({ x: run(0, 60), y: run(200, 260), z: 'Short ' }) },
  )
  auditSchema.parse(audit)
  expect(audit.estimates[0]).toMatchObject({ measure: 'split-leakage-share', value: 4 / 6, interval: wilson(4, 6), n: 6 })
  expect(findings.map((finding) => findingSchema.parse(finding).message)).toEqual([
    'same text as x of the other corpus: Jaccard similarity 1.00',
    'same text as x of the other corpus: Jaccard similarity 1.00',
    'copy of y of the other corpus: Jaccard similarity 0.87',
    'same text as z of the other corpus: Jaccard similarity 1.00',
  ])
})

test('a form of both corpora is no leak, a copy on the form is', async () => {
  const form = run(0, 80)
  const notes = (from: number) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`n${i}`, `${form} ${run(from + i * 100, from + i * 100 + 30)}`]))
  const theirs = notes(50_000)
  const mine = { ...notes(1000), leak: `${theirs['n7']} again` }
  const { findings } = await concluded(splitLeakage(), corpusOf(mine), { against: corpusOf(theirs) })
  expect(findings.map(({ document }) => document)).toEqual(['leak'])
})

test('documents dated before the other corpus ends', async () => {
  const dated = (dates: readonly (string | null)[]) =>
    dates.map((date, i) => createDocument({ id: `d${i}`, text: run(i * 100, i * 100 + 20), metadata: new Map([['seen', date]]) }))
  const { audit } = await concluded(splitLeakage(), dated(['2024-01-01', '2024-05-01', '2024-06-01', null]), {
    against: dated(['2023-02-03', '2024-05-01']),
  })
  expect(audit.estimates[1]).toMatchObject({ value: 2 / 3, n: 3, left: 1, reason: 'by "seen"; 1 left out: no date' })
  const without = await concluded(splitLeakage(), corpusOf({ a: 'x' }), { against: corpusOf({ a: 'y' }) })
  expect(without.audit.estimates[1]).toMatchObject({ value: null, reason: 'no metadata field holds dates in both corpora' })
})
