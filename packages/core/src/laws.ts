import { seededRandom } from '@corpuscope/statistics'
import type { Analysis, Feature } from './analysis.ts'
import { type Companions, concludeState } from './conclude.ts'
import { createDocument, type Document } from './document.ts'
import { createState, mergeStates, observer, readState, type State, writeState } from './state.ts'
import type { Suite } from './suite.ts'

export interface LawOptions {
  /** Corpus features that the analysis needs, and those that they need. */
  readonly features?: readonly Feature[]
  readonly seed?: number
  /** How many random cuts and orders are tried. */
  readonly rounds?: number
  /** A second corpus of its own stands beside, as with `--against` and `--holdout`, cut and merged like the first. */
  readonly beside?: boolean
}

/**
 * Throws unless the analysis obeys the laws: a random corpus cut anywhere, merged in any order, written and read back between,
 * concludes to the same bytes as one pass. The corpus holds `constructor` and `__proto__` as words, ids, labels and fields,
 * emoji, other scripts, empty texts, copies, a doubled id, and one text of 1 MB.
 */
export async function obeysTheLaws(
  analysis: Analysis,
  { features = [], seed = 1, rounds = 4, beside = false }: LawOptions = {},
): Promise<void> {
  const suite: Suite = {
    id: 'laws',
    title: 'Laws',
    categories: [{ id: 'laws', title: 'Laws', question: 'Do the laws hold?', analyses: [analysis], headlines: [] }],
    features,
    references: [],
    language: () => 'en',
  }
  const documents = randomCorpus(seed)
  const others = beside ? { against: randomCorpus(seed + 1), holdout: randomCorpus(seed + 2) } : {}
  const companions = (part: (documents: readonly Document[]) => State): Companions =>
    Object.fromEntries(Object.entries(others).map(([role, each]) => [role, part(each)]))
  const whole = (each: readonly Document[]): State => observeAll(suite, each)
  const expected = await conclusion(suite, whole(documents), companions(whole))
  for (let round = 0; round < rounds; round++) {
    const random = seededRandom(`laws ${seed} ${round}`)
    const merged = (each: readonly Document[]): State => mergedAnyhow(suite, each, random)
    const actual = await conclusion(suite, merged(documents), companions(merged))
    if (actual !== expected) throw new Error(`${analysis.id} breaks the laws: ${firstDifference(expected, actual)}`)
  }
  // The empty part is neutral.
  const withEmpty = createState(suite)
  mergeStates(suite, withEmpty, observeAll(suite, documents))
  mergeStates(suite, withEmpty, createState(suite))
  const actual = await conclusion(suite, withEmpty, companions(whole))
  if (actual !== expected) throw new Error(`${analysis.id} changes when an empty part is merged: ${firstDifference(expected, actual)}`)
}

/** Cut at random and merged in a random order, as a tree reduction would, each part written and read back first. */
function mergedAnyhow(suite: Suite, documents: readonly Document[], random: () => number): State {
  let parts = shuffled(cut(shuffled(documents, random), random), random).map((part) => observeAll(suite, part))
  while (parts.length > 1) {
    parts = shuffled(parts, random)
    const [first, second, ...rest] = parts as [State, State, ...State[]]
    const merged = readState(writeState(first))
    mergeStates(suite, merged, readState(writeState(second)))
    parts = [...rest, merged]
  }
  return parts[0]!
}

function observeAll(suite: Suite, documents: readonly Document[]): State {
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const document of documents) observe(document, 'laws')
  return state
}

async function conclusion(suite: Suite, state: State, companions: Companions): Promise<string> {
  const { audit, pairs, findings, documentValues } = await concludeState(suite, state, { version: '0', seed: 1, options: {}, companions })
  return JSON.stringify({ audit, pairs, findings, documentValues: [...documentValues].map(([name, values]) => [name, [...values]]) })
}

function firstDifference(expected: string, actual: string): string {
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  return `one pass gives …${expected.slice(Math.max(0, at - 60), at + 60)}… and the merged parts …${actual.slice(Math.max(0, at - 60), at + 60)}…`
}

const vocabulary = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'pain',
  'chest',
  'no',
  'the',
  'is',
  'fever',
  'Patient',
  'denies',
  'cough',
  'review',
  'nil',
  'today',
  'with',
  'and',
  'for',
  'naïve',
  'Übelkeit',
  'пациент',
  '患者发热三天',
  'ปวดท้อง',
  '👩‍⚕️',
  'e\u0301tat',
  '2.5',
  'mg',
  'O/E',
  'BP',
  "don't",
  'jane@example.com',
  '0491 570 006',
  '12/03/2024',
  '2123 45670 1',
]

function randomCorpus(seed: number): Document[] {
  const random = seededRandom(`corpus ${seed}`)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const text = (length: number): string => Array.from({ length }, () => pick(vocabulary) + pick([' ', ' ', ' ', '. ', '\n', ': '])).join('')
  const texts = Array.from({ length: 40 }, () => text(Math.floor(random() * 150)))
  texts.push('', ' \n', 'pain', texts[3]!, texts[3]!, `${texts[5]!} addendum`, text(160_000))
  return texts.map((each, i) =>
    createDocument({
      id: i % 7 === 0 ? pick(['constructor', '__proto__', 'doubled']) : `note-${i}`,
      text: each,
      metadata: new Map<string, string | number | null>([
        ['__proto__', pick(['a', 'b'])],
        ['age', Math.floor(random() * 90)],
        ['setting', pick(['clinic', 'ward', null])],
      ]),
      ...(random() < 0.8 && { label: pick(['Cough', 'Rash', 'constructor', '__proto__', 'Other']) }),
    }),
  )
}

function cut<T>(items: readonly T[], random: () => number): T[][] {
  const parts: T[][] = [[]]
  for (const item of items) {
    if (random() < 0.15) parts.push([])
    parts.at(-1)!.push(item)
  }
  return parts
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
