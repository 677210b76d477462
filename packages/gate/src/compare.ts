import type { Audit, Estimate } from '@corpuscope/core'
import { benjaminiHochberg } from '@corpuscope/statistics'
import { placeOf } from './baseline.ts'
import { type Contrast, contrast } from './contrast.ts'
import type { DocumentDigest } from './ratchet.ts'
import { shortened } from './wording.ts'

export interface Comparison {
  readonly before: { readonly hash: string; readonly documents: number }
  readonly after: { readonly hash: string; readonly documents: number }
  readonly measures: readonly (Contrast & {
    readonly facet?: Estimate['facet']
    readonly part?: string
    /** p adjusted over all measures of the comparison (Benjamini & Hochberg). */
    readonly adjusted: number | null
    readonly better: boolean | null
  })[]
  /** Measures that cannot be contrasted, and why. */
  readonly left: readonly { readonly measure: string; readonly reason: string }[]
  /** By id and hash of the text; absent when an audit has no documents.parquet. */
  readonly documents?: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly string[]
    readonly relabelled: readonly string[]
  }
}

/** What differs between two audits: each measure with interval, effect size and adjusted p, and the documents that came, went or changed. */
export function compare(
  before: Audit,
  after: Audit,
  documents?: { readonly before: readonly DocumentDigest[]; readonly after: readonly DocumentDigest[] },
): Comparison {
  const measures = new Map([...before.measures, ...after.measures].map((measure) => [measure.id, measure]))
  const ours = ({ estimates }: Audit) => estimates.filter(({ corpus }) => corpus === undefined)
  const old = new Map(ours(before).map((estimate) => [placeOf(estimate), estimate]))
  const found: { now: Estimate; contrast: Contrast }[] = []
  const left: { measure: string; reason: string }[] = []
  for (const now of ours(after)) {
    const then = old.get(placeOf(now))
    old.delete(placeOf(now))
    const contrasted = then ? contrast(then, now, measures.get(now.measure)!) : 'the first audit does not have it'
    if (typeof contrasted === 'string') left.push({ measure: now.measure, reason: contrasted })
    else found.push({ now, contrast: contrasted })
  }
  for (const { measure } of old.values()) left.push({ measure, reason: 'the second audit does not have it' })
  const tested = found.filter((each) => each.contrast.p !== null)
  const adjusted = benjaminiHochberg(tested.map((each) => each.contrast.p!))
  const adjustedOf = new Map(tested.map((each, i) => [each, adjusted[i]!]))
  return {
    before: { hash: before.corpus.hash, documents: before.corpus.documents },
    after: { hash: after.corpus.hash, documents: after.corpus.documents },
    measures: found.map((each) => {
      const { facet, part } = each.now
      const direction = measures.get(each.now.measure)!.direction
      const { difference } = each.contrast
      const known = (direction === 'higher' || direction === 'lower') && difference !== 0
      return {
        ...each.contrast,
        ...(facet && { facet }),
        ...(part !== undefined && { part }),
        adjusted: adjustedOf.get(each) ?? null,
        better: known ? difference > 0 === (direction === 'higher') : null,
      }
    }),
    left,
    ...(documents && { documents: changes(documents.before, documents.after) }),
  }
}

function changes(before: readonly DocumentDigest[], after: readonly DocumentDigest[]): NonNullable<Comparison['documents']> {
  const old = new Map(before.map(([id, text, label]) => [id, { text, label }]))
  const ids = new Set(after.map(([id]) => id))
  const both = after.flatMap(([id, text, label]) => {
    const then = old.get(id)
    return then ? [{ id, text: then.text !== text, label: then.label !== label }] : []
  })
  const sorted = (list: readonly string[]): string[] => [...list].sort()
  return {
    added: sorted([...ids].filter((id) => !old.has(id))),
    removed: sorted([...old.keys()].filter((id) => !ids.has(id))),
    changed: sorted(both.flatMap(({ id, text }) => (text ? [id] : []))),
    relabelled: sorted(both.flatMap(({ id, text, label }) => (label && !text ? [id] : []))),
  }
}

const shownDocuments = 5

/** A comparison for a terminal: what moved beyond chance first. */
export function comparisonText({ before, after, measures, left, documents }: Comparison): string {
  const column = Math.max(7, ...measures.map(({ measure }) => measure.length)) + 2
  const moved = (each: Comparison['measures'][number]) => each.adjusted !== null && each.adjusted <= 0.05
  const line = (each: Comparison['measures'][number]): string => {
    const where = `${each.facet ? ` where ${each.facet.field} is ${each.facet.value}` : ''}${each.part === undefined ? '' : ` in ${each.part}`}`
    const interval = each.interval ? ` (${shortened(each.interval[0], [0])} to ${shortened(each.interval[1], [0])})` : ''
    const effect = each.effect ? `, ${each.effect.name} ${shortened(each.effect.value, []).slice(0, 6)}` : ''
    const p = each.adjusted === null ? '' : `, adjusted p ${each.adjusted < 0.001 ? '< 0.001' : each.adjusted.toPrecision(2)}`
    const word = moved(each) ? (each.better === null ? ' moved' : each.better ? ' better' : ' worse') : ''
    return `  ${each.measure.padEnd(column)}${shortened(each.before, [each.after])} to ${shortened(each.after, [each.before])}: ${each.difference > 0 ? '+' : ''}${shortened(each.difference, [0])}${interval}${effect}${p}${word}${where}`
  }
  const list = (what: string, ids: readonly string[]): string[] =>
    ids.length === 0
      ? []
      : [`  ${ids.length} ${what}: ${ids.slice(0, shownDocuments).join(', ')}${ids.length > shownDocuments ? ', …' : ''}`]
  const changed = measures.filter(moved)
  const same = measures.filter((each) => !moved(each))
  const ways = documents ? (['added', 'removed', 'changed', 'relabelled'] as const).flatMap((what) => list(what, documents[what])) : []
  return `${[
    `${before.documents} documents, then ${after.documents}${before.hash === after.hash ? ': the same corpus' : ''}`,
    ...(changed.length > 0 ? ['', 'Moved beyond chance (5 % of these false, Benjamini-Hochberg)', ...changed.map(line)] : []),
    ...(same.length > 0 ? ['', 'Within chance, or without an interval', ...same.map(line)] : []),
    ...(left.length > 0 ? ['', 'Not contrasted', ...left.map(({ measure, reason }) => `  ${measure.padEnd(column)}${reason}`)] : []),
    ...(documents ? ['', 'Documents', ...(ways.length > 0 ? ways : ['  none added, removed or changed'])] : []),
  ].join('\n')}\n`
}
