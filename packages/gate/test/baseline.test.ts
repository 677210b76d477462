import { type Audit, baselineSchema, type Finding, type PolicyInput } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf, baselineText, type DocumentRow, digestOf, evaluate } from '../src/index.ts'
import { audit, measured, unmeasured } from './examples.ts'

const today = '2026-06-01'
const rule = { id: 'exact-duplicate', title: 'Copy', severity: 'warning' as const, definition: 'x', measure: 'near-duplicate-share' }
const finding = (document: string, fingerprint = document.padStart(16, '0'), severity: Finding['severity'] = 'warning'): Finding => ({
  rule: rule.id,
  severity,
  document,
  message: 'same text as another',
  fingerprint,
})
const withFindings = (made: Audit, findings: Finding[]): Audit => ({
  ...made,
  rules: [rule],
  findings,
  findingCounts:
    findings.length === 0 ? [] : [{ rule: rule.id, severity: 'warning', findings: findings.length, documents: findings.length }],
})
const judged = (before: Audit, after: Audit, policy: PolicyInput = {}) =>
  evaluate(policy, after, { baseline: baselineOf(before, before.findings), today })
const outcomes = (verdict: ReturnType<typeof evaluate>) => Object.fromEntries(verdict.rules.map(({ id, outcome }) => [id, outcome]))

test('a finding that the baseline has is known; another is new, and named', () => {
  const before = withFindings(audit(), [finding('a')])
  expect(judged(before, before)).toMatchObject({ exit: 0, baseline: { newFindings: 0, goneFindings: 0 } })
  const verdict = judged(before, withFindings(audit(), [finding('a'), finding('b')]))
  expect(verdict).toMatchObject({ exit: 1, baseline: { newFindings: 1, goneFindings: 0 } })
  expect(verdict.rules[0]).toMatchObject({ id: 'new/exact-duplicate', outcome: 'failed', actual: '1 new', look: [{ document: 'b' }] })
})

test('multiplicity counts: the same fingerprint once more is new', () => {
  const before = withFindings(audit(), [finding('a')])
  expect(judged(before, withFindings(audit(), [finding('a'), finding('a')])).baseline).toMatchObject({ newFindings: 1 })
  const twice = withFindings(audit(), [finding('a'), finding('a')])
  expect(judged(twice, before)).toMatchObject({ exit: 0, baseline: { newFindings: 0, goneFindings: 1 } })
})

test('findings of severity note are never new', () => {
  const noted = withFindings(audit(), [finding('a', undefined, 'note')])
  expect(judged(withFindings(audit(), []), noted).exit).toBe(0)
})

test('with more findings than audit.json holds, nothing is said to be known: exit 3', () => {
  const made = withFindings(audit(), [finding('a')])
  const cut = { ...made, findingCounts: [{ rule: rule.id, severity: 'warning', findings: 1001, documents: 1 }] }
  expect(judged(cut, made)).toMatchObject({ exit: 3, baseline: { newFindings: null } })
  expect(judged(made, cut).rules[0]).toMatchObject({ outcome: 'error', reason: expect.stringContaining('findings.parquet') })
})

const id = 'near-duplicate-share'
const at = (value: number, half: number) => audit(measured(id, value, { interval: [Math.max(0, value - half), Math.min(1, value + half)] }))

test('a measure fails when it is worse by more than noise, not when it is better or when chance explains it', () => {
  expect(outcomes(judged(at(0.01, 0.01), at(0.1, 0.02)))[`not-worse/${id}`]).toBe('failed')
  expect(outcomes(judged(at(0.1, 0.02), at(0.01, 0.01)))[`not-worse/${id}`]).toBe('passed')
  expect(outcomes(judged(at(0.01, 0.01), at(0.02, 0.01)))[`not-worse/${id}`]).toBe('passed')
})

test('what the baseline measured and this audit did not is an error, not a pass', () => {
  expect(judged(at(0.1, 0.1), audit()).exit).toBe(3)
  expect(judged(at(0.1, 0.1), audit(unmeasured(id, 'not applicable', 'no labels'))).rules[0]).toMatchObject({
    outcome: 'error',
    reason: 'the baseline has it; no labels',
  })
})

test('descriptive measures have no worse; different instruments are not contrasted', () => {
  const mattr = (value: number) => audit(measured('mattr-50', value, { interval: [value, value] }))
  expect(judged(mattr(0.9), mattr(0.1)).rules).toEqual([])
  const made = (instrument: string, value: number) => audit(measured('vendi-score', value, { interval: [value, value], instrument }))
  expect(judged(made('a', 50), made('b', 2)).rules[0]).toMatchObject({
    outcome: 'not applicable',
    reason: expect.stringContaining('instruments'),
  })
  expect(judged(made('a', 50), made('a', 2)).rules[0]).toMatchObject({ outcome: 'failed' })
})

test('the ratchet can be turned down', () => {
  const [before, after] = [withFindings(at(0.01, 0.001), []), withFindings(at(0.9, 0.001), [finding('a')])]
  expect(judged(before, after).exit).toBe(1)
  expect(judged(before, after, { ratchet: { newFindings: 'warning', measures: 'warning' } })).toMatchObject({ exit: 0 })
  expect(judged(before, after, { ratchet: { newFindings: 'off', measures: 'off' } }).rules).toEqual([])
})

