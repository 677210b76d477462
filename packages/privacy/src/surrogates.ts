import { createHmac } from 'node:crypto'
import { familyByCount, givenByCount } from './data/name-lexicon.generated.ts'
import { particles } from './data/name-words.ts'
import { shiftedDate } from './date-shift.ts'
import type { Identifier } from './identifier.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import { isGivenName } from './name-lexicon.ts'

/** What stands for an identifier, from a key and nothing else: the same person has the same surrogate in every document. */
export interface Surrogates {
  /**
   * @param days  by how many days the dates of this document's group move
   * @returns  undefined where no surrogate of the kind is made: a tag stands there
   */
  of(identifier: Identifier, written: string, days: number): string | undefined
}

/** The key in use: HMAC-SHA-256 (RFC 2104), of which 48 bits serve as a number. */
export const keyed = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const numberOf = (key: Uint8Array, text: string): number => keyed(key, text).readUIntBE(0, 6)

/** Fewer would leave some months what they are. */
const fewestWeeks = 5
const mostWeeks = 200
const daysAWeek = 7

/** Days that dates of a group move: whole weeks, so that a Monday stays one; 35 to 1,400 back or ahead. */
export function shiftOf(key: Uint8Array, group: string, attempt = 0): number {
  const drawn = numberOf(key, `days\0${group}\0${attempt}`)
  const weeks = fewestWeeks + (Math.floor(drawn / 2) % (mostWeeks - fewestWeeks + 1))
  return (drawn % 2 === 0 ? 1 : -1) * daysAWeek * weeks
}

/** The letter without its accent, in small. */
const initialOf = (name: string): string => name.normalize('NFD')[0]!.toLowerCase()

/** Names by the letter they begin with. */
function byInitial(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>()
  for (const name of names) {
    const letter = initialOf(name)
    const own = by.get(letter)
    if (own) own.push(name)
    else by.set(letter, [name])
  }
  return by
}

/** Fewer names than this to draw from would put one surrogate for too many. */
const fewestAlike = 20

const pool = (rows: readonly (readonly [number, string])[], least: number): string[] =>
  rows.flatMap(([count, names]) => (count >= least ? names.split(' ').filter((name) => name.length > 3) : []))

const places =
  'Alderbrook Beechmont Carrick Dunmore Elmhurst Fernleigh Glenwood Hartfield Inverloch Kelburn Larchmont Maplewood Northgate Oakfield Pinehurst Ridgeway Stonebridge Thornbury Westvale Wrenfield'.split(
    ' ',
  )

/**
 * @param isOriginal  whether a word or value stands in the corpus as it was: no surrogate may
 */
export function surrogates(key: Uint8Array, isOriginal: (value: string) => boolean): Surrogates {
  const given = pool(givenByCount, 100)
  const family = pool(familyByCount, 10)
  const draw = (names: readonly string[], what: string): string => {
    for (let attempt = 0; ; attempt++) {
      const name = names[numberOf(key, `${what}\0${attempt}`) % names.length]!
      // Where every name of the pool stands in the corpus, there is none to take.
      if (attempt > 200 || !isOriginal(name.toLowerCase())) return name
    }
  }

  const pools = { given: byInitial(given), family: byInitial(family) }
  const letters = [...pools.given.keys()].filter((letter) =>
    [pools.given, pools.family].every((by) => (by.get(letter)?.length ?? 0) >= fewestAlike),
  )
  const order = [...letters].sort((a, b) => numberOf(key, `letter\0${a}`) - numberOf(key, `letter\0${b}`))
  /** Names that begin alike have surrogates that begin alike, so that J. Smith stays John Smith. */
  const letterFor = (word: string): string => {
    const at = letters.indexOf(initialOf(word))
    return at >= 0 ? order[at]! : order[numberOf(key, `letter\0${initialOf(word)}`) % order.length]!
  }

  const nameWord = (written: string): string => {
    const [, word = written, ending = ''] = /^(.*?\p{L})(['’]s?)?$/su.exec(written) ?? []
    const small = word.toLowerCase()
    if (particles.has(small)) return written
    const letter = letterFor(word)
    if (word.length === 1) return letter.toUpperCase() + ending
    const role = isGivenName(small) ? 'given' : 'family'
    const drawn = draw(pools[role].get(letter)!, `${role}\0${small}`)
    const cased = word === word.toUpperCase() ? drawn.toUpperCase() : word === small ? drawn : drawn[0]!.toUpperCase() + drawn.slice(1)
    return cased + ending
  }

  /** Letters and digits drawn anew in the places of those that stand there. */
  const redrawn = (written: string, what: string, kept: RegExp): string => {
    const head = kept.exec(written)?.[0].length ?? 0
    for (let attempt = 0; ; attempt++) {
      const stream = keyed(key, `${what}\0${attempt}`)
      let i = 0
      const made =
        written.slice(0, head) +
        written.slice(head).replace(/[\p{L}\d]/gu, (sign) => {
          const drawn = stream[i++ % stream.length]!
          if (/\d/.test(sign)) return String(drawn % 10)
          return /\p{Lu}/u.test(sign) ? String.fromCharCode(65 + (drawn % 26)) : String.fromCharCode(97 + (drawn % 26))
        })
      if (attempt > 50 || !isOriginal(made.toLowerCase())) return made
    }
  }

  const code = (what: string): string => keyed(key, what).toString('hex').slice(0, 8)

  const of = ({ kind, identity }: Identifier, written: string, days: number): string | undefined => {
    const what = `${kind}\0${identity}`
    const makers: Partial<Record<IdentifierKindId, () => string | undefined>> = {
      person: () => written.replace(/[\p{L}][\p{L}'’]*/gu, nameWord),
      date: () => shiftedDate(written, identity, days),
      email: () => `user-${code(what)}@example.org`,
      url: () => `https://example.org/${code(what)}`,
      ip: () => (written.includes(':') ? `2001:db8::${code(what).slice(0, 4)}` : `192.0.2.${numberOf(key, what) % 256}`),
      address: () => `${(numberOf(key, what) % 199) + 1} ${draw(places, what)} Street`,
      place: () => draw(places, what),
      facility: () => `${draw(places, what)} Hospital`,
      // The oldest share one band, as Safe Harbor asks.
      age: () => undefined,
    }
    const maker = makers[kind]
    return maker ? maker() : redrawn(written, what, kind === 'phone' ? /^(?:\+\d{2}|\(?0)?/ : /^/)
  }
  return { of }
}
