import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js'

/**
 * The known name most like a mistyped one: fewest edits (Damerau-Levenshtein), at most two in five letters, and among equals the
 * greatest Jaro-Winkler similarity; undefined when none is that close.
 *
 * @example didYouMean('mattr-5O', ['mattr-25', 'mattr-50', 'vendi-score']) // 'mattr-50'
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  // Natural's distance takes time with the product of the lengths; no name of ours is that long.
  if (name.length > 200) return undefined
  const wanted = name.toLowerCase()
  let best: string | undefined
  let score = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const edits = DamerauLevenshteinDistance(wanted, candidate.toLowerCase())
    if (edits > Math.max(1, Math.floor(candidate.length * 0.4))) continue
    const next = edits - jaroWinkler(wanted, candidate, { ignoreCase: true })
    if (next < score) [best, score] = [candidate, next]
  }
  return best
}

/** The end of an error sentence: a suggestion when there is one, nothing otherwise. */
export function suggestion(name: string, known: Iterable<string>): string {
  const meant = didYouMean(name, known)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}
