import { ConfigError, type Reference } from '@corpuscope/core'

/**
 * A reference from the labels of another corpus: what was counted there, as a sample of its population.
 *
 * @param labels  one a document; null or empty for a document without one
 * @param id      names the corpus, for messages and the report
 * @throws        ConfigError when there is no label
 */
export function observedReference(labels: readonly (string | null)[], id: string): Reference {
  const counts = new Map<string, number>()
  let n = 0
  for (const label of labels) {
    const name = label?.trim() ?? ''
    if (name === '') continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
    n++
  }
  if (n === 0)
    throw new ConfigError(
      `${id}: none of its ${labels.length} documents has a label, so it is no reference. Audit it with --labels or --label-field first.`,
    )
  const ranked = [...counts].sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1))
  return {
    id,
    title: `Labels of the corpus ${id}`,
    kind: 'distribution',
    categories: ranked.map(([category, count]) => ({ id: category, share: count / n, aliases: [] })),
    denominator: `Labelled documents: ${n} of ${labels.length}.`,
    sampleSize: n,
    source: { text: `the corpus ${id}`, edition: 'as audited', licence: 'that of the corpus' },
    provenance: `Counted in ${n} labelled documents; sampling noise of that corpus is not taken off.`,
  }
}
