import { givenNames } from './data/given-names.ts'
import { familyByCount, givenByCount, givenWords } from './data/name-lexicon.generated.ts'

/** What a word may be as a name, and how sure its form makes us. */
export const nameRole = {
  /** A given name that is hardly anything else. */
  given: 1,
  /** A given name that is rare: it needs a family name beside it. */
  rareGiven: 2,
  /** A given name that is a word too: Grace, Mark. */
  wordGiven: 4,
  family: 8,
  /** A given name that is believed alone. */
  lone: 16,
} as const

/** From this many bearers in 100,000 on, a given name is believed before any capitalised word. */
const common = 10
const commonAlone = 100

let table: Map<string, number> | undefined

/** Lower-cased word -> its roles as a name. Made when first asked for: most commands never ask. */
export function nameLexicon(): ReadonlyMap<string, number> {
  if (table) return table
  const made = new Map<string, number>()
  const add = (words: Iterable<string>, role: number): void => {
    for (const word of words) made.set(word, (made.get(word) ?? 0) | role)
  }
  for (const [count, names] of givenByCount) {
    const all = names.split(' ')
    add(all, nameRole.rareGiven | (count >= common ? nameRole.given : 0))
    // Three letters are a word of some other language: Les, Dan.
    if (count >= commonAlone)
      add(
        all.filter((name) => name.length > 3),
        nameRole.lone,
      )
  }
  for (const [, names] of givenWords) add(names.split(' '), nameRole.wordGiven)
  for (const [, names] of familyByCount) add(names.split(' '), nameRole.family)
  add(givenNames, nameRole.given | nameRole.lone)
  return (table = made)
}

/** Whether a lower-cased word is a given name in any of the roles but that of a word. */
export const isGivenName = (word: string): boolean => ((nameLexicon().get(word) ?? 0) & (nameRole.given | nameRole.rareGiven)) !== 0

/** Whether a lower-cased word is a name of any kind. */
export const isName = (word: string): boolean => nameLexicon().has(word)
