import { type Analysis, type Context, type Document, type Estimate, notApplicable } from '@corpuscope/core'
import { wordFacts } from '@corpuscope/features'
import { words } from '@corpuscope/text'
import { groupedEstimates, spreadTable } from './grouped.ts'
import { profile } from './profile.ts'
import type { ReadabilityCounts } from './readability-formulas.ts'
import { readabilityEntries as entries, fewestWords, readabilityMeasure } from './readability-measures.ts'

/** A text is read as sentences when at least this share of its words stands in sentences that end as such. */
const leastClosed = 0.5

const measures = entries.map(readabilityMeasure)

/** What formulas count in a document; undefined where it is too short, or its lines do not end in full stops. */
export function proseCounts(document: Document): ReadabilityCounts | undefined {
  const counts = profile(document)
  const all = words(document).count
  if (counts.plainWords < fewestWords || counts.sentences === 0 || counts.closedWords < leastClosed * all) return undefined
  return {
    words: counts.plainWords,
    sentences: counts.sentences,
    syllables: counts.syllables,
    polysyllables: counts.polysyllables,
    monosyllables: counts.monosyllables,
    letters: counts.letters,
    characters: counts.letters,
    longWords: counts.longWords,
  }
}

/** Readability of one document by each formula of its language; nothing where its lines do not end in full stops. */
export function readabilityOf(document: Document): Record<string, number | null> {
  const { language } = wordFacts(document)
  const counts = language === undefined ? undefined : proseCounts(document)
  if (!counts) return {}
  const values: Record<string, number | null> = {}
  for (const entry of entries)
    if ((entry.language ?? language) === language && counts.sentences >= (entry.leastSentences ?? 1))
      values[entry.id] = entry.formula(counts)
  return values
}

/** For the reader's reason: whether a document that is long enough was left out for its lines; a list of 0, of 1, or of nothing. */
export function notedProse(document: Document, isProse: boolean): Uint8Array {
  const { language } = wordFacts(document)
  return language === undefined || words(document).count < fewestWords ? new Uint8Array(0) : Uint8Array.of(isProse ? 1 : 0)
}

/** How easily documents are read, by the usual formulas of six languages, where they are made of sentences. */
export function readability(): Analysis<null> {
  return {
    id: 'readability',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => null,
    observe(_, document) {
      const values = readabilityOf(document)
      return { values, lists: { 'readability.prose': notedProse(document, 'lix' in values) } }
    },
    merge: () => undefined,
    conclude(_, context) {
      const estimates = groupedEstimates(measures, context).map((estimate, i) =>
        unlessMostlyLines(estimate, 'readability.prose', entries[i]!.language, context),
      )
      const applicable = measures.filter((_, i) => estimates[i]!.status === 'measured')
      return {
        estimates,
        tables: applicable.length > 0 ? [spreadTable('readability', 'Readability over documents', applicable, context)] : [],
      }
    },
  }
}

/** A mean over the few documents that have sentences would pass for one of the corpus; `list` is what `notedProse` gave. */
export function unlessMostlyLines(estimate: Estimate, list: string, language: string | undefined, { rows }: Context): Estimate {
  let documents = 0
  let prose = 0
  for (let i = 0; i < rows.n; i++) {
    const noted = rows.list(list, i)
    if (noted.length === 0 || (language !== undefined && rows.languages[i] !== language)) continue
    documents++
    prose += noted[0]!
  }
  if (documents === 0 || prose * 2 >= documents) return estimate
  return notApplicable(
    estimate.measure,
    `lines do not end in full stops in ${documents - prose} of ${documents} documents: a grade would measure line breaks`,
    rows.n,
  )
}
