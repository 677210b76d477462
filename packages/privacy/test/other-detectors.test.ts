import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { identification, kindOfLabel, spansDetector, tokenClassifierDetector } from '../src/index.ts'

const shared = new URL('../../../../shared/', import.meta.url).pathname
const absent = !existsSync(shared)
const folder = mkdtempSync(join(tmpdir(), 'spans-'))
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const text = '😀 Seen by Dr Anna Berg on 12/03/2024 in Ward 7'
const document = createDocument({ id: 'a', text })
const points = [...text]
const at = (value: string): [number, number] => {
  const start = points.join('').indexOf(value) - 1
  return [start, start + value.length]
}
const [from, to] = at('Anna Berg')

test.each([
  ['Presidio by document', 'p.json', JSON.stringify({ a: [[from, to, 'PERSON', 0.85]] })],
  ['Presidio results', 'r.jsonl', JSON.stringify({ id: 'a', results: [{ entity_type: 'PERSON', start: from, end: to, score: 0.85 }] })],
  [
    'openmed',
    'o.json',
    JSON.stringify([{ id: 'a', entities: [{ text: 'Anna Berg', label: 'NAME_DOCTOR', start: from, end: to, confidence: 0.9 }] }]),
  ],
  ['JSON Lines', 's.jsonl', `${JSON.stringify({ id: 'a', spans: [{ start: from, end: to, label: 'NAME' }] })}\n`],
])('spans of %s are read, and code points become UTF-16', async (_, name, content) => {
  const [span] = await spansDetector('other', written(name, content)).of(document)
  expect(span?.kind).toBe('person')
  expect(text.slice(span!.start, span!.end)).toBe('Anna Berg')
})

test('a folder of BRAT files is read, a relation in it skipped', async () => {
  written('a.ann', `T1\tNAME ${from} ${to}\tAnna Berg\nR1\tIs Arg1:T1 Arg2:T1\n`)
  expect(await spansDetector('brat', folder).of(document)).toHaveLength(1)
})

test.each([
  ['no.json', '[{"spans": []}]', /record 1: "id" is missing/],
  ['no.jsonl', '{"id": 1, "spans": []}\nnot json\n', /line 2: is no JSON object/],
  ['bad.jsonl', '{"id": 1, "spans": [{"start": 5, "end": 1, "label": "X"}]}\n', /span 1: a start, an end and a label are wanted/],
])('%s is refused by its place, without its words', (name, content, sentence) =>
  expect(() => spansDetector('x', written(name, content))).toThrow(sentence),
)

test.each([
  ['B-PATIENT', 'person'],
  ['US_SSN', 'national-number'],
  ['LOCATION_HOSPITAL', 'facility'],
  ['CONTACT_FAX', 'phone'],
  ['IP_ADDRESS', 'ip'],
  ['MEDICALRECORD', 'record-number'],
  ['O', undefined],
  ['GPE', undefined],
])('label %s is our kind %s', (label, kind) => expect(kindOfLabel(label)).toBe(kind))

test('findings say who found what: ours, both, the other alone', async () => {
  const ward = at('Ward 7')
  const path = written(
    'both.json',
    JSON.stringify({
      a: [
        [from, to, 'PERSON'],
        [...ward, 'FACILITY'],
      ],
    }),
  )
  const { of, feature } = identification({ spans: [{ name: 'presidio', path }] })
  await feature!.attach!([document])
  expect(of(document).map(({ kind, start, end, by }) => [kind, text.slice(start, end), by])).toEqual([
    ['person', 'Anna Berg', ['corpuscope', 'presidio']],
    ['date', '12/03/2024', undefined],
    ['facility', 'Ward 7', ['presidio']],
  ])
})

test.skipIf(absent)('a local token classifier is a detector: its runs of tokens are those of its expected labels', async () => {
  const folder = join(shared, 'models/tiny-bert-ner')
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const each = (expected.texts ?? expected).find((one: { text?: string }) => typeof one.text === 'string' && one.text.length > 0)
  const spans = await tokenClassifierDetector(folder).of(createDocument({ text: each.text }))
  const labels: string[] = each.labels ?? each.tokens.map(({ label }: { label: string }) => label)
  const runs = labels.filter((label, i) => label !== 'O' && (label.startsWith('B-') || (labels[i - 1] ?? 'O').slice(2) !== label.slice(2)))
  expect(spans.map(({ kind }) => kind)).toEqual(runs.map((label) => kindOfLabel(label)))
})
