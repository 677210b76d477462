import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, corpuscope, newFolder } from './command.ts'
import { honestNotes, writeNotes } from './samples.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
const notes = honestNotes(21)
const only = ['--only', 'mattr-50,document-length,duplication', '--quiet']
writeNotes(at('a.jsonl'), notes.slice(0, 50))
writeNotes(at('b.jsonl'), notes.slice(10, 70))
writeNotes(at('c.jsonl'), honestNotes(22).slice(0, 40))
for (const [input, out] of [
  ['a', 'v1/audit'],
  ['b', 'v2/audit'],
  ['c', 'other'],
] as const)
  audited(['audit', at(`${input}.jsonl`), ...only, '-o', at(out)])

test('several audits make a site; folders called alike are told apart', () => {
  audited(['report', at('v1/audit'), at('v2/audit'), '-o', at('site')])
  expect(readdirSync(at('site')).sort()).toEqual(['audit.html', 'audit-2.html', 'index.html'].sort())
  const index = readFileSync(join(at('site'), 'index.html'), 'utf8')
  expect(index).toContain('2 releases')
  expect(index).toContain('<a href="audit-2.html"><bdi>audit-2</bdi></a>')
})

test('corpora without a document in common are no releases, unless the person says so', () => {
  audited(['report', at('v1/audit'), at('other'), '-o', at('two')])
  expect(readFileSync(join(at('two'), 'index.html'), 'utf8')).toContain('2 corpora')
  audited(['report', at('v1/audit'), at('other'), '-o', at('said'), '--releases'])
  expect(readFileSync(join(at('said'), 'index.html'), 'utf8')).toContain('2 releases')
})

test('a site has to be told where', () => {
  const { code, stderr } = corpuscope(['report', at('v1/audit'), at('other')])
  expect(code).toBe(2)
  expect(stderr).toContain('-o <folder>')
})

test('compare writes a page of what it prints', () => {
  const { stdout } = audited(['compare', at('v1/audit'), at('v2/audit'), '-o', at('pages/compare.html')])
  const page = readFileSync(at('pages/compare.html'), 'utf8')
  expect(stdout).toContain('20 added')
  expect(page).toContain('<summary>New: 20</summary>')
  expect(page).toContain('<summary>Gone: 10</summary>')
})
