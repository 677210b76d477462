import { type Finding, fingerprint, type Pair, type Rows } from '@corpuscope/core'
import type { WordSequences } from '@corpuscope/features'
import { type ContentPairs, pairKinds } from './content-pairs.ts'
import { rule, threshold } from './near-duplicate-measures.ts'
import { sourceRuns } from './source-runs.ts'

const copy = pairKinds.indexOf('copy')
const sharedForm = pairKinds.indexOf('shared form')

/** The longest passage that two documents share, where it has 8 words or more. */
export function proof(words: WordSequences, a: number, b: number): Pick<Pair, 'passage'> {
  const { length, start, sourceStart } = sourceRuns(1, () => words.of(a))(words.of(b))
  if (length === 0) return {}
  return { passage: { a: words.span(a, sourceStart, sourceStart + length), b: words.span(b, start, start + length) } }
}

/** Once a document: the most similar of those it is a near copy of. */
export function findingsFrom({ near, a, b, similarity, content, kind }: ContentPairs, words: WordSequences, rows: Rows): Finding[] {
  const best = new Map<number, { other: number; similarity: number; content: number; more: number }>()
  const offer = (document: number, other: number, whole: number, own: number): void => {
    const known = best.get(document)
    if (!known) best.set(document, { other, similarity: whole, content: own, more: 0 })
    else if (whole > known.similarity) best.set(document, { other, similarity: whole, content: own, more: known.more + 1 })
    else known.more++
  }
  for (const members of near.equal) {
    const texts = new Set<string>()
    for (const member of members) {
      const text = words.text(member).join(' ')
      // A copy of an earlier document is reported as that.
      if (texts.has(text)) continue
      if (texts.size > 0) offer(member, members[0]!, 1, 1)
      texts.add(text)
    }
  }
  for (let i = 0; i < a.length; i++)
    if (kind[i] === copy || (kind[i] !== sharedForm && similarity[i]! >= threshold)) offer(b[i]!, a[i]!, similarity[i]!, content[i]!)
  return [...best]
    .sort(([x], [y]) => x - y)
    .map(([document, { other, similarity: whole, content: own, more }]) => ({
      rule: rule.id,
      severity: rule.severity,
      document: rows.ids[document]!,
      message: `near copy of ${rows.ids[other]!}: Jaccard similarity ${whole.toFixed(2)}${Number.isNaN(own) || own === whole ? '' : `, without shared forms ${own.toFixed(2)}`}${more > 0 ? `, and of ${more} more` : ''}`,
      fingerprint: fingerprint(rule.id, rows.ids[document]!, rows.ids[other]!),
    }))
}
