import type { Analysis, Chart, Context, Document } from '@corpuscope/core'
import { mean } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'
import { hdD } from './hd-d.ts'
import { movingRatio } from './mattr.ts'
import { segmentalRatio } from './msttr.ts'
import { mtldOf } from './mtld.ts'
import { repeats } from './repeats.ts'
import { richness } from './richness.ts'

/** MTLD is unstable below this many words (McCarthy & Jarvis 2010 advise 100). */
const fewestForMtld = 100
const drawsOfHdD = 42
const segment = 100
/** Windows of the curve that have no analysis of their own. */
const curveWindows = [10, 200] as const
const wholeCurve = [10, 25, 50, 100, 200] as const

const tweedie = 'Tweedie & Baayen 1998, Computers and the Humanities 32:323-352'

const none = 'no words'
const one = 'fewer than two words'

const measure = (
  id: string,
  title: string,
  unit: string,
  range: GroupedMeasure['range'],
  definition: string,
  source: string,
  leftOut: string,
): GroupedMeasure => ({ id, title, unit, range, direction: 'descriptive', definition, source: { text: source }, leftOut })

const measures: readonly GroupedMeasure[] = [
  measure(
    'ttr',
    'Type-token ratio',
    'ratio',
    [0, 1],
    'Mean over documents of different words / words. Falls with length: compare it only between documents of one length.',
    'Johnson 1944; Templin 1957',
    none,
  ),
  measure(
    'guiraud-r',
    'Guiraud R (root TTR)',
    'index',
    [0, null],
    'Mean over documents of different words / square root of words.',
    'Guiraud 1954',
    none,
  ),
  measure(
    'carroll-cttr',
    'Carroll CTTR (corrected TTR)',
    'index',
    [0, null],
    'Mean over documents of different words / square root of twice the words.',
    'Carroll 1964',
    none,
  ),
  measure('herdan-c', 'Herdan C (log TTR)', 'ratio', [0, 1], 'Mean over documents of ln different words / ln words.', 'Herdan 1960', one),
  measure(
    'summer-s',
    'Summer S',
    'ratio',
    [null, 1],
    'Mean over documents of ln ln different words / ln ln words.',
    `Somers 1966; ${tweedie}`,
    'fewer than three different words',
  ),
  measure(
    'maas-a2',
    'Maas a²',
    'index',
    [0, null],
    'Mean over documents of (ln N - ln V) / (ln N)², N words, V different ones; lower is richer. Programs that take log10 give 2.30 times this.',
    'Maas 1972',
    one,
  ),
  measure(
    'dugast-u',
    'Dugast U',
    'index',
    [0, null],
    'Mean over documents of (ln N)² / (ln N - ln V), N words, V different ones.',
    'Dugast 1978',
    'no word twice',
  ),
  measure(
    'yule-k',
    'Yule K',
    'index',
    [0, 10_000],
    'Mean over documents of 10⁴ (sum of squared word frequencies - N) / N²; lower is richer, and length matters little.',
    'Yule 1944, The Statistical Study of Literary Vocabulary',
    none,
  ),
  measure(
    'yule-i',
    'Yule I',
    'index',
    [0, null],
    'Mean over documents of N² / (sum of squared word frequencies - N), which is 10⁴ / K; not the form of lexicalrichness, which counts types.',
    'Yule 1944; Oakes 1998, Statistics for Corpus Linguistics',
    'no word twice',
  ),
  measure(
    'simpson-d',
    'Simpson D',
    'ratio',
    [0, 1],
    'Mean over documents of the chance that two words drawn without putting back are the same word.',
    'Simpson 1949, Nature 163:688',
    one,
  ),
  measure(
    'herdan-vm',
    'Herdan Vm',
    'ratio',
    [0, 1],
    'Mean over documents of the square root of (sum of squared word frequencies / N² - 1 / V).',
    `Herdan 1955; ${tweedie}`,
    none,
  ),
  measure(
    'honore-r',
    'Honoré R',
    'index',
    [0, null],
    'Mean over documents of 100 ln N / (1 - V1 / V), V1 words used once.',
    'Honoré 1979',
    'every word used once, or no words',
  ),
  measure(
    'sichel-s',
    'Sichel S',
    'ratio',
    [0, 1],
    'Mean over documents of words used twice / different words.',
    'Sichel 1975, JASA 70:542-547',
    none,
  ),
  measure(
    'brunet-w',
    'Brunet W',
    'index',
    [1, null],
    'Mean over documents of N to the power of V to the power of -0.165; lower is richer. Some programs take -0.172.',
    'Brunet 1978',
    none,
  ),
  measure(
    'hapax-ratio',
    'Words used once',
    'ratio',
    [0, 1],
    'Mean over documents of words used once / different words: what is mentioned and not returned to.',
    'Baayen 2001, Word Frequency Distributions',
    none,
  ),
  measure(
    'entropy',
    'Word entropy',
    'bits',
    [0, null],
    'Mean over documents of the entropy of their word frequencies; grows with length.',
    'Shannon 1948',
    none,
  ),
  measure(
    'entropy-normalised',
    'Word entropy, normalised',
    'ratio',
    [0, 1],
    'Mean over documents of word entropy / log2 of different words.',
    'Shannon 1948',
    'fewer than two different words',
  ),
  measure(
    `msttr-${segment}`,
    `Segmental type-token ratio (MSTTR, ${segment} words)`,
    'ratio',
    [0, 1],
    `Mean over documents of the mean type-token ratio of consecutive full segments of ${segment} words; the rest is discarded.`,
    'Johnson 1944',
    `fewer than ${segment} words`,
  ),
  measure(
    'mtld',
    'Lexical diversity (MTLD)',
    'words',
    [1, null],
    'Mean over documents of the mean run of words, forward and backward, until the type-token ratio falls to 0.72 or below (the rule of lexicalrichness); the rest counts as part of a run. A document that never falls has at least its length, which is taken.',
    'McCarthy & Jarvis 2010, Behavior Research Methods 42(2):381-392',
    `fewer than ${fewestForMtld} words`,
  ),
  measure(
    'mtld-strict',
    'Lexical diversity (MTLD, strict rule)',
    'words',
    [1, null],
    'MTLD whose runs end only when the ratio is below 0.72. Never compare values of two rules.',
    'McCarthy & Jarvis 2010, Behavior Research Methods 42(2):381-392',
    `fewer than ${fewestForMtld} words`,
  ),
  measure(
    'hd-d',
    'Lexical diversity (HD-D)',
    'ratio',
    [0, 1],
    `Mean over documents of the type-token ratio to expect of ${drawsOfHdD} words drawn without putting back.`,
    'McCarthy & Jarvis 2007, Language Testing 24(4):459-488',
    `fewer than ${drawsOfHdD} words`,
  ),
  ...curveWindows.map((window) =>
    measure(
      `mattr-${window}`,
      `Lexical diversity (MATTR, ${window} words)`,
      'ratio',
      [0, 1],
      `Mean over documents of the mean, over all windows of ${window} consecutive words, of different words / ${window}.`,
      'Covington & McFall 2010, Journal of Quantitative Linguistics 17(2):94-100',
      `fewer than ${window} words`,
    ),
  ),
]

