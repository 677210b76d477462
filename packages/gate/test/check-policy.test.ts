import { ConfigError, type Policy, policySchema } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { checkPolicy } from '../src/index.ts'
import { measures, policy } from './examples.ts'

test.each([
  ['lower is better: an upper bound', { 'near-duplicate-share': { max: 0.01 } }],
  ['higher is better: a lower bound', { 'vendi-score': { min: 20 } }],
  ['a bound on the interval', { 'vendi-score': { min: { value: 20, on: 'interval' } } }],
  ['a band on any measure', { 'near-duplicate-share': { min: 0, max: 0.01 }, 'mattr-50': { min: 0.7, max: 0.9 } }],
  ['equals on a descriptive measure', { 'mattr-50': { equals: 0.8 } }],
  ['either bound on a measure that should be near its reference', { 'case-mix-jensen-shannon': { max: 0.05 } }],
  ['the ends of the range', { 'near-duplicate-share': { equals: 0 }, 'vendi-score': { min: 1 } }],
  ['a rule that is off needs no bound', { 'vendi-score': { severity: 'off' } }],
  ['a measure that has the name of a property', { constructor: { min: 1 } }],
  ['no rule', {}],
])('stands: %s', (_, rules) => expect(() => checkPolicy(policy(rules), measures)).not.toThrow())

test.each([
  [
    'an unknown measure, with the one that was meant',
    { 'matr-50': { equals: 1 } },
    'gate.measures.matr-50: no such measure. Did you mean "mattr-50"? Run "corpuscope list measures" for all of them.',
  ],
  [
    'an unknown measure like no other',
    { zebra: { min: 1 } },
    'gate.measures.zebra: no such measure. Run "corpuscope list measures" for all of them.',
  ],
  ['an unknown measure whose rule is off', { zebra: { severity: 'off' } }, 'gate.measures.zebra: no such measure.'],
  ['a ceiling on what should be high', { 'vendi-score': { max: 20 } }, 'gate.measures.vendi-score.max: higher is better'],
  ['a floor under what should be low', { 'near-duplicate-share': { min: 0.1 } }, 'gate.measures.near-duplicate-share.min: lower is better'],
  ['an open floor under what has no better', { 'mattr-50': { min: 0.5 } }, 'gate.measures.mattr-50.min: the measure has no better'],
  ['an open ceiling over what has no better', { 'mattr-50': { max: 0.5 } }, 'gate.measures.mattr-50.max: the measure has no better'],
  ['a bound above the range', { 'mattr-50': { min: 0.5, max: 90 } }, '.max: 90 lies outside what the measure can be (0 to 1).'],
  ['a bound below an open range', { 'vendi-score': { min: 0.5 } }, '.min: 0.5 lies outside what the measure can be (1 or more).'],
  ['a bound above a range open below', { 'log-likelihood': { min: 1 } }, '(0 or less).'],
  ['equals outside the range', { 'mattr-50': { equals: -1 } }, '.equals: -1 lies outside'],
  ['min above max', { 'mattr-50': { min: 0.9, max: 0.7 } }, 'gate.measures.mattr-50: min 0.9 is above max 0.7, so nothing could pass.'],
  ['equals beside bounds', { 'mattr-50': { min: 0.5, max: 0.9, equals: 0.7 } }, 'equals leaves nothing for min and max to say'],
  [
    'a rule without a bound',
    { 'vendi-score': {} },
    'gate.measures.vendi-score: the rule bounds nothing. Give it min, max, equals or within',
  ],
])('refused: %s', (_, rules, message) => {
  const check = () => checkPolicy(policy(rules), measures)
  expect(check).toThrow(ConfigError)
  expect(check).toThrow(message)
})

test.each([Number.NaN, Infinity, -Infinity])('a bound that is no number is outside every range: %s', (min) => {
  const unread: Policy = { ...policy({}), measures: { 'log-likelihood': { min, severity: 'error', required: true } } }
  expect(() => checkPolicy(unread, measures)).toThrow('lies outside what the measure can be (0 or less).')
})

const rules = [{ id: 'exact-duplicate' }]
const waiver = { rule: 'exact-duplicate', document: 'a', reason: 'a form', owner: 'Ada', expires: '2030-01-01' }
test.each([
  [
    'an unknown rule of findings',
    { findings: { 'exact-duplicat': { max: 0 } } },
    'gate.findings.exact-duplicat: no such rule. Did you mean "exact-duplicate"?',
  ],
  ['a rule on findings without a bound', { findings: { error: {} } }, 'gate.findings.error: the rule bounds nothing'],
  ['an unknown required measure', { required: ['mattr-5O'] }, 'gate.required.0: no such measure. Did you mean "mattr-50"?'],
  [
    'an unknown measure under another name',
    { measures: { mine: { measure: 'mattr-5O', max: 1 } } },
    'gate.measures.mine.measure: no such measure.',
  ],
  ['a waiver of an unknown rule', { waivers: [{ ...waiver, rule: 'x' }] }, 'gate.waivers.0.rule: no such rule.'],
  ['a waiver of nothing', { waivers: [{ ...waiver, document: undefined }] }, 'gate.waivers.0: names no finding.'],
])('refused: %s', (_, given, message) => expect(() => checkPolicy(policySchema.parse(given), measures, rules)).toThrow(message))

test('stands: rules on findings, waivers and a rule with a name of its own', () =>
  expect(() =>
    checkPolicy(
      policySchema.parse({
        measures: { ward: { measure: 'mattr-50', min: 0, max: 1, facet: { field: 'setting', value: 'ward' } } },
        findings: { error: { max: 0 }, 'exact-duplicate': { maxNew: 0 } },
        waivers: [waiver],
      }),
      measures,
      rules,
    ),
  ).not.toThrow())
