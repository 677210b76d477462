import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditOf, auditText, corpuscope, newFolder } from './command.ts'
import { honestNotes, writeNotes } from './samples.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
const only = ['--only', 'mattr-50,case-mix,duplication']
const ours = writeNotes(at('ours.jsonl'), honestNotes(11).slice(0, 60))
const theirs = writeNotes(at('theirs.jsonl'), honestNotes(12).slice(0, 40))
const reading = ['--label-field', 'rfe', ...only, '--quiet']

audited(['audit', ours, '--against', theirs, '--holdout', theirs, ...reading, '-o', at('held'), '--threads', '1'])
const held = await auditOf(at('held'))

test('estimates of the other corpus are those of its own audit', async () => {
  audited(['audit', theirs, ...reading, '-o', at('theirs')])
  const own = await auditOf(at('theirs'))
  expect(held.companions).toEqual(
    ['against', 'holdout'].map((role) => ({ role, hash: own.corpus.hash, documents: 40, characters: own.corpus.characters, unread: 0 })),
  )
  for (const id of ['mattr-50', 'case-mix-total-variation', 'exact-duplicate-share']) {
    const expected = own.estimates.find(({ measure }) => measure === id)!
    const actual = held.estimates.find(({ measure, corpus }) => measure === id && corpus === 'against')!
    expect(actual).toMatchObject({ value: expected.value, n: expected.n, corpus: 'against' })
  }
})

test('the audited corpus keeps its own numbers and findings', async () => {
  audited(['audit', ours, ...reading, '-o', at('ours')])
  const own = await auditOf(at('ours'))
  const kept = held.estimates.filter(({ corpus, measure }) => corpus === undefined && own.measures.some(({ id }) => id === measure))
  expect(kept).toEqual(own.estimates)
  expect(held.corpus).toEqual(own.corpus)
})

test('threads and parts change no byte', async () => {
  audited(['audit', ours, '--against', theirs, '--holdout', theirs, ...reading, '-o', at('two'), '--threads', '2'])
  expect((await auditText(at('two'))) === (await auditText(at('held')))).toBe(true)
  const observe = (input: string, name: string, ...shard: readonly string[]): string => {
    audited(['observe', input, '--comparing', 'against,holdout', ...reading, ...shard, '-o', at(name)])
    return at(name)
  }
  const parts = [observe(ours, 'p1', '--shard', '1/2'), observe(ours, 'p2', '--shard', '2/2')]
  const others = [observe(theirs, 'q2', '--shard', '2/2'), observe(theirs, 'q1', '--shard', '1/2')]
  audited(['conclude', ...parts, '--against', ...others, '--holdout', ...others, '-o', at('parts'), '--quiet'])
  expect((await auditText(at('parts'))) === (await auditText(at('held')))).toBe(true)
  const outcome = corpuscope(['conclude', ...parts, '-o', at('alone')])
  expect(outcome.code).toBe(2)
  expect(outcome.stderr).toContain('--against')
})

test('paths of the other corpus stay out of the audit', () => {
  expect(readFileSync(join(at('held'), 'audit.json'), 'utf8')).not.toContain('theirs.jsonl')
})

test.each([
  ['is not there', () => at('nothing.jsonl')],
  [
    'has no document',
    () => {
      writeFileSync(at('empty.jsonl'), '')
      return at('empty.jsonl')
    },
  ],
])('an other corpus that %s ends with one sentence and exit code 2', (_, path) => {
  const { code, stderr } = corpuscope(['audit', ours, '--against', path(), ...reading, '-o', at('no')])
  expect(code).toBe(2)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
