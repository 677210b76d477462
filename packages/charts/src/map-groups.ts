/** Values of a field as at most a handful of groups that colour can tell apart. */
export interface Groups {
  readonly labels: readonly string[]
  /** Index into `labels`, one a document. */
  readonly codes: readonly number[]
  /** `ordered` from low to high; `named` without order. */
  readonly kind: 'ordered' | 'named'
  /** Which label collects what is no group of its own, and which has no value; -1 when there is none. */
  readonly rest: number
  readonly missing: number
}

type Value = string | number | null

const mostNamed = 7
const bins = 5

/**
 * Groups of a field's values: numbers of more than seven kinds by quintile, all else by name, the seven largest first and the others
 * together. Undefined when it tells nothing apart: no value, one value, or a different one for each document.
 */
export function groupsOf(values: readonly Value[]): Groups | undefined {
  const present = values.filter((value) => value !== null)
  const counts = new Map<string | number, number>()
  for (const value of present) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size < 2 && present.length === values.length) return undefined
  if (counts.size === 0) return undefined
  if (counts.size > mostNamed && present.every((value) => typeof value === 'number')) return byQuintile(values, present as number[])
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (String(a) < String(b) ? -1 : 1))
  if (ranked[0]![1] < 2) return undefined
  const named = ranked.slice(0, mostNamed).map(([value]) => value)
  const others = ranked.length - named.length
  return coded(values, named.map(String), 'named', (value) => named.indexOf(value), others > 0 ? `${others} others` : undefined)
}

function byQuintile(values: readonly Value[], present: readonly number[]): Groups {
  const sorted = [...present].sort((a, b) => a - b)
  const edges = [...new Set(Array.from({ length: bins }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / bins) - 1]!))]
  const short = (value: number): string => String(Number(value.toPrecision(3)))
  const labels = edges.map((edge, i) => (i === 0 ? `to ${short(edge)}` : `over ${short(edges[i - 1]!)} to ${short(edge)}`))
  return coded(values, labels, 'ordered', (value) => edges.findIndex((edge) => (value as number) <= edge))
}

function coded(
  values: readonly Value[],
  named: readonly string[],
  kind: Groups['kind'],
  place: (value: string | number) => number,
  rest?: string,
): Groups {
  const missing = values.includes(null)
  const labels = [...named, ...(rest === undefined ? [] : [rest]), ...(missing ? ['no value'] : [])]
  const restAt = rest === undefined ? -1 : named.length
  const missingAt = missing ? labels.length - 1 : -1
  const codes = values.map((value) => {
    if (value === null) return missingAt
    const at = place(value)
    return at < 0 ? restAt : at
  })
  return { labels, codes, kind, rest: restAt, missing: missingAt }
}
