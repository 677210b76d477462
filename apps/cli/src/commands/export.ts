import { suggestion, UsageError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { documentsFrame, findingsFrame, pairsFrame, tableCsv, toCsv, toJson } from '@corpuscope/tables'

const frames = { documents: documentsFrame, findings: findingsFrame, pairs: pairsFrame }

/** `corpuscope export`. */
export async function exportTable([folder, table]: readonly [string, string], { as }: { as: 'csv' | 'json' }): Promise<number> {
  const { audit } = await readAudit(folder)
  const made = audit.tables.find(({ id }) => id === table)
  if (made) {
    const names = made.columns.map(({ title }) => title)
    const records = (): string =>
      JSON.stringify(
        made.rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i]!, cell]))),
        null,
        1,
      )
    process.stdout.write(as === 'csv' ? tableCsv(made) : `${records()}\n`)
    return 0
  }
  const known = [...Object.keys(frames), ...audit.tables.map(({ id }) => id)]
  if (!Object.hasOwn(frames, table))
    throw new UsageError(`export: there is no table "${table}".${suggestion(table, known)} Known: ${known.join(', ')}.`)
  const frame = await frames[table as keyof typeof frames](folder)
  process.stdout.write(as === 'csv' ? toCsv(frame) : toJson(frame))
  return 0
}
