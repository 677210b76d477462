import type { Measure } from '@corpuscope/core'
import { referenceById } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { createSuite, suiteIds } from '../src/index.ts'

const entry = ({ id, title, unit, range, direction, definition, source }: Measure): string =>
  `### ${id}\n\n${title}. ${definition}\n\nUnit: ${unit}; range: ${range[0] ?? '−∞'} to ${range[1] ?? '∞'}; direction: ${direction}. Source: ${source.text}${source.url ? `, <${source.url}>` : ''}.\n`

test('MEASURES.md says what the definitions say', async () => {
  const pages = suiteIds.flatMap((id) =>
    createSuite({ id, seed: 1, reference: referenceById('beach-rfe') }).categories.map(
      ({ title, question, analyses }) =>
        `## ${title}\n\n${question}\n\n${analyses.flatMap(({ measures }) => measures.map(entry)).join('\n')}`,
    ),
  )
  await expect(`# Measures\n\nGenerated from the definitions by \`npm run generate\`.\n\n${pages.join('\n')}`).toMatchFileSnapshot(
    '../MEASURES.md',
  )
  expect(pages.length).toBeGreaterThan(0)
})
