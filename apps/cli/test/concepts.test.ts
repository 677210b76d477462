import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, corpuscope, hasShared, newFolder, shared } from './command.ts'

const folder = newFolder()
const file = (name: string, lines: readonly unknown[] | string): string => {
  writeFileSync(join(folder, name), typeof lines === 'string' ? lines : `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
  return join(folder, name)
}
const text = 'No fever, but a cough. Fever gone.'
const gold = file('gold.jsonl', [
  {
    id: 'a',
    text,
    spans: [
      { start: 3, end: 8, label: 'finding', code: '1' },
      { start: 16, end: 21, label: 'finding', code: '2' },
    ],
  },
])

test('annotate finds names with what is said of them, and score holds them against gold', () => {
  const names = file('names.csv', 'code,name,type\n1,fever,finding\n2,cough,finding\n')
  const out = join(folder, 'out.jsonl')
  audited(['annotate', gold, '--vocabulary', names, '--language', 'en', '-o', out])
  const { spans } = JSON.parse(readFileSync(out, 'utf8')) as { spans: { text: string; code: string; assertion: string }[] }
  expect(spans.map((span) => [span.text, span.code, span.assertion])).toEqual([
    ['fever', '1', 'absent'],
    ['cough', '2', 'present'],
    ['Fever', '1', expect.any(String)],
  ])
  const { scores } = JSON.parse(audited(['score', out, '--gold', gold, '--json']).stdout) as {
    scores: { mode: string; f1: { value: number } }[]
  }
  expect(scores.find(({ mode }) => mode === 'strict')!.f1.value).toBe(4 / 5)
})

test('other texts, other ids and an unknown mode are refused in one sentence', () => {
  const moved = file('moved.jsonl', [{ id: 'a', text: `${text} More.`, spans: [] }])
  expect(corpuscope(['score', moved, '--gold', gold])).toMatchObject({ code: 2, stderr: expect.stringContaining('another text') })
  const strange = file('strange.jsonl', [{ id: 'b', text, spans: [] }])
  expect(corpuscope(['score', strange, '--gold', gold])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('has the id of one in gold'),
  })
  expect(corpuscope(['score', gold, '--gold', gold, '--mode', 'strickt'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean "strict"'),
  })
})

test.skipIf(!hasShared)('the experiment runs on E3C: F1 by mode and epoch, with intervals', () => {
  const e3c = join(shared, 'corpora/e3c_fr')
  const args = [
    'utility',
    join(e3c, 'e3c_fr_layer3.jsonl'),
    '--annotated',
    join(e3c, 'e3c_fr_annotated.jsonl'),
    '--language',
    'fr',
    '--epochs',
    '1',
    '--mode',
    'strict,partial',
    '--json',
  ]
  const first = JSON.parse(audited(args).stdout) as {
    points: { epoch: number; scores: { mode: string; f1: { value: number; interval: [number, number] } }[] }[]
  }
  expect(first.points.map(({ epoch }) => epoch)).toEqual([0, 1])
  for (const { scores } of first.points)
    for (const { f1 } of scores) {
      expect(f1.interval[0]).toBeLessThan(f1.value)
      expect(f1.interval[1]).toBeGreaterThan(f1.value)
      expect(f1.value).toBeGreaterThan(0.2)
    }
})
