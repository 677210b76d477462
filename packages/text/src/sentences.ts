import type { Document } from '@corpuscope/core'
import { abbreviationsAnywhere, abbreviationsInside, monthNames, openers, shortLast } from './abbreviations.ts'
import { characterTables, kindAt, kinds } from './characters.ts'
import { isSpace, isSpaceUnit, lineSpans, lines } from './lines.ts'
import { narrowBlock } from './narrow-wrap.ts'
import { addSpan, closeSpans, openSpans, type Spans } from './spans.ts'
import { unitsOf } from './units.ts'
import { view } from './view.ts'
import { scanWords, type Words, words } from './words.ts'

const listItem = /^\s*(?:[-–—•·*+▪►‣○●◦⇒→#>|]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=\s|$))/
const lowerCase = /^\p{Ll}/u
const upperCase = /^\p{Lu}/u
const tableOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(65536)
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1
  return table
}
const closers = tableOf('"\'”’»)]}›」』）】')
const quotes = tableOf('"\'”’»›')
const stops = tableOf('.!?…')
const wideStops = tableOf('。！？｡．۔।॥؟')
// What a line ends in that does not go on.
const closings = tableOf('.!?:;')
for (let unit = 0; unit < 65536; unit++) if (wideStops[unit] === 1) stops[unit] = 1

// Prose is wrapped between these widths; shorter lines are a note's own, longer ones were never wrapped.
const narrowestWrap = 50
const widestWrap = 130

/**
 * Whether the text goes on over the line break after line `i`: the next line has to begin in lower case, or with a word that would not have
 * fitted into the text's widest line.
 */
function wraps(text: string, units: Uint16Array, { starts, ends, count }: Spans, i: number, width: number): boolean {
  const start = starts[i]!
  let end = ends[i]!
  if (i + 1 >= count || end - start < narrowestWrap) return false
  while (end > start && isSpaceUnit(units[end - 1]!)) end--
  if (end - start < narrowestWrap || end - start > widestWrap) return false
  let last = end - 1
  while (last > start && closers[units[last]!] === 1) last--
  if (closings[units[last]!] === 1) return false
  // Most lines of a note begin with a capital: no further look is needed where the width alone decides.
  if (width > widestWrap && isCapital(units[starts[i + 1]!]!)) return false
  const next = text.slice(starts[i + 1], Math.min(ends[i + 1]!, starts[i + 1]! + 64)).trimStart()
  if (next === '' || listItem.test(next)) return false
  if (lowerCase.test(next)) return true
  return width <= widestWrap && end - start + 1 + next.search(/\s|$/) > width
}

// No abbreviation is longer: looking back further would only cost time.
const longestAbbreviation = 24

/** The characters before the full stop at `stop`, back to white space or an opening bracket. */
function tokenBefore(text: string, stop: number, from: number): string {
  let start = stop
  const least = Math.max(from, stop - longestAbbreviation)
  while (start > least && !isSpace(text, start - 1) && !'([{"“„«/'.includes(text[start - 1]!)) start--
  return text.slice(start, stop)
}

const opening = /^["'“„«‘(]*([\p{L}\p{N}'’-]*)/u

function wordAfter(text: string, index: number, until: number): string {
  return opening.exec(text.slice(index, Math.min(until, index + 40)))?.[1] ?? ''
}

const isSmall = (unit: number): boolean => unit >= 97 && unit <= 122
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90

/** Lengths and last letters of abbreviations in small letters, as a bit for each length. */
const abbreviationShapes = new Uint32Array(32)
for (const abbreviation of [...abbreviationsInside, ...abbreviationsAnywhere])
  abbreviationShapes[abbreviation.charCodeAt(abbreviation.length - 1) & 31]! |= 1 << Math.min(31, abbreviation.length)

/**
 * Whether a full stop plainly ends a sentence: behind a word in small letters, of three or more, that no abbreviation is like, and before a capital.
 * Most do; the others are looked at by `fullStopEnds`, which says the same of these.
 */
function plainlyEnds(units: Uint16Array, stop: number, from: number, next: number): boolean {
  if (!isCapital(next)) return false
  let start = stop
  while (start > from && isSmall(units[start - 1]!)) start--
  const length = stop - start
  if (length < 3 || length >= longestAbbreviation || (start > from && units[start - 1] !== 32)) return false
  return (abbreviationShapes[units[stop - 1]! & 31]! & (1 << length)) === 0
}

/** Whether the stop at `at` ends a sentence, when white space and then `next` follow what closes it at `closed`; a single one is a full stop by itself. */
function ends(text: string, units: Uint16Array, at: number, from: number, closed: number, next: string): boolean {
  const unit = units[at]!
  if (unit === 46 && closed === at + 1) return fullStopEnds(text, at, from, next)
  const ellipsis = unit === 46 || unit === 0x2026
  return !lowerCase.test(next) || (!ellipsis && endsAnyway(units, at, from, closed, next))
}

/**
 * Whether the full stop at `stop` ends a sentence, when white space and then `next` follow it. Before lower case it does when a word follows that opens
 * sentences, or when the sentence itself began in lower case, as where the writer uses no capitals; behind a word, and not behind a shortened one.
 */
function fullStopEnds(text: string, stop: number, from: number, next: string): boolean {
  const before = tokenBefore(text, stop, from)
  const lowered = before.toLowerCase()
  const follower = next.toLowerCase()
  const opens = openers.has(follower)
  if (abbreviationsInside.has(lowered)) return false
  // The first half of a stretch of days: "vom 8.3. - 22.3.".
  if (/^\d{1,2}\.\d{1,2}$/.test(before) && !upperCase.test(next)) return false
  if (/^\d{1,3}$/.test(before)) {
    // The marker of a list, an ordinal (3. Grades, 27. März), a decimal with a stray blank (9. 7 mg/dl).
    if (stop - before.length === from || /^\d/.test(next) || monthNames.has(follower)) return false
    return upperCase.test(next)
  }
  if (abbreviationsAnywhere.has(lowered)) {
    if (lowered === 'no' || lowered === 'nos') return !/^\d/.test(next) && (upperCase.test(next) || opens)
    return upperCase.test(next)
  }
  // An initial, or one letter of an abbreviation written apart (z. B.): the sentence goes on unless a word follows that opens one.
  if (/^\p{L}$/u.test(before)) return upperCase.test(next) && next.length > 1 && opens
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return upperCase.test(next) && next.length > 1
  if (lowerCase.test(next)) {
    if (opens) return /\p{L}{3}$/u.test(before) || shortLast.has(lowered)
    return /^\p{Ll}{4,}$/u.test(before) && stop - before.length > from && lowerCase.test(text.slice(from, from + 2))
  }
  return true
}

/**
 * The sentences of a text, without the white space around them.
 *
 * A line break ends a sentence, unless the line is prose wrapped at some width. So does `.`, `!`, `?` or `…` with white space behind it (and
 * closing quotes between), except after an abbreviation, an initial, an ordinal or a list's number, and before a lower-case word that does not
 * usually open a sentence; `。`, `！`, `？` and their kin need no white space. Pieces without a letter or digit are no sentence.
 *
 * Telegraphic notes have few full stops: there, sentences are mostly lines.
 *
 * @example sentenceSpans('Seen by Dr. Lee at 3 p.m. today. 2.5 mg given.').count // 2
 */
export const sentenceSpans = (text: string): Spans => sentencesIn(text, lineSpans(text), scanWords(text))

/**
 * Whether what ends in `!` or `?` ends before lower case: it does behind a word ("is she well? yes"), and not where it asks for the next one ("? pneumonia")
 * or stands in brackets, unless a word follows that opens sentences, nor in quotes ('"why?" she said').
 */
function endsAnyway(units: Uint16Array, at: number, from: number, closed: number, next: string): boolean {
  const last = units[closed - 1]!
  if (quotes[last] === 1) return false
  return openers.has(next) || (at > from && !isSpaceUnit(units[at - 1]!) && closers[last] === 0)
}

const open = openSpans()

function sentencesIn(text: string, rows: Spans, { count: wordCount, starts: wordStarts, ends: wordEnds }: Words): Spans {
  const units = unitsOf(text)
  // Locals: a bundler turns module constants into variables, which the loop would read again for every character.
  const [stop, close] = [stops, closers]
  let word = 0
  let looked = 0
  let width = 0
  for (let i = 0; i < rows.count; i++) width = Math.max(width, rows.ends[i]! - rows.starts[i]!)
  for (let i = 0; i < rows.count; i++) {
    let start = rows.starts[i]!
    if (i >= looked) {
      // The lines of a narrow block are one stretch of text, which stops cut.
      const block = narrowBlock(units, rows, i, narrowestWrap)
      looked = block < 0 ? ~block : block
      if (block > 0) i = block - 1
    }
    while (wraps(text, units, rows, i, width)) i++
    const end = rows.ends[i]!
    while (start < end && isSpaceUnit(units[start]!)) start++
    for (let at = start; at < end; at++) {
      // No word holds a stop, whatever the rule for words: only what stands between them is looked at.
      while (word < wordCount && wordEnds[word]! <= at) word++
      if (word < wordCount && wordStarts[word]! <= at) {
        at = wordEnds[word++]! - 1
        continue
      }
      const unit = units[at]!
      if (stop[unit] === 0) continue
      const wide = wideStops[unit] === 1
      let after = at + 1
      while (after < end && (close[units[after]!] === 1 || stop[units[after]!] === 1)) after++
      if (after >= end) break
      const closed = after
      if (!wide) {
        if (!isSpaceUnit(units[closed]!)) continue
        while (after < end && isSpaceUnit(units[after]!)) after++
        const single = unit === 46 && closed === at + 1
        if (!(single && plainlyEnds(units, at, start, units[after]!)) && !ends(text, units, at, start, closed, wordAfter(text, after, end)))
          continue
      }
      take(text, units, start, closed)
      start = closed
      while (start < end && isSpaceUnit(units[start]!)) start++
      at = start - 1
    }
    take(text, units, start, end)
  }
  return closeSpans(open)
}

/** Notes what stands between two offsets as a sentence, where it holds a letter or digit. */
function take(text: string, units: Uint16Array, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isSpaceUnit(units[start]!)) start++
  while (end > start && isSpaceUnit(units[end - 1]!)) end--
  // Most sentences begin with a letter of ASCII.
  if (start < end && (isSmall(units[start]!) || isCapital(units[start]!))) {
    addSpan(open, start, end)
    return
  }
  const tables = characterTables('oracle-1')
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i, tables)
    if (kind === kinds.letter || kind === kinds.number) {
      addSpan(open, start, end)
      return
    }
  }
}

/** The sentences of a document: see `sentenceSpans`. */
export const sentences: (document: Document) => Spans = view((document) => sentencesIn(document.text, lines(document), words(document)))
