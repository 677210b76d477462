import type { Analysis, Chart, Context, Document } from '@corpuscope/core'
import { mean } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { perDocumentGroup } from './grouped.ts'
import { hdD } from './hd-d.ts'
import { curveWindows, drawsOfHdD, fewestForMtld, richnessMeasures, segment } from './lexical-richness-measures.ts'
import { movingRatio } from './mattr.ts'
import { segmentalRatio } from './msttr.ts'
import { mtldOf } from './mtld.ts'
import { repeats } from './repeats.ts'
import { richness } from './richness.ts'

const wholeCurve = [10, 25, 50, 100, 200] as const

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
  const group = perDocumentGroup({
    id: 'lexical-richness',
    title: 'Vocabulary richness over documents',
    measures: richnessMeasures,
    of: lexicalRichnessOf,
  })
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
