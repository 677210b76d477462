import { type Analysis, type Finding, fingerprint, type Measure, type Pair, type Rule, shareEstimate } from '@corpuscope/core'
import type { WordSequences } from '@corpuscope/features'
import { mix32 } from '@corpuscope/statistics'
import { hashCounts } from './hash-counts.ts'
import { jaccard } from './jaccard.ts'
import { runSource } from './run-source.ts'
import { leastSharers } from './shared-runs.ts'

const analysis = 'contained-documents'
/** Share of the smaller document's own runs that stand in the larger. */
const leastContained = 0.8
/** Runs of its own that a document needs: fewer are a name or a number. */
const leastOwn = 20
/** The larger one has at least so many times the runs; nearer in size they are near duplicates. */
const leastRatio = 1.25
/** Of a document's own runs so many are looked up, those of the lowest hash, and so many have to be met. */
const lookedUp = 8
const leastMet = 4
const pairsListed = 100_000

const measure: Measure = {
  id: 'contained-share',
  title: 'Documents that stand inside a larger one',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents of which ${leastContained} of the runs of 5 words that are no form (fewer than ${leastSharers} documents hold them) stand in another document with ${leastRatio} times as many runs or more / documents with ${leastOwn} such runs. Documents with fewer are left out, and counted as left out.`,
  source: { text: 'Broder 1997, On the Resemblance and Containment of Documents', url: 'https://doi.org/10.1109/SEQUEN.1997.666900' },
}

const rule: Rule = {
  id: 'contained-document',
  title: 'Document that stands inside a larger one',
  severity: 'note',
  measure: measure.id,
  definition: `${leastContained} of the document's own runs of 5 words stand in another document with ${leastRatio} times as many runs or more: the one that holds most of them is named.`,
}

/** Chance that a document of which a share s is contained is missed: fewer than 4 of 8 runs met. */
export function missedContainment(share: number): number {
  let missed = 0
  let ways = 1
  for (let met = 0; met < leastMet; met++) {
    missed += ways * share ** met * (1 - share) ** (lookedUp - met)
    ways = (ways * (lookedUp - met)) / (met + 1)
  }
  return missed
}

/** Small documents inside large ones, which a Jaccard similarity does not show. */
export const containedDocuments = (): Analysis<null> => ({
  id: analysis,
  measures: [measure],
  rules: [rule],
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    const words = feature<WordSequences>('words')
    const { holder, share, similarity, own } = containment(rows.n, words.of)
    const pairs: Pair[] = []
    const findings: Finding[] = []
    let n = 0
    for (let i = 0; i < rows.n; i++) {
      if (own[i]! >= leastOwn) n++
      if (holder[i]! < 0) continue
      const j = holder[i]!
      const [a, b] = i < j ? [i, j] : [j, i]
      if (pairs.length < pairsListed)
        pairs.push({ a: rows.ids[a]!, b: rows.ids[b]!, kind: 'contained', similarity: similarity[i]!, contained: share[i]! })
      findings.push({
        rule: rule.id,
        severity: rule.severity,
        document: rows.ids[i]!,
        message: `${Math.round(share[i]! * 100)} % of its own runs of words stand in ${rows.ids[j]!}, which is larger`,
        fingerprint: fingerprint(rule.id, rows.ids[i]!, rows.ids[j]!),
      })
    }
    const left = rows.n - n
    const none = `no document has ${leastOwn} runs of words of its own`
    const leftOut = `fewer than ${leastOwn} runs of words of their own`
    const estimates = [shareEstimate(measure, findings.length, n, { left, leftOut, none })]
    if (n === 0) return { estimates }
    return {
      estimates,
      pairs,
      findings,
      notes:
        findings.length > 0
          ? [
              {
                analysis,
                text: `Documents inside larger ones are found by ${lookedUp} of their runs and verified on all: none is wrong, and one that is contained to ${leastContained} is missed with a chance of about ${missedContainment(leastContained).toPrecision(1)}, to 0.95 of ${missedContainment(0.95).toPrecision(1)}.`,
              },
            ]
          : [],
    }
  },
})

interface Containment {
  /** For each document the one that holds most of it, -1 where none holds enough. */
  readonly holder: Int32Array
  readonly share: Float64Array
  /** Jaccard similarity of the two, of all their runs. */
  readonly similarity: Float64Array
  /** Runs of each document that are no form. */
  readonly own: Uint32Array
}

/**
 * For each document the larger one that holds most of its own runs.
 *
 * @param words  32-bit hashes of the words of document i, in order
 */
export function containment(n: number, words: (i: number) => ArrayLike<number>): Containment {
  const source = runSource(n, words)
  const sizes = new Uint32Array(n)
  let all = 0
  for (let i = 0; i < n; i++) {
    sizes[i] = source.low(i).length
    all += sizes[i]!
  }
  const hashes = new Uint32Array(all)
  let filled = 0
  for (let i = 0; i < n; i++) {
    hashes.set(source.low(i) as Uint32Array, filled)
    filled += sizes[i]!
  }
  const isForm = hashCounts(hashes, leastSharers).frequent
  const own = new Uint32Array(n)
  const entries = entryTable(n * lookedUp)
  let from = 0
  for (let i = 0; i < n; i++) {
    const mine = hashes.subarray(from, (from += sizes[i]!)).filter((hash) => !isForm(hash))
    own[i] = mine.length
    if (mine.length < leastOwn) continue
    for (const hash of mine.sort().subarray(0, lookedUp)) entries.add(hash, i)
  }
  const holder = new Int32Array(n).fill(-1)
  const share = new Float64Array(n)
  const similarity = new Float64Array(n)
  from = 0
  for (let j = 0; j < n; j++) {
    const to = from + sizes[j]!
    const met = new Map<number, number>()
    for (let at = from; at < to; at++)
      entries.each(hashes[at]!, (i) => {
        if (sizes[j]! >= sizes[i]! * leastRatio) met.set(i, (met.get(i) ?? 0) + 1)
      })
    from = to
    for (const [i, times] of met) {
      if (times < leastMet) continue
      const held = sharedOf(source.set(i), source.set(j), isForm)
      if (held < leastContained || held <= share[i]!) continue
      share[i] = held
      similarity[i] = jaccard(source.set(i), source.set(j))
      holder[i] = j
    }
  }
  return { holder, share, similarity, own }
}

/** Share of the first set's elements that are no form and stand in the second; both sorted. */
function sharedOf(small: Float64Array, large: Float64Array, isForm: (hash: number) => boolean): number {
  let own = 0
  let shared = 0
  let at = 0
  for (const run of small) {
    if (isForm((run % 4294967296) >>> 0)) continue
    own++
    while (at < large.length && large[at]! < run) at++
    if (large[at] === run) shared++
  }
  return own === 0 ? 0 : shared / own
}

/** Documents by hash, several of one hash in a chain. */
function entryTable(most: number) {
  let size = 1024
  while (size < 2 * most) size *= 2
  const heads = new Int32Array(size).fill(-1)
  const keys = new Uint32Array(most)
  const documents = new Uint32Array(most)
  const next = new Int32Array(most)
  let count = 0
  return {
    add(hash: number, document: number): void {
      const slot = mix32(hash, 9) & (size - 1)
      keys[count] = hash
      documents[count] = document
      next[count] = heads[slot]!
      heads[slot] = count++
    },
    each(hash: number, visit: (document: number) => void): void {
      for (let at = heads[mix32(hash, 9) & (size - 1)]!; at >= 0; at = next[at]!) if (keys[at] === hash) visit(documents[at]!)
    },
  }
}