test('within a band of the baseline: beyond it and beyond noise', () => {
  const within = (more: object) => ({ measures: { 'mattr-50': { within: { of: 'baseline' as const, ...more } } } })
  const mattr = (value: number, half: number) => audit(measured('mattr-50', value, { interval: [value - half, value + half] }))
  const said = (policy: PolicyInput, value: number, half: number) => judged(mattr(0.9, 0.001), mattr(value, half), policy).rules[0]
  expect(said(within({ absolute: 0.05 }), 0.87, 0.001)).toMatchObject({
    outcome: 'passed',
    expected: 'within 0.05 of the baseline, 0.9, or apart by chance',
  })
  expect(said(within({ absolute: 0.05 }), 0.8, 0.001)?.outcome).toBe('failed')
  expect(said(within({ absolute: 0.05 }), 0.8, 0.2)?.outcome).toBe('passed')
  expect(said(within({ absolute: 0.05, on: 'value' }), 0.8, 0.2)?.outcome).toBe('failed')
  expect(said(within({ absolute: 0.05, on: 'interval' }), 0.9, 0.2)?.outcome).toBe('failed')
  expect(said(within({ relative: 0.2 }), 0.8, 0.001)?.outcome).toBe('passed')
  expect(evaluate(within({}), mattr(0.9, 0)).rules[0]).toMatchObject({
    outcome: 'error',
    reason: 'there is no baseline; the rule requires it',
  })
})

const row = (name: string, text: string, label: string | null): DocumentRow => ({ id: name, text_sha256: text.padEnd(64, '0'), label })
test('the same text under another label is told; another text is another document', () => {
  const before = [row('a', 'aa', 'Cough'), row('b', 'bb', 'Fever')].map(digestOf)
  const verdict = (...rows: DocumentRow[]) =>
    evaluate({}, audit(), { baseline: baselineOf(audit(), [], before), documents: rows.map(digestOf), today })
  expect(verdict(row('a', 'aa', 'Cough'), row('b', 'bb', 'Fever')).exit).toBe(0)
  expect(verdict(row('a', 'cc', 'Fever'), row('c', 'bb', 'Cough')).exit).toBe(0)
  expect(verdict(row('b', 'bb', 'Cough'), row('a', 'aa', 'Fever')).rules).toEqual([
    expect.objectContaining({ id: 'labels', outcome: 'failed', actual: '2 of 2 documents', reason: 'the first are a, b' }),
  ])
})

test('a waiver takes findings out, until it expires; unused and expired ones are told', () => {
  const made = withFindings(audit(), [finding('a'), finding('b')])
  const waiver = { rule: rule.id, document: 'a', reason: 'a form letter', owner: 'Ada', expires: '2026-12-31' }
  const said = (day: string, ...waivers: (typeof waiver)[]) =>
    evaluate({ findings: { warning: { max: 1 } }, waivers }, made, { today: day })
  expect(said(today).exit).toBe(1)
  expect(said(today, waiver)).toMatchObject({
    exit: 0,
    waivers: [{ state: 'used', findings: 1 }],
    rules: [{ actual: '1 finding, 1 waived' }],
  })
  expect(said('2026-12-31', waiver).exit).toBe(0)
  expect(said('2027-01-01', waiver)).toMatchObject({ exit: 1, waivers: [{ state: 'expired', findings: 1 }] })
  expect(said(today, waiver, { ...waiver, document: 'z' }).waivers).toMatchObject([{ state: 'used' }, { state: 'unused', findings: 0 }])
})

test('a baseline file has a line an entry, is valid, and is the same whatever the order', () => {
  const made = withFindings(at(0.1, 0.01), [finding('b'), finding('a'), finding('a')])
  const text = baselineText(baselineOf(made, made.findings, [digestOf(row('a', 'aa', null))]))
  expect(baselineSchema.parse(JSON.parse(text)).findings.map(({ document, count }) => [document, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(2)
  expect(baselineText(baselineOf(made, [...made.findings].reverse(), [digestOf(row('a', 'aa', null))]))).toBe(text)
})

test('property: whatever an audit holds, it passes against itself', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.array(fc.stringMatching(/^[a-z]$/)),
      (value, half, names) => {
        const made = withFindings(
          at(value, half),
          names.map((name) => finding(name)),
        )
        expect(judged(made, { ...made, findings: [...made.findings].reverse() }).exit).toBe(0)
      },
    ),
  ))

test('a bound on a rule does not count its notes; a bound on notes does', () => {
  const made = withFindings(audit(), [finding('a', undefined, 'note')])
  const noted = { ...made, findingCounts: [{ rule: rule.id, severity: 'note', findings: 1, documents: 1 }] }
  expect(evaluate({ findings: { [rule.id]: { max: 0 } } }, noted).exit).toBe(0)
  expect(evaluate({ findings: { note: { max: 0 } } }, noted).exit).toBe(1)
})
