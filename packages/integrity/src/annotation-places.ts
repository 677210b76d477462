import type { Annotation } from '@corpuscope/core'

const letter = /^[\p{L}\p{M}]$/u
const digit = /^\p{Nd}$/u
/** Scripts that are written without spaces between words. */
const unspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u

/**
 * What is wrong with the edges of a stretch; undefined where they are between words.
 *
 * @example boundaryProblem('no fever', 3, 7) // 'ends inside a word'
 */
export function boundaryProblem(text: string, start: number, end: number): string | undefined {
  if (start >= end) return undefined
  if (/\s/.test(text[start]!)) return 'begins with white space'
  if (/\s/.test(text[end - 1]!)) return 'ends with white space'
  const begins = cuts(text, start)
  if (begins !== undefined) return `begins inside a ${begins}`
  const ends = cuts(text, end)
  return ends === undefined ? undefined : `ends inside a ${ends}`
}

/** What a place in the text lies inside of. */
function cuts(text: string, at: number): string | undefined {
  if (at <= 0 || at >= text.length) return undefined
  if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) return 'character'
  const before = String.fromCodePoint(text.codePointAt(isLow(text.charCodeAt(at - 1)) && at > 1 ? at - 2 : at - 1)!)
  const after = String.fromCodePoint(text.codePointAt(at)!)
  if (digit.test(before) && digit.test(after)) return 'number'
  if (!letter.test(before) || !letter.test(after)) return undefined
  return unspaced.test(before) || unspaced.test(after) ? undefined : 'word'
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

export type Overlap = 'crossing' | 'doubled' | 'nested'

/** How each annotation lies to those before it, by place: it crosses one, repeats one, or lies inside one. */
export function overlapsOf(annotations: readonly Annotation[]): (Overlap | undefined)[] {
  const overlaps: (Overlap | undefined)[] = annotations.map(() => undefined)
  const order = Array.from(annotations.keys()).sort((a, b) => {
    const [x, y] = [annotations[a]!, annotations[b]!]
    return x.start - y.start || y.end - x.end || a - b
  })
  const seen = new Set<string>()
  /** Ends, in order, of those that begin before the present one. */
  const ends: number[] = []
  let waiting: number[] = []
  let start = -1
  let furthest = -1
  for (const i of order) {
    const each = annotations[i]!
    if (each.start > start) {
      for (const end of waiting) ends.splice(placeOf(ends, end), 0, end)
      waiting = []
      start = each.start
    }
    const same = JSON.stringify([each.start, each.end, each.type, each.code, each.fragments])
    const next = ends[placeOf(ends, each.start)]
    if (seen.has(same)) overlaps[i] = 'doubled'
    else if (next !== undefined && next < each.end) overlaps[i] = 'crossing'
    else if (each.end <= furthest) overlaps[i] = 'nested'
    seen.add(same)
    waiting.push(each.end)
    furthest = Math.max(furthest, each.end)
  }
  return overlaps
}

/** Where the first number above `value` stands. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
