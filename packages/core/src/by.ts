import type { Analysis, Context, Feature, Result } from './analysis.ts'
import type { Document, Scalar } from './document.ts'
import { fieldFact } from './facts.ts'
import type { Estimate } from './measure.ts'
import { type Rows, rowsWhere } from './rows.ts'

/** Values of a field that are measured apart; more would be a table nobody reads. */
const mostValues = 50

/** Fields that every document has beside its metadata. */
const own: Readonly<Record<string, (document: Document) => string | undefined>> = { label: (document) => document.label }

/**
 * The same analysis by the values of a metadata field: setting, specialty, author, split. Each value is concluded over its own
 * documents; a document without the field is in no group.
 *
 * An analysis of corpus features (`needs`) that cannot be taken apart, as those with `where` can, is refused.
 */
export function by<Partial>(field: string, analysis: Analysis<Partial>, features: readonly Feature[] = []): Analysis<Map<string, Partial>> {
  if (!dividable(analysis, features))
    throw new Error(`${analysis.id} needs features of the whole corpus and cannot be measured by "${field}"`)
  const needed = new Map(features.map((feature) => [feature.id, feature]))
  const facetOf = (document: Document): string | undefined => {
    const value = document.metadata.get(field) ?? own[field]?.(document)
    return value === undefined || value === null || value === '' ? undefined : String(value)
  }
  return {
    id: `${analysis.id}-by-${field}`,
    measures: [],
    ...(analysis.needs && { needs: analysis.needs }),
    ...(analysis.alone && { alone: true }),
    create: () => new Map(),
    observe(partials, document) {
      const value = facetOf(document)
      if (value === undefined) return undefined
      let partial = partials.get(value)
      if (!partial) partials.set(value, (partial = analysis.create()))
      // The row stands already: the undivided analysis wrote it.
      analysis.observe(partial, document)
      return undefined
    },
    merge(partials, others) {
      for (const [value, other] of others) {
        const partial = partials.get(value)
        if (partial) analysis.merge(partial, other)
        else partials.set(value, other)
      }
    },
    async conclude(partials, context): Promise<Result> {
      const { rows } = context
      const refused = reasonAgainst(field, rows)
      const groups = groupRows(field, rows)
      // Values that may not be written go by their numbers, and stand behind the others.
      const named = [...partials.keys()].map((written) => {
        const value = rows.shown(field, written)
        return { written, value, length: value === written ? 0 : value.length }
      })
      const values = named.sort((a, b) => a.length - b.length || (a.value < b.value ? -1 : 1)).slice(0, mostValues)
      if (refused !== undefined || values.length === 0)
        return {
          estimates: [],
          notes: [{ analysis: analysis.id, text: `Not measured by "${field}": ${refused ?? 'no document has that field'}.` }],
        }
      const estimates: Estimate[] = []
      for (const { written, value } of values) {
        const part = groups.get(written) ?? []
        const result = await analysis.conclude(partials.get(written)!, narrowed(context, part, `${field}=${value}`, needed))
        for (const estimate of result.estimates) estimates.push({ ...estimate, facet: { field, value } })
      }
      const more = partials.size - values.length
      return { estimates, notes: more > 0 ? [{ analysis: analysis.id, text: `By "${field}": ${more} more values are not shown.` }] : [] }
    },
  }
}

const valuesOf = (field: string, rows: Rows): readonly Scalar[] =>
  rows.fields.get(field)?.values ?? (field === 'label' ? rows.writtenLabels : [])

/** Facet values are words of the audit: only a field that may enter artefacts is divided by. */
function reasonAgainst(field: string, rows: Rows): string | undefined {
  if (rows.isUnnamed(field)) return 'its name looks like an identifier'
  const { kept, kind, reason } = fieldFact(field, valuesOf(field, rows), rows.fields.get(field)?.inText ?? 0, rows.fields.get(field)?.named)
  return kept && kind === 'category' ? undefined : `its values are not a few short categories (${reason ?? `it is a ${kind}`})`
}

function groupRows(field: string, rows: Rows): Map<string, number[]> {
  const values = valuesOf(field, rows)
  const groups = new Map<string, number[]>()
  for (let i = 0; i < rows.n; i++) {
    const value = values[i]
    if (value === undefined || value === null || value === '') continue
    const group = groups.get(String(value))
    if (group) group.push(i)
    else groups.set(String(value), [i])
  }
  return groups
}

/** Whether every feature that the analysis needs can be had for some of the documents. */
export const dividable = (analysis: Pick<Analysis, 'needs'>, features: readonly Feature[]): boolean =>
  (analysis.needs ?? []).every((need) => features.find(({ id }) => id === need)?.where !== undefined)

const narrowed = (context: Context, places: readonly number[], name: string, features: ReadonlyMap<string, Feature>): Context => ({
  ...context,
  rows: rowsWhere(context.rows, places),
  random: (purpose) => context.random(`${purpose} ${name}`),
  feature: <Value>(id: string): Value => (features.get(id) as Feature<unknown, Value>).where!(context.feature<Value>(id), places),
})
