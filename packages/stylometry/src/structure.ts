import type { Analysis, Chart, Document } from '@corpuscope/core'
import { meanAndCv } from '@corpuscope/statistics'
import { lines, sections, trimmedLines } from '@corpuscope/text'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'

const own = 'Definition of this project'
const none = 'no line with text'

const measure = (
  id: string,
  title: string,
  unit: string,
  range: GroupedMeasure['range'],
  definition: string,
  leftOut: string,
): GroupedMeasure => ({ id, title, unit, range, direction: 'descriptive', definition, source: { text: own }, leftOut })

const measures: readonly GroupedMeasure[] = [
  measure('headings', 'Headings', 'headings', [0, null], 'Mean over documents of headings, as the sections view finds them.', none),
  measure(
    'soap-share',
    'Documents in SOAP order',
    'share',
    [0, 1],
    'Share of documents with sections for at least three of: history or reason for encounter, examination, assessment, plan, the first of each in this order. Headings in English.',
    none,
  ),
  measure(
    'list-line-share',
    'List lines',
    'share',
    [0, 1],
    'Mean over documents of lines that begin with a bullet or a number / lines with text.',
    none,
  ),
  measure('line-length', 'Line length', 'characters', [0, null], 'Mean over documents of characters a line with text.', none),
  measure(
    'line-length-cv',
    'Variation of line length',
    'ratio',
    [0, null],
    'Mean over documents of the coefficient of variation of characters a line with text.',
    'fewer than five lines with text',
  ),
  measure('blank-line-share', 'Blank lines', 'share', [0, 1], 'Mean over documents of blank lines / lines.', none),
]

const listed = /^(?:[-–—•·*▪►‣○●◦⇒→>]|\[[ xX]?\]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s/

/** Whether a line that begins at `start` can be of a list: most begin with a word. */
function mayBeListed(text: string, start: number): boolean {
  const letter = (text.charCodeAt(start) | 32) - 96
  if (letter < 1 || letter > 26) return true
  const next = text.charCodeAt(start + 1)
  return next === 41 || next === 46
}

const fewestForVariation = 5
const soap = [['reason for encounter', 'history'], ['examination'], ['assessment'], ['plan']] as const

/** How one document is laid out, by measure id. */
export function structureOf(document: Document): Record<string, number | null> {
  const { text } = document
  const whole = lines(document)
  const { starts, ends, count } = trimmedLines(document)
  const lengths: number[] = []
  let list = 0
  for (let i = 0; i < count; i++) {
    const length = ends[i]! - starts[i]!
    if (length === 0) continue
    lengths.push(length)
    if (mayBeListed(text, starts[i]!) && listed.test(text.slice(starts[i], Math.min(whole.ends[i]!, starts[i]! + 8)))) list++
  }
  if (lengths.length === 0) return {}
  const found = sections(document)
  const summary = meanAndCv(lengths)!
  const first = soap.map((names) => found.findIndex(({ canonical }) => names.some((name) => name === canonical))).filter((at) => at >= 0)
  const inOrder = first.every((at, i) => i === 0 || at > first[i - 1]!)
  return {
    headings: found.filter(({ heading }) => heading !== '').length,
    'soap-share': first.length >= 3 && inOrder ? 1 : 0,
    'list-line-share': list / lengths.length,
    'line-length': summary.mean,
    'line-length-cv': lengths.length >= fewestForVariation ? summary.cv : null,
    'blank-line-share': (count - lengths.length) / count,
  }
}

const binWidth = 10
/** The last bin takes all longer lines. */
const bins = 20

/** Lines with text by their length, in steps of ten characters. */
interface Partial {
  readonly lines: Float64Array
}

/** How documents are laid out: headings, the order of SOAP, lists and lines. */
export function structure(): Analysis<Partial> {
  const group = perDocumentGroup({ id: 'structure', title: 'Layout over documents', measures, of: structureOf })
  return {
    id: group.id,
    measures: group.measures,
    create: () => ({ lines: new Float64Array(bins) }),
    observe({ lines: counts }, document) {
      const { starts, ends, count } = trimmedLines(document)
      for (let i = 0; i < count; i++) {
        const length = ends[i]! - starts[i]!
        if (length > 0) counts[Math.min(bins - 1, Math.floor((length - 1) / binWidth))]!++
      }
      return { values: structureOf(document) }
    },
    merge(partial, other) {
      for (let i = 0; i < bins; i++) partial.lines[i]! += other.lines[i]!
    },
    async conclude({ lines: counts }, context) {
      const result = await group.conclude(null, context)
      const chart = lineProfile(counts)
      return { ...result, charts: chart ? [chart] : [] }
    },
  }
}

/** Lines by length: wrapped prose piles up at its width, notes have short lines, whole paragraphs long ones. */
function lineProfile(counts: Float64Array): Chart | undefined {
  const all = counts.reduce((sum, n) => sum + n, 0)
  if (all === 0) return undefined
  const commonest = counts.indexOf(Math.max(...counts))
  const from = commonest * binWidth + 1
  const span = commonest === bins - 1 ? `of more than ${from - 1}` : `of ${from} to ${from + binWidth - 1}`
  return {
    id: 'structure-line-lengths',
    analysis: 'structure',
    form: 'histogram',
    title: 'Lines by length',
    summary: `Most of the ${all.toLocaleString('en')} lines with text, ${((100 * counts[commonest]!) / all).toFixed(0)} %, are ${span} characters; lines of more than ${(bins - 1) * binWidth} stand in the last column.`,
    unit: 'characters',
    counted: 'lines',
    edges: Array.from({ length: bins + 1 }, (_, i) => i * binWidth),
    counts: [...counts],
    marks: [],
  }
}
