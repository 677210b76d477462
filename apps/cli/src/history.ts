import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { type Audit, ConfigError, type Verdict } from '@corpuscope/core'
import * as z from 'zod'

/** A line of the history: one run of the gate. */
const runSchema = z.object({
  time: z.string(),
  name: z.string().optional(),
  hash: z.string(),
  documents: z.number(),
  exit: z.number(),
  measures: z.array(
    z.object({
      measure: z.string(),
      value: z.number(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      instrument: z.string().optional(),
    }),
  ),
})
export type HistoryRun = z.infer<typeof runSchema>

/** Appends the numbers of a run as a JSON line. */
export async function appendHistory(path: string, audit: Audit, verdict: Verdict, name: string | undefined): Promise<void> {
  const measures = audit.estimates
    .filter(({ facet, part, corpus, value }) => value !== null && !facet && part === undefined && corpus === undefined)
    .map(({ measure, value, interval, instrument }) => ({ measure, value, interval, ...(instrument !== undefined && { instrument }) }))
  const { hash, documents } = audit.corpus
  const line = {
    time: new Date().toISOString(),
    ...(name !== undefined && { name }),
    hash,
    documents,
    version: audit.provenance.version,
    exit: verdict.exit,
    measures,
  }
  await appendFile(path, `${JSON.stringify(line)}\n`)
}

/** Runs that a page shows. */
const mostRuns = 40

/**
 * The last runs of a history, oldest first; those of one audit where several share the file.
 *
 * @throws ConfigError for a line that is no run
 */
export async function readHistory(path: string, name: string | undefined): Promise<readonly HistoryRun[]> {
  if (!existsSync(path)) return []
  const lines = (await readFile(path, 'utf8')).split('\n')
  const runs = lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const run = parsed(line)
    if (!run) throw new ConfigError(`--history ${path} line ${i + 1}: no run of the gate. Remove the line, or name another file.`)
    return [run]
  })
  return runs.filter((run) => run.name === name).slice(-mostRuns)
}

function parsed(line: string): HistoryRun | undefined {
  try {
    return runSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
