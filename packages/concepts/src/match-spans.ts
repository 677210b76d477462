import { codeOf, compareSpans, overlapOf, placeOf, type Span } from './span.ts'

/**
 * When a predicted span is right:
 * - `strict`: same place and same code; same place and type where neither has a code
 * - `type`: same place and type
 * - `grouped`: same place, and types of one group
 * - `span`: same place, whatever it is called
 * - `type-overlap`: places that overlap, and the same type
 * - `partial`: places that overlap; a place that is not the same counts one half
 */
export const scoreModes = ['strict', 'type', 'grouped', 'span', 'type-overlap', 'partial'] as const
export type ScoreMode = (typeof scoreModes)[number]

/** One gold span and the prediction it was given, or one of them alone; as places in the lists. */
export interface SpanMatch {
  readonly gold: number | null
  readonly predicted: number | null
  readonly kind: 'correct' | 'partial' | 'incorrect' | 'missed' | 'spurious'
}

const nothing = '\u0000'

/** What has to be equal for a mode, beside the place. */
export function nameFor(mode: ScoreMode, groupOf: (type: string) => string): (span: Span) => string {
  if (mode === 'strict') return (span) => codeOf(span) ?? `${nothing}${span.type}`
  if (mode === 'type' || mode === 'type-overlap') return ({ type }) => type
  if (mode === 'grouped') return ({ type }) => groupOf(type)
  return () => ''
}

/**
 * Pairs gold and predicted spans of one document, each at most once: as many as possible are correct, and of what is left as many as possible
 * overlap. The counts depend on the spans alone, never on their order; nested and overlapping spans take part as any other.
 *
 * @returns  every gold and every predicted span in exactly one match
 * @see Chinchor & Sundheim 1993 (MUC-5) for the five kinds; Kuhn 1955 for the pairing
 */
export function matchSpans(
  gold: readonly Span[],
  predicted: readonly Span[],
  mode: ScoreMode,
  groupOf: (type: string) => string = (type) => type,
): SpanMatch[] {
  const name = nameFor(mode, groupOf)
  const g = sorted(gold)
  const p = sorted(predicted)
  const goldOf = new Int32Array(p.length).fill(-1)
  const predictedOf = new Int32Array(g.length).fill(-1)
  const kinds: SpanMatch['kind'][] = new Array<SpanMatch['kind']>(g.length)
  const take = (i: number, j: number, kind: SpanMatch['kind']): void => {
    predictedOf[i] = j
    goldOf[j] = i
    kinds[i] = kind
  }

  const loose = mode === 'type-overlap'
  // Same place and name: equals are interchangeable, so taking them in turn is as good as any pairing.
  const waiting = new Map<string, number[]>()
  const labelled = (span: Span): string => `${placeOf(span)}\n${name(span)}`
  p.forEach(({ span }, j) => {
    const key = labelled(span)
    const those = waiting.get(key)
    if (those) those.push(j)
    else waiting.set(key, [j])
  })
  g.forEach(({ span }, i) => {
    const j = waiting.get(labelled(span))?.shift()
    if (j !== undefined) take(i, j, 'correct')
  })
  const edges = overlaps(
    g.map(({ span }) => span),
    p.map(({ span }) => span),
  )
  if (loose) {
    // A pair of one place may still give way: swapping it along a path keeps every span of the path paired.
    augment(edges, predictedOf, goldOf, (i, j) => name(g[i]!.span) === name(p[j]!.span))
    predictedOf.forEach((j, i) => {
      if (j >= 0) kinds[i] = 'correct'
    })
  }
  // What is left is paired among itself: a correct pair stays.
  const fixed = predictedOf.map((j) => (j >= 0 ? 1 : 0))
  const closed = goldOf.map((i) => (i >= 0 ? 1 : 0))
  const rest = predictedOf.map(() => -1)
  const restBack = goldOf.map(() => -1)
  augment(edges, rest, restBack, (i, j) => fixed[i] === 0 && closed[j] === 0)
  rest.forEach((j, i) => {
    if (j >= 0) take(i, j, mode === 'partial' ? 'partial' : 'incorrect')
  })

  const matches: SpanMatch[] = g.map(({ at }, i) =>
    predictedOf[i]! >= 0 ? { gold: at, predicted: p[predictedOf[i]!]!.at, kind: kinds[i]! } : { gold: at, predicted: null, kind: 'missed' },
  )
  p.forEach(({ at }, j) => {
    if (goldOf[j]! < 0) matches.push({ gold: null, predicted: at, kind: 'spurious' })
  })
  return matches
}

const sorted = (spans: readonly Span[]): { readonly span: Span; readonly at: number }[] =>
  spans.map((span, at) => ({ span, at })).sort((a, b) => compareSpans(a.span, b.span))

/** For each gold span the predicted ones it overlaps, those that share most of it first. */
function overlaps(gold: readonly Span[], predicted: readonly Span[]): Int32Array[] {
  let longest = 0
  for (const { start, end } of predicted) longest = Math.max(longest, end - start)
  return gold.map((span) => {
    const found: { j: number; shared: number; apart: number }[] = []
    for (let j = lowerBound(predicted, span.start - longest); j < predicted.length && predicted[j]!.start < span.end; j++) {
      const shared = overlapOf(span, predicted[j]!)
      if (shared > 0) found.push({ j, shared, apart: Math.abs(span.start - predicted[j]!.start) + Math.abs(span.end - predicted[j]!.end) })
    }
    return Int32Array.from(found.sort((a, b) => a.apart - b.apart || b.shared - a.shared || a.j - b.j).map(({ j }) => j))
  })
}

function lowerBound(spans: readonly Span[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Makes a pairing as large as it can be along the edges that are allowed, by augmenting paths. */
function augment(
  edges: readonly Int32Array[],
  predictedOf: Int32Array,
  goldOf: Int32Array,
  allowed: (gold: number, predicted: number) => boolean,
): void {
  const seen = new Int32Array(goldOf.length).fill(-1)
  for (let root = 0; root < predictedOf.length; root++) {
    if (predictedOf[root]! >= 0) continue
    // Depth first with a stack of our own: thousands of spans may hang together.
    const path: { gold: number; edge: number; via: number }[] = [{ gold: root, edge: 0, via: -1 }]
    while (path.length > 0) {
      const top = path.at(-1)!
      const near = edges[top.gold]!
      if (top.edge >= near.length) {
        path.pop()
        continue
      }
      const j = near[top.edge++]!
      if (seen[j] === root || !allowed(top.gold, j)) continue
      seen[j] = root
      const holder = goldOf[j]!
      if (holder >= 0) {
        path.push({ gold: holder, edge: 0, via: j })
        continue
      }
      let free = j
      for (let step = path.length - 1; step >= 0; step--) {
        const { gold, via } = path[step]!
        predictedOf[gold] = free
        goldOf[free] = gold
        free = via
      }
      break
    }
  }
}
