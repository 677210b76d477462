import { suggestion, UsageError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { documentsFrame, findingsFrame, pairsFrame, toCsv, toJson } from '@corpuscope/tables'

const frames = { documents: documentsFrame, findings: findingsFrame, pairs: pairsFrame }

/** `corpuscope export`. */
export async function exportTable([folder, table]: readonly [string, string], { as }: { as: 'csv' | 'json' }): Promise<number> {
  if (!Object.hasOwn(frames, table))
    throw new UsageError(
      `export: there is no table "${table}".${suggestion(table, Object.keys(frames))} Known: ${Object.keys(frames).join(', ')}.`,
    )
  await readAudit(folder)
  const frame = await frames[table as keyof typeof frames](folder)
  process.stdout.write(as === 'csv' ? toCsv(frame) : toJson(frame))
  return 0
}
