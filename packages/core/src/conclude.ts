import { createHash } from 'node:crypto'
import { seededRandom } from '@corpuscope/statistics'
import type { Companion, Context, DocumentFile, Instrument, Result } from './analysis.ts'
import type { Audit, Note } from './audit.ts'
import type { Pair } from './chart.ts'
import { csvText } from './csv.ts'
import { CorpusError } from './errors.ts'
import { fieldFacts, languageFacts } from './facts.ts'
import { shownPath } from './field-name.ts'
import type { Finding } from './finding.ts'
import type { Estimate } from './measure.ts'
import { compareFindings, type Rows, rowsOf } from './rows.ts'
import { type ShownOptions, withShownValues } from './shown.ts'
import type { State } from './state.ts'
import { analysesOf, featuresFor, type Suite } from './suite.ts'
import { unread } from './unread.ts'
import { auditVersion } from './versions.ts'

/** Findings that audit.json holds; the others are counted there and stand in findings.parquet. */
const findingsInAudit = 1000

export interface ConcludeOptions {
  readonly version: string
  readonly seed: number
  /** What the person chose, as far as it shapes numbers: no paths, no threads. */
  readonly options: Readonly<Record<string, unknown>>
  readonly keepFields?: readonly string[]
  readonly dropFields?: readonly string[]
  /** The field that labels are read from. */
  readonly labelField?: string
  readonly limit?: number
  readonly companions?: Companions
  /** Called before each feature and analysis. */
  readonly onStep?: (id: string, done: number, of: number) => void
}

/** What was observed of the corpora that stand beside the audited one. */
export interface Companions {
  against?: State
  holdout?: State
}

export interface Conclusion {
  readonly audit: Audit
  readonly rows: Rows
  readonly findings: readonly Finding[]
  readonly pairs: readonly Pair[]
  /** Measure or column name -> one number a document in key order, NaN where there is none. */
  readonly documentValues: ReadonlyMap<string, Float64Array>
  /** Files that features keep, and lines a document that analyses write, beside the audit: file name -> bytes. */
  readonly kept: ReadonlyMap<string, Uint8Array>
}

