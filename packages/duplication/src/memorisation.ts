import {
  type Analysis,
  type Companion,
  type Estimate,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Rule,
  shareEstimate,
  type Table,
} from '@corpuscope/core'
import type { WordSequences } from '@corpuscope/features'
import { distribution } from '@corpuscope/statistics'
import { type GramOverlap, gramOverlap } from './source-grams.ts'
import { leastShared, type SourceRun, sourceRuns } from './source-runs.ts'

/** Words on end beyond which a shared passage is taken from the source; the usual bound of memorisation studies. */
const memorisedBeyond = 50
const shortGram = 8
const longGram = 13
const analysis = 'memorisation'

const carlini = {
  text: 'Carlini et al. 2023, Quantifying Memorization Across Neural Language Models',
  url: 'https://arxiv.org/abs/2202.07646',
}
const brown = { text: 'Brown et al. 2020, Language Models are Few-Shot Learners, appendix C', url: 'https://arxiv.org/abs/2005.14165' }

const memorised: Measure = {
  id: 'memorised-share',
  title: 'Documents with a long passage of the other corpus',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents that share a run of more than ${memorisedBeyond} words with a document of the corpus they are held against / documents with a word. Words are compared in order, without case and punctuation.`,
  source: carlini,
}

const longest: Measure = {
  id: 'longest-shared-run',
  title: 'Longest passage of the other corpus',
  unit: 'words',
  range: [0, null],
  direction: 'lower',
  definition: `The longest run of words that a document shares with one of the corpus it is held against: the largest over all documents. Runs of fewer than ${leastShared} words count as 0.`,
  source: carlini,
}

const contamination = (words: number): Measure => ({
  id: `contamination-${words}`,
  title: `Documents with ${words} words of the other corpus`,
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents with a run of ${words} words that stands in the corpus they are held against and is no form / documents of ${words} words or more. A run that stands in 10 different texts or more, of either corpus, is a form: both were written on one template. Shorter documents are left out, and counted as left out.`,
  source: brown,
})
const grams = [
  { words: shortGram, measure: contamination(shortGram) },
  { words: longGram, measure: contamination(longGram) },
]

const measures = [memorised, longest, ...grams.map(({ measure }) => measure)]

const rule: Rule = {
  id: 'memorised-passage',
  title: 'Passage of the other corpus',
  severity: 'warning',
  measure: memorised.id,
  definition: `A run of more than ${memorisedBeyond} words stands word for word in the corpus this one is held against: the longest of a document is named.`,
}

/**
 * What a corpus holds of another one, word for word: of the texts it was made from, or of the benchmark it is to be trained for. With a
 * holdout the same is counted against texts its maker never saw: what is found there is not memorised.
 */
export const memorisation = (): Analysis<null> => ({
  id: analysis,
  alone: true,
  needs: ['words'],
  measures,
  rules: [rule],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows, feature, against, holdout }) {
    if (!against) return { estimates: measures.map(({ id }) => notApplicable(id, 'there is no other corpus; give one with --against')) }
    const words = feature<WordSequences>('words')
    const found = held(words, against)
    const unseen = holdout && held(words, holdout)
    const source = against.feature<WordSequences>('words')
    const lengths = Float64Array.from(found.runs, ({ length }) => length)
    const findings: Finding[] = []
    for (const [i, { length, start, source: from, sourceStart }] of found.runs.entries()) {
      if (length <= memorisedBeyond) continue
      const other = source.span(from, sourceStart, sourceStart + length)
      findings.push({
        rule: rule.id,
        severity: rule.severity,
        document: rows.ids[i]!,
        span: words.span(i, start, start + length),
        message: `${length} words on end stand word for word in ${against.rows.ids[from]!} of the other corpus, at ${other.start} to ${other.end}`,
        fingerprint: fingerprint(rule.id, rows.ids[i]!, against.rows.ids[from]!),
      })
    }
    return {
      estimates: found.estimates,
      tables: [overlapTable(found, unseen)],
      notes: [
        {
          analysis,
          text: `The longest passage of a document is exact unless all of its runs of ${leastShared} words stand in more than 64 places of the other corpus; it may be longer then.`,
        },
      ],
      findings,
      documentValues: { [longest.id]: lengths },
    }
  },
})

interface Held {
  readonly runs: readonly SourceRun[]
  readonly overlaps: readonly GramOverlap[]
  readonly estimates: readonly Estimate[]
}

/** What the corpus holds of a companion. */
function held(words: WordSequences, companion: Companion): Held {
  const source = companion.feature<WordSequences>('words')
  const longestOf = sourceRuns(source.n, source.of)
  const runs = Array.from({ length: words.n }, (_, i) => longestOf(words.of(i)))
  const overlaps = grams.map((each) => gramOverlap(words, source, each.words))
  const wordless = runs.reduce((sum, _, i) => sum + (words.of(i).length === 0 ? 1 : 0), 0)
  const n = words.n - wordless
  const long = runs.reduce((sum, { length }) => sum + (length > memorisedBeyond ? 1 : 0), 0)
  const most = runs.reduce((length, run) => Math.max(length, run.length), 0)
  const estimates: Estimate[] = [shareEstimate(memorised, long, n, { left: wordless, leftOut: 'no words' })]
  estimates.push(
    n === 0
      ? notApplicable(longest.id, 'no document has a word', wordless)
      : {
          measure: longest.id,
          value: most,
          interval: null,
          n,
          left: wordless,
          status: 'measured',
          reason: 'no interval: the largest of a sample says nothing sure about what it was drawn from',
        },
  )
  for (const [at, { words: size, measure }] of grams.entries()) {
    const { own, grams: all } = overlaps[at]!
    const short = all.reduce((sum, count) => sum + (count === 0 ? 1 : 0), 0)
    const hit = own.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
    estimates.push(shareEstimate(measure, hit, words.n - short, { left: short, leftOut: `fewer than ${size} words` }))
  }
  return { runs, overlaps, estimates }
}

function overlapTable(found: Held, unseen: Held | undefined): Table {
  const share = (hits: number, n: number): number | null => (n === 0 ? null : hits / n)
  const documents = ({ grams: all }: GramOverlap): number => all.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  const withAny = (overlap: GramOverlap, which: 'shared' | 'own'): number | null =>
    share(
      overlap[which].reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      documents(overlap),
    )
  const row = (title: string, of: (each: Held) => number | null): (string | number | null)[] => [
    title,
    of(found),
    unseen ? of(unseen) : null,
  ]
  const lengths = ({ runs }: Held): number[] => runs.map(({ length }) => length)
  return {
    id: 'memorisation-overlap',
    analysis,
    title: 'What stands in the other corpus too',
    columns: [{ title: 'What' }, { title: 'Other corpus' }, { title: 'Holdout' }],
    rows: [
      row(`documents with more than ${memorisedBeyond} words on end`, ({ estimates }) => estimates[0]!.value),
      row('longest run, words', ({ estimates }) => estimates[1]!.value),
      row('median of the longest runs, words', (each) => distribution(lengths(each))?.quantiles.median ?? null),
      ...grams.flatMap(({ words }, at) => [
        row(`documents with a run of ${words} words, forms and all`, ({ overlaps }) => withAny(overlaps[at]!, 'shared')),
        row(`documents with a run of ${words} words that is no form`, ({ overlaps }) => withAny(overlaps[at]!, 'own')),
      ]),
    ],
  }
}
