import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'

/**
 * The known name most like a mistyped one, by Jaro-Winkler similarity (Winkler 1990) of at least 0.8; undefined when none is close.
 *
 * @example didYouMean('mattr-5O', ['mattr-25', 'mattr-50', 'vendi-score']) // 'mattr-50'
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestSimilarity = 0.8
  for (const candidate of known) {
    const similarity = jaroWinkler(name, candidate, { ignoreCase: true })
    if (similarity > bestSimilarity) [best, bestSimilarity] = [candidate, similarity]
  }
  return best
}

/** The end of an error sentence: a suggestion when there is one, nothing otherwise. */
export function suggestion(name: string, known: Iterable<string>): string {
  const meant = didYouMean(name, known)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}
