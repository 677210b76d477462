import { type Analysis, type Measure, notApplicable, type Rows, type Table } from '@corpuscope/core'
import { isEnglishWord, type WordSequences, wordClass, wordFacts } from '@corpuscope/features'
import { bottomK, type HashTable, hashTable } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { logOddsScores } from './log-odds.ts'
import { type Sampled, sampled } from './sampled.ts'

const id = 'overused-phrases'
const mostDocuments = 1000
const fewestDocuments = 20
const lengths = [1, 2, 3] as const
/** Pseudo-words of the prior. */
const strength = 1000
const leastScore = 5
/** A word or phrase of fewer documents never enters an artefact. */
const fewestToShow = 5
const shown = 30

const measures: readonly Measure[] = [
  {
    id,
    title: 'Phrases used more than in the other corpus',
    unit: 'phrases',
    range: [0, null],
    direction: 'descriptive',
    definition: `Words and runs of two and three words that stand in at least ${fewestToShow} documents here and are used so much more than in the corpus of --against that their log-odds ratio, with an informative Dirichlet prior worth ${strength} words, lies ${leastScore} standard errors above 0. On at most ${mostDocuments} documents of each corpus, as many of one as of the other, drawn by hash. No interval: it is a count of findings.`,
    source: {
      text: "Monroe, Colaresi & Quinn 2008, Fightin' Words, Political Analysis 16(4):372-403",
      url: 'https://doi.org/10.1093/pan/mpn018',
    },
  },
]

interface Partial {
  readonly sample: Sampled
  /** Lower half of a word's hash -> the word, of documents that may be drawn: 1 in front when a dictionary has it, so that it is no name. */
  readonly terms: Map<number, string>
}

/** Which words and phrases a corpus leans on, against another one: what a reader of machine-written text notices first. */
export function overusedPhrases(): Analysis<Partial> {
  return {
    id,
    measures,
    needs: ['words'],
    alone: true,
    create: () => ({ sample: sampled.create(mostDocuments), terms: new Map() }),
    observe({ sample, terms }, document) {
      if (words(document).count === 0 || !sampled.takes(sample, document.key)) return undefined
      const { hashes, word } = words(document)
      const { classes, language } = wordFacts(document)
      for (let type = 0; type < hashes.length; type++) {
        const hash = hashes[type]! % 4294967296
        if ((classes[type]! & wordClass.digit) !== 0) continue
        const text = word(type)
        const known = (classes[type]! & ~(wordClass.joined | wordClass.unlisted)) !== 0 || (language === 'en' && isEnglishWord(text))
        const entry = `${known ? 1 : 0}${text}`
        const before = terms.get(hash)
        // Of two words with one hash, or one that two languages judge differently, the greater: any order of documents gives the same.
        if (before === undefined || entry > before) terms.set(hash, entry)
      }
      return undefined
    },
    merge(partial, other) {
      sampled.merge(partial.sample, other.sample)
      for (const [hash, entry] of other.terms) {
        const before = partial.terms.get(hash)
        if (before === undefined || entry > before) partial.terms.set(hash, entry)
      }
    },
    conclude({ terms }, context) {
      const { against, rows } = context
      const none = (reason: string) => ({ estimates: measures.map((measure) => notApplicable(measure.id, reason, rows.n)) })
      if (!against) return none('no corpus to be held against: name one with --against')
      const size = Math.min(mostDocuments, rows.n, against.rows.n)
      if (size < fewestDocuments) return none(`fewer than ${fewestDocuments} documents in one of the two corpora`)
      const ours = counted(context.feature<WordSequences>('words'), drawn(rows, size))
      const theirs = counted(against.feature<WordSequences>('words'), drawn(against.rows, size))
      const found = lengths.flatMap((length, at) => scored(length, ours[at]!, theirs[at]!))
      const over = found.filter(({ score, documents }) => score >= leastScore && documents >= fewestToShow)
      const table = tableOf(over, terms, ours[0]!, theirs[0]!)
      return {
        estimates: [
          {
            measure: id,
            value: over.length,
            interval: null,
            n: size,
            left: rows.n - size,
            status: 'measured' as const,
            ...(rows.n > size && { reason: `${size} documents of each corpus were drawn` }),
          },
        ],
        ...(table && { tables: [table] }),
      }
    },
  }
}

function drawn(rows: Rows, size: number): number[] {
  const sample = bottomK.create<number>(size)
  rows.keys.forEach((key, i) => {
    bottomK.add(sample, key, i)
  })
  return bottomK.entries(sample).map(([, i]) => i)
}

