import { AuditError } from '@corpuscope/core'
import { readColumns } from './read-columns.ts'

/**
 * The labels of the documents of an audit, in its order; null for a document without one.
 *
 * @throws AuditError when the audit keeps no labels: the corpus had none, or they were too many or too long to be categories
 */
export async function documentLabels(folder: string): Promise<readonly (string | null)[]> {
  const { names, cells } = await readColumns(folder, 'documents.parquet')
  const labels = cells[names.indexOf('label')]
  if (!labels)
    throw new AuditError(
      `${folder}: its documents have no labels. Audit that corpus with --labels or --label-field, at most 200 different ones.`,
    )
  return labels.map((label) => (label === null ? null : String(label)))
}
