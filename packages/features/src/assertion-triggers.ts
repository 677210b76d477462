import { scanWords, type Words } from '@corpuscope/text'
import type { AssertionRules, AssertionStatus } from './assertion-rules.ts'

type Status = Exclude<AssertionStatus, 'present'>

export interface Role {
  readonly side:
    | 'before'
    | 'behind'
    | 'answer'
    | 'never'
    | 'ends'
    | 'pauses'
    | 'joins'
    | 'short'
    | 'alternatives'
    | 'denials'
    | 'affirms'
    | 'overLists'
  readonly status?: Status
}

/** A phrase of the rules at a place of a text; UTF-16 offsets, end exclusive. */
export interface Trigger {
  readonly start: number
  readonly end: number
  readonly roles: readonly Role[]
}

interface Phrase {
  /** In small letters, one blank between words. */
  readonly written: string
  /** Where its first word begins, behind signs and an elided article. */
  readonly lead: number
  /** Hash of its second word, which tells most phrases that begin alike apart without a look at the text; 0 where it has none that stands alone. */
  readonly second: number
  readonly roles: readonly Role[]
}

/** Phrases by the hash of their first word, longest first: most words of a text begin none. */
export type AssertionTriggers = ReadonlyMap<number, readonly Phrase[]>

const phrasesOf = (list: string, relatives: readonly string[] = []): string[] =>
  list
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) => (phrase.includes('{relative}') ? relatives.map((each) => phrase.replace('{relative}', each)) : [phrase]))

const plain = (phrase: string): string => phrase.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
/** Articles that French runs into a word that begins with a vowel. */
const elided = ["l'", "d'", "qu'", "n'", "s'", "c'", "j'"]

/** The phrases of a language, ready to be looked for; accents may be left out, apostrophes be of either kind. */
export function triggersFrom(rules: AssertionRules): AssertionTriggers {
  const roles = new Map<string, Role[]>()
  const relatives = phrasesOf(rules.relatives)
  const add = (list: string, role: Role): void => {
    for (const phrase of phrasesOf(list, relatives))
      for (const form of new Set([phrase, plain(phrase)])) {
        const those = roles.get(form)
        if (!those) roles.set(form, [role])
        else if (!those.some(({ side, status }) => side === role.side && status === role.status)) those.push(role)
      }
  }
  for (const side of ['before', 'behind'] as const)
    for (const [status, list] of Object.entries(rules[side])) add(list, { side, status: status as Status })
  add(rules.answers, { side: 'answer', status: 'absent' })
  add(rules.never, { side: 'never' })
  add(rules.ends, { side: 'ends' })
  for (const side of ['pauses', 'joins', 'short', 'alternatives', 'denials', 'affirms', 'overLists'] as const) add(rules[side], { side })

  const triggers = new Map<number, Phrase[]>()
  for (const [written, those] of roles) {
    const scanned = scanWords(written)
    if (scanned.count === 0) continue
    const first = written.slice(scanned.starts[0], scanned.ends[0])
    const next = scanned.count > 1 ? written.slice(scanned.starts[1], scanned.ends[1]) : ''
    // "pas d'" goes on inside the second word.
    const second = next === '' || written.includes("'", scanned.starts[1]) ? 0 : scanned.hashes[scanned.types[1]!]!
    const place = (hash: number, lead: number): void => {
      const phrase: Phrase = { written, lead, second, roles: those }
      const same = triggers.get(hash)
      if (!same) triggers.set(hash, [phrase])
      else if (!same.some((each) => each.written === written && each.lead === lead)) same.push(phrase)
    }
    place(scanned.hashes[scanned.types[0]!]!, scanned.starts[0]!)
    const curly = first.replaceAll("'", '\u2019')
    const articles = rules.elides && /^[aeiouhéèêâ]/.test(first) ? elided.flatMap((each) => [each, each.replace("'", '\u2019')]) : []
    for (const form of [...(curly === first ? [] : [curly]), ...articles.map((article) => `${article}${curly}`)]) {
      const word = scanWords(form)
      // An elided article that the word rule sets apart is a word of its own already.
      if (word.count === 1) place(word.hashes[0]!, scanned.starts[0]! - (form.length - first.length))
    }
  }
  // The longest phrase at a place wins: a pseudo-trigger covers the trigger inside it.
  for (const phrases of triggers.values()) phrases.sort((a, b) => b.written.length - a.written.length || (a.written < b.written ? -1 : 1))
  return triggers
}

/** The phrases of a text from left to right, none over another, and its question marks: `?PE` and `PE?` both doubt. */
export function triggersIn(text: string, { count, starts, types, hashes }: Words, triggers: AssertionTriggers): Trigger[] {
  const byType = new Array<readonly Phrase[] | undefined>(hashes.length)
  for (let type = 0; type < hashes.length; type++) byType[type] = triggers.get(hashes[type]!)
  const found: Trigger[] = []
  let end = 0
  for (let i = 0; i < count; i++) {
    const phrases = byType[types[i]!]
    if (!phrases || starts[i]! < end) continue
    const following = i + 1 < count ? hashes[types[i + 1]!]! : 0
    for (const { written, lead, second, roles } of phrases) {
      if (second !== 0 && second !== following) continue
      const start = starts[i]! - lead
      const stop = start < 0 ? -1 : phraseEnd(text, start, written)
      if (stop < 0) continue
      found.push({ start, end: stop, roles })
      end = stop
      break
    }
  }
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
    const ahead = isLetter(text, at + 1) || (text[at + 1] === ' ' && isLetter(text, at + 2) && !isLetter(text, at - 1))
    found.push({ start: at, end: at + 1, roles: [{ side: ahead ? 'before' : 'behind', status: 'possible' }] })
  }
  return found.sort((a, b) => a.start - b.start)
}

const letter = /[\p{L}\p{N}]/u
const isLetter = (text: string, at: number): boolean => at >= 0 && at < text.length && letter.test(text[at]!)

/** Where a phrase that begins at a place ends; -1 where the text has something else. */
function phraseEnd(text: string, start: number, written: string): number {
  let at = start
  for (let i = 0; i < written.length; i++) {
    const wanted = written.charCodeAt(i)
    if (wanted === 32) {
      const from = at
      while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 10)) at++
      if (at === from) return -1
      continue
    }
    const unit = text.charCodeAt(at++)
    if (unit === wanted || (wanted === 39 && unit === 0x2019)) continue
    if (unit < 128 ? unit < 65 || unit > 90 || unit + 32 !== wanted : String.fromCharCode(unit).toLowerCase().charCodeAt(0) !== wanted)
      return -1
  }
  return letter.test(written.at(-1)!) && isLetter(text, at) ? -1 : at
}
