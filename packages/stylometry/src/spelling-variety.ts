import { type Analysis, type Context, type Document, type Note, notApplicable, type Table } from '@corpuscope/core'
import { type SpellingPattern, spellingOf, spellingPairs, spellingPatterns, wordClass, wordFacts } from '@corpuscope/features'
import { distribution, wilson } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates } from './grouped.ts'

const list = 'spelling-variety.counts'
const source = {
  text: "Peters 2004, The Cambridge Guide to English Usage; Australian Government Style Manual, Spelling; Waddingham 2014, New Hart's Rules",
}

const measures: readonly GroupedMeasure[] = [
  {
    id: 'ise-spelling-share',
    title: 'Spelled with -ise',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Mean over documents of words in -ise, -ised, -isation and the like / all that may have -ise or -ize. Low in American English and in the British style of Oxford, high in other British and in Australian English. Words that have an s everywhere (advise, exercise) do not count.',
    source,
    leftOut: 'no word in -ise or -ize, or not in English',
  },
  {
    id: 'program-spelling-share',
    title: 'Spelled program',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Mean over documents of program or programs / these and programme or programmes. High in American and in Australian English, low in British English, which writes program of computers alone: the one word of the list that tells British from Australian spelling.',
    source,
    leftOut: 'neither program nor programme, or not in English',
  },
]

const width = 2 * spellingPatterns.length
const placeOf = new Map<SpellingPattern, number>(spellingPatterns.map(({ id }, i) => [id, 2 * i]))
const ise = placeOf.get('ise')!
const programme = placeOf.get('programme')!

/** Words of each form of each pattern, the first form before the second; undefined for none. */
function countsOf(document: Document): Uint32Array | undefined {
  const { classes, language } = wordFacts(document)
  if (language !== 'en') return undefined
  const { frequencies, word } = words(document)
  let counts: Uint32Array | undefined
  for (let type = 0; type < frequencies.length; type++) {
    if ((classes[type]! & wordClass.variety) === 0) continue
    const spelling = spellingOf(word(type))
    if (spelling) (counts ??= new Uint32Array(width))[placeOf.get(spelling.pattern)! + (spelling.first ? 0 : 1)]! += frequencies[type]!
  }
  return counts
}

/** Which English is written: American, British or Australian, as far as spelling tells. */
export function spellingVariety(): Analysis<null> {
  return {
    id: 'spelling-variety',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => null,
    observe(_, document) {
      const counts = countsOf(document)
      if (!counts) return undefined
      const share = (at: number, other: number): number | null => {
        const all = counts[at]! + counts[other]!
        return all > 0 ? counts[at]! / all : null
      }
      return {
        values: { 'ise-spelling-share': share(ise, ise + 1), 'program-spelling-share': share(programme + 1, programme) },
        lists: { [list]: counts },
      }
    },
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const counted = Array.from({ length: rows.n }, (__, i) => rows.list(list, i)).filter((counts) => counts.length > 0)
      const table = tableOf(counted)
      return {
        estimates: measures.map((measure) =>
          distribution(rows.present(measure.id))
            ? groupedEstimates([measure], context)[0]!
            : notApplicable(measure.id, `every document was left out: ${measure.leftOut}`, rows.n),
        ),
        ...(table && { tables: [table], notes: [noteOf(counted)] }),
      }
    },
  }
}

type Counts = ReturnType<Context['rows']['list']>

function tableOf(counted: readonly Counts[]): Table | undefined {
  const rows = spellingPatterns.flatMap(({ title }, i) => {
    let [first, second, both, withFirst, withSecond] = [0, 0, 0, 0, 0]
    for (const counts of counted) {
      const [a, b] = [counts[2 * i]!, counts[2 * i + 1]!]
      first += a
      second += b
      if (a > 0) withFirst++
      if (b > 0) withSecond++
      if (a > 0 && b > 0) both++
    }
    return first + second > 0 ? [[title, first, second, withFirst, withSecond, both]] : []
  })
  if (rows.length === 0) return undefined
  return {
    id: 'spelling-variety-patterns',
    analysis: 'spelling-variety',
    title: 'Spelling of English where countries differ, the British form first',
    columns: [
      'Forms',
      'Words of the first',
      'Words of the second',
      'Documents with the first',
      'Documents with the second',
      'Documents with both',
    ].map((title) => ({ title })),
    rows,
  }
}

/** Fewer documents tell nothing. */
const fewest = 5
const pairPlaces = spellingPatterns.flatMap(({ id }, i) => (id === 'ise' || id === 'programme' ? [] : [2 * i]))

/** Of the documents that lean to either form: how many lean to the first, and the share's 95 % interval. */
function leaning(counted: readonly Counts[], places: readonly number[]) {
  let [first, all] = [0, 0]
  for (const counts of counted) {
    let balance = 0
    for (const place of places) balance += counts[place]! - counts[place + 1]!
    if (balance === 0) continue
    all++
    if (balance > 0) first++
  }
  return { first, all, interval: all > 0 ? wilson(first, all)! : ([0, 1] as const) }
}

/** What the counts say, and what they leave open. */
function noteOf(counted: readonly Counts[]): Note {
  const say = (text: string): Note => ({ analysis: 'spelling-variety', text })
  const pairs = leaning(counted, pairPlaces)
  if (pairs.all < fewest)
    return say(
      `Too few documents (${pairs.all}) have words that British and American English spell differently (${spellingPairs().length} pairs) to say which English is written.`,
    )
  const seen = `${pairs.first} of ${pairs.all} documents with words that differ spell them the British way`
  if (pairs.interval[1] < 0.5) return say(`American spelling: ${seen}.`)
  if (pairs.interval[0] <= 0.5) return say(`Mixed spelling: ${seen}, and the others the American way.`)
  const endings = leaning(counted, [ise])
  if (endings.all >= fewest && endings.interval[1] < 0.5)
    return say(
      `British spelling in the style of Oxford: ${seen}, and ${endings.all - endings.first} of ${endings.all} write -ize, which Australian English does not.`,
    )
  const program = leaning(counted, [programme])
  if (program.all >= fewest && program.interval[0] > 0.5)
    return say(`British spelling: ${seen}, and ${program.first} of ${program.all} write programme, where Australian English has program.`)
  if (program.all >= fewest && program.interval[1] < 0.5)
    return say(
      `Australian spelling: ${seen}, but ${program.all - program.first} of ${program.all} write program, where British English has programme.`,
    )
  return say(
    `British or Australian spelling, which cannot be told apart here: ${seen}; the two differ in programme (British, ${program.first} documents) and program (Australian, ${program.all - program.first} documents).`,
  )
}
