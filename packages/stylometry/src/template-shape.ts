import type { Document } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { hash53 } from '@corpuscope/statistics'
import { column, finish53, lanesOf, lines, sampledRuns, type WordLanes, type Words, words } from '@corpuscope/text'
import { wordCase, wordCases } from './word-cases.ts'

/** What a document's form is known again by: hashes below 2^53, 0 for none. */
export interface TemplateShape {
  /** Per line with words: the hash of its words with numbers masked, and that of its skeleton. */
  readonly lines: Float64Array
  /** Per line with words: how many they are, and how many stand before its colon: its label. */
  readonly words: Uint32Array
  /** Per line with a label: the hash of the label with numbers masked, and of the words behind it as they are. */
  readonly fields: Float64Array
  /** Distinct runs of `runLength` words, one in `oneIn` of them by its hash. */
  readonly phrases: Float64Array
  /** Of the first words, or of the first date where the document opens with one. */
  readonly opening: number
  readonly dated: boolean
  readonly closing: number
}

export const runLength = 5
const oneIn = 8
const wordsAtEnds = 3
const longestLabel = 40
/** A skeleton of fewer words says too little. */
export const fewestInSkeleton = 3

// What stands for a number, and in a skeleton for a name or a word that no list knows.
const number = 0x2f0b4a27
const masked = 0x61c88647

// Both halves of a hash of words roll along: Karp & Rabin 1987.
const p = 0x01000193
const q = 0x2c1b3c6d
const known = wordClass.functionWord | wordClass.medical | wordClass.abbreviation | wordClass.digit

/** What a type can be in a line; none of it for a word that a list knows. */
const role = { nameInCapitals: wordCase.capital, unlisted: 2, number: 4 } as const

// Per type, lent from one call to the next.
let lentRoles = new Uint8Array(1024)

function rolesOf(classes: Uint16Array): Uint8Array {
  if (lentRoles.length < classes.length) lentRoles = new Uint8Array(2 * classes.length)
  const roles = lentRoles
  for (let type = 0; type < classes.length; type++) {
    const own = classes[type]!
    if ((own & known) !== 0) roles[type] = (own & wordClass.digit) !== 0 ? role.number : 0
    else roles[type] = (own & wordClass.unlisted) !== 0 ? role.nameInCapitals | role.unlisted : role.nameInCapitals
  }
  return roles
}

/**
 * The form of a document; undefined when it has no words.
 *
 * @param named  is told which words a hash of a label, of what stands behind it, or of an opening is made of; the end is exclusive
 */
export function templateShape(document: Document, named?: (hash: number, from: number, to: number) => void): TemplateShape | undefined {
  const { text } = document
  const read = words(document)
  const { starts, types, count } = read
  if (count === 0) return undefined
  const { classes } = wordFacts(document)
  const lanes = lanesOf(read.hashes)
  const { lows, highs } = lanes
  const roles = rolesOf(classes)
  const rows = lines(document)
  const cases = wordCases(document)
  const hashes = column.f64(2 * rows.count)
  const counts = column.u32(2 * rows.count)
  const fields: number[] = []
  let kept = 0
  let word = 0
  let colon = text.indexOf(':')
  for (let line = 0; line < rows.count && word < count; line++) {
    const from = rows.starts[line]!
    const to = rows.ends[line]!
    const first = word
    if (starts[first]! >= to) continue
    if (colon >= 0 && colon < from) colon = text.indexOf(':', from)
    const label = colon >= 0 && colon < to && colon - from <= longestLabel ? colon : -1
    let labelled = -1
    let [a, b] = [0, 0]
    // Of the skeleton.
    let [c, d] = [0, 0]
    let plain = 0
    let isMasked = 0
    // The first word of a line is no name for its capital.
    let asked = 0
    for (; word < count && starts[word]! < to; word++) {
      const start = starts[word]!
      if (labelled < 0 && start > label) {
        labelled = word - first
        if (labelled > 0) fields.push(finish53(a, b))
      }
      const type = types[word]!
      const own = roles[type]!
      // All ones for a number, for a name, else 0: chosen by arithmetic, since no processor foresees where numbers and names stand.
      const isNumber = -(own >> 2)
      const name = own & ((cases[word]! & asked) | role.unlisted)
      const isName = -((name | (name >> 1)) & 1)
      const low = lows[type]! ^ ((lows[type]! ^ number) & isNumber)
      const high = highs[type]! ^ ((highs[type]! ^ number) & isNumber)
      a = (Math.imul(a, p) + low) | 0
      b = (Math.imul(b, q) + high) | 0
      c = (Math.imul(c, p) + (low ^ ((low ^ masked) & isName))) | 0
      d = (Math.imul(d, q) + (high ^ ((high ^ masked) & isName))) | 0
      isMasked |= isName
      plain += 1 + isName + isNumber
      asked = wordCase.capital
    }
    const here = word - first
    if (labelled < 0) {
      labelled = here
      fields.push(finish53(a, b))
    }
    if (labelled > 0) {
      const content = labelled < here ? wordsHash(read, lanes, first + labelled, word) : 0
      fields.push(content)
      named?.(fields.at(-2)!, first, first + labelled)
      named?.(content, first + labelled, word)
    }
    hashes[2 * kept] = finish53(a, b)
    hashes[2 * kept + 1] = plain >= fewestInSkeleton && plain * 2 >= here ? (isMasked !== 0 ? finish53(c, d) : hashes[2 * kept]!) : 0
    counts[2 * kept] = here
    counts[2 * kept + 1] = labelled
    kept++
  }
  const date = openingDate.exec(text.slice(0, 200))
  const opening = date ? hashOfDate(date) : wordsHash(read, lanes, 0, Math.min(wordsAtEnds, count))
  if (!date) named?.(opening, 0, Math.min(wordsAtEnds, count))
  return {
    lines: hashes.subarray(0, 2 * kept),
    words: counts.subarray(0, 2 * kept),
    fields: new Float64Array(fields),
    phrases: sampledRuns(read, runLength, oneIn, lanes),
    opening,
    dated: date !== null,
    closing: wordsHash(read, lanes, Math.max(0, count - wordsAtEnds), count),
  }
}

const openingDate = /^\s*(?:\p{L}{1,5}[:.]?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/u

/** Of a date in figures, in whatever spelling. */
const hashOfDate = ([, day, month, year = '']: RegExpExecArray): number =>
  hash53(`${Number(day)}/${Number(month)}/${year.length === 2 ? `20${year}` : year}`)

function wordsHash({ types }: Words, { lows, highs }: WordLanes, from: number, to: number): number {
  let a = 0
  let b = 0
  for (let word = from; word < to; word++) {
    a = (Math.imul(a, p) + lows[types[word]!]!) | 0
    b = (Math.imul(b, q) + highs[types[word]!]!) | 0
  }
  return finish53(a, b)
}
