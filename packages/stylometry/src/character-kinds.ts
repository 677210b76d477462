// Each kind has a field of six bits, in which a UTF-16 unit of it counts one: one addition counts all kinds at once. Learnt at first sight.
const fields = { other: 0, punctuation: 1, symbol: 1 << 6, digit: 1 << 12, upper: 1 << 18, lower: 1 << 24 } as const
const fieldSize = 63
const unlearnt = 1 << 31
const fieldOfUnit = new Int32Array(65536).fill(unlearnt)

function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  let field: number = fields.other
  // A slash between words and arrows are the signs of hurried notes; Unicode calls the slash punctuation.
  if (/[\p{S}/]/u.test(character)) field = fields.symbol
  else if (/\p{P}/u.test(character)) field = fields.punctuation
  else if (/\p{N}/u.test(character)) field = fields.digit
  else if (/\p{Lu}/u.test(character)) field = fields.upper
  else if (/\p{Ll}/u.test(character)) field = fields.lower
  fieldOfUnit[unit] = field
  return field
}

/** How many UTF-16 units are of each kind. */
export interface CharacterKinds {
  punctuation: number
  symbols: number
  digits: number
  upper: number
  lower: number
}

/** Characters of a text by their kind; those of the rest, such as blanks, are not counted. */
export function countKinds(units: Uint16Array, length: number): CharacterKinds {
  const counts = { punctuation: 0, symbols: 0, digits: 0, upper: 0, lower: 0 }
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
      for (let i = from; i < to; i++) if (known[units[i]!] === unlearnt) learn(units[i]!)
      continue
    }
    counts.punctuation += packed & 63
    counts.symbols += (packed >>> 6) & 63
    counts.digits += (packed >>> 12) & 63
    counts.upper += (packed >>> 18) & 63
    counts.lower += packed >>> 24
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
