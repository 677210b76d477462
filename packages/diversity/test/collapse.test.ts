import { obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { collapse } from '../src/index.ts'
import { counted, hasWording } from './counted.ts'
import { audited, documentsOf, subjects } from './examples.ts'

const measured = async (texts: readonly string[]) => {
  const { audit } = await audited(collapse(), documentsOf(texts))
  return { estimate: audit.estimates[0]!, findings: audit.findings, notes: audit.notes }
}

/** One template, filled with other words each time. */
function fillings(n: number): string[] {
  const random = seededRandom('fillings')
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!
  const parts = ['chest', 'knee', 'back', 'ear', 'wrist', 'ankle', 'hip', 'jaw']
  const plans = ['paracetamol', 'rest', 'ice', 'physiotherapy', 'an x-ray', 'ibuprofen']
  return Array.from(
    { length: n },
    () =>
      `Presents with ${pick(parts)} pain for ${1 + Math.floor(random() * 20)} days. No fever, no weight loss. On examination the ${pick(parts)} is tender. ` +
      `Observations normal. Plan: ${pick(plans)} and ${pick(plans)}, review in ${1 + Math.floor(random() * 9)} days, return if worse.`,
  )
}

test('obeys the laws', () => obeysTheLaws(collapse(), { features: [wordSequences()] }))

test('500 fillings of one template are called', async () => {
  const { estimate, findings, notes } = await measured(fillings(500))
  expect(estimate.value!).toBeGreaterThan(1.3)
  expect(estimate.interval![0]).toBeGreaterThan(estimate.floor95!)
  expect(findings.map(({ rule }) => rule)).toEqual(['collapsed-onto-a-template'])
  expect(notes[0]!.text).toContain('fillings of one template')
})

test.skipIf(!hasWording).each(['syngp500', 'ncbi_disease', 'primock57-notes', 'primock57-dialogues', 'ag_news_test3000', 'grascco_phi'])(
  'notes, dialogues, abstracts or news that people or models wrote are not called: %s',
  async (name) => {
    const { estimate, findings } = await measured(counted(name).texts)
    expect(estimate.interval![1]).toBeLessThan(1)
    expect(findings).toEqual([])
  },
)

test('words drawn at random lie at chance: near 1, not called', async () => {
  const { estimate, findings } = await measured(subjects(300, 1))
  expect(estimate.value!).toBeGreaterThan(0.95)
  expect(estimate.value!).toBeLessThan(1.05)
  expect(findings).toEqual([])
})

test('too few documents: no value, and why', async () => {
  const { estimate } = await measured([...fillings(19), ''])
  expect(estimate).toMatchObject({ value: null, status: 'not applicable' })
  expect(estimate.reason).toContain('needs 20 documents')
})

test('one word over and over is no more alike than chance', async () => {
  const { estimate, findings } = await measured(Array.from({ length: 30 }, () => 'fever'))
  expect(estimate.value).toBeCloseTo(1, 12)
  expect(findings).toEqual([])
})
