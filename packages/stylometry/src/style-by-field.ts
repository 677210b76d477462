import { type Analysis, type Chart, type Context, fieldFact, type Rows, type Table } from '@corpuscope/core'
import { kernelDensity, quantile } from '@corpuscope/statistics'

/** What is compared between the values of a field, of what other analyses left for each document. */
const compared = [
  ['document-length', 'Document length', 'words'],
  ['mattr-50', 'Lexical diversity (MATTR, 50 words)', 'ratio'],
  ['sentence-length', 'Sentence length', 'words'],
  ['function-word-share', 'Function words', 'share'],
  ['abbreviation-rate', 'Abbreviations', 'share'],
  ['line-length', 'Line length', 'characters'],
] as const
/** Of them, those drawn. */
const drawn = 4
const fewestDocuments = 5
const mostGroups = 12
const places = 81
const permutations = 199

/** How the values of a field (author, setting, role, source) differ in style: a ridgeline a measure, and how much of each one's variance lies between them. */
export function styleByField(field: string): Analysis<null> {
  const id = `style-by-field-${field}`
  return {
    id,
    measures: [],
    alone: true,
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const groups = groupsOf(field, rows)
      if (typeof groups === 'string')
        return { estimates: [], notes: [{ analysis: id, text: `Style is not drawn by "${field}": ${groups}.` }] }
      const charts = compared.slice(0, drawn).flatMap((measure) => ridgeline(id, field, measure, groups, rows) ?? [])
      const table = variances(id, field, groups, context)
      return { estimates: [], charts, ...(table && { tables: [table] }) }
    },
  }
}

type Groups = readonly (readonly [value: string, documents: readonly number[]])[]

/** The largest groups of documents, most first; or why there are none. */
function groupsOf(field: string, rows: Rows): Groups | string {
  const known = rows.fields.get(field)
  const values = known?.values ?? (field === 'label' ? rows.writtenLabels : [])
  const { kept, kind, reason } = fieldFact(field, values, known?.inText ?? 0, known?.named)
  if (!kept || kind !== 'category') return `its values are not a few short categories (${reason ?? `it is a ${kind}`})`
  const groups = new Map<string, number[]>()
  values.forEach((value, i) => {
    if (value === null || value === '') return
    const group = groups.get(String(value))
    if (group) group.push(i)
    else groups.set(String(value), [i])
  })
  const large = [...groups].filter(([, documents]) => documents.length >= fewestDocuments)
  if (large.length < 2) return `fewer than two of its values have ${fewestDocuments} documents`
  const shown = large.map(([value, documents]) => [rows.shown(field, value), documents] as const)
  return shown.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).slice(0, mostGroups)
}

function ridgeline(analysis: string, field: string, measure: (typeof compared)[number], groups: Groups, rows: Rows): Chart | undefined {
  const [id, title, unit] = measure
  const column = rows.values(id)
  const present = groups.flatMap(([value, documents]) => {
    const values = documents.flatMap((i) => (column.length > 0 && !Number.isNaN(column[i]!) ? [column[i]!] : []))
    return values.length >= fewestDocuments ? [{ value, values: Float64Array.from(values).sort() }] : []
  })
  if (present.length < 2) return undefined
  const all = Float64Array.from(present.flatMap(({ values }) => [...values])).sort()
  // A few very long documents would press all others into a corner.
  const [low, high] = [quantile(all, 0.01), quantile(all, 0.99)]
  if (!(high > low)) return undefined
  const margin = (high - low) / 20
  const from = Math.max(0, low - margin)
  const x = Array.from({ length: places }, (_, i) => from + ((high + margin - from) * i) / (places - 1))
  const medians = present.map(({ values }) => quantile(values, 0.5))
  const figure = (value: number): number => Number(value.toPrecision(4))
  const said = (value: number): string => figure(value).toLocaleString('en', { maximumFractionDigits: 4 })
  const named = unit === 'ratio' || unit === 'share' ? '' : ` ${unit}`
  return {
    id: `${analysis}-${id}`,
    analysis,
    form: 'ridgeline',
    title: `${title} by ${field}`,
    summary: `Medians of ${present.length} values of ${field} lie between ${said(Math.min(...medians))} and ${said(Math.max(...medians))}${named}; the upright stroke in each curve is its median.`,
    unit,
    groupTitle: field,
    group: present.map(({ value }) => value),
    n: present.map(({ values }) => values.length),
    median: medians.map(figure),
    x: x.map(figure),
    density: present.map(({ values }) => Array.from(kernelDensity(values, x), figure)),
  }
}

/** Per measure the share of its variance between the values of the field, against permuted values. */
function variances(analysis: string, field: string, groups: Groups, { rows, random }: Context): Table | undefined {
  const draw = random(analysis)
  const table = compared.flatMap(([id, title]) => {
    const column = rows.values(id)
    if (column.length === 0) return []
    const values: number[] = []
    const of: number[] = []
    groups.forEach(([, documents], group) => {
      for (const i of documents)
        if (!Number.isNaN(column[i]!)) {
          values.push(column[i]!)
          of.push(group)
        }
    })
    const own = betweenShare(values, of, groups.length)
    if (own === null) return []
    let floor = 0
    let reached = 0
    for (let round = 0; round < permutations; round++) {
      for (let i = of.length - 1; i > 0; i--) {
        const j = Math.floor(draw() * (i + 1))
        const group = of[i]!
        of[i] = of[j]!
        of[j] = group
      }
      const chance = betweenShare(values, of, groups.length)!
      floor += chance / permutations
      if (chance >= own) reached++
    }
    const row: (string | number)[] = [
      title,
      values.length,
      ...[own, 1 - own, floor].map((share) => Number(share.toPrecision(4))),
      (reached + 1) / (permutations + 1),
    ]
    return [row]
  })
  if (table.length === 0) return undefined
  return {
    id: `${analysis}-variance`,
    analysis,
    title: `Variance of style between and within the values of ${field}`,
    columns: [
      { title: 'Measure' },
      { title: 'Documents' },
      { title: 'Between', unit: 'share' },
      { title: 'Within', unit: 'share' },
      { title: 'Between by chance', unit: 'share' },
      { title: 'p' },
    ],
    rows: table,
  }
}

/** Sum of squares between groups / total (eta squared); null where nothing varies. */
export function betweenShare(values: readonly number[], of: readonly number[], groups: number): number | null {
  const sums = new Float64Array(groups)
  const sizes = new Float64Array(groups)
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  let total = 0
  values.forEach((value, i) => {
    sums[of[i]!]! += value - centre
    sizes[of[i]!]!++
    total += (value - centre) ** 2
  })
  if (!(total > 0)) return null
  let between = 0
  for (let group = 0; group < groups; group++) if (sizes[group]! > 0) between += sums[group]! ** 2 / sizes[group]!
  return Math.min(1, between / total)
}
