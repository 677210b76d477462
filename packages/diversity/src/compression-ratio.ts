import { type Analysis, type Estimate, type Measure, notApplicable } from '@corpuscope/core'
import { type BottomK, bottomK, mean, standardDeviation } from '@corpuscope/statistics'
import { compressionRatio } from './compressed.ts'
import { grouped } from './words-for.ts'

/** Documents joined: gzip looks back over 32 kB only, so that more of them change little. */
const mostJoined = 100

/** UTF-16 units taken of each, so that a giant does not become the corpus. */
const longest = 10_000

/** Parts of the sample that are compressed apart, for the interval. */
const parts = 10

/** Student's t with 9 degrees of freedom, 97.5 %. */
const critical = 2.262157

const measure: Measure = {
  id: 'compression-ratio',
  title: 'Compression of the texts',
  unit: 'ratio',
  range: [0, null],
  direction: 'lower',
  definition:
    `Bytes of the texts in UTF-8 / their bytes compressed by gzip at level 9, joined by line feeds in key order; repetitive texts compress more. Of more than ${mostJoined} documents, those whose keys hash ` +
    'lowest take part, each with its first 10,000 characters. The interval is Student’s, from ten parts of the sample compressed apart. Versions of the compressor differ by up to 1 %.',
  source: { text: 'Shaib et al. 2024, Standardizing the Measurement of Text Diversity', url: 'https://arxiv.org/abs/2403.00553' },
}

/** How much of the texts is said already in those before them. The partial holds a sample drawn by hash, of bounded size. */
export const compressionRatioAnalysis = (): Analysis<BottomK<string>> => ({
  id: measure.id,
  measures: [measure],
  create: () => bottomK.create(mostJoined),
  observe(sample, { key, text }) {
    if (text.length > 0) bottomK.add(sample, key, text.slice(0, longest))
    return undefined
  },
  merge: bottomK.merge,
  conclude(sample, { rows }) {
    const entries = bottomK.entries(sample)
    const left = rows.n - entries.length
    if (entries.length === 0) return { estimates: [notApplicable(measure.id, 'every document is empty', left)] }
    const texts = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, text]) => text)
    const value = compressionRatio(texts.join('\n'))!
    const interval = intervalOf(texts, value)
    const estimate: Estimate = {
      measure: measure.id,
      value,
      interval,
      ...(interval && { intervalMethod: `Student's t over ${parts} parts` }),
      n: texts.length,
      left,
      status: 'measured',
      ...(left > 0 && {
        reason: `${grouped(texts.length)} of ${grouped(rows.n)} documents: empty ones have no part, more than ${mostJoined} are drawn by hash`,
      }),
    }
    return { estimates: [estimate] }
  },
})

function intervalOf(texts: readonly string[], value: number): [number, number] | null {
  if (texts.length < 2 * parts) return null
  const ratios = Array.from({ length: parts }, (_, part) => compressionRatio(texts.filter((_, i) => i % parts === part).join('\n'))!)
  // Shorter parts compress less: what carries over to the whole is their relative spread.
  const reach = ((critical * standardDeviation(ratios)!) / Math.sqrt(parts)) * (value / mean(ratios)!)
  return [Math.max(0, value - reach), value + reach]
}
