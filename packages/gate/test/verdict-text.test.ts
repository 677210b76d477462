import { type Verdict, verdictSchema, verdictVersion } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, verdictJson, verdictText } from '../src/index.ts'
import { audit, measured, policy, unmeasured } from './examples.ts'

const mixed = evaluate(
  policy({
    'mattr-50': { min: 0.7, max: 0.9 },
    'mattr-25': { min: 0.7, max: 0.95 },
    'case-mix-jensen-shannon': { max: 0.05, required: false },
    'near-duplicate-share': { max: 0.01 },
    'pairwise-cosine': { max: 0.2, severity: 'warning' },
    'vendi-score': { min: 20 },
  }),
  audit(
    measured('mattr-50', 0.8),
    measured('mattr-25', 0.9),
    unmeasured('case-mix-jensen-shannon', 'not applicable', 'no document has a label: give --labels or --label-field'),
    measured('near-duplicate-share', 0.034, { interval: [0.02, 0.05] }),
    measured('pairwise-cosine', 0.31),
    unmeasured('vendi-score', 'error', 'the embedding did not converge'),
  ),
)

test('failures first, each with expected, actual and where to learn more; passed ones in one line', () =>
  expect(verdictText(mixed, { color: false, width: 80 })).toBe(`Gate failed: 1 could not be judged, 1 failed, 1 warning, 1 not applicable, 2
passed (6 rules, 200 documents)

! ERROR vendi-score
    expected  at least 20
    actual    not measured
    because   the embedding did not converge
    explain   corpuscope explain vendi-score

✗ FAILED near-duplicate-share
    expected  at most 0.01
    actual    0.034 (0.02 to 0.05)
    explain   corpuscope explain near-duplicate-share

✗ FAILED pairwise-cosine (warning only)
    expected  at most 0.2
    actual    0.31
    explain   corpuscope explain pairwise-cosine

- not applicable case-mix-jensen-shannon: no document has a label: give
  --labels or --label-field

✓ 2 rules passed

Exit code 3: something required could not be measured.
`))

test('all passed: three lines', () => {
  const verdict = evaluate(policy({ 'mattr-50': { equals: 0.8 } }), audit(measured('mattr-50', 0.8)))
  expect(verdictText(verdict, { color: false, width: 80 }).split('\n').filter(Boolean)).toEqual([
    'Gate passed: 1 passed (1 rule, 200 documents)',
    '✓ 1 rule passed',
    'Exit code 0.',
  ])
})

test('a gate that passed with warnings does not speak of failures', () => {
  const verdict = evaluate(policy({ 'mattr-50': { equals: 1, severity: 'warning' } }), audit(measured('mattr-50', 0.8)))
  expect(verdictText(verdict, { color: false, width: 80 })).toMatch(
    /^Gate passed: 1 warning \(1 rule, 200 documents\)\n\n✗ FAILED mattr-50 \(warning only\)/,
  )
})

test('a policy without rules says that nothing was judged', () =>
  expect(verdictText(evaluate(policy({}), audit()), { color: false, width: 80 })).toContain('the policy has no rule'))

const ugly: Verdict = {
  schema: verdictVersion,
  exit: 1,
  passed: false,
  audit: { hash: 'c0ffee', documents: 1 },
  rules: [
    {
      id: 'near-duplicate-share',
      severity: 'error',
      outcome: 'failed',
      expected: 'at most 0',
      actual: '1 where setting is 病棟病棟病棟病棟病棟病棟病棟病棟病棟病棟病棟病棟病棟病棟',
      look: [
        {
          rule: 'near-copy',
          document: `note\u001b[2J\u202e${'x'.repeat(120)}`,
          fingerprint: '0123456789abcdef',
          message: 'near copy of note-4',
        },
        { rule: 'near-copy', document: null, fingerprint: '0123456789abcdef', message: 'line is no JSON' },
      ],
    },
  ],
}

test('says where to look, and nothing from the data steers the terminal', () => {
  const text = verdictText(ugly, { color: false, width: 80 })
  expect(text).toContain('    look at   note\ufffd[2J\ufffdxxx')
  expect(text).toContain('              the input: line is no JSON (near-copy)')
  expect(text).not.toMatch(/[\u001b\u202e]/)
})

// Han takes two columns: counted here on its own, so that the text's own counting is not its judge.
const columnsOf = (line: string) => [...line].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)

test.each([40, 60, 80, 120])('no line is wider than %i columns', (width) => {
  for (const verdict of [mixed, ugly])
    for (const line of verdictText(verdict, { color: false, width }).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
})

test('colour repeats what words say: without it the same text', () => {
  const coloured = verdictText(mixed, { color: true, width: 80 })
  expect(coloured).toContain('\u001b[31m')
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(verdictText(mixed, { color: false, width: 80 }))
})

test('property: any reason, at any width, keeps to it and keeps its words', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,60}$/), { minLength: 1 }), fc.integer({ min: 1, max: 200 }), (words, width) => {
      const rule = { ...ugly.rules[0]!, actual: '1', look: [], reason: words.join(' ') }
      const text = verdictText({ ...ugly, rules: [rule] }, { color: false, width })
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(40, width))
      expect(text.replaceAll(/\s/g, '')).toContain(words.join(''))
    }),
  ))

test('JSON is the verdict, indented, with a final line feed', () => {
  const json = verdictJson(mixed)
  expect(verdictSchema.parse(JSON.parse(json))).toEqual(mixed)
  expect(json).toMatch(/^\{\n {2}"schema".*\}\n$/s)
})
