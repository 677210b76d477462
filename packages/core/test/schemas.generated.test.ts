import { expect, test } from 'vitest'
import { configSchema, jsonSchemas } from '../src/index.ts'

// `npm run generate` writes these files; a difference means that somebody changed a schema and did not run it.
test.each([...jsonSchemas()])('schemas/%s is what the program checks with', async (name, schema) => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}`)
})

test('an empty configuration is a whole one', () => {
  expect(configSchema.parse({})).toMatchObject({
    suite: 'clinical-notes',
    reference: 'beach-rfe',
    seed: 1,
    input: { maxBad: 0.05, words: 'standard' },
  })
})
