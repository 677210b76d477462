import { auditSchema } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { croissantFields, datasetCard, markdownSummary } from '../src/index.ts'
import { orchard } from './audit.ts'

test('the example is an audit', () => expect(auditSchema.safeParse(orchard).error).toBeUndefined())

/** Cells of a line of a table: bars that are not escaped. */
const cells = (line: string): number => line.split(/(?<!\\)\|/).length

test.each([
  ['summary', markdownSummary(orchard)],
  ['card', datasetCard(orchard)],
])('the %s keeps the texts of the data inside its tables', (_, text) => {
  expect(text).not.toMatch(/<script|\]\(y\)|@team/)
  for (const table of text.split(/\n\n/).filter((part) => part.startsWith('| '))) {
    const lines = table.trim().split('\n')
    expect(new Set(lines.map(cells)).size).toBe(1)
  }
})

test('the summary gives a line a category, the number, its interval and what it means', () => {
  const text = markdownSummary(orchard)
  expect(text).toContain(
    '| The ripeness | 0.500 | 0.400 to 0.600 | worse than its reference. Below its reference, 0.9, which the interval leaves out. |',
  )
  expect(text).toContain('| Privacy | not measured |  |  | no orchard book |')
  expect(text).toContain('| Name of an owner | error | 4 | 2 |')
})

test('numbers of a facet or of another corpus are not taken for those of the corpus', () => {
  for (const text of [markdownSummary(orchard), datasetCard(orchard), JSON.stringify(croissantFields(orchard))]) {
    expect(text).not.toMatch(/0\.100|0\.200|:0\.1,|:0\.2,/)
  }
})

test('the card says what was not measured and what was not read', () => {
  const text = datasetCard(orchard)
  expect(text).toContain('`owner-rate` was not measured: no orchard book')
  expect(text).toContain('3 records were not read: line is no JSON')
})

test('the Croissant fields give each number and say nothing without evidence', () => {
  const fields = croissantFields(orchard)
  expect(fields['sc:variableMeasured']).toHaveLength(2)
  expect(fields['sc:variableMeasured']).toContainEqual(
    expect.objectContaining({ 'sc:propertyID': 'ripeness', 'sc:value': 0.5, 'sc:minValue': 0.4, 'sc:maxValue': 0.6 }),
  )
  expect(fields['rai:dataBiases']).toHaveLength(1)
  expect(fields['rai:dataLimitations']).toContain('worms was not measured: nobody looked')
  expect(fields['rai:personalSensitiveInformation']).toEqual(['Name of an owner: 4 in 2 documents.'])
  const without = croissantFields({ ...orchard, categories: orchard.categories.slice(0, 1) })
  expect(without).not.toHaveProperty('rai:personalSensitiveInformation')
})
