import type { Measure } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { fullSuites } from '../src/full-suites.ts'

const entry = ({ id, title, unit, range, direction, definition, source, languages }: Measure): string =>
  `### ${id}\n\n${title}. ${definition}\n\nUnit: ${unit}; range: ${range[0] ?? '−∞'} to ${range[1] ?? '∞'}; direction: ${direction}.${languages ? ` Languages: ${languages === 'any' ? languages : languages.join(', ')}.` : ''} Source: ${source.text}${source.url ? `, <${source.url}>` : ''}.\n`

test('MEASURES.md says what the definitions say, of each measure once', async () => {
  const seen = new Set<string>()
  const isNew = ({ id }: Measure): boolean => !seen.has(id) && Boolean(seen.add(id))
  const pages = fullSuites().flatMap(({ categories }) =>
    categories
      .map(({ title, question, analyses }) => ({ title, question, measures: analyses.flatMap(({ measures }) => measures).filter(isNew) }))
      .filter(({ measures }) => measures.length > 0)
      .map(({ title, question, measures }) => `## ${title}\n\n${question}\n\n${measures.map(entry).join('\n')}`),
  )
  await expect(`# Measures\n\nGenerated from the definitions by \`npm run generate\`.\n\n${pages.join('\n')}`).toMatchFileSnapshot(
    '../MEASURES.md',
  )
  // Those of a comparison, of a vocabulary and of lists are named without one.
  for (const id of ['mattr-50', 'against-mauve', 'memorised-share', 'concept-density', 'canary-share']) expect(seen).toContain(id)
})
