import { assertionStatuses } from '@corpuscope/features'

/** How a document's list is laid out: its words, then four numbers a mention: concept, words, place among the statuses, 1 where its name is ambiguous. */
export const ofConcepts = { width: 4, unjudged: assertionStatuses.length } as const

/** What a concept is called; type '' where the vocabulary gives none. */
export interface ConceptName {
  readonly code: string
  readonly name: string
  readonly type: string
}

/** Counts of one concept. */
export interface ConceptTally {
  mentions: number
  documents: number
  absent: number
}

/** What documents name, added up and one by one. */
export interface Tallies {
  readonly concepts: ReadonlyMap<number, ConceptTally>
  readonly mentions: number
  readonly documents: readonly DocumentTally[]
}

export interface DocumentTally {
  readonly words: number
  readonly mentions: number
  /** Words inside mentions. */
  readonly covered: number
  readonly ambiguous: number
  /** Mentions by what the text says of them; all 0 in a language without rules. */
  readonly statuses: Float64Array
  readonly judged: number
  /** Concepts of the document, each once. */
  readonly distinct: readonly number[]
}

/** Adds up the lists of documents, in key order. */
export function tallied(lists: readonly ArrayLike<number>[]): Tallies {
  const concepts = new Map<number, ConceptTally>()
  const absent = assertionStatuses.indexOf('absent')
  let mentions = 0
  const documents = lists.map((list): DocumentTally => {
    const statuses = new Float64Array(assertionStatuses.length)
    const distinct = new Set<number>()
    let [covered, ambiguous, judged] = [0, 0, 0]
    for (let at = 1; at < list.length; at += ofConcepts.width) {
      const concept = list[at]!
      const status = list[at + 2]!
      covered += list[at + 1]!
      ambiguous += list[at + 3]!
      let tally = concepts.get(concept)
      if (!tally) concepts.set(concept, (tally = { mentions: 0, documents: 0, absent: 0 }))
      tally.mentions++
      if (!distinct.has(concept)) tally.documents++
      distinct.add(concept)
      if (status === ofConcepts.unjudged) continue
      judged++
      statuses[status]!++
      if (status === absent) tally.absent++
    }
    const own = Math.max(0, list.length - 1) / ofConcepts.width
    mentions += own
    return { words: list[0] ?? 0, mentions: own, covered, ambiguous, statuses, judged, distinct: [...distinct] }
  })
  return { concepts, mentions, documents }
}
