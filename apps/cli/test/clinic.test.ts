import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditOf, clinic, estimateOf, newFolder, rowsOf } from './command.ts'

/** What the generator planted, by its own account. */
const truth = JSON.parse(readFileSync(join(clinic, 'truth.json'), 'utf8')) as {
  documents: number
  exactCopies: { files: [string, string] }[]
  nearCopies: { files: [string, string]; jaccard: number }[]
  identifiers: { file: string; type: string; severity: string; start: number; end: number }[]
  caseMix: { counts: Record<string, number> }
}
const out = join(newFolder(), 'audit')
audited(['audit', join(clinic, 'notes'), '--labels', join(clinic, 'labels.csv'), '--label-field', 'rfe', '-o', out, '--quiet'])
const audit = await auditOf(out)

test('the planted pairs are found, with their Jaccard, and no other', async () => {
  // Pairs of like meaning are another matter: their cosine is no Jaccard similarity.
  const pairs = (await rowsOf(out, 'pairs')).filter(({ kind, cosine }) => kind !== 'exact' && cosine === null)
  const found = pairs.map(({ a, b, jaccard }) => [String(a), String(b), Number(jaccard)] as const)
  const planted = truth.nearCopies.map(({ files, jaccard }) => [...[...files].sort(), jaccard] as [string, string, number])
  expect(found.map(([a, b]) => `${a} ${b}`).sort()).toEqual(planted.map(([a, b]) => `${a} ${b}`).sort())
  for (const [a, b, jaccard] of planted) expect(found.find((pair) => pair[0] === a && pair[1] === b)?.[2]).toBeCloseTo(jaccard, 12)
})

test('the shares of copies are those planted', () => {
  const exact = 2 * truth.exactCopies.length
  const near = exact + 2 * truth.nearCopies.filter(({ jaccard }) => jaccard >= 0.8).length
  expect(estimateOf(audit, 'exact-duplicate-share').value).toBe(exact / truth.documents)
  expect(estimateOf(audit, 'near-duplicate-share').value).toBe(near / truth.documents)
})

test('the planted identifiers are found where they stand, and no other', async () => {
  const found = (await rowsOf(out, 'findings'))
    // Two patients of the clinic are over 89, which no one planted as an identifier.
    .filter(({ rule }) => String(rule).startsWith('identifier-') && rule !== 'identifier-age')
    .map(({ document, rule, severity, start, end }) => `${document} ${rule} ${severity} ${start}-${end}`)
  const planted = truth.identifiers.map(({ file, type, severity, start, end }) => `${file} identifier-${type} ${severity} ${start}-${end}`)
  expect(found.sort()).toEqual(planted.sort())
})

test('the skewed case mix is counted as it was drawn', () => {
  const chart = audit.charts.find(({ form }) => form === 'dumbbell')
  if (chart?.form !== 'dumbbell') throw new Error('no chart of the case mix')
  for (const [category, value] of chart.category.map((name, i) => [name, chart.value[i]!] as const))
    expect([category, Math.round(value * truth.documents)]).toEqual([category, truth.caseMix.counts[category] ?? 0])
})
