import type { CodingRule, Document } from '@corpuscope/core'
import type { Evidence } from './age-sex.ts'
import { contextFactor } from './mention-context.ts'
import { type ReasonSpan, reasonParts } from './reason-part.ts'

/** What a lexicon makes of a note. */
export interface Coding {
  /** Position in the category list; -1 where no rule fired. */
  readonly category: number
  /** Share of all points that the category won, 0 to 1; a ranking, no probability. */
  readonly confidence: number
  /** Where its strongest rule fired. */
  readonly evidence?: Evidence
  /** Points of every category. */
  readonly scores: Float64Array
  /** Where the strongest rule of each category fired, by its position; empty where none did. */
  readonly spans: readonly (Evidence | undefined)[]
}

export type Coder = (document: Document) => Coding

/** A mention under a heading of the reason counts twice; each halves every 30 characters from where its part of the note begins. */
const headingFactor = 2
const halving = 30
/** Parts halve every 200 characters behind the first that is marked as the reason: what is asked for next is seldom the reason of the visit. */
const partHalving = 200
/** What further rules of a category add to its strongest one. */
const rest = 0.3

/**
 * A coder from rules that are data: each rule is looked for in the reason-for-visit part of a note; early mentions and those under a heading of the
 * reason count most, denied ones nothing (`contextFactor`); a category has the points of its strongest rule and 0.3 of those of its others.
 *
 * All factors were chosen by cross-validation over labelled notes, where values of half and twice as much are a point or two worse.
 *
 * @param categories  ids in order; rules of others are an error
 * @throws            RangeError for a rule of no category, SyntaxError for a pattern that is none
 */
export function lexiconCoder(rules: readonly CodingRule[], categories: readonly string[]): Coder {
  const place = new Map(categories.map((category, i) => [category, i]))
  const compiled = rules.map(({ category, pattern, weight }) => {
    const at = place.get(category)
    if (at === undefined) throw new RangeError(`lexiconCoder: a rule is for "${category}", which is no category`)
    return { at, weight, pattern: wholeWords(pattern) }
  })
  const corrected = swapCorrector(rules)
  return (document) => {
    const parts = reasonParts(document)
    const end = Math.max(0, ...parts.map((part) => part.end))
    const written = document.text.slice(0, end)
    // Nearly every lower-cased text keeps its length; where one does not (\u0130), offsets would move.
    const lowered = written.toLowerCase()
    const text = corrected(lowered.length === written.length ? lowered : written)
    const scores = new Float64Array(categories.length)
    const best: { points: number; span: Evidence }[] = []
    for (const { at, weight, pattern } of compiled) {
      let most = 0
      let span: Evidence | undefined
      for (const match of text.matchAll(pattern)) {
        const factor = factorAt(match.index, parts) * contextFactor(text, match.index)
        if (factor * weight > most) {
          most = factor * weight
          span = { start: match.index, end: match.index + match[0].length }
        }
      }
      if (!span) continue
      const before = best[at]?.points ?? 0
      scores[at]! += most > before ? most - (1 - rest) * before : rest * most
      if (most > before) best[at] = { points: most, span }
    }
    let category = -1
    let total = 0
    scores.forEach((score, i) => {
      total += score
      if (score > 0 && (category < 0 || score > scores[category]!)) category = i
    })
    const spans = categories.map((_, i) => best[i]?.span)
    const evidence = spans[category]
    return { category, confidence: total > 0 ? scores[category]! / total : 0, ...(evidence && { evidence }), scores, spans }
  }
}

/** Shorter words are one swap away from too many others. */
const leastLetters = 6

/**
 * Puts right what is a word of the rules but for two neighbouring letters that changed places, the slip of quick typing ("resutls", "shoudler"): the
 * only one after which every offset still holds.
 */
function swapCorrector(rules: readonly CodingRule[]): (text: string) => string {
  // "results?" is two words.
  const known = new Set(
    rules.flatMap(({ pattern }) =>
      (pattern.match(/(?<!\\)[a-z]{6,}\??/g) ?? []).flatMap((found) => [found.replace('?', ''), found.replace(/.\?$/, '')]),
    ),
  )
  const word = new RegExp(`[a-z]{${leastLetters},}`, 'g')
  return (text) =>
    text.replace(word, (written) => {
      if (known.has(written)) return written
      for (let i = 0; i + 1 < written.length; i++) {
        const swapped = written.slice(0, i) + written[i + 1]! + written[i]! + written.slice(i + 2)
        if (written[i] !== written[i + 1] && known.has(swapped)) return swapped
      }
      return written
    })
}

// Plain word boundaries are several times faster than Unicode ones and the same for patterns of plain letters; so is matching that minds the case.
function wholeWords(pattern: string): RegExp {
  if (/[^\x20-\x7e]|\\[pPuk]/.test(pattern)) return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')
  return new RegExp(`\\b(?:${pattern})\\b`, /[A-Z]/.test(pattern.replace(/\\./g, '')) ? 'gi' : 'g')
}

function factorAt(at: number, parts: readonly ReasonSpan[]): number {
  const first = Math.min(...parts.map(({ start, kind }) => (kind === 'lead' ? Infinity : start)))
  let most = 0
  for (const { start, end, kind } of parts) {
    if (at < start || at >= end) continue
    const behind = kind === 'lead' ? 0 : (start - first) / partHalving
    most = Math.max(most, (kind === 'reason' ? headingFactor : 1) * 2 ** -((at - start) / halving + behind))
  }
  return most
}
