import { type Interval, wilson } from '@corpuscope/statistics'

/**
 * Share of documents that stand in a group of duplicates, with an interval that knows that they come in groups.
 *
 * Copies are not found one by one: whoever draws a group of g draws g documents at once. The variance is that of groups, larger by
 * the design effect, the size of the group that a duplicated document stands in on average, sum g^2 / sum g. Wilson's interval is
 * taken at the effective number of documents, n / design effect. Without any duplicate there is no grouping to see, and the
 * interval is Wilson's for 0 of n.
 *
 * @param sizes  documents of each group, 2 or more
 * @param n      documents in all, of which the groups are part
 * @returns      null when n is 0
 * @see Kish 1965, Survey Sampling (design effect of clusters); Wilson 1927; Korn & Graubard 1998 for effective sample sizes in intervals
 */
export function clusteredShare(sizes: readonly number[], n: number): { readonly share: number; readonly interval: Interval } | null {
  if (n === 0) return null
  let documents = 0
  let squares = 0
  for (const size of sizes) {
    documents += size
    squares += size * size
  }
  const effect = documents === 0 ? 1 : squares / documents
  return { share: documents / n, interval: wilson(documents / effect, n / effect)! }
}
