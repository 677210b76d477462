import { readColumns } from '@corpuscope/tables'

/** Releases of one dataset have at least this share of their documents in common with the release before. */
const leastShared = 0.1

/** Whether each audit has texts of the one before it: then they are releases of one dataset. */
export async function shareDocuments(folders: readonly string[]): Promise<boolean> {
  let before: ReadonlySet<unknown> | undefined
  for (const folder of folders) {
    const { names, cells } = await readColumns(folder, 'documents.parquet')
    const now = new Set<unknown>(cells[names.indexOf('text_sha256')] ?? [])
    if (before) {
      let shared = 0
      for (const text of now) if (before.has(text)) shared++
      if (shared < leastShared * Math.min(now.size, before.size) || shared === 0) return false
    }
    before = now
  }
  return true
}
