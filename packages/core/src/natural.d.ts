declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Similarity of two strings, 0 to 1. */
  const jaroWinklerDistance: (a: string, b: string, options: { ignoreCase: boolean }) => number
  export default jaroWinklerDistance
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  /** Fewest insertions, deletions, substitutions and swaps of neighbours. */
  export const DamerauLevenshteinDistance: (a: string, b: string) => number
}
