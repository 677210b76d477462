import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { audited, auditOf, auditText, estimateOf, hasShared, newFolder, rowsOf, shared } from './command.ts'

// SynGP500 (arXiv:2512.15259) lies beside the project, not in it: its licence is CC BY-NC-SA.
describe.skipIf(!hasShared)('500 notes of SynGP500', () => {
  const out = join(newFolder(), 'audit')
  const corpus = join(shared, 'corpora/syngp500')
  const run = hasShared
    ? audited(['audit', join(corpus, 'notes'), '--labels', join(corpus, 'labels.csv'), '--label-field', 'rfe', '-o', out])
    : { stderr: '' }
  const oracle = (name: string): string => readFileSync(join(shared, 'oracles', name), 'utf8')

  test('are taken for what they are', () => expect(run.stderr).toContain('500 .txt files'))

  test('MATTR and words a note agree with the oracle to 1e-9, over the corpus and per note', async () => {
    const audit = await auditOf(out)
    const { summary } = JSON.parse(oracle('syngp500.lexical.json'))
    const pairs = [
      ['document-length', 'tokens'],
      ['mattr-25', 'mattr25'],
      ['mattr-50', 'mattr50'],
      ['mattr-100', 'mattr100'],
    ] as const
    for (const [measure, name] of pairs) {
      const estimate = estimateOf(audit, measure)
      expect(Math.abs(estimate.value! / summary[name].mean - 1)).toBeLessThan(1e-9)
      expect(Math.abs(estimate.spread!.sd / summary[name].sd - 1)).toBeLessThan(1e-9)
      expect(Math.abs(estimate.spread!.cv! / summary[name].cv - 1)).toBeLessThan(1e-9)
    }
    const perNote = new Map(
      oracle('syngp500.lexical.perdoc.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map((each) => [each.id, each]),
    )
    const rows = await rowsOf(out, 'documents')
    expect(rows).toHaveLength(500)
    for (const row of rows) {
      const [snomed, number] = String(row['id']).split('_')
      const expected = perNote.get(`${snomed}_${number}`)
      for (const [measure, name] of pairs) expect(Math.abs(Number(row[measure]) / expected[name] - 1)).toBeLessThan(1e-9)
    }
  })

  test('case mix is measured on the 265 labelled notes, and 235 are said to be left out', async () => {
    const audit = await auditOf(out)
    for (const measure of ['case-mix-total-variation', 'case-mix-jensen-shannon']) {
      const estimate = estimateOf(audit, measure)
      expect(estimate).toMatchObject({ status: 'measured', n: 265, left: 235 })
      expect(estimate.reason).toContain('235')
      expect(estimate.floor).toBeGreaterThan(0)
    }
    // What to add stands beside the audit, for a generator: a row a category.
    const lines = readFileSync(join(out, 'to-add.csv'), 'utf8').trim().split('\r\n')
    expect(lines[0]).toBe('category,documents,reference,add,add_exact,weight')
    expect(lines).toHaveLength(32)
  })

  test('no note stands twice, as the oracle says', async () => {
    const audit = await auditOf(out)
    expect([estimateOf(audit, 'exact-duplicate-share').value, estimateOf(audit, 'near-duplicate-share').value]).toEqual([0, 0])
  })

  test("with the authors' words the published figures come out", async () => {
    const letters = join(newFolder(), 'letters')
    audited(['audit', join(corpus, 'notes'), '--words', 'letters', '--only', 'style', '-o', letters, '--quiet'])
    const audit = await auditOf(letters)
    const published = { 'mattr-25': '0.946', 'mattr-50': '0.909', 'mattr-100': '0.858' }
    for (const [measure, value] of Object.entries(published)) expect(estimateOf(audit, measure).value!.toFixed(3)).toBe(value)
  })

  test('no word of a note is in the audit, though its metadata could hold some', async () => {
    const text = await auditText(out)
    // "diagnosis_main" of the labels table is free text; "confidence" is three words.
    const { corpus: facts } = await auditOf(out)
    expect(facts.fields.find(({ name }) => name === 'diagnosis_main')).toMatchObject({ kept: false })
    expect(facts.fields.find(({ name }) => name === 'confidence')).toMatchObject({ kept: true, kind: 'category' })
    expect(text).not.toContain('plantar fasciitis')
  })
})
