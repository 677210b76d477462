import type { Analysis, Context, Estimate, Measure, Result, Rows, Scalar } from '@corpuscope/core'
import { notApplicable } from '@corpuscope/core'

const id = 'k-anonymity'

/** Names of metadata fields that others could know of a person; a judgement, and a row to extend. */
const quasiNames: ReadonlySet<string> = new Set(
  'age agegroup ageband sex gender setting remoteness place city town suburb state region country county district postcode zip zipcode occupation profession job ethnicity race indigenous marital maritalstatus religion education facility hospital clinic practice department ward language birthyear yearofbirth year'.split(
    ' ',
  ),
)

/** Years in a band of ages; the last holds everybody from 90 on, as Safe Harbor wants it. */
const bandYears = 10
const lastBand = 90
const mostFields = 8
const mostCombined = 3
const weakBelow = 5

const sweeney = { text: 'Sweeney 2002, k-anonymity: a model for protecting privacy', url: 'https://doi.org/10.1142/S0218488502001648' }
const about =
  'Quasi-identifiers are the metadata fields that others may know (age in bands of ten years, sex, place, setting, occupation and the like), with no value as a value of its own.'

const k: Measure = {
  id,
  title: 'k-anonymity',
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  definition: `Documents in the smallest class that shares all quasi-identifiers. ${about} It describes this release, not a sample of one: no interval.`,
  source: sweeney,
}
const uniqueness: Measure = {
  id: 'sample-uniqueness',
  title: 'Documents alone with their quasi-identifiers',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents that no other shares all quasi-identifiers with / documents. ${about} Being alone here is not being alone in the population. It describes this release: no interval.`,
  source: { text: 'Skinner & Elliot 2002, A measure of disclosure risk for microdata', url: 'https://doi.org/10.1111/1467-9868.00365' },
}
const diversity: Measure = {
  id: 'l-diversity',
  title: 'l-diversity',
  unit: 'labels',
  range: [1, null],
  direction: 'higher',
  definition:
    'Fewest different labels (the reason for encounter, say) in a class that shares all quasi-identifiers: with 1, who is known to be in the class has the label. Distinct l; unlabelled documents are left out. It describes this release: no interval.',
  source: { text: 'Machanavajjhala et al. 2007, l-diversity', url: 'https://doi.org/10.1145/1217299.1217302' },
}
const singling: Measure = {
  id: 'singling-out-fields',
  title: 'Fields that single a document out',
  unit: 'fields',
  range: [1, mostFields],
  direction: 'higher',
  definition: `Fewest quasi-identifiers whose values together only one document has, among combinations of up to ${mostCombined} and all of them. It describes this release: no interval.`,
  source: { text: 'Article 29 Working Party, Opinion 05/2014 (WP216): singling out' },
}

interface Quasi {
  readonly name: string
  /** A document's value as a small whole number. */
  readonly codes: Uint32Array
  readonly distinct: number
}

/** How small the groups are that metadata alone puts documents into. Names of fields are shown, never a value. */
export const quasiIdentifiers = (): Analysis<Record<string, never>> => ({
  id,
  measures: [k, uniqueness, diversity, singling],
  create: () => ({}),
  observe: () => undefined,
  merge: () => {},
  conclude: (_, context) => concluded(context),
})

function concluded({ rows }: Context): Result {
  const fields = quasiFields(rows)
  if (fields.length === 0) {
    const reason = 'no metadata field with more than one value is known as a quasi-identifier (age, sex, setting, postcode and the like)'
    return { estimates: [k, uniqueness, diversity, singling].map((measure) => notApplicable(measure.id, reason, rows.n)) }
  }
  const classes = classSizes(fields, rows.n)
  const alone = classes.sizes.filter((size) => size === 1).length
  const smallest = classes.sizes.reduce((least, size) => Math.min(least, size), rows.n)
  const measured = (measure: Measure, value: number, n = rows.n): Estimate => ({
    measure: measure.id,
    value,
    interval: null,
    n,
    left: rows.n - n,
    status: 'measured',
    ...(n < rows.n && { reason: `${rows.n - n} left out: no label` }),
  })
  const labelled = rows.labels.filter((label) => label !== null).length
  const single = smallestCombination(fields, rows.n)
  const names = fields.map(({ name }) => name)
  return {
    estimates: [
      measured(k, smallest),
      measured(uniqueness, alone / rows.n),
      labelled === 0
        ? notApplicable(diversity.id, 'no document has a label', rows.n)
        : measured(diversity, fewestLabels(rows, classes.of), labelled),
      single === undefined
        ? notApplicable(singling.id, 'no combination of quasi-identifiers singles a document out')
        : measured(singling, single.length),
    ],
    tables: [
      {
        id: `${id}-repair`,
        analysis: id,
        title: 'What leaving a quasi-identifier out would do',
        columns: [
          { title: 'Left out' },
          { title: 'k', unit: 'documents' },
          { title: 'Alone', unit: 'documents' },
          { title: `In classes below ${weakBelow}`, unit: 'documents' },
          { title: 'Classes' },
        ],
        rows: [undefined, ...fields].map((left) => repairRow(fields, left, rows.n)),
      },
    ],
    notes: [
      {
        analysis: id,
        text: `Quasi-identifiers: ${names.join(', ')}. ${alone} of ${rows.n} documents are alone with theirs${single ? `; the smallest combination that singles one out is ${single.map(({ name }) => name).join(' + ')}` : ''}.`,
      },
    ],
  }
}

function repairRow(fields: readonly Quasi[], left: Quasi | undefined, n: number): (string | number | null)[] {
  const { sizes } = classSizes(
    fields.filter((field) => field !== left),
    n,
  )
  const documentsIn = (limit: number): number => sizes.reduce((sum, size) => (size < limit ? sum + size : sum), 0)
  return [
    left?.name ?? 'nothing',
    sizes.reduce((least, size) => Math.min(least, size), n),
    documentsIn(2),
    documentsIn(weakBelow),
    sizes.length,
  ]
}

function quasiFields(rows: Rows): Quasi[] {
  const found: Quasi[] = []
  for (const [name, { values }] of rows.fields) {
    const plain = name.toLowerCase().replace(/[^\p{L}]/gu, '')
    if (!quasiNames.has(plain) || found.length === mostFields) continue
    const ids = new Map<string, number>()
    const codes = Uint32Array.from(values, (value) => {
      const text = generalised(plain, value)
      let code = ids.get(text)
      if (code === undefined) ids.set(text, (code = ids.size))
      return code
    })
    if (ids.size > 1) found.push({ name, codes, distinct: ids.size })
  }
  return found
}

/** Ages by ten years, everything else in one spelling. */
function generalised(name: string, value: Scalar): string {
  if (value === null) return ''
  const text = String(value).trim().toLowerCase()
  const age = name === 'age' && /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  return age === undefined ? text : `${Math.min(lastBand, Math.floor(age / bandYears) * bandYears)}+`
}

/** Each document's class, and the classes' sizes, by joining one field after the other. */
function classSizes(fields: readonly Quasi[], n: number): { readonly of: Uint32Array; readonly sizes: number[] } {
  let of = new Uint32Array(n)
  let count = n > 0 ? 1 : 0
  for (const { codes, distinct } of fields) {
    const ids = new Map<number, number>()
    const joined = new Uint32Array(n)
    for (let i = 0; i < n; i++) {
      // Below n times the number of values, so exact.
      const key = of[i]! * distinct + codes[i]!
      let code = ids.get(key)
      if (code === undefined) ids.set(key, (code = ids.size))
      joined[i] = code
    }
    of = joined
    count = ids.size
  }
  const sizes = new Array<number>(count).fill(0)
  for (const each of of) sizes[each]!++
  return { of, sizes }
}

function fewestLabels(rows: Rows, of: Uint32Array): number {
  const labels = new Map<number, Set<string>>()
  rows.labels.forEach((label, i) => {
    if (label === null) return
    const own = labels.get(of[i]!)
    if (own) own.add(label)
    else labels.set(of[i]!, new Set([label]))
  })
  let fewest = Number.POSITIVE_INFINITY
  for (const { size } of labels.values()) fewest = Math.min(fewest, size)
  return fewest
}

function smallestCombination(fields: readonly Quasi[], n: number): readonly Quasi[] | undefined {
  const singlesOut = (chosen: readonly Quasi[]): boolean => classSizes(chosen, n).sizes.includes(1)
  for (let size = 1; size <= Math.min(mostCombined, fields.length); size++) {
    const found = combinations(fields, size).find(singlesOut)
    if (found) return found
  }
  return singlesOut(fields) ? fields : undefined
}

function combinations<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, i) => combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]))
}
