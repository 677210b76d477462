import { unitsOf } from '@corpuscope/text'

/** Signs that stand for words in hurried notes. */
export interface Notation {
  /** Arrows of every direction, and those typed as `->`, `=>`, `-->`, `<-`. */
  readonly arrows: number
  /** Arrows and triangles that point up or down: raised, lowered, more, less. */
  readonly upDown: number
  readonly slashes: number
}

// Blocks of Unicode 15.1: Arrows, Supplemental Arrows-A, -B, Miscellaneous Symbols and Arrows (its arrows).
const isArrow = (unit: number): boolean =>
  (unit >= 0x2190 && unit <= 0x21ff) ||
  (unit >= 0x27f0 && unit <= 0x27ff) ||
  (unit >= 0x2900 && unit <= 0x297f) ||
  (unit >= 0x2b00 && unit <= 0x2b11)

// Up, down, up and down, oblique, with bars and strokes, double, white, triangles, black.
const pointing = new Set([...'↑↓↕↖↗↘↙↟↡↥↧↨⇅⇈⇊⇑⇓⇕⇗⇘⇡⇣⇧⇩⇳⇵⟰⟱⤊⤋⬀⬂⬆⬇⬈⬊▲△▴▵▼▽▾▿'].map((sign) => sign.charCodeAt(0)))

const [hyphen, less, equals, greater, slash] = [...'-<=>/'].map((sign) => sign.charCodeAt(0)) as [number, number, number, number, number]

/** How often a text uses signs for words. */
export function notationOf(text: string): Notation {
  const units = unitsOf(text)
  const { length } = text
  let [arrows, upDown, slashes] = [0, 0, 0]
  for (let i = 0; i < length; i++) {
    const unit = units[i]!
    if (unit === slash) slashes++
    else if (unit === greater) {
      const before = i > 0 ? units[i - 1]! : 0
      if (before === hyphen || before === equals) arrows++
    } else if (unit === less) {
      if (i + 1 < length && units[i + 1] === hyphen) arrows++
    } else if (unit >= 0x2190) {
      if (isArrow(unit)) arrows++
      if (pointing.has(unit)) upDown++
    }
  }
  return { arrows, upDown, slashes }
}
