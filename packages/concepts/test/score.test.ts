import { readFileSync } from 'node:fs'
import { hash32, integerBelow, seededRandom } from '@corpuscope/statistics'
import { scanWords } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { codeOf, type ModeScore, matchSpans, type ScoreMode, type Span, scoreModes, scoreSpans, spanAgreement } from '../src/index.ts'

interface PeerSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}
interface PeerScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
type Kinds = PeerScore & Record<'correct' | 'incorrect' | 'partial' | 'missed' | 'spurious', number>
type PeerMode = 'strict' | 'exact' | 'partial' | 'ent_type'
interface PeerCase<Result> {
  readonly gold: PeerSpan[][]
  readonly predicted: PeerSpan[][]
  readonly result: Result
}
interface Peers {
  readonly nervaluate: PeerCase<{ overall: Record<PeerMode, Kinds>; entities: Record<string, Record<PeerMode, Kinds>> }>[]
  readonly seqeval: PeerCase<{ micro: PeerScore; macro: PeerScore; types: Record<string, PeerScore & { support: number }> }>[]
  readonly nervaluate_wrong: {
    name: string
    gold: PeerSpan[]
    predicted: PeerSpan[]
    as_given: Record<PeerMode, Kinds>
    gold_reversed: Record<PeerMode, Kinds>
    predicted_reversed: Record<PeerMode, Kinds>
  }[]
  readonly seqeval_wrong: {
    name: string
    read_gold: [string, number, number][]
    read_predicted: [string, number, number][]
    micro: number[]
  }[]
}
// Made by vectors/peers.py.
const peers = JSON.parse(readFileSync(new URL('vectors/peers.json', import.meta.url), 'utf8')) as Peers

const ours: Record<PeerMode, ScoreMode> = { strict: 'strict', exact: 'span', partial: 'partial', ent_type: 'type-overlap' }
const spans = (list: readonly PeerSpan[]): Span[] => list.map(({ start, end, label }) => ({ start, end, type: label }))
const documentsOf = ({ gold, predicted }: PeerCase<unknown>) =>
  gold.map((list, i) => ({ id: `${i}`, gold: spans(list), predicted: spans(predicted[i]!) }))
const of = (scores: readonly ModeScore[], mode: string): ModeScore => scores.find((score) => score.mode === mode)!
const expectScore = (score: { precision: number | null; recall: number | null; f1: number | null }, peer: PeerScore): void => {
  for (const key of ['precision', 'recall', 'f1'] as const) expect(score[key] ?? 0).toBeCloseTo(peer[key], 12)
}
const values = ({ precision, recall, f1 }: ModeScore) => ({ precision: precision.value, recall: recall.value, f1: f1.value })

test('equals nervaluate where no span has two partners', () => {
  for (const each of peers.nervaluate) {
    const scores = scoreSpans(documentsOf(each))
    for (const mode of Object.keys(ours) as PeerMode[]) {
      const { correct, incorrect, partial, missed, spurious } = each.result.overall[mode]
      expect(of(scores, ours[mode]).tally).toEqual({ correct, incorrect, partial, missed, spurious })
      expectScore(values(of(scores, ours[mode])), each.result.overall[mode])
    }
    for (const [type, modes] of Object.entries(each.result.entities))
      for (const mode of ['strict', 'ent_type'] as const)
        expectScore(of(scores, ours[mode]).types.find((score) => score.type === type)!, modes[mode])
  }
})

test('equals seqeval on tags that are well formed: micro, macro and per type', () => {
  for (const each of peers.seqeval) {
    const strict = of(scoreSpans(documentsOf(each)), 'strict')
    expectScore(values(strict), each.result.micro)
    expectScore(strict.macro, each.result.macro)
    expect(strict.types.map(({ type }) => type)).toEqual(Object.keys(each.result.types))
    for (const score of strict.types) {
      expectScore(score, each.result.types[score.type]!)
      expect(score.gold).toBe(each.result.types[score.type]!.support)
    }
  }
})

