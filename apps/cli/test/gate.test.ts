import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verdictSchema } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { audited, clinic, corpuscope, newFolder } from './command.ts'

const folder = newFolder()
const out = join(folder, 'audit')
audited(['audit', join(clinic, 'notes'), '-o', out, '--quiet'])

/** Judges the clinic without labels by a policy. */
function gated(measures: string, ...args: readonly string[]) {
  writeFileSync(join(folder, 'policy.yaml'), `gate:\n  measures:\n${measures.replace(/^/gm, '    ')}\n`)
  return corpuscope(['gate', out, '--policy', join(folder, 'policy.yaml'), ...args])
}

test('exit code 0: passed', () => {
  const { code, stdout } = gated('near-duplicate-share: { max: 0.5 }\nvendi-score: { min: 10 }')
  expect([code, stdout]).toEqual([0, expect.stringContaining('passed')])
})

test('exit code 1: failed, and which documents', () => {
  const { code, stdout } = gated('near-duplicate-share: { max: 0.01 }\nvendi-score: { min: 10 }')
  expect(code).toBe(1)
  expect(stdout).toMatch(/near-duplicate-share/)
  expect(stdout).toMatch(/look at .*\d{4}\.txt/)
  expect(stdout).toContain('corpuscope explain near-duplicate-share')
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('exit code 3: something required could not be measured, and it wins over 1', () => {
  expect(gated('case-mix-jensen-shannon: { max: 0.05 }\nnear-duplicate-share: { max: 0.01 }').code).toBe(3)
  expect(gated('case-mix-jensen-shannon: { max: 0.05, required: false }').code).toBe(0)
})

test('a bound on the interval is held against its worse end', () => {
  expect(gated('exact-duplicate-share: { max: 0.05 }').code).toBe(0)
  expect(gated('exact-duplicate-share: { max: { value: 0.05, on: interval } }').code).toBe(1)
})

test('a warning does not change the exit code', () => {
  const { code, stdout } = gated('near-duplicate-share: { max: 0.01, severity: warning }')
  expect([code, stdout]).toEqual([0, expect.stringContaining('near-duplicate-share')])
})

test.each([
  ['a measure that does not exist', 'mattr-5O: { min: 0.5, max: 1 }', 'Did you mean "mattr-50"'],
  ['a bound in the wrong direction', 'vendi-score: { max: 10 }', 'vendi-score'],
  ['an open bound on a descriptive measure', 'mattr-50: { min: 0.5 }', 'mattr-50'],
  ['a rule that bounds nothing', 'vendi-score: {}', 'vendi-score'],
  ['an unknown key', 'vendi-score: { mim: 10 }', 'Did you mean "min"'],
])('exit code 2: %s', (_, measures, sentence) => {
  const { code, stdout, stderr } = gated(measures)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
})

test('exit code 2: no policy, no audit', () => {
  expect(corpuscope(['gate', out], { cwd: folder }).code).toBe(2)
  expect(corpuscope(['gate', join(folder, 'nowhere'), '--policy', join(folder, 'policy.yaml')]).stderr).toMatch(
    /no such key|no audit there|vendi-score/,
  )
})

test('the verdict is written beside the audit, valid against its schema, and stands on the page', () => {
  gated('near-duplicate-share: { max: 0.01 }')
  const verdict = verdictSchema.parse(JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')))
  expect(verdict).toMatchObject({ exit: 1, passed: false, audit: { documents: 200 } })
  expect(existsSync(join(out, 'report.html'))).toBe(true)
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toMatch(/policy/i)
  expect(JSON.parse(gated('near-duplicate-share: { max: 0.01 }', '--json').stdout).exit).toBe(1)
})
