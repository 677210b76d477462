import type { Rows } from '@corpuscope/core'
import type { Term } from './tf-idf.ts'

/** Words of a name. */
const mostWords = 4

/** A word that so few documents of a topic have does not stand for it, and is not shown. */
const leastDocuments = 5

/** Nor does one that is hardly more frequent there than elsewhere: such words stand in every topic. */
const leastLift = 1.5

/**
 * The words that set each topic apart, by c-TF-IDF: the share of a word among the words of the topic, times ln(1 + A / f), A being the mean
 * number of words of a topic and f how often the word stands in all of them. Words that stand in fewer than five documents of the
 * topic, or not half again as often as in all topics together, are not shown.
 *
 * @param list   the lists `<list>.terms` and `<list>.counts` of the rows hold each document's words
 * @param words  those that may be shown
 * @param of     the topic of each document, below 0 where it has none
 * @returns      at most four words a topic, most telling first
 * @see Grootendorst 2022, BERTopic: Neural topic modeling with a class-based TF-IDF procedure, arXiv:2203.05794
 */
export function topicNames(rows: Rows, list: string, words: readonly Term[], of: Int32Array, k: number): string[][] {
  const column = new Map(words.map(({ hash }, at) => [hash, at]))
  const [counts, documents] = [new Float64Array(k * words.length), new Uint32Array(k * words.length)]
  const totals = new Float64Array(k)
  for (let i = 0; i < rows.n; i++) {
    const topic = of[i]!
    if (topic < 0) continue
    const hashes = rows.list(`${list}.terms`, i)
    const times = rows.list(`${list}.counts`, i)
    for (let j = 0; j < hashes.length; j++) {
      totals[topic]! += times[j]!
      const at = column.get(hashes[j]!)
      if (at === undefined) continue
      counts[topic * words.length + at]! += times[j]!
      documents[topic * words.length + at]!++
    }
  }
  const meanTotal = totals.reduce((sum, total) => sum + total, 0) / k
  const inAll = Float64Array.from(words, (_, at) => {
    let times = 0
    for (let topic = 0; topic < k; topic++) times += counts[topic * words.length + at]!
    return times
  })
  return Array.from({ length: k }, (_, topic) => {
    const share = (at: number): number => counts[topic * words.length + at]! / totals[topic]!
    const score = (at: number): number => share(at) * Math.log(1 + meanTotal / inAll[at]!)
    // A single topic has nothing to be set apart from.
    const lifted = (at: number): boolean => k === 1 || share(at) >= (leastLift * inAll[at]!) / (k * meanTotal)
    const telling = words.map((_, at) => at).filter((at) => documents[topic * words.length + at]! >= leastDocuments && lifted(at))
    telling.sort((a, b) => score(b) - score(a) || a - b)
    const chosen: string[] = []
    for (const at of telling) {
      const { term } = words[at]!
      // Of two forms of a word the first tells enough.
      if (!chosen.some((other) => other.startsWith(term) || term.startsWith(other))) chosen.push(term)
      if (chosen.length === mostWords) break
    }
    return chosen
  })
}