// The table of README.md: what is right, and what nervaluate 1.2.1 says in some order. [correct, partial, incorrect, missed, spurious]
test.each<[name: string, peer: PeerMode, right: number[], wrongIn: 'as_given' | 'gold_reversed' | 'predicted_reversed' | 'no order']>([
  ['one prediction over two of gold (issues 39, 40)', 'ent_type', [1, 0, 0, 1, 0], 'no order'],
  ['two predictions over one of gold, the wrong type first (issue 84)', 'ent_type', [1, 0, 0, 0, 1], 'as_given'],
  ['a loose prediction before the exact one', 'strict', [1, 0, 0, 0, 1], 'as_given'],
  ['a loose prediction before the exact one', 'partial', [1, 0, 0, 0, 1], 'as_given'],
  ['nested gold, exact prediction of the inner one and a loose one', 'strict', [1, 0, 1, 0, 0], 'as_given'],
  ['nested gold, exact prediction of the inner one and a loose one', 'exact', [1, 0, 1, 0, 0], 'as_given'],
  ['chain: a greedy choice leaves one unpaired', 'ent_type', [2, 0, 0, 0, 0], 'gold_reversed'],
  ['chain: a greedy choice leaves one unpaired', 'strict', [0, 0, 2, 0, 0], 'gold_reversed'],
])('%s, %s', (name, peer, right, wrongIn) => {
  const found = peers.nervaluate_wrong.find((each) => each.name === name)!
  for (const gold of [found.gold, [...found.gold].reverse()])
    for (const predicted of [found.predicted, [...found.predicted].reverse()]) {
      const { tally } = of(scoreSpans([{ id: 'a', gold: spans(gold), predicted: spans(predicted) }]), ours[peer])
      expect([tally.correct, tally.partial, tally.incorrect, tally.missed, tally.spurious]).toEqual(right)
    }
  if (wrongIn === 'no order') return
  const said = found[wrongIn][peer]
  expect([said.correct, said.partial, said.incorrect, said.missed, said.spurious]).not.toEqual(right)
})

test('what seqeval reads out of tags it cannot carry', () => {
  const [untyped, headless, nested] = peers.seqeval_wrong
  // Issue 67: the spans lose their type. Issue of any tag scheme: malformed tags pass for right ones; nested spans cannot be written.
  expect(untyped!.read_gold).toEqual([['_', 2, 6]])
  expect(headless!.micro).toEqual([1, 1, 1])
  expect(nested!.read_gold).toHaveLength(1)
  const gold = [
    { start: 0, end: 30, type: 'A' },
    { start: 0, end: 10, type: 'B' },
  ]
  const strict = of(scoreSpans([{ id: 'a', gold, predicted: gold.slice(0, 1) }]), 'strict')
  expect([strict.precision.value, strict.recall.value, strict.f1.value]).toEqual([1, 1 / 2, 2 / 3])
})

test.each<[ScoreMode, number]>([
  ['strict', 1],
  ['type', 2],
  ['grouped', 3],
  ['span', 4],
  ['type-overlap', 2],
  ['partial', 4.5],
])('%s is what it says', (mode, credited) => {
  const at = (place: number, type: string, code?: string, end = place + 5): Span => ({
    start: place,
    end,
    type,
    ...(code !== undefined && { code }),
  })
  const gold = [at(0, 'disorder', '1'), at(10, 'disorder', '2'), at(20, 'disorder', '3'), at(30, 'disorder', '4'), at(40, 'drug', '5')]
  const predicted = [at(0, 'disorder', '1'), at(10, 'disorder', '9'), at(20, 'finding', '9'), at(30, 'drug', '9'), at(42, 'disorder', '5')]
  const score = scoreSpans([{ id: 'a', gold, predicted }], { modes: [mode], groupOf: (type) => (type === 'drug' ? 'drug' : 'problem') })[0]!
  expect(score.precision.value).toBe(credited / 5)
})

test('type-overlap takes type and any overlap, strict takes the type where there is no code', () => {
  const gold: Span[] = [{ start: 0, end: 10, type: 'A', code: 'CUILESS' }]
  const predicted: Span[] = [{ start: 0, end: 10, type: 'A' }]
  expect(codeOf(gold[0]!)).toBeUndefined()
  expect(matchSpans(gold, predicted, 'strict')).toEqual([{ gold: 0, predicted: 0, kind: 'correct' }])
  expect(matchSpans(gold, [{ start: 4, end: 30, type: 'A' }], 'type-overlap')[0]!.kind).toBe('correct')
})

test('pieces of a discontinuous span are its place', () => {
  const piece = (a: number, b: number) => ({ start: a, end: b })
  const gold: Span[] = [{ start: 0, end: 20, type: 'A', fragments: [piece(0, 5), piece(15, 20)] }]
  expect(matchSpans(gold, [{ start: 0, end: 20, type: 'A' }], 'span')[0]!.kind).toBe('incorrect')
  expect(matchSpans(gold, [{ start: 6, end: 14, type: 'A' }], 'partial').map(({ kind }) => kind)).toEqual(['missed', 'spurious'])
})

