import type { Analysis, Context, Document } from '@corpuscope/core'
import { definedShortForms, wordClass, wordFacts } from '@corpuscope/features'
import { column, scanWords, sentenceWords, type Words, words } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates } from './grouped.ts'
import { wordCase, wordCases } from './word-cases.ts'

const longest = 6
const what = `An abbreviation is a word of the clinical lexicon of its language (en, fr, es, pt, de, it; see abbreviation-rate) or, in any language, one of two to ${longest} capitals in a sentence that is not all in capitals.`

const measures: readonly GroupedMeasure[] = [
  {
    id: 'acronym-rate',
    title: 'Abbreviations and acronyms',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of abbreviations / words without digits. ${what}`,
    source: { text: 'Lexicon and rule of this project' },
    leftOut: 'no words without digits',
    languages: 'any',
  },
  {
    id: 'expanded-abbreviation-share',
    title: 'Abbreviations that are spelled out somewhere',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of abbreviations that any document of the corpus spells out, as in "deep vein thrombosis (DVT)" / abbreviations. ${what}`,
    source: {
      text: 'Schwartz & Hearst 2003, Pacific Symposium on Biocomputing:451-462, for what is spelled out',
    },
    leftOut: 'no abbreviation',
    languages: 'any',
  },
]

// Per type, lent to one call after the other: all zero between them.
let uses = new Uint32Array(1024)

/** The abbreviations of one document: hash and number of uses of each in turn. */
export function abbreviationsOf(document: Document): Float64Array {
  const read = words(document)
  const { hashes } = read
  if (uses.length < hashes.length) uses = new Uint32Array(2 * hashes.length)
  const found = countUses(uses, read, wordFacts(document).classes, sentenceWords(document), wordCases(document))
  const list = column.f64(2 * found.length)
  for (let i = 0; i < found.length; i++) {
    const type = found[i]!
    list[2 * i] = hashes[type]!
    list[2 * i + 1] = uses[type]!
    uses[type] = 0
  }
  return list
}

/** Counts the uses of each type as an abbreviation, and returns those types in the order in which they come. */
function countUses(
  counts: Uint32Array,
  { starts, ends, types }: Words,
  classes: Uint16Array,
  firsts: Uint32Array,
  cases: Uint8Array,
): number[] {
  const found: number[] = []
  for (let s = 0; s + 1 < firsts.length; s++) {
    const first = firsts[s]!
    const end = firsts[s + 1]!
    let capitals = 0
    for (let word = first; word < end; word++) if ((cases[word]! & wordCase.upper) !== 0) capitals++
    const shouted = capitals > 1 && capitals === end - first
    for (let word = first; word < end; word++) {
      const own = classes[types[word]!]!
      const isAcronym =
        !shouted && (cases[word]! & wordCase.upper) !== 0 && ends[word]! - starts[word]! <= longest && (own & wordClass.digit) === 0
      if ((isAcronym || (own & wordClass.abbreviation) !== 0) && counts[types[word]!]!++ === 0) found.push(types[word]!)
    }
  }
  return found
}

/** The abbreviations that a document spells out, as hashes of single words. */
function definedIn(text: string): Float64Array {
  const found = new Set<number>()
  for (const { short } of definedShortForms(text)) {
    const { count, hashes } = scanWords(short)
    if (count === 1) found.add(hashes[0]!)
  }
  return Float64Array.from(found)
}

/** How much is abbreviated, and how much of it the corpus itself explains. */
export function abbreviations(): Analysis<null> {
  return {
    id: 'abbreviations',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => null,
    observe(_, document) {
      const used = abbreviationsOf(document)
      const { classes } = wordFacts(document)
      const { frequencies } = words(document)
      let plain = 0
      let all = 0
      for (let type = 0; type < frequencies.length; type++) if ((classes[type]! & wordClass.digit) === 0) plain += frequencies[type]!
      for (let at = 1; at < used.length; at += 2) all += used[at]!
      return {
        values: { 'acronym-rate': plain > 0 ? all / plain : null },
        lists: { 'abbreviations.used': used, 'abbreviations.defined': definedIn(document.text) },
      }
    },
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const defined = new Set<number>()
      for (let i = 0; i < rows.n; i++) for (const hash of rows.list('abbreviations.defined', i)) defined.add(hash)
      const shares = new Float64Array(rows.n).fill(Number.NaN)
      for (let i = 0; i < rows.n; i++) {
        const used = rows.list('abbreviations.used', i)
        let [all, expanded] = [0, 0]
        for (let at = 0; at < used.length; at += 2) {
          all += used[at + 1]!
          if (defined.has(used[at]!)) expanded += used[at + 1]!
        }
        if (all > 0) shares[i] = expanded / all
      }
      const values = (id: string): Float64Array => (id === 'expanded-abbreviation-share' ? shares : rows.values(id))
      const read: Context = { ...context, rows: { ...rows, values, present: (id) => values(id).filter((value) => !Number.isNaN(value)) } }
      return {
        estimates: groupedEstimates(measures, read),
        documentValues: { 'expanded-abbreviation-share': shares },
      }
    },
  }
}
