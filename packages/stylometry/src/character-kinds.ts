// Each kind has a field of five bits, in which a UTF-16 unit of it counts one: one addition counts all kinds at once. Learnt at first sight.
const fields = { other: 0, punctuation: 1, symbol: 1 << 5, digit: 1 << 10, upper: 1 << 15, lower: 1 << 20, caseless: 1 << 25 } as const
const fieldSize = 31
const unlearnt = 1 << 31
/** The first half of a character beyond 16 bits, whose kind only both halves tell. */
const half = unlearnt | (1 << 30)
const fieldOfUnit = new Int32Array(65536).fill(unlearnt)

function fieldOfCharacter(character: string): number {
  // A slash between words and arrows are the signs of hurried notes; Unicode calls the slash punctuation.
  if (/[\p{S}/]/u.test(character)) return fields.symbol
  if (/\p{P}/u.test(character)) return fields.punctuation
  if (/\p{N}/u.test(character)) return fields.digit
  if (/\p{Lu}/u.test(character)) return fields.upper
  if (/\p{Ll}/u.test(character)) return fields.lower
  // Titlecase letters have a case and stand with neither; they are as good as none.
  if (/\p{L}/u.test(character)) return fields.caseless
  return fields.other
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

function learn(unit: number): number {
  const field = isHigh(unit) ? half : fieldOfCharacter(String.fromCharCode(unit))
  fieldOfUnit[unit] = field
  return field
}

const fieldOfPair = new Map<number, number>()

/** The kind of a character of two halves: of emoji, of mathematical letters, of rare scripts. */
function pairField(high: number, low: number): number {
  const key = high * 65536 + low
  let field = fieldOfPair.get(key)
  if (field === undefined) {
    field = fieldOfCharacter(String.fromCharCode(high, low))
    fieldOfPair.set(key, field)
  }
  return field
}

/** How many characters are of each kind. */
export interface CharacterKinds {
  punctuation: number
  symbols: number
  digits: number
  upper: number
  lower: number
  /** Letters of scripts without case. */
  caseless: number
}

/** Characters of a text by their kind; those of the rest, such as blanks, are not counted. */
export function countKinds(units: Uint16Array, length: number): CharacterKinds {
  const counts = { punctuation: 0, symbols: 0, digits: 0, upper: 0, lower: 0, caseless: 0 }
  const known = fieldOfUnit
  let from = 0
  while (from < length) {
    // No field overflows in a block.
    const to = Math.min(length, from + fieldSize)
    let packed = 0
    let seen = 0
    for (let i = from; i < to; i++) {
      const field = known[units[i]!]!
      packed = (packed + field) | 0
      seen |= field
    }
    if (seen < 0) {
      packed = 0
      for (let i = from; i < to; i++) {
        const field = fieldOf(units[i]!)
        packed += field < 0 ? (i + 1 < length ? pairField(units[i]!, units[i + 1]!) : 0) : field
      }
    }
    counts.punctuation += packed & 31
    counts.symbols += (packed >>> 5) & 31
    counts.digits += (packed >>> 10) & 31
    counts.upper += (packed >>> 15) & 31
    counts.lower += (packed >>> 20) & 31
    counts.caseless += (packed >>> 25) & 31
    from = to
  }
  return counts
}

const fieldOf = (unit: number): number => {
  const known = fieldOfUnit[unit]!
  return known === unlearnt ? learn(unit) : known
}

const isSmallLetter = (unit: number): boolean => unit >= 97 && unit <= 122

/** Whether a word begins with a capital. */
export const isCapital = (unit: number): boolean => !isSmallLetter(unit) && fieldOf(unit) === fields.upper

/** Two letters or more, all of them capitals. */
export function isUpperCase(units: Uint16Array, start: number, end: number): boolean {
  if (end - start < 2 || isSmallLetter(units[start]!)) return false
  let capitals = 0
  for (let i = start; i < end; i++) {
    const field = fieldOf(units[i]!)
    if (field === fields.lower) return false
    if (field === fields.upper) capitals++
  }
  return capitals >= 2
}
