import { ambiguousNames, eponyms } from './data/name-words.ts'
import { type Identifier, strengths } from './identifier.ts'
import { hashOf } from './letters.ts'
import { bareName, strangerAt } from './name-bare.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { meetingLead, nameBeforeDeed, nameBeforeKin } from './name-frames.ts'
import { bornLead, leadOf, surnameFirstLead } from './name-leads.ts'
import { nameAfterAnd, nameBeforeDegree, nameBeside, nameInRow } from './name-mates.ts'
import { isGenitive, isUpper, longestWord, lowered, namesAThing, type Word } from './name-parts.ts'
import { namesBelow } from './name-rows.ts'
import { type Name, nameAt } from './name-shape.ts'
import { isSmall, nameInSmall } from './name-small.ts'
import type { ScannedText } from './scanned-text.ts'
import { wordBit } from './word-bits.ts'

/** The names of a text, found word by word as a scan goes on. */
export interface NameSearch {
  /**
   * Looks whether a word leads to a name.
   *
   * @param start  the word's first letter
   * @param end    behind its last, hyphens and apostrophes inside counted in
   * @param bits   what it may be: see `wordBit`
   * @returns      where the next word is to be looked at: behind the name, if there is one
   */
  at(start: number, end: number, bits: number): number
  /** Looks whether a name stands before what only a person does, a word in small letters behind one with a capital. */
  deed(start: number, end: number): void
  /**
   * Takes a capitalised word down: it may be a name that only a later line gives away.
   *
   * @param hash  of its letters in small; 0 where it was not made of all of them
   */
  capitalised(start: number, end: number, hash: number): void
  /** All of them, and the same names elsewhere in the document. */
  found(): Identifier[]
}

/**
 * Names of persons: after a title ("Dr", "Frau"), a label ("Name:"), a salutation or the close of a letter; a known given name with what
 * follows it; and wherever else in the document such a name stands again. A name of the textbooks (Crohn's disease, Foley catheter) is
 * none, unless a title says that somebody is meant.
 *
 * @param onSteps  told how many characters were looked at
 */
export function nameSearch(text: ScannedText, onSteps: (steps: number) => void): NameSearch {
  const found: Identifier[] = []
  /** Family names that were found, for the second look. */
  const known = new Set<string>()
  const inColumns: Name[] = []
  const isSpeaker = speakersOf(text, onSteps)
  capitals.length = 0
  const take = (name: Name, strength: Identifier['strength'], isFramed = false): void => {
    found.push(identified(text, name, strength))
    // A single word that only what stands beside it makes a name may be something else where it stands alone.
    if (isFramed && name.words.length === 1 && !(factsAt(text, name.start, name.end) & knownGiven)) return
    for (const word of name.words) remember(known, text, word)
  }
  const takeBefore = (name: Name | undefined): void => {
    if (name && !(found.at(-1) && found.at(-1)!.end > name.start)) take(name, strengths.cue, true)
  }
  let columns: boolean | undefined
  const hasColumns = (): boolean => (columns ??= /[\t|]|;\S/.test(text.string))
  return {
    deed(start, end) {
      onSteps(2 * longestWord)
      takeBefore(nameBeforeDeed(text, start, end))
    },
    at(start, end, bits) {
      onSteps(longestWord)
      const small = !isUpper(text.charCodeAt(start))
      if (bits & wordBit.name) {
        if (hasColumns() && factsAt(text, start, end) & nameFact.label)
          for (const name of namesBelow(text, start, end)) inColumns.push(name)
        if (small) {
          const name = isSmall(text) ? nameInSmall(text, start, end) : undefined
          if (name) {
            found.push(identified(text, name, strengths.cue))
            return name.end
          }
          takeBefore(nameBeforeKin(text, start, end))
        }
      }
      const lead =
        bornLead(text, start) ??
        surnameFirstLead(text, start, end) ??
        (bits & mayLead ? leadOf(text, start, end, isSpeaker) : undefined) ??
        (bits & wordBit.meeting ? meetingLead(text, start, end) : undefined)
      if (!lead) {
        if (small) return end
        const mayBeDegree = bits & wordBit.degree || text.charCodeAt(end) === 46
        const name =
          (mayBeDegree ? nameBeforeDegree(text, start, end) : undefined) ?? bareName(text, start, end) ?? strangerAt(text, start, end)
        if (!name || (found.at(-1) && found.at(-1)!.end > name.start)) return end
        take(name, name.start < start ? strengths.cue : strengths.lexicon)
        return Math.max(end, name.end)
      }
      onSteps(3 * longestWord)
      const name = lead.at < 0 ? undefined : nameAt(text, lead.at, lead.kind)
      if (!name) {
        const bare = lead.kind === 'given' ? bareName(text, start, end) : undefined
        if (!bare) return end
        take(bare, strengths.lexicon)
        return bare.end
      }
      take(name, lead.kind === 'given' ? strengths.lexicon : strengths.cue, lead.kind === 'meeting' || lead.kind === 'sighting')
      // A letter is signed by several, side by side or one below the other.
      if (lead.kind === 'closing' || lead.kind === 'title' || lead.kind === 'label') return signedBeside(text, name.end, found, known)
      let last = name.end
      for (let next = nameInRow(text, last); next; next = nameInRow(text, last)) {
        take(next, strengths.lexicon)
        last = next.end
      }
      return last
    },
    capitalised(start, end, hash) {
      if (capitals.length + 3 > capitals.places.length) capitals.places = grown(capitals.places)
      capitals.places[capitals.length++] = start
      capitals.places[capitals.length++] = end
      capitals.places[capitals.length++] = hash
    },
    found() {
      for (const name of inColumns) take(name, strengths.cue)
      if (inColumns.length > 0) found.sort((a, b) => a.start - b.start)
      if (known.size > 0) again(text, known, found)
      return found
    },
  }
}

