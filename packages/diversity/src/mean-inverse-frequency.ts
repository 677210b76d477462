import { type Analysis, type Measure, notApplicable } from '@corpuscope/core'
import { drawn, placesWithWords, type WordSequences } from '@corpuscope/features'
import { mean, meanInterval, standardDeviation } from '@corpuscope/statistics'
import { grouped } from './words-for.ts'

/** Documents whose words are counted together. */
const mostCounted = 5000

const measure: Measure = {
  id: 'mean-inverse-frequency',
  title: 'Rarity of the words (mean inverse frequency)',
  unit: 'nats',
  range: [0, null],
  direction: 'descriptive',
  definition:
    'Mean over documents of the mean over their words of ln(words of the corpus / how often the word stands in it): rare words raise it. It rises as a corpus grows. The paper that names the measure gives no formula; this one is ' +
    `the logarithmic form of inverse frequency, counted in the corpus itself. Of more than ${grouped(mostCounted)} documents, ${grouped(mostCounted)} are drawn by the hash of their keys. The interval takes the frequencies as given.`,
  source: { text: 'Named in Riaz et al. 2025, MetaSynth, Findings of ACL 18770', url: 'https://arxiv.org/abs/2504.12563' },
}

/** How rare the words are that the documents are written in. */
export const meanInverseFrequencyAnalysis = (): Analysis<null> => ({
  id: measure.id,
  measures: [measure],
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const sequences = context.feature<WordSequences>('words')
    const present = placesWithWords(sequences)
    const documents = Array.from(drawn(context.rows, present, mostCounted), (i) => sequences.of(i))
    const left = context.rows.n - documents.length
    if (documents.length === 0) return { estimates: [notApplicable(measure.id, 'no document has words', left)] }
    const { counts, total } = countsOf(documents)
    const values = Float64Array.from(documents, (words) => inverseFrequency(words, counts, total).logarithmic)
    const { interval, method } = meanInterval(values, { within: measure.range })
    const sd = standardDeviation(values)
    const value = mean(values)!
    return {
      estimates: [
        {
          measure: measure.id,
          value,
          interval,
          ...(interval && { intervalMethod: method }),
          ...(sd !== null && { spread: { sd, cv: value === 0 ? null : sd / value } }),
          n: documents.length,
          left,
          status: 'measured',
          ...(left > 0 && {
            reason: `${grouped(documents.length)} of ${grouped(context.rows.n)} documents: empty ones have no part, more are drawn by hash`,
          }),
        },
      ],
    }
  },
})

function countsOf(documents: readonly Uint32Array[]): { readonly counts: ReadonlyMap<number, number>; readonly total: number } {
  const counts = new Map<number, number>()
  let total = 0
  for (const words of documents) {
    total += words.length
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return { counts, total }
}

/**
 * Inverse frequency of the words of a document, in the two forms that are in use; words that were never counted are left out.
 *
 * @param words   one or more
 * @param counts  how often each word stands in the reference, of `total` words
 * @returns       `plain`: mean of 1 / count; `logarithmic`: mean of ln(total / count)
 */
export function inverseFrequency<Word>(
  words: Iterable<Word>,
  counts: ReadonlyMap<Word, number>,
  total: number,
): { readonly plain: number; readonly logarithmic: number } {
  let [plain, logarithmic, n] = [0, 0, 0]
  for (const word of words) {
    const count = counts.get(word)
    if (count === undefined) continue
    n++
    plain += 1 / count
    logarithmic += Math.log(total / count)
  }
  return n === 0 ? { plain: 0, logarithmic: 0 } : { plain: plain / n, logarithmic: logarithmic / n }
}