interface Runs {
  /** All runs, whatever their number. */
  total: number
  readonly counts: HashTable
  readonly documents: HashTable
  /** Hashes of the words of each run, `length` after `length`, in the order of `places`. */
  readonly words: number[]
  readonly places: HashTable
}

const mix = (value: number): number => {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Counts of the runs of each length over some documents. */
function counted(sequences: WordSequences, documents: readonly number[]): Runs[] {
  return lengths.map((length) => {
    const runs: Runs = { total: 0, counts: hashTable.create(), documents: hashTable.create(), words: [], places: hashTable.create() }
    const last = hashTable.create()
    documents.forEach((i, document) => {
      const sequence = sequences.of(i)
      for (let start = 0; start + length <= sequence.length; start++) {
        let a = 0x243f6a88
        let b: number = length
        for (let w = start; w < start + length; w++) {
          a = mix(Math.imul(a, 0x9e3779b1) ^ sequence[w]!)
          b = mix(Math.imul(b, 0x85ebca77) + sequence[w]!)
        }
        const hash = (a >>> 11) * 4294967296 + b || 1
        runs.total++
        hashTable.add(runs.counts, hash, 1)
        if (hashTable.get(runs.places, hash) < 0) {
          hashTable.set(runs.places, hash, runs.words.length / length)
          for (let w = start; w < start + length; w++) runs.words.push(sequence[w]!)
        }
        if (hashTable.get(last, hash) === document) continue
        hashTable.set(last, hash, document)
        hashTable.add(runs.documents, hash, 1)
      }
    })
    return runs
  })
}

interface Found {
  readonly words: readonly number[]
  readonly score: number
  readonly documents: number
  /** Per 1,000 runs of its length. */
  readonly here: number
  readonly there: number
}

function scored(length: number, ours: Runs, theirs: Runs): Found[] {
  const hashes = new Set<number>()
  for (const { counts } of [ours, theirs]) for (const key of hashTable.keys(counts)) if (key !== 0) hashes.add(key)
  const all = [...hashes].sort((a, b) => a - b)
  const of = (runs: Runs): Float64Array => Float64Array.from(all, (hash) => Math.max(0, hashTable.get(runs.counts, hash)))
  const [a, b] = [of(ours), of(theirs)]
  const scores = logOddsScores(a, b, strength)
  return all.flatMap((hash, w) => {
    if (scores[w]! < leastScore) return []
    const place = hashTable.get(ours.places, hash) * length
    return [
      {
        words: ours.words.slice(place, place + length),
        score: scores[w]!,
        documents: hashTable.get(ours.documents, hash),
        here: (1000 * a[w]!) / ours.total,
        there: (1000 * b[w]!) / theirs.total,
      },
    ]
  })
}

/** The phrases by their score. A word that no list knows may be a name: it is shown only if it stands in several documents of both corpora. */
function tableOf(found: readonly Found[], terms: ReadonlyMap<number, string>, ours: Runs, theirs: Runs): Table | undefined {
  const inBoth = new Set<number>()
  for (const hash of hashTable.keys(theirs.places))
    if (hash !== 0 && hashTable.get(theirs.documents, hash) >= fewestToShow && hashTable.get(ours.documents, hash) >= fewestToShow)
      inBoth.add(theirs.words[hashTable.get(theirs.places, hash)]!)
  const textOf = (word: number): string | undefined => {
    const entry = terms.get(word)
    return entry !== undefined && (entry.startsWith('1') || inBoth.has(word)) ? entry.slice(1) : undefined
  }
  const rows = [...found]
    .sort((a, b) => b.score - a.score || b.here - a.here)
    .flatMap(({ words: parts, score, documents, here, there }) => {
      const texts = parts.map(textOf)
      return texts.includes(undefined)
        ? []
        : [[texts.join(' '), documents, Number(here.toPrecision(3)), Number(there.toPrecision(3)), Number(score.toPrecision(3))]]
    })
    .slice(0, shown)
  if (rows.length === 0) return undefined
  return {
    id: `${id}-table`,
    analysis: id,
    title: 'Words and phrases that this corpus leans on',
    columns: [
      { title: 'Phrase' },
      { title: 'Documents' },
      { title: 'Here', unit: 'per 1,000' },
      { title: 'In the other corpus', unit: 'per 1,000' },
      { title: 'Log-odds', unit: 'standard errors' },
    ],
    rows,
  }
}
