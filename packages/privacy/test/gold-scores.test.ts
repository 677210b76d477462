import { existsSync, readFileSync } from 'node:fs'
import { seededRandom } from '@corpuscope/statistics'
import { describe, expect, test } from 'vitest'
import { type Identifier, scanIdentifiers } from '../src/index.ts'

const shared = new URL('../../../../shared/', import.meta.url)
const absent = !existsSync(shared)

interface Span {
  readonly start: number
  readonly end: number
}
interface Gold {
  readonly text: string
  readonly spans: readonly (Span & { label: string })[]
}
interface Kind {
  readonly labels: readonly string[]
  /** The type in Presidio's scores of the same file. */
  readonly peer?: string
  readonly ours: (identifier: Identifier) => boolean
}

const of =
  (...kinds: readonly string[]) =>
  ({ kind }: Identifier): boolean =>
    kinds.includes(kind)

const corpora: Readonly<Record<string, { readonly file: string; readonly kinds: readonly Kind[] }>> = {
  presidio_synth: {
    file: 'corpora/presidio_synth/synth_dataset_v2.jsonl',
    kinds: [
      { labels: ['EMAIL_ADDRESS'], peer: 'EMAIL_ADDRESS', ours: of('email') },
      { labels: ['PHONE_NUMBER'], peer: 'PHONE_NUMBER', ours: of('phone') },
      { labels: ['DATE_TIME'], peer: 'DATE_TIME', ours: of('date') },
      { labels: ['CREDIT_CARD'], peer: 'CREDIT_CARD', ours: ({ kind, scheme }) => kind === 'account' && scheme !== 'IBAN' },
      { labels: ['IBAN_CODE'], peer: 'IBAN_CODE', ours: ({ scheme }) => scheme === 'IBAN' },
      { labels: ['US_SSN'], peer: 'US_SSN', ours: of('national-number') },
      { labels: ['IP_ADDRESS'], peer: 'IP_ADDRESS', ours: of('ip') },
      { labels: ['DOMAIN_NAME'], peer: 'DOMAIN_NAME', ours: of('url') },
      { labels: ['US_DRIVER_LICENSE'], peer: 'US_DRIVER_LICENSE', ours: of('licence') },
    ],
  },
  grascco_phi: {
    file: 'corpora/grascco_phi/grascco_phi.jsonl',
    kinds: [
      { labels: ['CONTACT_EMAIL'], peer: 'CONTACT_EMAIL', ours: of('email') },
      { labels: ['CONTACT_PHONE', 'CONTACT_FAX'], peer: 'CONTACT_PHONE', ours: of('phone') },
      { labels: ['DATE'], peer: 'DATE', ours: of('date') },
      { labels: ['NAME_PATIENT', 'NAME_DOCTOR', 'NAME_RELATIVE', 'NAME_EXT'], ours: of('person') },
    ],
  },
}

const levels = {
  strict: (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end,
  overlap: (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end,
} as const

/** Per document: gold, found, predicted, right. */
type Counts = readonly [number, number, number, number]

const spanCounts = (gold: readonly Span[], ours: readonly Span[], meets: (a: Span, b: Span) => boolean): Counts => [
  gold.length,
  gold.filter((span) => ours.some((each) => meets(each, span))).length,
  ours.length,
  ours.filter((each) => gold.some((span) => meets(each, span))).length,
]

function tokenCounts(text: string, gold: readonly Span[], ours: readonly Span[]): Counts {
  let [g, both, o] = [0, 0, 0]
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const token = { start: match.index, end: match.index + match[0].length }
    const inGold = gold.some((span) => levels.overlap(token, span))
    const inOurs = ours.some((span) => levels.overlap(token, span))
    g += Number(inGold)
    o += Number(inOurs)
    both += Number(inGold && inOurs)
  }
  return [g, both, o, both]
}

function scores(counts: readonly Counts[]) {
  const [gold, found, predicted, right] = counts.reduce<number[]>((sum, each) => sum.map((value, i) => value + each[i]!), [0, 0, 0, 0]) as [
    number,
    number,
    number,
    number,
  ]
  const recall = gold > 0 ? found / gold : 1
  const precision = predicted > 0 ? right / predicted : 1
  return { recall, precision, f1: recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0 }
}

/** 95 % of F1 over documents drawn with replacement. */
function interval(counts: readonly Counts[]): [number, number] {
  const random = seededRandom('gold')
  const draws = Array.from({ length: 200 }, () => scores(counts.map(() => counts[Math.floor(random() * counts.length)]!)).f1).sort(
    (a, b) => a - b,
  )
  return [draws[5]!, draws[194]!]
}

describe.skipIf(absent).each(Object.entries(corpora))('%s', (name, { file, kinds }) => {
  const documents = absent
    ? []
    : readFileSync(new URL(file, shared), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Gold)
  const found = documents.map(({ text }) => scanIdentifiers(text).identifiers)
  const countsOf = ({ labels, ours }: Kind, level: keyof typeof levels | 'token'): Counts[] =>
    documents.map(({ text, spans }, i) => {
      const gold = spans.filter(({ label }) => labels.includes(label))
      const mine = found[i]!.filter(ours)
      return level === 'token' ? tokenCounts(text, gold, mine) : spanCounts(gold, mine, levels[level])
    })

  test.each(kinds)('$labels: F1 is at least Presidio’s, strict and by overlap', (kind) => {
    const oracle = JSON.parse(readFileSync(new URL(`oracles/${name}.privacy.json`, shared), 'utf8'))
    for (const [level, peer] of [
      ['strict', 'exact'],
      ['overlap', 'overlap'],
    ] as const) {
      const counts = countsOf(kind, level)
      const { f1, recall, precision } = scores(counts)
      const theirs: number = kind.peer === undefined ? 0 : oracle.scores.presidio[peer][kind.peer].f1
      const [low, high] = interval(counts)
      if (process.env['SHOW_SCORES'])
        console.info(
          `${name} ${kind.labels[0]} ${level}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]; Presidio ${theirs.toFixed(3)}`,
        )
      expect(f1).toBeGreaterThanOrEqual(theirs - 1e-12)
      expect(low).toBeLessThanOrEqual(f1 + 1e-12)
      expect(high).toBeGreaterThanOrEqual(f1 - 1e-12)
    }
    const token = scores(countsOf(kind, 'token'))
    if (process.env['SHOW_SCORES'])
      console.info(
        `${name} ${kind.labels[0]} token: P ${token.precision.toFixed(3)} R ${token.recall.toFixed(3)} F1 ${token.f1.toFixed(3)}`,
      )
    expect(token.f1).toBeGreaterThan(0)
  })
})

test.skipIf(absent)('names of clinicians and of patients in German letters: recall of at least 0.85 each', () => {
  const documents = readFileSync(new URL(corpora['grascco_phi']!.file, shared), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold)
  for (const label of ['NAME_DOCTOR', 'NAME_PATIENT']) {
    const counts = documents.map(({ text, spans }) =>
      spanCounts(
        spans.filter((span) => span.label === label),
        scanIdentifiers(text).identifiers.filter(of('person')),
        levels.overlap,
      ),
    )
    if (process.env['SHOW_SCORES']) console.info(`${label} recall ${scores(counts).recall.toFixed(3)}`)
    expect(scores(counts).recall).toBeGreaterThanOrEqual(0.85)
  }
})
