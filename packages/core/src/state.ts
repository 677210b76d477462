import type { Row } from './analysis.ts'
import { decode, encode } from './codec.ts'
import type { Document } from './document.ts'
import { fingerprint } from './fingerprint.ts'
import { type ColumnRun, columnRun } from './run.ts'
import { analysesOf, featuresFor, type Suite } from './suite.ts'
import { type Unread, unread } from './unread.ts'

/** Everything observed so far: a partial for each analysis and feature, and the columns of the documents. Plain data. */
export interface State {
  readonly partials: Map<string, unknown>
  readonly run: ColumnRun
  readonly formats: Map<string, number>
  readonly unread: Unread
}

const observersOf = (suite: Suite) => [...featuresFor(suite), ...analysesOf(suite)]

export function createState(suite: Suite): State {
  return {
    partials: new Map(observersOf(suite).map((observer) => [observer.id, observer.create()])),
    run: columnRun.create(),
    formats: new Map(),
    unread: unread.create(),
  }
}

/** A function that takes the next document into a state; the list of observers is made once. */
export function observer(suite: Suite, state: State): (document: Document, format: string) => void {
  const observers = observersOf(suite)
  return (document, format) => {
    state.formats.set(format, (state.formats.get(format) ?? 0) + 1)
    if (suite.bare) columnRun.openBare(state.run, document, suite.namesPerson)
    else columnRun.open(state.run, document, suite.language(document), suite.namesPerson)
    for (const each of observers) {
      const row = each.observe(state.partials.get(each.id), document)
      if (row) writeRow(state.run, document, row)
    }
  }
}

function writeRow(run: ColumnRun, document: Document, row: Row): void {
  if (row.values) for (const measure in row.values) columnRun.value(run, measure, row.values[measure]!)
  if (row.lists) for (const name in row.lists) columnRun.list(run, name, row.lists[name]!)
  if (!row.findings?.length) return
  const occurrences = new Map<string, number>()
  for (const { identity, ...draft } of row.findings) {
    const same = `${draft.rule}\n${identity}`
    const occurrence = occurrences.get(same) ?? 0
    occurrences.set(same, occurrence + 1)
    run.findings.push({ ...draft, at: run.keys.length - 1, fingerprint: fingerprint(draft.rule, document.id, identity, occurrence) })
  }
}

/** Takes another state in; `other` is used up. */
export function mergeStates(suite: Suite, state: State, other: State): void {
  for (const each of observersOf(suite)) each.merge(state.partials.get(each.id), other.partials.get(each.id))
  columnRun.merge(state.run, other.run)
  for (const [format, documents] of other.formats) state.formats.set(format, (state.formats.get(format) ?? 0) + documents)
  unread.merge(state.unread, other.unread)
}

/** The one codec: V8's structured clone, which knows Maps and typed arrays and keeps every bit of a number; columns beside it, as pieces. */
export function writeState(state: State): Uint8Array[] {
  columnRun.trim(state.run)
  return encode(state)
}

/** A state from its pieces, which are used up: it shares their memory. */
export const readState = (pieces: readonly Uint8Array[]): State => decode(pieces) as State
