import { type Estimate, verdictSchema } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf, compare, evaluate, proposedPolicy } from '../src/index.ts'
import { audit, measured, policy, unmeasured } from './examples.ts'

const id = 'near-duplicate-share'
const judged = (rule: object, ...estimates: readonly Estimate[]) => {
  const verdict = evaluate(policy({ [id]: rule }), audit(...estimates))
  expect(verdictSchema.parse(verdict)).toEqual(verdict)
  return { exit: verdict.exit, ...verdict.rules[0]! }
}

test.each([
  ['below the ceiling', { max: 0.01 }, 0.005, 'passed'],
  ['on the ceiling', { max: 0.01 }, 0.01, 'passed'],
  ['above the ceiling', { max: 0.01 }, 0.0100001, 'failed'],
  ['on the floor', { min: 0.5 }, 0.5, 'passed'],
  ['below the floor', { min: 0.5 }, 0.4999, 'failed'],
  ['inside a band', { min: 0.4, max: 0.6 }, 0.5, 'passed'],
  ['outside a band', { min: 0.4, max: 0.6 }, 0.7, 'failed'],
  ['equal', { equals: 0 }, 0, 'passed'],
  ['almost equal', { equals: 0 }, Number.MIN_VALUE, 'failed'],
])('%s', (_, rule, value, outcome) => {
  const { exit, ...verdict } = judged(rule, measured(id, value))
  expect(verdict.outcome).toBe(outcome)
  expect(exit).toBe(outcome === 'failed' ? 1 : 0)
})

test('a bound on the interval is held against its worse end', () => {
  const wide = measured(id, 0.03, { interval: [0.02, 0.05] })
  expect(judged({ max: 0.04 }, wide).outcome).toBe('passed')
  expect(judged({ max: { value: 0.04, on: 'interval' } }, wide).outcome).toBe('failed')
  expect(judged({ max: { value: 0.05, on: 'interval' } }, wide).outcome).toBe('passed')
  expect(judged({ min: 0.025 }, wide).outcome).toBe('passed')
  expect(judged({ min: { value: 0.025, on: 'interval' } }, wide).outcome).toBe('failed')
})

test('a bound on an interval that was not measured is an error, not a pass', () => {
  const verdict = judged({ max: { value: 0.04, on: 'interval' } }, measured(id, 0))
  expect(verdict).toMatchObject({ outcome: 'error', exit: 3, reason: 'the rule is on the interval, and this estimate has none' })
})

test.each([
  ['an error', unmeasured(id, 'error', 'out of memory'), true, 'error', 3, 'out of memory'],
  ['an error of a measure that is not required', unmeasured(id, 'error', 'out of memory'), false, 'error', 3, 'out of memory'],
  ['not applicable, required', unmeasured(id, 'not applicable', 'no labels'), true, 'error', 3, 'no labels; the rule requires it'],
  ['not applicable, not required', unmeasured(id, 'not applicable', 'no labels'), false, 'not applicable', 0, 'no labels'],
])('what was not measured never passes: %s', (_, estimate, required, outcome, exit, reason) =>
  expect(judged({ max: 1, required }, estimate)).toMatchObject({ outcome, exit, reason, actual: 'not measured' }),
)

test('a measure that the audit left out is as one that is not applicable', () => {
  expect(judged({ max: 1 })).toMatchObject({ outcome: 'error', exit: 3, reason: 'not part of this audit; the rule requires it' })
  expect(judged({ max: 1, required: false })).toMatchObject({ outcome: 'not applicable', exit: 0, reason: 'not part of this audit' })
})

test.each([Number.NaN, Infinity])('%s in a value or an interval is an error', (number) => {
  expect(judged({ max: 1 }, measured(id, number))).toMatchObject({ outcome: 'error', exit: 3 })
  expect(judged({ min: 0 }, measured(id, 0.5, { interval: [0, number] }))).toMatchObject({ outcome: 'error', exit: 3 })
})

