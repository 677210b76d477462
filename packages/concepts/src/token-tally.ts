import type { ScoredDocument, Tally } from './score.ts'
import type { Span } from './span.ts'

interface TokenCounts {
  readonly tally: Tally
  readonly types: Map<string, { gold: number; found: number; predicted: number; right: number }>
}

/**
 * Pairs of a word and a type that are in gold, in predicted, in both. A word is of a type when a span of that type covers a character of it, so a word
 * may be of several; a wrong type is one missed and one spurious pair.
 */
export function tokenTally(words: NonNullable<ScoredDocument['words']>, gold: readonly Span[], predicted: readonly Span[]): TokenCounts {
  const marked = marks(words, gold)
  const guessed = marks(words, predicted)
  const tally: Tally = { correct: 0, partial: 0, incorrect: 0, missed: 0, spurious: 0 }
  const types: TokenCounts['types'] = new Map()
  for (const type of new Set([...marked.keys(), ...guessed.keys()])) {
    const here = marked.get(type) ?? new Set<number>()
    const there = guessed.get(type) ?? new Set<number>()
    let both = 0
    for (const word of here) if (there.has(word)) both++
    types.set(type, { gold: here.size, found: both, predicted: there.size, right: both })
    tally.correct += both
    tally.missed += here.size - both
    tally.spurious += there.size - both
  }
  return { tally, types }
}

function marks({ count, starts, ends }: NonNullable<ScoredDocument['words']>, spans: readonly Span[]): Map<string, Set<number>> {
  const marked = new Map<string, Set<number>>()
  for (const span of spans) {
    let those = marked.get(span.type)
    if (!those) marked.set(span.type, (those = new Set()))
    for (const { start, end } of span.fragments ?? [span]) {
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >>> 1
        if (ends[middle]! <= start) low = middle + 1
        else high = middle
      }
      for (let word = low; word < count && starts[word]! < end; word++) those.add(word)
    }
  }
  return marked
}
