import { printable, suggestion, UsageError } from '@corpuscope/core'
import { quantity } from '@corpuscope/core/number-text'
import { readAudit } from '@corpuscope/engine'
import { documentsFrame, findingsFrame, pairsFrame, toJson } from '@corpuscope/tables'
import { wrap } from '../format.ts'
import { colors, print, width } from '../terminal.ts'

type Row = Readonly<Record<string, string | number | boolean | null>>

/** `corpuscope inspect`: what an audit knows of one document, and where it stands among the others. */
export async function inspect([folder, id]: readonly [string, string], { json }: { json?: boolean }): Promise<number> {
  const { audit } = await readAudit(folder)
  const documents = JSON.parse(toJson(await documentsFrame(folder))) as Row[]
  const row = documents.find((each) => each['id'] === id)
  if (!row) {
    const ids = documents.map((each) => String(each['id']))
    throw new UsageError(`${folder}: the audit has no document "${id}".${suggestion(id, ids)} "corpuscope export ${folder}" lists all.`)
  }
  const findings = (JSON.parse(toJson(await findingsFrame(folder))) as Row[]).filter(({ document }) => document === id)
  const pairs = (JSON.parse(toJson(await pairsFrame(folder))) as Row[]).filter(({ a, b }) => a === id || b === id)
  if (json) {
    print(JSON.stringify({ document: row, findings, pairs }, null, 1))
    return 0
  }
  print(colors.bold(printable(id)))
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  for (const [name, value] of Object.entries(row)) {
    if (value === null || name === 'id') continue
    const measure = measures.get(name)
    print(
      `  ${printable(name).padEnd(26)} ${measure && typeof value === 'number' ? profile(name, value, measure.unit, documents) : printable(String(value))}`,
    )
  }
  if (findings.length > 0) print(`\n${colors.bold('Findings')}`)
  for (const { rule, severity, message, evidence } of findings)
    print(wrap(printable(`${severity}: ${message}${evidence ? ` (${evidence})` : ''} [${rule}]`), width(), '  '))
  if (pairs.length > 0) print(`\n${colors.bold('Like it')}`)
  for (const { a, b, kind, jaccard, cosine } of pairs)
    print(`  ${printable(String(a === id ? b : a))}  ${kind} ${quantity(Number(jaccard ?? cosine), 'ratio')}`)
  return 0
}

/** "0.91, above 72 % of the others". */
function profile(name: string, value: number, unit: string, documents: readonly Row[]): string {
  const others = documents.map((each) => each[name]).filter((each): each is number => typeof each === 'number')
  const below = others.filter((each) => each < value).length
  const share = others.length > 1 ? Math.round((100 * below) / (others.length - 1)) : 0
  return `${quantity(value, unit)}${others.length > 1 ? colors.dim(`  above ${share} % of the others`) : ''}`
}
