import type { Document } from '@corpuscope/core'
import type { Random } from '@corpuscope/statistics'
import { bestTags, type SequenceTagger, type TaggedSequence, trainTagger } from './sequence-tagger.ts'
import type { Span } from './span.ts'
import { featureColumns, featureWidth, tokenSentences } from './token-features.ts'

/** A tagger of spans: types that lie on each other are learned apart, in layers. */
export interface SpanTagger {
  readonly layers: readonly { readonly types: readonly string[]; readonly model: SequenceTagger }[]
}

export interface TrainedOn {
  readonly document: Document
  readonly spans: readonly Span[]
}

export interface SpanTaggerOptions {
  readonly epochs?: number
  readonly random: Random
}

/** Share of a type's spans that may lie on those of another type of its layer: BIO tags hold one of them only. */
const mostOverlap = 0.01

/**
 * Learns to mark spans: tokens get the tags outside, beginning or inside of a type, by an averaged perceptron.
 *
 * @see Ramshaw & Marcus 1995 for BIO tags
 */
export function trainSpanTagger(lessons: readonly TrainedOn[], { epochs = 8, random }: SpanTaggerOptions): SpanTagger {
  return {
    layers: layersOf(lessons).map((types) => {
      const tags = 1 + 2 * types.length
      const model = trainTagger(
        lessons.flatMap((lesson) => tagged(lesson, types)),
        { tags, columns: featureColumns, allowed: transitionsAllowed(tags), epochs, random },
      )
      return { types, model }
    }),
  }
}

/** The spans that a tagger finds, in order. */
export function taggedSpans({ layers }: SpanTagger, document: Document): Span[] {
  const found: Span[] = []
  for (const { types, model } of layers)
    for (const { starts, ends, features } of tokenSentences(document)) {
      const tags = bestTags(model, { features, width: featureWidth })
      for (let i = 0; i < tags.length; i++) {
        if (tags[i] === 0) continue
        const type = (tags[i]! - 1) >> 1
        let last = i
        while (tags[last + 1] === 2 + 2 * type) last++
        found.push({ type: types[type]!, start: starts[i]!, end: ends[last]! })
        i = last
      }
    }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Tag 1 + 2k begins type k, 2 + 2k goes on with it, and only behind a tag of that type. */
function transitionsAllowed(tags: number): Uint8Array {
  const allowed = new Uint8Array((tags + 1) * tags).fill(1)
  for (let tag = 2; tag < tags; tag += 2)
    for (let before = 0; before <= tags; before++) allowed[before * tags + tag] = before === tag || before === tag - 1 ? 1 : 0
  return allowed
}

function tagged({ document, spans }: TrainedOn, types: readonly string[]): TaggedSequence[] {
  const wanted = spans
    .filter(({ type, fragments }) => !fragments && types.includes(type))
    // The longest of spans that lie on each other is kept.
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  return tokenSentences(document).map(({ starts, ends, features }) => {
    const tags = new Uint8Array(starts.length)
    for (const { start, end, type } of wanted) {
      const first = ends.findIndex((each) => each > start)
      if (first < 0 || starts[first]! >= end) continue
      let last = first
      while (last + 1 < starts.length && starts[last + 1]! < end) last++
      if (tags.subarray(first, last + 1).some((tag) => tag !== 0)) continue
      const inside = 2 + 2 * types.indexOf(type)
      tags.fill(inside, first, last + 1)
      tags[first] = inside - 1
    }
    return { features, width: featureWidth, tags }
  })
}

/** Types in layers: those that lie on each other are in different ones; commonest first. */
function layersOf(lessons: readonly TrainedOn[]): string[][] {
  const sizes = new Map<string, number>()
  const overlaps = new Map<string, number>()
  for (const { spans } of lessons) {
    const sorted = [...spans].sort((a, b) => a.start - b.start)
    sorted.forEach((span, i) => {
      sizes.set(span.type, (sizes.get(span.type) ?? 0) + 1)
      for (let j = i + 1; j < sorted.length && sorted[j]!.start < span.end; j++) {
        const pair = [span.type, sorted[j]!.type].sort().join('\n')
        if (sorted[j]!.type !== span.type) overlaps.set(pair, (overlaps.get(pair) ?? 0) + 1)
      }
    })
  }
  const layers: string[][] = []
  for (const [type, size] of [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const fits = (layer: readonly string[]): boolean =>
      layer.every((other) => (overlaps.get([type, other].sort().join('\n')) ?? 0) <= mostOverlap * Math.min(size, sizes.get(other)!))
    const layer = layers.find(fits)
    if (layer) layer.push(type)
    else layers.push([type])
  }
  return layers
}
