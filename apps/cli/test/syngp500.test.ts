import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { audited, auditOf, auditText, estimateOf, hasShared, newFolder, rowsOf, shared } from './command.ts'

// SynGP500 (arXiv:2512.15259) lies beside the project, not in it: its licence is CC BY-NC-SA.
describe.skipIf(!hasShared)('500 notes of SynGP500', () => {
  const out = join(newFolder(), 'audit')
  const corpus = join(shared, 'corpora/syngp500')
  const people = join(newFolder(), 'people.csv')
  writeFileSync(people, 'sex,age,percent\nF,0-24,14\nF,25-64,31\nF,65+,13\nM,0-24,11\nM,25-64,19\nM,65+,12\n')
  const run = hasShared
    ? audited(['audit', join(corpus, 'notes'), '--labels', join(corpus, 'labels.csv'), '--population', people, '-o', out])
    : { stderr: '' }
  const oracle = (name: string): string => readFileSync(join(shared, 'oracles', name), 'utf8')

  test('are taken for what they are, the label for the column that holds categories of the reference', () => {
    expect(run.stderr).toContain('500 .txt files')
    expect(run.stderr).toContain('label in "rfe"')
  })

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

  test('the other 235 are coded, and files say what, how surely, where, and how much each note weighs', async () => {
    const audit = await auditOf(out)
    expect(estimateOf(audit, 'coder-accuracy')).toMatchObject({ n: 265 })
    expect(estimateOf(audit, 'coder-accuracy').value).toBeGreaterThanOrEqual(0.75)
    const records = (file: string): string[][] =>
      readFileSync(join(out, file), 'utf8')
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(','))
    const codes = records('coded-labels.csv')
    const coded = codes.filter((cells) => cells.includes('coder'))
    expect([codes.length, coded.length]).toEqual([500, 235])
    for (const cells of coded) expect(Number(cells.at(-3))).toBeGreaterThan(0)
    const [weights, raked] = [records('weights.csv'), records('raked-weights.csv')].map((rows) => rows.map((cells) => cells.at(-1)!))
    expect([weights!.length, weights!.filter((cell) => cell === '').length, raked!.length]).toEqual([500, 235, 500])
    // A part of the notes has BEACH's shares within 2 points, and `write` takes its list.
    const aligned = readFileSync(join(out, 'aligned-ids.txt'), 'utf8').trim().split('\n')
    expect(aligned.length).toBeGreaterThan(120)
    const written = join(newFolder(), 'aligned')
    audited(['write', join(corpus, 'notes'), '--audit', out, '--select', join(out, 'aligned-ids.txt'), '-o', written, '--quiet'])
    expect(readdirSync(written, { recursive: true }).filter((name) => String(name).endsWith('.txt'))).toHaveLength(aligned.length)
    const effective = estimateOf(audit, 'raked-effective-sample')
    const of = raked!.map(Number)
    expect(of.reduce((sum, each) => sum + each, 0) ** 2 / of.reduce((sum, each) => sum + each * each, 0)).toBeCloseTo(effective.value!, 3)
    expect(effective.reason).toContain('all margins are met')
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