/** From everything observed to the audit. */
export async function concludeState(suite: Suite, state: State, options: ConcludeOptions): Promise<Conclusion> {
  const shown = { suite, keep: options.keepFields, labelField: options.labelField }
  const rows = withShownValues(rowsOf(state.run), shown)
  if (rows.n === 0)
    throw new CorpusError('There is no document to audit. Give a folder of .txt files, or a .jsonl, .csv or .tsv file with a text column.')
  const beside = companionsOf(options.companions ?? {}, options.seed, shown)
  const made = new Map<string, unknown>()
  const kept = new Map<string, Uint8Array>()
  const results = new Map<string, Result>()
  const context: Context = {
    rows,
    seed: options.seed,
    random: (purpose) => seededRandom(`${options.seed} ${purpose}`),
    feature: reading(made),
    pairs: (id) => results.get(id)?.pairs,
    ...Object.fromEntries(beside.map(({ role, companion }) => [role, companion])),
  }
  const features = featuresFor(suite)
  const analyses = analysesOf(suite)
  const steps = features.length + analyses.length
  let done = 0
  for (const feature of features) {
    await breath()
    options.onStep?.(feature.id, done++, steps)
    const value = await feature.conclude(state.partials.get(feature.id), context)
    made.set(feature.id, value)
    for (const [name, bytes] of Object.entries(feature.keeps?.(value) ?? {})) kept.set(name, bytes)
    for (const other of beside) {
      const partial = other.companion.partial(feature.id)
      const theirs = feature.beside ? feature.beside(partial, other.context, value) : feature.conclude(partial, other.context)
      other.made.set(feature.id, await theirs)
    }
  }
  const against = beside.find(({ role }) => role === 'against')
  const contrasts: Estimate[] = []
  const waiting = analyses.filter(({ after = [] }) => after.length > 0)
  for (const analysis of [...analyses.filter(({ after = [] }) => after.length === 0), ...waiting]) {
    await breath()
    options.onStep?.(analysis.id, done++, steps)
    const result = await analysis.conclude(state.partials.get(analysis.id), context)
    assertHonest(analysis.id, result)
    results.set(analysis.id, result)
    for (const each of result.documentFiles ?? []) kept.set(each.file, documentCsv(each, rows.ids))
    if (!against || analysis.alone) continue
    const theirs = await analysis.conclude(against.companion.partial(analysis.id), against.context)
    assertHonest(analysis.id, theirs)
    against.results.set(analysis.id, theirs)
    // Its numbers only: whose documents they are made of is not this audit's to tell.
    for (const estimate of theirs.estimates) contrasts.push({ ...estimate, corpus: 'against' })
  }
  const all = analyses.map(({ id }) => results.get(id)!)
  const findings = [...rows.findings, ...all.flatMap((result) => result.findings ?? [])].sort(byDocument(rows))
  const documentValues = new Map<string, Float64Array>()
  for (const analysis of analyses)
    for (const measure of analysis.measures) {
      const values = rows.values(measure.id)
      if (values.length > 0) documentValues.set(measure.id, values)
    }
  for (const result of all) for (const [name, values] of Object.entries(result.documentValues ?? {})) documentValues.set(name, values)
  return {
    audit: {
      schema: auditVersion,
      corpus: {
        ...sizeOf(rows),
        languages: languageFacts(rows),
        fields: fieldFacts(rows, new Set(options.keepFields), new Set(options.dropFields), suite.reveals),
        labelled: rows.labels.filter((label) => label !== null).length,
        unread: [...state.unread]
          .map(([what, { count, places }]) => ({
            what,
            count,
            examples: places.map(({ file, line }) => {
              const shownFile = suite.reveals ? shownPath(file, (part) => suite.reveals!('', part)) : file
              return line > 0 ? `${shownFile} line ${line}` : shownFile
            }),
          }))
          .sort((a, b) => (a.what < b.what ? -1 : 1)),
        ...(options.limit !== undefined && { limit: options.limit }),
      },
      ...(beside.length > 0 && { companions: beside.map(({ facts }) => facts) }),
      suite: { id: suite.id, title: suite.title },
      categories: suite.categories.map((category) => ({
        id: category.id,
        title: category.title,
        question: category.question,
        analyses: category.analyses.map(({ id }) => id),
        measures: category.analyses.flatMap(({ measures }) => measures.map(({ id }) => id)),
        rules: category.analyses.flatMap(({ rules = [] }) => rules.map(({ id }) => id)),
        headlines: [...category.headlines],
        ...(category.summary && { summary: [...category.summary] }),
      })),
      measures: analyses.flatMap((analysis) => analysis.measures),
      rules: analyses.flatMap((analysis) => analysis.rules ?? []),
      estimates: [...all.flatMap((result) => result.estimates), ...contrasts],
      findings: findings.slice(0, findingsInAudit),
      findingCounts: countFindings(findings),
      charts: all.flatMap((result) => result.charts ?? []),
      tables: all.flatMap((result) => result.tables ?? []),
      notes: all.flatMap((result): readonly Note[] => result.notes ?? []),
      provenance: {
        version: options.version,
        options: { ...options.options },
        seed: options.seed,
        formats: [...state.formats].map(([format, documents]) => ({ format, documents })).sort((a, b) => (a.format < b.format ? -1 : 1)),
        instruments: uniqueInstruments(all),
        references: suite.references.map(({ id, title, source, denominator }) => ({
          id,
          title,
          edition: source.edition,
          licence: source.licence,
          denominator,
          ...(source.page !== undefined && { page: source.page }),
        })),
      },
    },
    rows,
    findings,
    pairs: all.flatMap((result) => result.pairs ?? []),
    documentValues,
    kept,
  }
}

