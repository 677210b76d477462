import type { Chart } from '@corpuscope/core'
import type { Topics } from '@corpuscope/features'
import { quantile, type Random } from '@corpuscope/statistics'

/** Documents that each label is brought down to, so that large and small ones can be contrasted. */
const rarefiedTo = 10
const mostLabels = 30
const resamples = 200

/**
 * Expected number of different groups among m things drawn without replacement.
 *
 * @param counts  things of each group; m at most their sum
 * @see Hurlbert 1971, The nonconcept of species diversity, Ecology 52:577
 * @example rarefiedRichness([1, 1], 1) // 1
 */
export function rarefiedRichness(counts: readonly number[], m: number): number {
  const n = counts.reduce((sum, count) => sum + count, 0)
  let expected = 0
  for (const count of counts) {
    let absent = 1
    for (let i = 0; i < m; i++) absent *= Math.max(0, n - count - i) / (n - i)
    expected += 1 - absent
  }
  return expected
}

/** How many topics the documents of each label reach, at equal numbers of documents: whether a label is one story told again and again. */
export function coverageByLabel(labels: readonly (string | null)[], topics: Topics, random: Random): Chart[] {
  const byLabel = new Map<string, number[]>()
  labels.forEach((label, i) => {
    const topic = topics.of[i]!
    if (label === null || topic < 0) return
    const list = byLabel.get(label)
    if (list) list.push(topic)
    else byLabel.set(label, [topic])
  })
  const able = [...byLabel].filter(([, found]) => found.length >= rarefiedTo)
  if (able.length < 2) return []
  const reach = (found: readonly number[]): number => rarefiedRichness(countsOf(found, topics.k), rarefiedTo)
  const rows = able
    .map(([label, found]) => ({ label, found, value: reach(found) }))
    .sort((a, b) => a.value - b.value || (a.label < b.label ? -1 : 1))
    .slice(0, mostLabels)
  const intervals = rows.map(({ found }) => {
    const drawn = Float64Array.from({ length: resamples }, () => reach(found.map(() => found[Math.floor(random() * found.length)]!))).sort()
    return [quantile(drawn, 0.025), quantile(drawn, 0.975)] as const
  })
  const whole = rarefiedRichness([...topics.sizes], rarefiedTo)
  return [
    {
      id: 'topics-coverage-by-label',
      analysis: 'topics',
      form: 'intervals',
      title: 'Coverage by label',
      summary:
        `How many of ${topics.k} topics ${rarefiedTo} documents of a label reach, fewest first; ${rarefiedTo} documents of the whole corpus reach ${whole.toFixed(1)}. ` +
        `Narrowest: ${rows[0]!.value.toFixed(1)}, widest: ${rows.at(-1)!.value.toFixed(1)}.${able.length > mostLabels ? ` The ${mostLabels} narrowest of ${able.length} labels.` : ''}`,
      unit: 'topics',
      category: rows.map(({ label }) => label),
      value: rows.map(({ value }) => value),
      low: intervals.map(([low], at) => Math.min(low, rows[at]!.value)),
      high: intervals.map(([, high], at) => Math.max(high, rows[at]!.value)),
      joined: false,
    },
  ]
}

function countsOf(found: readonly number[], k: number): number[] {
  const counts = new Array<number>(k).fill(0)
  for (const topic of found) counts[topic]!++
  return counts
}