test('a rule without a bound cannot pass, even unchecked', () => expect(judged({}, measured(id, 0)).outcome).toBe('failed'))

test('warnings are shown and do not change the exit code; what is off is not there', () => {
  const verdict = evaluate(
    policy({
      'near-duplicate-share': { max: 0.01, severity: 'warning' },
      'vendi-score': { min: 5, severity: 'warning' },
      'mattr-50': { equals: 1, severity: 'off' },
    }),
    audit(measured('near-duplicate-share', 0.5), measured('mattr-50', 0.5)),
  )
  expect(verdict).toMatchObject({ exit: 0, passed: true })
  expect(verdict.rules.map(({ measure, severity, outcome }) => [measure, severity, outcome])).toEqual([
    ['near-duplicate-share', 'warning', 'failed'],
    ['vendi-score', 'warning', 'error'],
  ])
})

test('what could not be measured wins over what failed: exit 3', () => {
  const verdict = evaluate(policy({ 'near-duplicate-share': { max: 0 }, 'vendi-score': { min: 5 } }), audit(measured(id, 0.5)))
  expect(verdict).toMatchObject({ exit: 3, passed: false, audit: { hash: 'c0ffee', documents: 200 } })
})

test('a policy without rules passes', () => expect(evaluate(policy({}), audit())).toMatchObject({ exit: 0, passed: true, rules: [] }))

test('the estimate of the whole corpus is judged, not its facets and not the other corpus', () => {
  const facet = { field: 'setting', value: 'ward' }
  const estimates = [measured(id, 0.9, { facet }), measured(id, 0.9, { part: 'plan' }), measured(id, 0.9, { corpus: 'against' })]
  expect(judged({ max: 0.1 }, ...estimates, measured(id, 0.05))).toMatchObject({ outcome: 'passed', actual: '0.05' })
  expect(judged({ max: 1 }, estimates[2]!)).toMatchObject({ outcome: 'error', reason: 'not part of this audit; the rule requires it' })
})

test('where there are only facets and parts, the worst of them decides', () => {
  const good = measured(id, 0.05, { facet: { field: 'setting', value: 'clinic' } })
  const bad = measured(id, 0.9, { facet: { field: 'setting', value: 'ward' } })
  expect(judged({ max: 0.1 }, good, bad)).toMatchObject({ outcome: 'failed', actual: '0.9 where setting is ward' })
  expect(judged({ max: 0.1 }, good, measured(id, 0.2, { part: 'plan' }))).toMatchObject({ outcome: 'failed', actual: '0.2 in plan' })
})

test.each([
  [{ min: 0.5 }, 'at least 0.5'],
  [{ max: 0.01 }, 'at most 0.01'],
  [{ min: 0.4, max: 0.6 }, 'between 0.4 and 0.6'],
  [{ equals: 0 }, 'exactly 0'],
  [{ min: { value: 0.5, on: 'interval' } }, 'at least 0.5 at the lower end of the interval'],
  [{ min: { value: 0.4, on: 'interval' }, max: { value: 0.6, on: 'interval' } }, 'an interval within 0.4 and 0.6'],
  [{ min: 0.4, max: { value: 0.6, on: 'interval' } }, 'at least 0.4 and at most 0.6 at the upper end of the interval'],
])('says what it expects: %j', (rule, expected) => expect(judged(rule, measured(id, 0.5)).expected).toBe(expected))

test('says what it found, and what the reader has to know of it', () =>
  expect(judged({ max: 0.01 }, measured(id, 0.0341234, { interval: [0.02, 0.05], reason: '3 left out: empty' }))).toMatchObject({
    actual: '0.03412 (0.02 to 0.05)',
    reason: '3 left out: empty',
  }))

