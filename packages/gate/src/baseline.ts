import { createHash } from 'node:crypto'
import { type Audit, type Baseline, baselineVersion, type Estimate, type Finding } from '@corpuscope/core'
import { missingFindings } from './findings.ts'
import type { DocumentDigest } from './ratchet.ts'

/** A row of documents.parquet. */
export interface DocumentRow {
  readonly id: string
  readonly text_sha256: string
  readonly label?: string | null
}

/** What a baseline keeps of a document: enough to see that text or label is another, nothing to read. */
export const digestOf = ({ id, text_sha256: text, label }: DocumentRow): DocumentDigest => [
  id,
  text.slice(0, 16),
  label === null || label === undefined ? null : createHash('sha256').update(label).digest('hex').slice(0, 16),
]

/**
 * What later audits are held against.
 *
 * @param findings   all of the audit's; those of audit.json when findings.parquet is not at hand
 * @param documents  from documents.parquet, when at hand
 */
export function baselineOf(audit: Audit, findings: readonly Finding[], documents?: readonly DocumentDigest[]): Baseline {
  const counted = new Map<string, Baseline['findings'][number]>()
  for (const { rule, severity, document, fingerprint } of findings) {
    const key = `${rule} ${fingerprint}`
    counted.set(key, { rule, severity, document, fingerprint, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  const missing = missingFindings(audit, findings)
  return {
    schema: baselineVersion,
    audit: { hash: audit.corpus.hash, documents: audit.corpus.documents },
    measures: audit.estimates
      .filter(({ corpus }) => corpus === undefined)
      .map((estimate) => ({ id: estimate.measure, estimate }))
      .sort((a, b) => order(placeOf(a.estimate), placeOf(b.estimate))),
    findings: [...counted.values()].sort(
      (a, b) => order(a.rule, b.rule) || order(a.document ?? '', b.document ?? '') || order(a.fingerprint, b.fingerprint),
    ),
    ...(missing > 0 && { missingFindings: missing }),
    ...(documents && { documents: [...documents].sort((a, b) => order(a[0], b[0])) }),
  }
}

/** What tells an estimate from the others of one corpus: measure, part, facet. */
export const placeOf = ({ measure, part, facet }: Estimate): string =>
  JSON.stringify([measure, part ?? '', facet?.field ?? '', facet?.value ?? ''])

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A baseline as a file: JSON with a line an entry, sorted, so that a change of it reads as what changed. */
export function baselineText({ schema, audit, measures, findings, missingFindings: missing, documents }: Baseline): string {
  const lines = (entries: readonly unknown[]): string =>
    entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ]`
  return `{
 "schema": ${JSON.stringify(schema)},
 "audit": ${JSON.stringify(audit)},
 "measures": ${lines(measures)},
 "findings": ${lines(findings)}${missing === undefined ? '' : `,\n "missingFindings": ${missing}`}${documents ? `,\n "documents": ${lines(documents)}` : ''}
}
`
}