test('no order of spans or documents changes a count, and every span is in one match', () => {
  const random = seededRandom('order')
  for (let round = 0; round < 60; round++) {
    const draw = (n: number): Span[] =>
      Array.from({ length: n }, () => {
        const start = integerBelow(random, 30)
        return { start, end: start + 1 + integerBelow(random, 10), type: 'AB'[integerBelow(random, 2)]! }
      })
    const gold = draw(integerBelow(random, 12))
    const predicted = draw(integerBelow(random, 12))
    const shuffled = (list: Span[], salt: number): Span[] =>
      list
        .map((span, i) => ({ span, by: hash32(`${i}`, salt) }))
        .sort((a, b) => a.by - b.by)
        .map(({ span }) => span)
    const first = scoreSpans([{ id: 'a', gold, predicted }])
    const again = scoreSpans([{ id: 'a', gold: shuffled(gold, round), predicted: shuffled(predicted, round + 99) }])
    expect(again.map(({ tally, types }) => ({ tally, types }))).toEqual(first.map(({ tally, types }) => ({ tally, types })))
    for (const mode of scoreModes) {
      const matches = matchSpans(gold, predicted, mode)
      expect(matches.flatMap(({ gold: at }) => at ?? []).sort((a, b) => a - b)).toEqual(gold.map((_, i) => i))
      expect(matches.flatMap(({ predicted: at }) => at ?? []).sort((a, b) => a - b)).toEqual(predicted.map((_, i) => i))
      // As many correct as there can be: no smaller than what any greedy order finds.
      expect(matches.filter(({ kind }) => kind === 'correct').length).toBeGreaterThanOrEqual(greedy(gold, predicted, mode))
    }
  }
})

function greedy(gold: readonly Span[], predicted: readonly Span[], mode: ScoreMode): number {
  const free = new Set(gold)
  let found = 0
  for (const guess of predicted)
    for (const span of free) {
      const same = guess.start === span.start && guess.end === span.end
      const over = guess.start < span.end && span.start < guess.end
      const right =
        mode === 'span' || mode === 'partial'
          ? same
          : mode === 'type-overlap'
            ? over && guess.type === span.type
            : same && guess.type === span.type
      if (!right) continue
      free.delete(span)
      found++
      break
    }
  return found
}

test('by token: a word has the types of the spans that touch it', () => {
  const text = 'acute chest pain today'
  const words = scanWords(text)
  const score = of(
    scoreSpans([
      {
        id: 'a',
        words,
        gold: [{ start: 0, end: 16, type: 'A' }],
        predicted: [
          { start: 6, end: 22, type: 'A' },
          { start: 6, end: 9, type: 'B' },
        ],
      },
    ]),
    'token',
  )
  expect(score.tally).toEqual({ correct: 2, partial: 0, incorrect: 0, missed: 1, spurious: 2 })
  expect(score.f1.value).toBe(4 / 7)
})

test('nothing marked has no score; intervals lie around the value', () => {
  const empty = scoreSpans([{ id: 'a', gold: [], predicted: [] }])
  for (const score of empty)
    expect([score.precision.value, score.recall.value, score.f1.value, score.macro.f1, score.perDocument.value]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  const documents = peers.seqeval.flatMap((each, k) => documentsOf(each).map((document) => ({ ...document, id: `${k} ${document.id}` })))
  const scores = scoreSpans(documents, { random: (purpose) => seededRandom(purpose) })
  for (const { f1, precision, recall } of scores)
    for (const { value, interval } of [f1, precision, recall]) {
      expect(interval![0]).toBeLessThanOrEqual(value!)
      expect(interval![1]).toBeGreaterThanOrEqual(value!)
    }
})

test('agreement of annotators on spans is the mean F1 of pairs, whoever is called gold', () => {
  const a: Span[][] = [
    [
      { start: 0, end: 5, type: 'A' },
      { start: 9, end: 12, type: 'A' },
    ],
    [],
  ]
  const b: Span[][] = [[{ start: 0, end: 5, type: 'A' }], [{ start: 0, end: 3, type: 'A' }]]
  const c: Span[][] = [[], []]
  // a and b: 2 * 1 / 4; a and c, b and c: 0.
  expect(spanAgreement([a, b, c], 'strict').value).toBeCloseTo(1 / 6, 12)
  expect(spanAgreement([b, a, c], 'strict').value).toBeCloseTo(1 / 6, 12)
  expect(spanAgreement([c, c], 'strict').value).toBeNull()
})
