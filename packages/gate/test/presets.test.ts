import { policySchema } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { extendedPolicy, presetById, presetIds } from '../src/index.ts'

test.each(presetIds)('%s: every threshold has a source or says that it is a convention', async (id) => {
  const { policy, sources } = presetById(id)!
  const rules = [...Object.keys(policy.measures ?? {}), ...Object.keys(policy.findings ?? {}).map((key) => `findings/${key}`)]
  expect(Object.keys(sources).sort()).toEqual(rules.sort())
  expect(policySchema.safeParse(await extendedPolicy({ extends: id })).success).toBe(true)
})

test('a policy replaces what it extends rule by rule and key by key', async () => {
  const policy = await extendedPolicy({
    extends: 'release-minimum',
    measures: { 'near-duplicate-share': { severity: 'warning' }, 'mattr-50': { min: 0, max: 1 } },
  })
  expect(policy.measures['near-duplicate-share']).toMatchObject({ max: 0.02, severity: 'warning' })
  expect(policy.measures['exact-duplicate-share']).toMatchObject({ max: 0.005, severity: 'error' })
  expect(policy.findings['error']).toMatchObject({ max: 0 })
  expect(policy.measures['mattr-50']).toBeDefined()
})

test('files are read by the caller; circles and strangers are refused in a sentence', async () => {
  expect((await extendedPolicy({ extends: ['./house.yaml'] }, async () => ({ required: ['mattr-50'] }))).required).toEqual(['mattr-50'])
  await expect(extendedPolicy({ extends: './a.yaml' }, async () => ({ extends: './a.yaml' }))).rejects.toThrow('which is a circle')
  await expect(extendedPolicy({ extends: 'relase-minimum' })).rejects.toThrow('Did you mean "release-minimum"?')
  await expect(extendedPolicy({ extends: '__proto__' })).rejects.toThrow('there is no preset')
  await expect(extendedPolicy({ extends: './x.yaml' })).rejects.toThrow('cannot be read here')
})
