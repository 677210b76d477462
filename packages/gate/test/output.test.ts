import { type Audit, type Finding, markdownText, policySchema, verdictSchema } from '@corpuscope/core'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf, evaluate, formats, formatted, judgeFindings } from '../src/index.ts'
import { data, property } from '../src/output/github.ts'
import { xml } from '../src/output/junit.ts'
import { stickyMarker } from '../src/output/markdown.ts'
import type { Reported } from '../src/output/reported.ts'
import { audit, measured, unmeasured } from './examples.ts'
import { elementsOf, junitProblems } from './junit-structure.ts'

const nasty = '::error::a%b\r\nc|<!-- </script> ]]> @team `x` \u0007\u001b[31m "q" \'s\' & \ud800 ../../etc'
const id = 'near-duplicate-share'
const finding = (i: number, document: string | null, severity: Finding['severity'] = 'error'): Finding => ({
  rule: 'identifier-date',
  severity,
  document,
  message: 'full date',
  fingerprint: i.toString(16).padStart(16, '0'),
  span: { start: i, end: i + 8 },
})

function reported(document: string, findings = 3, setting = 'ward'): Reported {
  const all = [
    finding(0, document),
    ...Array.from({ length: findings }, (_, i) => finding(i + 1, `n${i}.txt`, 'warning')),
    finding(99, null, 'note'),
  ]
  const made: Audit = {
    ...audit(
      measured(id, 0.5, { facet: { field: 'setting', value: setting } }),
      unmeasured('vendi-score', 'error', 'no embedding'),
      unmeasured('case-mix-jensen-shannon', 'not applicable', 'no labels'),
      measured('mattr-50', 0.9),
    ),
    rules: [{ id: 'identifier-date', title: 'Date', severity: 'warning', definition: 'A day.', measure: id }],
    findings: all,
    findingCounts: [{ rule: 'identifier-date', severity: 'warning', findings: all.length, documents: 3 }],
  }
  const waivers = [{ rule: 'identifier-date', document: 'n0.txt', reason: 'made up', owner: 'Ada', expires: '2026-12-31' }]
  const policy = {
    measures: {
      [id]: { max: 0.1 },
      'vendi-score': { min: 5 },
      'case-mix-jensen-shannon': { max: 0.1, required: false },
      'mattr-50': { min: 0, max: 0.5, severity: 'warning' as const },
      'mattr-25': { min: 0, max: 1, required: false },
    },
    findings: { 'identifier-date': { max: 0 } },
    waivers,
  }
  const baseline = baselineOf({ ...made, findingCounts: [] }, all.slice(1))
  const grounds = { baseline, findings: all, today: '2026-06-01' }
  const judged = judgeFindings(policySchema.parse(policy), all, baseline, grounds.today)
  return { verdict: evaluate(policy, made, grounds), audit: made, findings: judged, version: '0.1.0', corpusPath: 'data/notes' }
}

// The schema comes with @microsoft/jest-sarif: OASIS sarif-2.1.0-rtm.5, JSON Schema draft 4.
// One of its patterns is no regular expression with the flag u.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats(ajv)
const isSarif = ajv.compile(sarifSchema)