const number = fc.double({ min: 0, max: 1, noNaN: true })
const anyEstimate: fc.Arbitrary<Estimate> = fc.oneof(
  number.map((value) => measured(id, value)),
  fc.tuple(number, number, number).map((ends) => {
    const [low, value, high] = ends.sort((a, b) => a - b) as [number, number, number]
    return measured(id, value, { interval: [low, high] })
  }),
  fc
    .tuple(number, fc.constantFrom('clinic', 'ward'))
    .map(([value, setting]) => measured(id, value, { facet: { field: 'setting', value: setting } })),
  fc.constantFrom('not applicable' as const, 'error' as const).map((status) => unmeasured(id, status, 'an example')),
)
const on = fc.constantFrom('value', 'interval')

test('property: a tighter threshold never turns a failed or unmeasured rule into a passed one', () =>
  fc.assert(
    fc.property(fc.array(anyEstimate, { maxLength: 4 }), number, number, on, fc.boolean(), (estimates, a, b, on, required) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const passed = (rule: object) => judged({ ...rule, required }, ...estimates).outcome === 'passed'
      if (passed({ max: { value: low, on } })) expect(passed({ max: { value: high, on } })).toBe(true)
      if (passed({ min: { value: high, on } })) expect(passed({ min: { value: low, on } })).toBe(true)
      if (passed({ min: low, max: low })) expect(passed({ min: low, max: high })).toBe(true)
    }),
  ))

test('property: the order of estimates does not reach the verdict', () =>
  fc.assert(
    fc.property(
      fc
        .array(anyEstimate, { maxLength: 5 })
        .chain((estimates) => fc.tuple(fc.constant(estimates), fc.shuffledSubarray(estimates, { minLength: estimates.length }))),
      number,
      ([estimates, shuffled], max) => {
        expect(judged({ max }, ...shuffled)).toEqual(judged({ max }, ...estimates))
      },
    ),
  ))

test('property: what has no finite value never passes, and the exit code says so', () =>
  fc.assert(
    fc.property(fc.constantFrom(null, Number.NaN, Infinity, -Infinity), number, (value, bound) => {
      for (const rule of [{ min: bound }, { max: bound }, { equals: bound }, { min: 0, max: bound }]) {
        const verdict = judged(rule, { ...measured(id, 0), value })
        expect(verdict).toMatchObject({ outcome: 'error', exit: 3 })
        expect(JSON.stringify(verdict)).not.toContain('NaN')
      }
    }),
  ))

test('a failure shows the first findings that its measure counts, never notes', () => {
  const finding = (rule: string, severity: 'error' | 'note', document: string) => ({
    rule,
    severity,
    document,
    message: 'copy',
    fingerprint: '0123456789abcdef',
  })
  const rule = { id: 'near-duplicate', title: 'Near duplicate', severity: 'error' as const, definition: 'x', measure: id }
  const findings = [
    finding('other', 'error', 'z'),
    finding('near-duplicate', 'note', 'n'),
    ...Array.from({ length: 7 }, (_, i) => finding('near-duplicate', 'error', `d${i}`)),
  ]
  const made = { ...audit(measured(id, 0.5)), rules: [rule], findings }
  const look = (max: number) => evaluate(policy({ [id]: { max } }), made).rules[0]?.look
  expect(look(0.1)?.map(({ document }) => document)).toEqual(['d0', 'd1', 'd2', 'd3', 'd4'])
  expect(look(0.9)).toBeUndefined()
})

test('a rule with a facet judges that facet, all its values or one; by part too', () => {
  const inWard = (value: number) => measured(id, value, { facet: { field: 'setting', value: 'ward' } })
  const inClinic = (value: number) => measured(id, value, { facet: { field: 'setting', value: 'clinic' } })
  const estimates = [measured(id, 0), inWard(0.5), inClinic(0.01), measured(id, 0.3, { part: 'plan' })]
  const outcome = (more: object) => evaluate(policy({ mine: { measure: id, max: 0.1, ...more } }), audit(...estimates)).rules[0]
  expect(outcome({ facet: { field: 'setting' } })).toMatchObject({
    id: 'mine',
    measure: id,
    outcome: 'failed',
    actual: '0.5 where setting is ward',
  })
  expect(outcome({ facet: { field: 'setting', value: 'clinic' } })?.outcome).toBe('passed')
  expect(outcome({ facet: { field: 'setting', value: 'home' } })?.outcome).toBe('error')
  expect(outcome({ part: 'plan' })?.outcome).toBe('failed')
  expect(outcome({})?.outcome).toBe('passed')
})

