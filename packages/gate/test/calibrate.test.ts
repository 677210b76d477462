import { expect, test } from 'vitest'
import { calibrate, calibrationText } from '../src/index.ts'
import { audit, measured } from './examples.ts'

const values = Float64Array.from({ length: 200 }, (_, i) => 0.8 + (i % 20) / 200)
const mean = values.reduce((sum, value) => sum + value, 0) / 200
const drawn = audit(
  measured('mattr-50', mean, { interval: [mean - 0.004, mean + 0.004] }),
  measured('near-duplicate-share', 0, { interval: [0, 0.02] }),
  measured('case-mix-jensen-shannon', 0.5, { interval: [0.4, 0.6] }),
)
const made = {
  ...drawn,
  measures: drawn.measures.map((measure) => (measure.id === 'near-duplicate-share' ? { ...measure, unit: 'share' } : measure)),
}
const columns = new Map([['mattr-50', values]])

// A bound at the 95 % point of a mean is exceeded by one honest sample in twenty.
test('a bound without slack raises as many alarms as its distance in standard errors says', () => {
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 200)
  const max = mean + (1.6449 * sd) / Math.sqrt(200)
  const { falseAlarms, rules } = calibrate({ measures: { 'mattr-50': { min: 0, max } } }, made, { columns, resamples: 4000 })
  expect(falseAlarms).toBeGreaterThan(0.04)
  expect(falseAlarms).toBeLessThan(0.06)
  expect(rules[0]).toMatchObject({ id: 'mattr-50', by: 'documents', broken: false })
})

test('says how each rule was drawn, which are broken already, and what is not simulated', () => {
  const policy = {
    measures: { 'near-duplicate-share': { max: 0 }, 'case-mix-jensen-shannon': { max: 0.1 }, 'mattr-50': { min: 0, max: 1 } },
    findings: { error: { max: 0 } },
  }
  const found = calibrate(policy, made, { columns, resamples: 100 })
  expect(found.rules.map(({ id, by, broken }) => `${id}: ${broken ? 'broken' : by}`)).toEqual([
    'near-duplicate-share: binomial',
    'case-mix-jensen-shannon: broken',
    'mattr-50: documents',
    'not-worse/case-mix-jensen-shannon: standard error',
    'not-worse/near-duplicate-share: binomial',
    'findings/error: not simulated',
  ])
  expect(found.falseAlarms).toBe(0)
  expect(calibrationText(found)).toContain('False alarms: 0 % of 100 honest resamples of 200 documents')
})

test('the same seed gives the same answer', () => {
  const policy = { measures: { 'mattr-50': { min: 0, max: mean } } }
  expect(calibrate(policy, made, { columns, resamples: 50 })).toEqual(calibrate(policy, made, { columns, resamples: 50 }))
})
