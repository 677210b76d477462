import { nGrams } from './n-grams.ts'

/** What stands in for no match at all (smoothing method 1 of Chen & Cherry 2014, as in NLTK). */
const epsilon = 0.1

/**
 * BLEU of each document with all others as its references: how much of its wording stands somewhere else.
 *
 * @param documents  words as whole numbers
 * @param order      longest run counted, each length with equal weight
 * @returns          0 to 1 for each document; 0 where it shares no word or is empty; NaN where there is no other document
 * @see Zhu et al. 2018, Texygen; smoothing method 1, reference length: the closest, of two the shorter
 */
export function selfBleu(documents: readonly Uint32Array[], order = 4): Float64Array {
  const logarithms = new Float64Array(documents.length)
  const none = new Uint8Array(documents.length)
  for (let n = 1; n <= order; n++) {
    matches(documents, n).forEach((matched, i) => {
      if (n === 1 && matched === 0) none[i] = 1
      const total = Math.max(1, documents[i]!.length - n + 1)
      logarithms[i]! += Math.log((matched === 0 ? epsilon : matched) / total) / order
    })
  }
  const lengths = documents.map(({ length }) => length)
  return logarithms.map((logarithm, i) => {
    if (documents.length < 2) return Number.NaN
    if (none[i] === 1) return 0
    return Math.exp(logarithm) * brevityPenalty(lengths, i)
  })
}

/** How many of each document's runs are matched, each run at most as often as it stands in the one other document that has it most. */
function matches(documents: readonly Uint32Array[], n: number): Float64Array {
  const { numbers, starts, different } = nGrams(documents, n)
  const counts = new Uint32Array(different)
  const most = new Uint32Array(different)
  const holder = new Uint32Array(different)
  const second = new Uint32Array(different)
  /** Visits each different run of document i with its count. */
  const each = (i: number, visit: (number: number, count: number) => void): void => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) counts[numbers[at]!]!++
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const number = numbers[at]!
      const count = counts[number]!
      if (count === 0) continue
      counts[number] = 0
      visit(number, count)
    }
  }
  documents.forEach((_, i) => {
    each(i, (number, count) => {
      if (count > most[number]!) {
        second[number] = most[number]!
        most[number] = count
        holder[number] = i
      } else if (count > second[number]!) second[number] = count
    })
  })
  return Float64Array.from(documents, (_, i) => {
    let matched = 0
    each(i, (number, count) => {
      matched += Math.min(count, holder[number] === i ? second[number]! : most[number]!)
    })
    return matched
  })
}

function brevityPenalty(lengths: readonly number[], i: number): number {
  const own = lengths[i]!
  let closest = Number.POSITIVE_INFINITY
  for (let j = 0; j < lengths.length; j++) {
    if (j === i) continue
    const gap = Math.abs(lengths[j]! - own) - Math.abs(closest - own)
    if (gap < 0 || (gap === 0 && lengths[j]! < closest)) closest = lengths[j]!
  }
  if (own > closest) return 1
  return own === 0 ? 0 : Math.exp(1 - closest / own)
}
