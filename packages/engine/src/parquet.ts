import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Conclusion, Pair, Scalar } from '@corpuscope/core'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { files } from './folder.ts'

interface Column {
  name: string
  data: (string | number | boolean | null)[]
  type: 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN'
  nullable: boolean
}

/** documents.parquet, findings.parquet and pairs.parquet, rows in key order. */
export async function writeTables(folder: string, conclusion: Conclusion): Promise<void> {
  await write(join(folder, files.documents), documentColumns(conclusion))
  const { findings, pairs } = conclusion
  await write(join(folder, files.findings), [
    strings(
      'document',
      findings.map(({ document }) => document),
    ),
    strings(
      'rule',
      findings.map(({ rule }) => rule),
    ),
    strings(
      'severity',
      findings.map(({ severity }) => severity),
    ),
    integers(
      'start',
      findings.map(({ span }) => span?.start ?? null),
    ),
    integers(
      'end',
      findings.map(({ span }) => span?.end ?? null),
    ),
    strings(
      'message',
      findings.map(({ message }) => message),
    ),
    strings(
      'evidence',
      findings.map(({ evidence }) => evidence ?? null),
    ),
    strings(
      'fingerprint',
      findings.map(({ fingerprint }) => fingerprint),
    ),
  ])
  await writePairs(join(folder, files.pairs), pairs)
}

/** Pairs as they stand in pairs.parquet, in their order. */
export const writePairs = (path: string, pairs: readonly Pair[]): Promise<void> =>
  write(path, [
    strings(
      'a',
      pairs.map(({ a }) => a),
    ),
    strings(
      'b',
      pairs.map(({ b }) => b),
    ),
    strings(
      'kind',
      pairs.map(({ kind }) => kind),
    ),
    numbers(
      'jaccard',
      pairs.map(({ similarity, cosine }) => (cosine === undefined ? similarity : null)),
    ),
    numbers(
      'cosine',
      pairs.map(({ cosine }) => cosine ?? null),
    ),
    numbers(
      'jaccard_content',
      pairs.map(({ content }) => content ?? null),
    ),
    numbers(
      'contained',
      pairs.map(({ contained }) => contained ?? null),
    ),
    ...(['a', 'b'] as const).flatMap((side) =>
      (['start', 'end'] as const).map((edge) =>
        integers(
          `${side}_${edge}`,
          pairs.map(({ passage }) => passage?.[side][edge] ?? null),
        ),
      ),
    ),
  ])

function documentColumns({ rows, audit, documentValues }: Conclusion): Column[] {
  const columns: Column[] = [
    strings('id', rows.ids),
    strings(
      'text_sha256',
      rows.keys.map((key) => key.slice(key.lastIndexOf('\n') + 1)),
    ),
    strings('language', rows.languages),
    integers('characters', [...rows.lengths]),
  ]
  if (labelsAreCategories(rows.labels)) columns.push(strings('label', rows.labels))
  for (const { name, kept } of audit.corpus.fields)
    if (kept)
      columns.push(
        scalars(
          `field.${name}`,
          rows.fields.get(name)!.values.map((value) => (typeof value === 'string' ? rows.shown(name, value) : value)),
        ),
      )
  for (const [name, values] of documentValues)
    columns.push(
      numbers(
        name,
        Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
      ),
    )
  return columns
}

function labelsAreCategories(labels: readonly (string | null)[]): boolean {
  const distinct = new Set(labels.filter((label) => label !== null))
  return distinct.size > 0 && distinct.size <= 200 && [...distinct].every((label) => label.length < 64)
}

const strings = (name: string, data: readonly (string | null)[]): Column => ({ name, data: [...data], type: 'STRING', nullable: true })
const numbers = (name: string, data: readonly (number | null)[]): Column => ({ name, data: [...data], type: 'DOUBLE', nullable: true })
const integers = (name: string, data: readonly (number | null)[]): Column => ({ name, data: [...data], type: 'INT32', nullable: true })

function scalars(name: string, values: readonly Scalar[]): Column {
  const present = values.filter((value) => value !== null)
  if (present.length > 0 && present.every((value) => typeof value === 'number')) return numbers(name, values as (number | null)[])
  if (present.length > 0 && present.every((value) => typeof value === 'boolean'))
    return { name, data: [...values], type: 'BOOLEAN', nullable: true }
  return strings(
    name,
    values.map((value) => (value === null ? null : String(value))),
  )
}

async function write(path: string, columnData: Column[]): Promise<void> {
  await writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData })))
}
