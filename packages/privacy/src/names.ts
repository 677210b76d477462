import { isLetter } from './characters.ts'
import { ambiguousNames, eponyms } from './data/name-words.ts'
import { type Identifier, strengths } from './identifier.ts'
import { bornLead, leadOf } from './name-leads.ts'
import { nameAfterAnd, nameBeforeDegree, nameBeside } from './name-mates.ts'
import { isGenitive, isUpper, longestWord, lowered, namesAThing, type Word, wordEnd } from './name-parts.ts'
import { type Name, nameAt } from './name-shape.ts'

/**
 * Names of persons: after a title ("Dr", "Frau"), a label ("Name:"), a salutation or the close of a letter; a known given name with what
 * follows it; and wherever else in the document such a name stands again. A name of the textbooks (Crohn's disease, Foley catheter) is
 * none, unless a title says that somebody is meant.
 *
 * @param onSteps  told how many characters were looked at
 */
export function personNames(text: string, onSteps: (steps: number) => void = () => {}): Identifier[] {
  const found: Identifier[] = []
  /** Family names that were found, for the second look. */
  const known = new Set<string>()
  const isSpeaker = speakersOf(text)
  let steps = text.length
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (!isLetter(code)) {
      at++
      continue
    }
    const end = wordEnd(text, at)
    steps += end - at
    if (end - at <= longestWord) {
      const lead = bornLead(text, at) ?? leadOf(text, at, end, isSpeaker)
      if (!lead && isUpper(code)) {
        const name = nameBeforeDegree(text, at, end)
        if (name && !(found.at(-1) && found.at(-1)!.end > name.start)) {
          found.push(identified(text, name, strengths.cue))
          for (const word of name.words) remember(known, text, word)
        }
      }
      if (lead) {
        steps += 4 * longestWord
        const name = lead.at < 0 ? undefined : nameAt(text, lead.at, lead.kind)
        if (name) {
          found.push(identified(text, name, lead.kind === 'given' ? strengths.lexicon : strengths.cue))
          for (const word of name.words) remember(known, text, word)
          at = name.end
          // A letter is signed by several, side by side or one below the other.
          if (lead.kind === 'closing' || lead.kind === 'title' || lead.kind === 'label') at = signedBeside(text, at, found, known)
          continue
        }
      }
    }
    at = end
  }
  if (known.size > 0) {
    again(text, known, found)
    steps += text.length
  }
  onSteps(steps)
  return found
}

/** From this many lines on that open with a label, it names a speaker. */
const fewestTurns = 3

/** Whether a label opens line after line of a text; each label is counted once. */
function speakersOf(text: string): (label: string) => boolean {
  const known = new Map<string, boolean>()
  return (label) => {
    let spoken = known.get(label)
    if (spoken === undefined) {
      const lines = new RegExp(`^[ \\t]*${label}:`, 'gimu')
      spoken = true
      for (let i = 0; i < fewestTurns && spoken; i++) spoken = lines.test(text)
      known.set(label, spoken)
    }
    return spoken
  }
}

/** @returns where the reading goes on: behind the last name of the row */
function signedBeside(text: string, end: number, found: Identifier[], known: Set<string>): number {
  let at = end
  const lead = found.at(-1)!.start
  for (let name = nameAfterAnd(text, lead, at) ?? nameBeside(text, at); name; name = nameBeside(text, at)) {
    found.push(identified(text, name, strengths.cue))
    for (const word of name.words) remember(known, text, word)
    at = name.end
  }
  return at
}

function remember(known: Set<string>, text: string, { start, end }: Word): void {
  if (end - start >= 3) known.add(text.slice(start, end))
}

/** The same names elsewhere in the document, alone. */
function again(text: string, known: ReadonlySet<string>, found: Identifier[]): void {
  const taken = new Set(found.map(({ start }) => start))
  const ends = found.map(({ start, end }) => [start, end] as const)
  let covered = 0
  let at = 0
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = wordEnd(text, at)
    while (covered < ends.length && ends[covered]![1] <= at) covered++
    const inside = covered < ends.length && ends[covered]![0] <= at
    if (!inside && isUpper(text.charCodeAt(at)) && end - at <= longestWord && !taken.has(at)) {
      const word = text.slice(at, end)
      if (
        known.has(word) &&
        !ambiguousNames.has(word.toLowerCase()) &&
        !namesAThing(text, end) &&
        !(eponyms.has(word.toLowerCase()) && isGenitive(text, end) && text.charCodeAt(end) !== 32)
      ) {
        found.push(identified(text, { start: at, end, words: [] }, strengths.cue))
      }
    }
    at = end
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

function identified(text: string, { start, end }: Name, strength: Identifier['strength']): Identifier {
  const identity = lowered(text, start, end)
  return { kind: 'person', start, end, strength, identity, ...(fictional.has(identity) && { nobody: 'reserved for fiction' as const }) }
}
