import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Audit, suggestion, type Table, tableCsv, UsageError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { documentsFrame, findingsFrame, pairsFrame, toCsv, toJson } from '@corpuscope/tables'
import { plural } from '../format.ts'
import { measuresTable } from '../measures-table.ts'
import { print } from '../terminal.ts'

type Form = 'csv' | 'json'

const frames = { documents: documentsFrame, findings: findingsFrame, pairs: pairsFrame }

/** An audit as a text for another place. */
const cards = {
  summary: async (folder: string) => {
    const { audit, verdict } = await readAudit(folder)
    return (await import('@corpuscope/cards')).markdownSummary(audit, verdict)
  },
  card: async (folder: string) => (await import('@corpuscope/cards')).datasetCard((await readAudit(folder)).audit),
  croissant: async (folder: string) =>
    `${JSON.stringify((await import('@corpuscope/cards')).croissantFields((await readAudit(folder)).audit), null, 2)}\n`,
}
const fileOf = { summary: 'summary.md', card: 'dataset-card.md', croissant: 'croissant.json' } as const

/** `corpuscope export`. */
export async function exportTable(
  [folder, what]: readonly [string, string],
  { as, out }: { readonly as: Form; readonly out?: string },
): Promise<number> {
  if (what === 'all' || what === 'charts') {
    if (out === undefined) throw new UsageError(`export ${what}: makes several files. Say where with -o <folder>.`)
    await mkdir(out, { recursive: true })
    print(`${plural(await writeFiles(folder, out, as, what === 'all'), 'file')} written: ${out}`)
    return 0
  }
  const text = await textOf(folder, what, as)
  if (out === undefined) process.stdout.write(text)
  else {
    await mkdir(dirname(out), { recursive: true })
    await writeFile(out, text)
    print(out)
  }
  return 0
}

async function textOf(folder: string, what: string, as: Form): Promise<string> {
  if (Object.hasOwn(cards, what)) return cards[what as keyof typeof cards](folder)
  const { audit } = await readAudit(folder)
  const made = tablesOf(audit).find(({ id }) => id === what)
  if (made) return as === 'csv' ? tableCsv(made) : tableJson(made)
  const known = [...Object.keys(frames), ...Object.keys(cards), 'charts', 'all', ...tablesOf(audit).map(({ id }) => id)]
  if (!Object.hasOwn(frames, what))
    throw new UsageError(`export: there is no table "${what}".${suggestion(what, known)} Known: ${known.join(', ')}.`)
  const frame = await frames[what as keyof typeof frames](folder)
  return as === 'csv' ? toCsv(frame) : toJson(frame)
}

/** The measures, then what analyses laid out in tables of their own. */
const tablesOf = (audit: Audit): readonly Table[] => [measuresTable(audit), ...audit.tables]

function tableJson({ columns, rows }: Table): string {
  const records = rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!.title, cell])))
  return `${JSON.stringify(records, null, 1)}\n`
}

/** Every chart as an SVG file, and with `tables` every table and card beside them; gives how many files there are. */
async function writeFiles(folder: string, out: string, as: Form, tables: boolean): Promise<number> {
  const { audit } = await readAudit(folder)
  const files = new Map<string, string>()
  for (const [name, svg] of await drawn(audit)) files.set(name, svg)
  if (tables) {
    for (const name of [...Object.keys(frames), ...tablesOf(audit).map(({ id }) => id)])
      files.set(`${safe(name)}.${as}`, await textOf(folder, name, as))
    for (const [card, name] of Object.entries(fileOf)) files.set(name, await textOf(folder, card, as))
  }
  for (const [name, text] of files) await writeFile(join(out, name), text)
  return files.size
}

async function drawn({ charts }: Audit): Promise<(readonly [string, string])[]> {
  const { svgFile } = await import('@corpuscope/charts')
  const made: (readonly [string, string])[] = []
  for (const chart of charts) made.push([`${safe(chart.id)}.svg`, await svgFile(chart)])
  return made
}

// Names come from the audit, and whoever wrote that file is not trusted with ours.
const safe = (id: string): string => id.replace(/[^A-Za-z0-9-]/g, '_')
