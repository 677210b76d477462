import { existsSync, readFileSync } from 'node:fs'
import { createDocument, type Document, obeysTheLaws, type Reference } from '@corpuscope/core'
import { beachRfe } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { codedCaseMix } from '../src/index.ts'
import { auditOf } from './audit.ts'

const root = new URL('../../../../shared/corpora/syngp500/', import.meta.url)

const small: Reference = {
  ...beachRfe,
  categories: [
    { id: 'Cough', share: 0.4, aliases: [] },
    { id: 'Rash', share: 0.3, aliases: [] },
    { id: 'Other', share: 0.2, aliases: [] },
    { id: 'constructor', share: 0.06, aliases: [] },
    { id: '__proto__', share: 0.04, aliases: [] },
  ],
  coding: [
    { category: 'Cough', pattern: 'cough', weight: 1 },
    { category: 'Rash', pattern: 'naïve|fever', weight: 1 },
  ],
}

test('obeys the laws, with labels that match and with labels that do not', async () => {
  await obeysTheLaws(codedCaseMix(small))
  await obeysTheLaws(codedCaseMix(beachRfe))
})

const notes = (n: number, labelled: number): Document[] =>
  Array.from({ length: n }, (_, i) => {
    const [text, label] = i % 2 ? ['CC: cough and more', 'Cough'] : ['CC: rash and fever', 'Rash']
    return createDocument({ id: `n${i}`, text: `${text} ${i}`, ...(i < labelled && { label }) })
  })

test('labels teach and audit, the rest is coded and corrected', async () => {
  const { audit, kept } = await auditOf(codedCaseMix(small), notes(100, 40), small)
  const [accuracy, macro, calibrated, distance] = audit.estimates
  expect(accuracy).toMatchObject({ value: 1, n: 40, left: 60 })
  expect(macro).toMatchObject({ value: 1, interval: [1, 1] })
  // Always right, so all it can lack is sureness.
  expect(calibrated!.value).toBeLessThan(0.2)
  expect(distance!.value).toBeCloseTo(0.3, 1)
  expect(audit.tables[0]!.rows[0]!.slice(0, 5)).toEqual([1, 'Cough', 20, 30, 0.5])
  // Right in every audited note of either kind: the correction of one category alone changes nothing.
  expect(audit.tables[0]!.rows[0]![8]).toBeCloseTo(0.5, 12)
  expect(audit.tables[1]!.rows.map(([n]) => n)).toEqual(Array(10).fill(4))
  expect(audit.notes[0]!.text).toContain('60 of 100 documents have no label and were coded by lexicon and logistic regression')
  const lines = new TextDecoder().decode(kept.get('coded-labels.csv')).trim().split('\r\n')
  expect([lines[0], lines.length]).toEqual(['id,category,by,confidence,start,end', 101])
  expect(lines.find((line) => line.startsWith('n1,'))).toBe('n1,Cough,label,1,4,9')
  expect(lines.find((line) => line.startsWith('n99,'))).toMatch(/^n99,Cough,coder,(?:0\.9\d*|1),4,9$/)
})

test('without labels the lexicon codes, and nothing is claimed of it', async () => {
  const { audit } = await auditOf(codedCaseMix(small), notes(20, 0), small)
  for (const { status, reason } of audit.estimates) expect([status, reason]).toEqual(['not applicable', expect.stringContaining('too few')])
  expect(audit.tables[0]!.rows[1]!.slice(0, 4)).toEqual([2, 'Rash', 0, 10])
  expect(audit.notes[0]!.text).toContain('nothing says how often it is right')
})

test('all labelled: nothing to code, the lexicon is audited', async () => {
  const { audit } = await auditOf(codedCaseMix(small), notes(40, 40), small)
  expect(audit.estimates[0]).toMatchObject({ value: 1, n: 40 })
  expect(audit.estimates[3]).toMatchObject({ status: 'not applicable', reason: expect.stringContaining('nothing to code') })
  expect(audit.tables).toEqual([])
})

test('a label that is no category stops it', async () => {
  const { audit } = await auditOf(codedCaseMix(small), [createDocument({ text: 'x', label: 'Nope' })], small)
  expect(audit.estimates[0]!.reason).toContain('no category')
})

test.skipIf(!existsSync(root))('SynGP500: 265 labels code the other 235', async () => {
  const rows = readFileSync(new URL('syngp500.jsonl', root), 'utf8').trim().split('\n')
  const labels = new Map(
    readFileSync(new URL('labels.csv', root), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, ''))
        return [cells[0]!, cells[1]!]
      }),
  )
  const documents = rows.map((row) => {
    const { text, file } = JSON.parse(row) as { text: string; file: string }
    const label = labels.get(file)
    return createDocument({ id: file, text, ...(label !== undefined && { label }) })
  })
  const { audit } = await auditOf(codedCaseMix(beachRfe), documents, beachRfe)
  expect(audit.estimates[0]!.n).toBe(265)
  expect(audit.estimates[0]!.value).toBeGreaterThanOrEqual(0.75)
  const [low, high] = audit.estimates[1]!.interval!
  expect(high - low).toBeGreaterThan(0.05)
  expect(audit.estimates[2]!.value).toBeLessThan(0.08)
})