const knownGiven = nameFact.given | nameFact.lone
const mayLead = wordBit.name | wordBit.given

/** Start, end and hash of each capitalised word of the text that is read; kept from text to text, since most are short. */
const capitals = { places: new Int32Array(3 * 1024), length: 0 }

function grown(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * places.length)
  larger.set(places)
  return larger
}

/** From this many lines on that open with a label, it names a speaker. */
const fewestTurns = 3

/** Whether a label opens line after line of a text; each label is counted once. */
function speakersOf(text: ScannedText, onSteps: (steps: number) => void): (label: string) => boolean {
  const known = new Map<string, boolean>()
  return (label) => {
    let spoken = known.get(label)
    if (spoken === undefined) {
      onSteps(text.length)
      const lines = new RegExp(`^[ \\t]*${label}:`, 'gimu')
      spoken = true
      for (let i = 0; i < fewestTurns && spoken; i++) spoken = lines.test(text.string)
      known.set(label, spoken)
    }
    return spoken
  }
}

/** @returns where the reading goes on: behind the last name of the row */
function signedBeside(text: ScannedText, end: number, found: Identifier[], known: Set<string>): number {
  let at = end
  const lead = found.at(-1)!.start
  for (let name = nameAfterAnd(text, lead, at) ?? nameBeside(text, at); name; name = nameBeside(text, at)) {
    found.push(identified(text, name, strengths.cue))
    for (const word of name.words) remember(known, text, word)
    at = name.end
  }
  return at
}

function remember(known: Set<string>, text: ScannedText, { start, end }: Word): void {
  if (end - start >= 3) known.add(text.slice(start, end))
}

/** The same names elsewhere in the document, alone. */
function again(text: ScannedText, known: ReadonlySet<string>, found: Identifier[]): void {
  const hashes = new Set<number>()
  for (const word of known) hashes.add(hashOf(word.toLowerCase()))
  const { places, length } = capitals
  const names = found.length
  let covered = 0
  for (let i = 0; i < length; i += 3) {
    const hash = places[i + 2]!
    if (hash !== 0 && !hashes.has(hash)) continue
    const start = places[i]!
    const end = places[i + 1]!
    while (covered < names && found[covered]!.end <= start) covered++
    if (end - start > longestWord || (covered < names && found[covered]!.start <= start)) continue
    const word = text.slice(start, end)
    if (
      known.has(word) &&
      !ambiguousNames.has(word.toLowerCase()) &&
      !namesAThing(text, end) &&
      !(eponyms.has(word.toLowerCase()) && isGenitive(text, end) && text.charCodeAt(end) !== 32)
    )
      found.push(identified(text, { start, end, words: [] }, strengths.cue))
  }
}

const fictional: ReadonlySet<string> = new Set([
  'test patient',
  'patient test',
  'john doe',
  'jane doe',
  'max mustermann',
  'erika mustermann',
  'test test',
  'joe bloggs',
  'john citizen',
  'jane citizen',
  'mario rossi',
])

function identified(text: ScannedText, { start, end }: Name, strength: Identifier['strength']): Identifier {
  const identity = lowered(text, start, end)
  return { kind: 'person', start, end, strength, identity, ...(fictional.has(identity) && { nobody: 'reserved for fiction' as const }) }
}
