import type { Document } from '@corpuscope/core'
import { assertionOf } from '@corpuscope/features'
import type { Section } from '@corpuscope/text'
import { comparesSides, pairedParts } from './consistency-rules.ts'
import type { Say } from './contradictions.ts'

const sided = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<left>left|L|Lt|LEFT|Left)|(?<right>right|R|Rt|RIGHT|Right))(?:-sided)?\\s+(?:(?:lower|upper|lateral|medial|great|inner|outer)\\s+)?(?<part>${pairedParts})s?(?![\\p{L}\\p{N}])`,
  'gu',
)
const planning = new Set(['assessment', 'plan', 'follow-up'])

interface Side {
  readonly side: 'left' | 'right'
  readonly start: number
  readonly end: number
  readonly planned: boolean
}

/**
 * A part of the body that history and examination know on one side, twice or more, and that assessment or plan names on the other side alone. A note that
 * names both sides before, or compares them, says nothing.
 */
export function lateralityContradictions(document: Document, sentence: (at: number) => string, parts: readonly Section[], say: Say): void {
  const byPart = new Map<string, Side[]>()
  for (const match of document.text.matchAll(sided)) {
    const start = match.index
    const end = start + match[0].length
    if (comparesSides.test(sentence(start)) || assertionOf(document, start, end) !== 'present') continue
    const part = match.groups!['part']!.toLowerCase()
    const section = parts.find((each) => each.start <= start && start < each.end)?.canonical
    const found: Side = {
      side: match.groups!['left'] ? 'left' : 'right',
      start,
      end,
      planned: section !== undefined && planning.has(section),
    }
    const those = byPart.get(part)
    if (those) those.push(found)
    else byPart.set(part, [found])
  }
  for (const [part, found] of byPart) {
    const told = found.filter(({ planned }) => !planned)
    const planned = found.filter((each) => each.planned)
    const [first] = told
    const odd = planned[0]
    if (told.length < 2 || !first || !odd) continue
    if (told.some(({ side }) => side !== first.side) || planned.some(({ side }) => side === first.side)) continue
    say(
      'laterality',
      odd.start,
      odd.end,
      `${part}: ${odd.side} here, ${first.side} at ${first.start} to ${first.end} and ${told.length - 1} more`,
    )
  }
}