test('a required measure has to be measured, whatever it is', () => {
  const required = (...estimates: readonly Estimate[]) => evaluate({ required: [id] }, audit(...estimates))
  expect(required(measured(id, 1)).exit).toBe(0)
  expect(required(unmeasured(id, 'not applicable', 'no labels'))).toMatchObject({ exit: 3, rules: [{ reason: 'no labels' }] })
  expect(required()).toMatchObject({ exit: 3, rules: [{ reason: 'not part of this audit' }] })
})

test('property: a wider band never turns a passed rule into a failed one', () =>
  fc.assert(
    fc.property(anyEstimate, number, number, number, fc.constantFrom('noise', 'value', 'interval'), (estimate, reference, a, b, on) => {
      const outcome = (absolute: number) => judged({ within: { of: 'reference', absolute, on } }, { ...estimate, reference }).outcome
      if (outcome(Math.min(a, b)) === 'passed') expect(outcome(Math.max(a, b))).toBe('passed')
    }),
  ))

test('property: the order of findings and documents does not reach the verdict', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
      const findings = order.map((i) => ({
        rule: 'r',
        severity: 'error' as const,
        document: `d${i}`,
        message: 'm',
        fingerprint: String(i).padStart(16, '0'),
      }))
      const made = { ...audit(), findings, findingCounts: [{ rule: 'r', severity: 'error', findings: 8, documents: 8 }] }
      expect(evaluate({ findings: { error: { max: 0 } } }, made).rules[0]?.look?.map(({ document }) => document)).toEqual([
        'd0',
        'd1',
        'd2',
        'd3',
        'd4',
      ])
    }),
  ))

test('a facet is held against itself in the baseline, and the corpus beside ours never takes part', () => {
  const ward = { field: 'setting', value: 'ward' }
  const made = (value: number, beside: number) =>
    audit(
      measured('mattr-50', 0.9, { interval: [0.89, 0.91] }),
      measured('mattr-50', value, { interval: [value - 0.01, value + 0.01], facet: ward }),
      measured('mattr-50', beside, { interval: [beside, beside], corpus: 'against' }),
      measured('mattr-50', beside, { interval: [beside, beside], facet: ward, corpus: 'against' }),
    )
  const rules = policy({ 'mattr-50': { facet: ward, within: { of: 'baseline', absolute: 0.01 } } })
  const against = (value: number, beside = 0.1) =>
    evaluate(rules, made(value, beside), { baseline: baselineOf(made(0.6, 0.3), []) }).rules.find(({ id }) => id === 'mattr-50')!.outcome
  expect([against(0.6), against(0.605), against(0.9)]).toEqual(['passed', 'passed', 'failed'])
  const baseline = baselineOf(made(0.6, 0.3), [])
  expect(baseline.measures.map(({ estimate }) => estimate.value)).toEqual([0.9, 0.6])
  const { measures } = compare(made(0.6, 0.3), made(0.6, 0.1))
  expect(measures.map(({ before, after }) => [before, after])).toEqual([
    [0.9, 0.9],
    [0.6, 0.6],
  ])
  expect(proposedPolicy(made(0.6, 0.3))).not.toContain('0.3')
})

test('a required measure that has parts alone is measured when each of them is', () => {
  const parts = (second: Estimate) => audit(measured('mattr-50', 0.9, { part: 'doctor' }), second)
  const exit = (second: Estimate) => evaluate({ required: ['mattr-50'] }, parts(second)).exit
  expect(exit(measured('mattr-50', 0.8, { part: 'patient' }))).toBe(0)
  expect(exit({ ...unmeasured('mattr-50', 'not applicable', 'too short'), part: 'patient' })).toBe(3)
})