function documentCsv({ columns, only }: DocumentFile, ids: readonly string[]): Uint8Array {
  const listed = only ?? Array.from(ids.keys())
  const text =
    columns.length === 0
      ? listed.map((i) => `${ids[i]!}\n`).join('')
      : csvText([
          ['id', ...columns.map(({ title }) => title)],
          ...listed.map((i) => [ids[i]!, ...columns.map(({ values }) => values[i] ?? null)]),
        ])
  return new TextEncoder().encode(text)
}

const sizeOf = (rows: Rows) => ({
  hash: createHash('sha256').update(rows.keys.join('\0')).digest('hex'),
  documents: rows.n,
  characters: rows.lengths.reduce((sum, length) => sum + length, 0),
})

const reading =
  (made: ReadonlyMap<string, unknown>) =>
  <Value>(id: string): Value => {
    if (!made.has(id)) throw new Error(`the feature "${id}" was not made: name it in "needs"`)
    return made.get(id) as Value
  }

/** Each companion with the context that features and analyses of it are concluded in. */
function companionsOf(companions: Companions, seed: number, shown: ShownOptions) {
  return (['against', 'holdout'] as const).flatMap((role) => {
    const state = companions[role]
    if (!state) return []
    const rows = withShownValues(rowsOf(state.run), shown)
    if (rows.n === 0) throw new CorpusError(`There is no document in the corpus of --${role}. Give one with documents, or leave it out.`)
    const made = new Map<string, unknown>()
    const feature = reading(made)
    const companion: Companion = { rows, partial: <Partial>(id: string) => state.partials.get(id) as Partial, feature }
    const results = new Map<string, Result>()
    const context: Context = {
      rows,
      seed,
      random: (purpose) => seededRandom(`${seed} ${role} ${purpose}`),
      feature,
      pairs: (id) => results.get(id)?.pairs,
    }
    return [{ role, companion, context, made, results, facts: { role, ...sizeOf(rows), unread: unread.total(state.unread) } }]
  })
}

// Lets signals and the progress bar through: the steps themselves never wait.
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** NaN and infinity have no meaning to a reader and no form in JSON; a mistake here is ours and stops the run. */
function assertHonest(id: string, result: Result): void {
  for (const estimate of result.estimates) {
    const numbers = [
      estimate.value ?? 0,
      ...(estimate.interval ?? []),
      estimate.floor ?? 0,
      estimate.floor95 ?? 0,
      estimate.reference ?? 0,
      estimate.spread?.sd ?? 0,
      estimate.spread?.cv ?? 0,
    ]
    if (!numbers.every(Number.isFinite)) throw new Error(`${id} concluded a number that is not finite for ${estimate.measure}`)
    if (estimate.value === null && estimate.reason === undefined)
      throw new Error(`${id} has no value for ${estimate.measure} and does not say why`)
  }
}

function byDocument(rows: Rows): (a: Finding, b: Finding) => number {
  const place = new Map(rows.ids.map((id, i) => [id, i]))
  const at = (finding: Finding): number => (finding.document === null ? -1 : (place.get(finding.document) ?? -1))
  return (a, b) => at(a) - at(b) || compareFindings(a, b)
}

function countFindings(findings: readonly Finding[]): Audit['findingCounts'] {
  const counts = new Map<string, { rule: string; severity: string; findings: number; documents: Set<string | null> }>()
  for (const { rule, severity, document } of findings) {
    const key = `${rule}\n${severity}`
    const entry = counts.get(key) ?? { rule, severity, findings: 0, documents: new Set() }
    entry.findings++
    entry.documents.add(document)
    counts.set(key, entry)
  }
  return [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, entry]) => ({ ...entry, documents: entry.documents.size }))
}

function uniqueInstruments(results: readonly Result[]): Instrument[] {
  const byId = new Map(
    results.flatMap((result) => result.instruments ?? []).map((instrument) => [`${instrument.id} ${instrument.fingerprint}`, instrument]),
  )
  return [...byId].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, instrument]) => instrument)
}
