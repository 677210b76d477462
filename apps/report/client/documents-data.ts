import { absent, unpack } from './unpack.ts'

export type Value = string | number | null

export interface Column {
  readonly title: string
  readonly unit?: string
  readonly group: string
  readonly isNumeric: boolean
  /** Names that a column without numbers holds, sorted. */
  readonly names: readonly string[]
  at(document: number): Value
}

export interface Documents {
  readonly ids: readonly string[]
  readonly columns: readonly Column[]
  /** Columns that are shown at first. */
  readonly open: readonly number[]
  readonly rules: readonly { readonly id: string; readonly title: string; readonly severity: string; readonly counts: Int32Array }[]
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly kind: string; readonly similarity: number }[]
  readonly texts?: readonly (string | null)[]
  /** Place of a document, or undefined when the page does not have it. */
  place(id: string): number | undefined
}

interface Header {
  readonly ids: readonly string[]
  readonly columns: readonly {
    readonly title: string
    readonly unit?: string
    readonly group: string
    readonly form: 'whole' | 'decimal' | 'name'
    readonly names?: readonly string[]
  }[]
  readonly open: readonly number[]
  readonly rules: readonly { readonly id: string; readonly title: string; readonly severity: string }[]
  readonly kinds: readonly string[]
  readonly texts?: readonly (string | null)[]
}

let loading: Promise<Documents | undefined> | undefined

/** The documents that the page carries; read once, by whoever asks first. */
export function loadDocuments(): Promise<Documents | undefined> {
  loading ??= read(document.getElementById('documents-data'))
  return loading
}

async function read(source: Element | null): Promise<Documents | undefined> {
  if (!source) return undefined
  const { header, columns: ints } = await unpack<Header>(source)
  let next = 0
  const columns = header.columns.map(({ title, unit, group, form, names = [] }): Column => {
    const first = ints[next++]!
    const powers = form === 'decimal' ? ints[next++]! : undefined
    return {
      title,
      group,
      ...(unit !== undefined && { unit }),
      isNumeric: form !== 'name',
      names,
      at(i) {
        const value = first[i]!
        if (value === absent) return null
        if (form === 'name') return names[value]!
        // As a numeral: 213 × 10^-3 is 0.213 and not 0.21300000000000002.
        return powers ? Number(`${value}e${powers[i]}`) : value
      },
    }
  })
  const rules = header.rules.map((rule) => ({ ...rule, counts: ints[next++]! }))
  const [a, b, kind, similarity] = ints.slice(next) as [Int32Array, Int32Array, Int32Array, Int32Array]
  const places = new Map(header.ids.map((id, i) => [id, i]))
  return {
    ids: header.ids,
    columns,
    open: header.open,
    rules,
    pairs: Array.from(a, (_, i) => ({ a: a[i]!, b: b[i]!, kind: header.kinds[kind[i]!]!, similarity: similarity[i]! / 1000 })),
    ...(header.texts && { texts: header.texts }),
    place: (id) => places.get(id),
  }
}