test('SARIF is valid against the official schema, broken rules first, then findings by severity', () => {
  const log = JSON.parse(formatted('sarif', reported('a.txt')))
  isSarif(log)
  expect(isSarif.errors ?? []).toEqual([])
  const { results, invocations } = log.runs[0]
  expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${ruleId} ${level}`)).toEqual([
    `gate/${id} error`,
    'gate/vendi-score error',
    'gate/findings/identifier-date error',
    'gate/new/identifier-date error',
    'gate/mattr-50 warning',
    'identifier-date error',
    'identifier-date warning',
    'identifier-date warning',
    'identifier-date warning',
    'identifier-date note',
  ])
  expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 3 })
  expect(results[5]).toMatchObject({
    baselineState: 'new',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'data/notes/a.txt' }, region: { charOffset: 0, charLength: 8 } } }],
  })
  expect(results[6]).toMatchObject({ baselineState: 'unchanged', suppressions: [{ justification: 'made up (Ada, until 2026-12-31)' }] })
})

test('the validator is no rubber stamp', () => {
  const log = JSON.parse(formatted('sarif', reported('a.txt')))
  log.runs[0].results[0].level = 'grave'
  expect(isSarif(log)).toBe(false)
})

test('SARIF of several audits is valid, a run an audit', () => {
  const log = JSON.parse(
    formatted('sarif', [
      { ...reported('a.txt'), name: 'en' },
      { ...reported('b.txt'), name: 'fr' },
    ]),
  )
  isSarif(log)
  expect(isSarif.errors ?? []).toEqual([])
  expect(log.runs).toHaveLength(2)
})

test('SARIF keeps to what GitHub takes: 5,000 results, and says how many are left out', () => {
  const log = JSON.parse(formatted('sarif', reported('a.txt', 6000)))
  expect(isSarif(log)).toBe(true)
  expect(log.runs[0].results).toHaveLength(5000)
  expect(log.runs[0].invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^\d+ findings are left out/)
})

test('JUnit has the structure of junit-10.xsd, and counts that agree with it', () => {
  const text = formatted('junit', reported('a.txt'))
  expect(junitProblems(text)).toEqual([])
  const names = elementsOf(text).map(({ name }) => name)
  expect(names.filter((name) => name === 'failure')).toHaveLength(3)
  expect(names.filter((name) => name === 'error')).toHaveLength(1)
  expect(names.filter((name) => name === 'skipped')).toHaveLength(2)
  expect(junitProblems(text.replaceAll('errors="1"', ''))).not.toEqual([])
  expect(junitProblems(text.replace('</testsuite>', ''))).not.toEqual([])
})

test.each([
  ['a%b', 'a%25b', 'a%25b'],
  ['one\r\ntwo', 'one%0D%0Atwo', 'one%0D%0Atwo'],
  ['a: b, c', 'a: b, c', 'a%3A b%2C c'],
  ['%0A', '%250A', '%250A'],
])('a workflow command escapes %j', (text, message, inProperty) => {
  expect(data(text)).toBe(message)
  expect(property(text)).toBe(inProperty)
})

test('annotations: a line each, nothing from the data begins one', () => {
  const text = formatted('github', reported(nasty, 3, nasty))
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(5)
  for (const line of lines) expect(line).toMatch(/^::(error|warning) (file=[^:,]*,)?title=corpuscope%3A [a-z0-9/-]+::[^\r\n]*$/)
  expect(formatted('github', { ...reported('a'), verdict: evaluate({}, audit()) })).toBe('::notice title=corpuscope::Gate passed\n')
})

test('GitLab: the keys of its report, unique fingerprints, waived findings left out, no path out of the repository', () => {
  const entries = JSON.parse(formatted('gitlab', reported(nasty))) as {
    fingerprint: string
    severity: string
    location: { path: string; lines: { begin: number } }
  }[]
  expect(entries).toHaveLength(5 + 4)
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
  for (const entry of entries) {
    expect(Object.keys(entry).sort()).toEqual(['check_name', 'description', 'fingerprint', 'location', 'severity'])
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(entry.severity)
    expect(entry.location.path).not.toMatch(/(^|\/)\.\.(\/|$)|^\//)
    expect(entry.location.lines.begin).toBeGreaterThanOrEqual(1)
  }
})

test('Markdown: one marker, a row a broken rule, and no markup from the data', () => {
  const text = formatted('markdown', reported(nasty, 3, nasty))
  expect(text.split(stickyMarker)).toHaveLength(2)
  expect(text.match(/<!--/g)).toHaveLength(1)
  expect(text).not.toContain('</script>')
  expect(text).not.toMatch(/@team/)
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  expect(rows).toHaveLength(2 + 5)
  for (const row of rows.slice(2)) expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(6)
  expect(formatted('markdown', reported('a', 3, 'x'.repeat(200_000))).length).toBeLessThanOrEqual(60_000)
})

test('a badge says what the exit code says', () => {
  for (const [exit, word] of [
    [0, 'passed'],
    [1, 'failed'],
    [3, 'not measured'],
  ] as const) {
    const svg = formatted('badge', { ...reported('a'), verdict: { ...evaluate({}, audit()), exit } })
    expect(svg).toContain(`corpus quality: ${word}`)
    expect(elementsOf(svg)[0]?.name).toBe('svg')
    expect(svg).not.toMatch(/<script|href|url\(/)
  }
})

test('JSON is the verdict, valid against its schema', () => {
  const { verdict } = reported('a')
  expect(verdictSchema.parse(JSON.parse(formatted('json', reported('a'))))).toEqual(verdict)
})

test('an unknown format is refused with the one that was meant', () =>
  expect(() => formatted('sarfi', reported('a'))).toThrow('Did you mean "sarif"?'))

test('evidence and text never reach an output', () => {
  const made = reported('a.txt')
  const secret = { ...made, findings: made.findings.map((each) => ({ ...each, finding: { ...each.finding, evidence: 'Jane Citizen' } })) }
  for (const format of formats) expect(formatted(format, secret)).not.toContain('Citizen')
})

test('property: whatever a document or facet is called, XML, SARIF and Markdown stay whole', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const made = reported(name, 1, name)
      expect(junitProblems(formatted('junit', made))).toEqual([])
      expect(isSarif(JSON.parse(formatted('sarif', made)))).toBe(true)
      expect(formatted('github', made).trimEnd().split('\n')).toHaveLength(5)
      expect(markdownText(name)).not.toMatch(/[<>\n\r]/)
      expect(xml(name)).not.toMatch(/[<>"']/)
    }),
    { numRuns: 60 },
  ))