/** Vocabulary richness of one document by every index of the literature, by measure id. */
export function lexicalRichnessOf(document: Document): Record<string, number | null> {
  const { frequencies, count } = words(document)
  const places = repeats(document)
  const index = richness(frequencies)
  const long = count >= fewestForMtld
  const values: Record<string, number | null> = {
    ttr: index.ttr,
    'guiraud-r': index.guiraudR,
    'carroll-cttr': index.carrollCttr,
    'herdan-c': index.herdanC,
    'summer-s': index.summerS,
    'maas-a2': index.maasA2,
    'dugast-u': index.dugastU,
    'yule-k': index.yuleK,
    'yule-i': index.yuleI,
    'simpson-d': index.simpsonD,
    'herdan-vm': index.herdanVm,
    'honore-r': index.honoreR,
    'sichel-s': index.sichelS,
    'brunet-w': index.brunetW,
    'hapax-ratio': index.hapaxRatio,
    entropy: index.entropy,
    'entropy-normalised': index.entropyNormalised,
    'msttr-100': segmentalRatio(places, segment),
    mtld: long ? mtldOf(places, 'at-most') : null,
    'mtld-strict': long ? mtldOf(places, 'below') : null,
    'hd-d': hdD(frequencies, drawsOfHdD),
  }
  for (const window of curveWindows) values[`mattr-${window}`] = movingRatio(places, window)
  return values
}

/** Lexical diversity beyond MATTR: the indices of the literature, all from one pass over the words, and the curve of MATTR by window. */
export function lexicalRichness(): Analysis<null> {
  const group = perDocumentGroup({ id: 'lexical-richness', title: 'Vocabulary richness over documents', measures, of: lexicalRichnessOf })
  return {
    ...group,
    async conclude(partial, context) {
      const result = await group.conclude(partial, context)
      const curve = mattrCurve(context)
      return { ...result, charts: curve ? [curve] : [] }
    },
  }
}

function mattrCurve({ rows }: Context): Chart | undefined {
  const windows = wholeCurve.filter((window) => rows.values(`mattr-${window}`).length > 0)
  const widest = windows.at(-1)
  if (widest === undefined) return undefined
  // The same documents at every window: otherwise the curve would mix length with diversity.
  const long = rows.values(`mattr-${widest}`)
  const ratios = windows.map((window) => mean(rows.values(`mattr-${window}`).filter((_, i) => !Number.isNaN(long[i]!))))
  const y = ratios.flatMap((ratio) => (ratio === null ? [] : [ratio]))
  if (y.length < windows.length) return undefined
  const n = rows.present(`mattr-${widest}`).length
  return {
    id: 'lexical-richness-mattr-curve',
    analysis: 'lexical-richness',
    form: 'curve',
    title: 'Lexical diversity by window',
    summary: `Mean MATTR of the ${n} documents of ${widest} words or more falls from ${y[0]!.toFixed(3)} at ${windows[0]} words to ${y.at(-1)!.toFixed(3)} at ${widest}.`,
    xUnit: 'words a window',
    unit: 'ratio',
    series: [{ title: 'mean of documents', x: [...windows], y }],
  }
}
