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

test('an audit looks for the concepts of a vocabulary, by table or configuration, and refuses a file that is none', () => {
  const names = file('names.csv', 'code,name,type\n1,fever,finding\n2,cough,finding\n')
  const groups = file('groups.csv', 'type,group\nfinding,complaint\n')
  const out = join(folder, 'audit')
  const measured = (...args: readonly string[]): Map<string, number | null> => {
    audited(['audit', gold, '--language', 'en', '--only', 'concepts', '-o', out, '--quiet', ...args])
    const { estimates, charts } = JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8')) as {
      estimates: { measure: string; value: number | null }[]
      charts: { id: string; category?: string[] }[]
    }
    const named = charts.find(({ id }) => id === 'named-concepts-groups')?.category ?? []
    return new Map([
      ...estimates.map((each): [string, number | null] => [each.measure, each.value]),
      ...named.map((name): [string, null] => [name, null]),
    ])
  }
  const byOption = measured('--vocabulary', names)
  expect(byOption.get('concepts-per-document')).toBe(2)
  expect(byOption.get('concept-absent-share')).toBeCloseTo(1 / 3, 12)
  expect(byOption.has('clinical-problem')).toBe(true)
  const config = file('corpuscope.yaml', `concepts:\n  vocabulary: ${names}\n  groups: ${groups}\n`)
  expect(measured('--config', config).has('complaint')).toBe(true)
  const refused = (...args: readonly string[]): string => {
    const { code, stderr } = corpuscope(['audit', gold, '-o', out, ...args])
    expect(code).toBe(2)
    return stderr
  }
  expect(refused('--vocabulary', join(folder, 'none.csv'))).toContain('no such file of a vocabulary')
  expect(refused('--vocabulary', groups, '--threads', '2')).toContain('groups.csv line 1: a vocabulary is a table')
  expect(refused('--vocabulary', names, '--groups', 'omob')).toContain('omob')
  expect(refused('--groups', 'omop')).toContain('vocabulary')
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

test('a tagger and a classifier are trained on one corpus, beside a baseline, and the curve is drawn', () => {
  const note = (i: number) => {
    const drug = ['aspirin', 'codeine', 'insulin', 'digoxin'][i % 4]!
    const said = `Took ${drug} and felt ${i % 2 === 0 ? 'well' : 'sick'} on day ${i}.`
    return { id: `n${i}`, text: said, outcome: i % 2 === 0 ? 'good' : 'bad', spans: [{ start: 5, end: 5 + drug.length, label: 'drug' }] }
  }
  const corpus = file(
    'train.jsonl',
    Array.from({ length: 30 }, (_, i) => note(i)),
  )
  const baseline = file(
    'base.jsonl',
    Array.from({ length: 12 }, (_, i) => note(100 + i)),
  )
  const test_ = file(
    'test.jsonl',
    Array.from({ length: 20 }, (_, i) => note(200 + i)),
  )
  const chart = join(folder, 'curve.svg')
  const spans = audited(['utility', corpus, '--task', 'spans', '--test', test_, '--baseline', baseline, '--chart', chart]).stdout
  expect(spans).toContain('Trained on 30 documents, beside a baseline of 12; scored by annotation on 20 test documents.')
  expect(spans).toMatch(/Corpus less baseline at 12 documents each, type: [+−]\d\.\d{3}/)
  expect(readFileSync(chart, 'utf8')).toMatch(/^<svg/)
  for (const line of spans.split('\n').slice(2)) expect(line.length).toBeLessThanOrEqual(80)
  const labels = JSON.parse(
    audited(['utility', corpus, '--task', 'labels', '--label-field', 'outcome', '--test', test_, '--json']).stdout,
  ) as {
    points: { documents: number; scores: { score: string; value: number }[] }[]
  }
  expect(labels.points.at(-1)!.scores.find(({ score }) => score === 'accuracy')!.value).toBe(1)
  const refused = (...args: readonly string[]): string => {
    const { code, stderr } = corpuscope(['utility', corpus, ...args])
    expect(code).toBe(2)
    return stderr
  }
  expect(refused()).toContain('--annotated')
  expect(refused('--task', 'labels')).toContain('--label-field')
  expect(refused('--task', 'spans', '--annotated', corpus)).toContain('--task concepts')
})

interface Coefficients {
  readonly coefficients: {
    readonly coefficient: string
    readonly raters?: readonly string[]
    readonly units: number
    readonly value: number | null
    readonly interval: readonly [number, number] | null
  }[]
}

const agreement = (...args: readonly string[]): Map<string, Coefficients['coefficients'][number]> => {
  const { coefficients } = JSON.parse(audited(['agreement', ...args, '--json']).stdout) as Coefficients
  return new Map(coefficients.map((each) => [[each.coefficient, ...(each.raters ?? [])].join(' '), each]))
}

test.skipIf(!hasShared)('agreement of a table equals the reference values to 1e-9, missing ratings or not', () => {
  const vectors = JSON.parse(readFileSync(join(shared, 'references/statistics-vectors.json'), 'utf8'))
  const { krippendorff: alpha, two_rater: two, fleiss } = vectors
  const csv = (name: string, raters: readonly (readonly (number | string | null)[])[]): string =>
    file(
      name,
      [
        ['id', ...raters.map((_, k) => `r${k}`)].join(','),
        ...raters[0]!.map((_, unit) => [unit, ...raters.map((row) => row[unit] ?? '')].join(',')),
      ].join('\n'),
    )
  const matrix = agreement(csv('alpha.csv', alpha.data_4_coders_12_units_null_missing), '--scale', 'nominal,ordinal,interval,ratio')
  for (const scale of ['nominal', 'ordinal', 'interval', 'ratio']) {
    const { value, interval, units } = matrix.get(`krippendorff-${scale}`)!
    expect(value).toBeCloseTo(alpha[scale], 9)
    expect(units).toBe(11)
    expect(interval![0]).toBeLessThan(value!)
    expect(interval![1]).toBeGreaterThan(value!)
  }
  const words = agreement(csv('two.csv', [two.rater1, two.rater2]))
  expect(words.get('cohen r0 r1')!.value).toBeCloseTo(two.cohen_kappa, 9)
  expect(words.get('gwet-ac1')!.value).toBeCloseTo(two.gwet_ac1, 9)
  expect(words.get('krippendorff-nominal')!.value).toBeCloseTo(two.krippendorff_alpha_nominal, 9)
  // Counts spread over raters: which rater gave which rating makes no difference to Fleiss and Gwet.
  const units = (fleiss.ratings_10x5 as number[][]).map((counts) => counts.flatMap((times, k) => new Array<number>(times).fill(k)))
  const spread = agreement(
    csv(
      'fleiss.csv',
      units[0]!.map((_, rater) => units.map((unit) => unit[rater]!)),
    ),
  )
  expect(spread.get('fleiss')!.value).toBeCloseTo(fleiss.fleiss_kappa, 9)
  expect(spread.get('gwet-ac1')!.value).toBeCloseTo(fleiss.gwet_ac1_multi, 9)
})

test('agreement of spans is their F1; ratings that do not fit the scale are refused without being shown', () => {
  const other = file('other.jsonl', [{ id: 'a', text, spans: [{ start: 3, end: 8, label: 'finding', code: '1' }] }])
  const { f1 } = JSON.parse(audited(['agreement', gold, other, '--mode', 'strict', '--json']).stdout) as { f1: { value: number }[] }
  expect(f1[0]!.value).toBeCloseTo(2 / 3, 12)
  const ratings = file('words.csv', 'a,b\nmild,severe\nsevere,severe\nsecret,mild\n')
  for (const args of [
    ['--scale', 'interval'],
    ['--scale', 'ordinal'],
    ['--categories', 'mild,severe'],
  ]) {
    const { code, stderr } = corpuscope(['agreement', ratings, ...args])
    expect([code, stderr.includes('secret'), stderr.includes('words.csv')]).toEqual([2, false, true])
  }
})
