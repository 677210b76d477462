import { grammar } from '@corpuscope/features'

/** Adverbs and negations that may stand between the auxiliary and its participle: "was not yet fully treated". */
const mostBetween = 3

/**
 * Passives in a sentence: an auxiliary of the passive with a participle behind it, adverbs and negations between.
 *
 * @param types  the type of each word of the document
 * @param facts  the bits of `grammar` of each type
 * @see Biber 1988, Variation across Speech and Writing, appendix II: BE + (ADV) + (ADV) + participle
 */
export function passivesIn(types: Uint32Array, facts: Uint16Array, first: number, end: number): number {
  let found = 0
  // Words between an auxiliary and here, plus one; 0 without an auxiliary.
  let since = 0
  for (let word = first; word < end; word++) {
    const own = facts[types[word]!]!
    if ((own & grammar.passive) !== 0) since = word > first && (facts[types[word - 1]!]! & grammar.active) !== 0 ? 0 : 1
    else if (since === 0) continue
    else if ((own & grammar.participle) !== 0) {
      found++
      since = 0
    } else if ((own & grammar.between) === 0 || ++since > mostBetween + 1) since = 0
  }
  return found
}

/**
 * Passives in a German sentence: a form of werden and a second participle, which stands anywhere behind it ("wurde heute operiert") or directly before it
 * ("operiert worden ist"). A participle that haben or sein takes is none: "der gestürzt war".
 */
export function germanPassivesIn(types: Uint32Array, facts: Uint16Array, first: number, end: number): number {
  let found = 0
  let waiting = false
  for (let word = first; word < end; word++) {
    const own = facts[types[word]!]!
    if ((own & grammar.passive) !== 0) {
      const follows = word > first && (facts[types[word - 1]!]! & grammar.participle) !== 0
      if (follows && !waiting) found++
      // "ist operiert worden": its participle is counted, and it waits for no other.
      waiting = !follows
    } else if ((own & grammar.active) !== 0) waiting = false
    else if (waiting && (own & grammar.participle) !== 0) {
      const next = word + 1 < end ? facts[types[word + 1]!]! : 0
      if ((next & grammar.active) !== 0) continue
      found++
      waiting = false
    }
  }
  return found
}
