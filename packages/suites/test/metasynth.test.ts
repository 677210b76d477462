import { concludeState, createDocument, createState, observer } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { createSuite } from '../src/index.ts'

test('the seven measures of MetaSynth stand in the summary, each measured or with why not', async () => {
  const suite = createSuite({ id: 'metasynth', seed: 1 })
  const state = createState(suite)
  const observe = observer(suite, state)
  for (let i = 0; i < 60; i++)
    observe(
      createDocument({ id: `n${i}`, text: `fever and cough for ${i % 7} days, then rash${i % 5} on arm${i % 3} and leg${i % 4}` }),
      'text',
    )
  const { audit } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  const seven = suite.categories[0]!.summary!
  expect(seven).toHaveLength(7)
  for (const id of seven) {
    const estimate = audit.estimates.find(({ measure }) => measure === id)!
    if (id === 'task2vec-diversity') expect(estimate).toMatchObject({ value: null, status: 'not applicable' })
    else expect(estimate).toMatchObject({ status: 'measured' })
  }
})
