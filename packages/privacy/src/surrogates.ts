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

const mostDays = 1000

/** Days that dates of a group move: -1000 to 1000, never 0. */
export function shiftOf(key: Uint8Array, group: string, attempt = 0): number {
  const drawn = numberOf(key, `days\0${group}\0${attempt}`) % (2 * mostDays)
  return drawn < mostDays ? drawn - mostDays : drawn - mostDays + 1
}

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

  const nameWord = (word: string): string => {
    const small = word.toLowerCase()
    if (particles.has(small)) return word
    const drawn = isGivenName(small) ? draw(given, `given\0${small}`) : draw(family, `family\0${small}`)
    if (word.length === 1) return drawn[0]!.toUpperCase()
    return word === word.toUpperCase() ? drawn.toUpperCase() : drawn[0]!.toUpperCase() + drawn.slice(1)
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
      facility: () => `${draw(places, what)} Hospital`,
      // The oldest share one band, as Safe Harbor asks.
      age: () => undefined,
    }
    const maker = makers[kind]
    return maker ? maker() : redrawn(written, what, kind === 'phone' ? /^(?:\+\d{2}|\(?0)?/ : /^/)
  }
  return { of }
}
