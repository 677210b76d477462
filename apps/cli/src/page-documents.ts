import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { files } from '@corpuscope/engine'
import { type DocumentColumns, mostDocuments } from '@corpuscope/report'
import { bottomK } from '@corpuscope/statistics'
import { readColumns } from '@corpuscope/tables'

/** Columns of documents.parquet that the page does not show: they name a document, or place it on the map. */
const hidden = new Set(['id', 'text_sha256', 'map-x', 'map-y'])
/** Pairs that the page carries, the most alike first. */
const mostPairs = 5000

/** What the page shows of the documents of an audit folder: of many, those drawn by hash of their names. */
export async function pageDocuments(folder: string): Promise<DocumentColumns> {
  const { cells: named } = await readColumns(folder, 'documents.parquet', { names: (name) => name === 'id' })
  const all = (named[0] ?? []).map(String)
  const rows = all.length > mostDocuments ? drawn(all) : undefined
  const ids = rows ? rows.map((row) => all[row]!) : all
  const { names, cells } = await readColumns(folder, 'documents.parquet', {
    names: (name) => !hidden.has(name),
    ...(rows && { rows }),
  })
  const places = new Map(ids.map((id, i) => [id, i]))
  const kept = await texts(folder, rows)
  return {
    ids,
    of: all.length,
    columns: names.map((name, i) => ({ name, values: cells[i]!.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)) })),
    findings: await findings(folder, places),
    pairs: await pairs(folder, places),
    ...(kept && { texts: kept }),
  }
}

/** Texts, where the folder has them: rows as those of documents.parquet. */
async function texts(folder: string, rows: readonly number[] | undefined): Promise<DocumentColumns['texts']> {
  if (!existsSync(join(folder, files.texts))) return undefined
  const { names, cells } = await readColumns(folder, files.texts, { names: (name) => name !== 'id', ...(rows && { rows }) })
  return { kept: names[0] === 'full' ? 'full' : 'masked', values: cells[0]!.map((cell) => (cell === null ? null : String(cell))) }
}

function drawn(ids: readonly string[]): number[] {
  const sample = bottomK.create<number>(mostDocuments)
  for (const [i, id] of ids.entries()) bottomK.add(sample, id, i)
  return bottomK
    .entries(sample)
    .map(([, i]) => i)
    .sort((a, b) => a - b)
}

async function findings(folder: string, places: ReadonlyMap<string, number>): Promise<NonNullable<DocumentColumns['findings']>> {
  const wanted = ['document', 'rule']
  const { cells } = await readColumns(folder, 'findings.parquet', { names: (name) => wanted.includes(name) })
  const [documents = [], rules = []] = cells
  const counts = new Map<string, number[]>()
  documents.forEach((document, i) => {
    const place = places.get(String(document))
    if (place === undefined) return
    const rule = String(rules[i])
    let own = counts.get(rule)
    if (!own) {
      own = new Array<number>(places.size).fill(0)
      counts.set(rule, own)
    }
    own[place]!++
  })
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, each]) => ({ rule, counts: each }))
}

async function pairs(folder: string, places: ReadonlyMap<string, number>): Promise<NonNullable<DocumentColumns['pairs']>> {
  const { names, cells } = await readColumns(folder, 'pairs.parquet')
  const column = (name: string) => cells[names.indexOf(name)] ?? []
  const [a, b, kinds, similarities] = [column('a'), column('b'), column('kind'), column('jaccard')]
  const cosines = column('cosine')
  return a
    .flatMap((id, i) => {
      const [first, second] = [places.get(String(id)), places.get(String(b[i]))]
      return first === undefined || second === undefined
        ? []
        : [{ a: first, b: second, kind: String(kinds[i]), similarity: Number(similarities[i] ?? cosines[i]) }]
    })
    .sort((one, two) => two.similarity - one.similarity || one.a - two.a || one.b - two.b)
    .slice(0, mostPairs)
}
