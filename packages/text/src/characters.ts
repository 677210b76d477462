import type { WordRule } from '@corpuscope/core'

/**
 * What a character does in a word. The order matters: below `letter` nothing starts a word, above `number` a slower path takes over.
 */
export const kinds = {
  separator: 0,
  apostrophe: 1,
  mark: 2,
  letter: 3,
  number: 4,
  /** A letter of a script written without blanks: runs of these are cut by a dictionary. */
  unspaced: 5,
  /** A combining mark of such a script. */
  unspacedMark: 6,
  /** Half of a surrogate pair: ask for the code point. */
  surrogate: 7,
  /** Lower-cased by its neighbours (capital sigma) or into two units (I with dot): the text has to be lower-cased as a whole. */
  contextual: 8,
  /** Not looked at yet. */
  unknown: 9,
} as const

const letter = /^\p{L}$/u
const number = /^\p{N}$/u
const mark = /^\p{M}$/u
const unspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u
const ideographicZero = 0x3007

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

function kindOf(codePoint: number, rule: WordRule): number {
  if (codePoint === 0x3a3 || codePoint === 0x130) return kinds.contextual
  if (isSurrogate(codePoint)) return kinds.surrogate
  const character = String.fromCodePoint(codePoint).toLowerCase()
  if (rule === 'letters') {
    if (character >= 'a' && character <= 'z') return kinds.letter
    // `number` stands for what makes a run of word characters no word.
    return character === '_' || letter.test(character) || number.test(character) ? kinds.number : kinds.separator
  }
  if (character === "'" || character === '\u2019') return kinds.apostrophe
  if (letter.test(character)) return rule === 'standard' && unspaced.test(character) ? kinds.unspaced : kinds.letter
  if (number.test(character)) return rule === 'standard' && codePoint === ideographicZero ? kinds.unspaced : kinds.number
  if (rule === 'standard' && mark.test(character)) return unspaced.test(character) ? kinds.unspacedMark : kinds.mark
  return kinds.separator
}

export interface CharacterTables {
  /** Per UTF-16 unit: its kind * 65536 + its lower case; kind `unknown` until `learn` was asked. */
  readonly entries: Uint32Array
  /** Finds the entry of a UTF-16 unit. */
  readonly learn: (unit: number) => number
  /** Kind and lower case of a code point beyond the basic plane; the lower case has two units, as all of them do. */
  readonly astral: (codePoint: number) => { readonly kind: number; readonly lower: string }
}

function makeTables(rule: WordRule): CharacterTables {
  const entries = new Uint32Array(65536).fill(kinds.unknown << 16)
  const learn = (unit: number) => {
    const lower = isSurrogate(unit) ? unit : String.fromCharCode(unit).toLowerCase().charCodeAt(0)
    return (entries[unit] = (kindOf(unit, rule) << 16) | lower)
  }
  for (let unit = 0; unit < 128; unit++) learn(unit)
  const astrals = new Map<number, { readonly kind: number; readonly lower: string }>()
  const astral = (codePoint: number) => {
    const known = astrals.get(codePoint)
    if (known) return known
    const made = { kind: kindOf(codePoint, rule), lower: String.fromCodePoint(codePoint).toLowerCase() }
    astrals.set(codePoint, made)
    return made
  }
  return { entries, learn, astral }
}

const tables = new Map<WordRule, CharacterTables>()

/** The tables of a word rule; built at first use, as Unicode properties of the running Node have them. */
export function characterTables(rule: WordRule): CharacterTables {
  let found = tables.get(rule)
  if (!found) tables.set(rule, (found = makeTables(rule)))
  return found
}

/** Kind of the character that begins at `index`; beyond the end it is a separator. */
export function kindAt(text: string, index: number, { entries, learn, astral }: CharacterTables): number {
  if (index >= text.length) return kinds.separator
  const unit = text.charCodeAt(index)
  let kind = entries[unit]! >>> 16
  if (kind === kinds.unknown) kind = learn(unit) >>> 16
  if (kind < kinds.surrogate) return kind
  if (kind === kinds.contextual) return kinds.letter
  const codePoint = text.codePointAt(index)!
  return codePoint > 0xffff ? astral(codePoint).kind : kinds.separator
}
