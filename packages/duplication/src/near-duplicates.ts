import { type Analysis, type Estimate, notApplicable, type Rows, type Table } from '@corpuscope/core'
import { type WordSequences, wordSequence } from '@corpuscope/features'
import { clusteredShare } from './clustered-share.ts'
import { type ContentPairs, contentPairs } from './content-pairs.ts'
import { type KeepRule, keepRanks } from './keep-rule.ts'
import { findingsFrom, proof } from './near-duplicate-findings.ts'
import { groupsFrom, keepList, keptOf, sameText, sizesOfCopies } from './near-duplicate-groups.ts'
import { contentMeasure, formMeasure, listedFrom, measure, rule, threshold } from './near-duplicate-measures.ts'
import { borderlineTable, settingChart, thresholdTable } from './near-duplicate-setting.ts'
import { notesOn, similarityChart, sizeChart, tablesFrom } from './near-duplicate-tables.ts'
import { pairsListed, pairsOf } from './pairs-of.ts'
import { signatureOf } from './run-signature.ts'
import { runSource } from './run-source.ts'
import { characterSequence, inRun, of, type Shingles } from './shingles.ts'
import { wordRuns } from './word-runs.ts'

const signatureList = 'near-duplicates.signature'
/** Half of each run's hash: what forms are found by. */
const runList = 'near-duplicates.runs'
const characterList = 'near-duplicates.characters'

const analysis = 'near-duplicates'

export interface NearDuplicateOptions {
  /** Of what runs are made: 5 words, or 9 characters of the normalised text for scripts and spellings that words do not fit. */
  readonly shingles?: Shingles
  readonly keep?: KeepRule
}

/**
 * Share of documents that have a near duplicate, by word 5-grams: found by MinHash and LSH, verified exactly.
 */
export const nearDuplicates = ({ shingles = 'words', keep = 'longest' }: NearDuplicateOptions = {}): Analysis<null> => ({
  id: analysis,
  measures: [measure, contentMeasure, formMeasure].map((each) => of(shingles, each)),
  rules: [of(shingles, rule)],
  needs: ['words'],
  create: () => null,
  observe(_, document) {
    const characters = shingles === 'characters' ? characterSequence(document.text) : undefined
    const runs = wordRuns(characters ?? wordSequence(document), inRun[shingles])
    return {
      lists: {
        [signatureList]: signatureOf(runs),
        [runList]: runs.low.subarray(0, runs.count),
        ...(characters && { [characterList]: characters }),
      },
    }
  },
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    const words = feature<WordSequences>('words')
    const source = runSource(
      rows.n,
      shingles === 'words' ? words.of : (i) => rows.list(characterList, i),
      (i) => rows.list(signatureList, i),
      (i) => rows.list(runList, i),
      inRun[shingles],
    )
    const { size } = source
    let left = 0
    for (let i = 0; i < rows.n; i++) if (size(i) === 0) left++
    const n = rows.n - left
    const leftOut = `fewer than ${inRun[shingles]} ${shingles}`
    if (n === 0) {
      const nothing = `every document has ${leftOut}`
      return { estimates: [measure, contentMeasure, formMeasure].map(({ id }) => notApplicable(id, nothing, left)) }
    }
    const judged = contentPairs(source, listedFrom)
    const { near } = judged
    const ranks = keepRanks(rows, keep)
    const kept = keptOf(judged, words, size, ranks.ranks)
    const pairs = pairsOf(judged, {
      ids: rows.ids,
      size,
      // Texts that differ in case and white space at most: `exact-duplicates` has them.
      leftOut: (a, b) => sameText(words, a, b),
      proof: (a, b) => proof(words, a, b),
    })
    const chart = similarityChart(judged) ?? sizeChart(groupsFrom(near, rows.n))
    const estimate = (id: string, sizes: readonly number[]): Estimate => {
      const { share, interval } = clusteredShare(sizes, n)!
      return {
        measure: id,
        value: share,
        interval,
        intervalMethod: sizes.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson',
        n,
        left,
        status: 'measured',
        ...(left > 0 && { reason: `${left} left out: ${leftOut}` }),
      }
    }
    const sizesOf = (groups: readonly (readonly number[])[]): number[] => groups.map(({ length }) => length)
    const inForms = Float64Array.from({ length: rows.n }, (_, i) => judged.formRuns[near.first[i]!]! / size(i))
    return {
      estimates: [
        estimate(measure.id, sizesOf(groupsFrom(near, rows.n))),
        estimate(contentMeasure.id, sizesOfCopies(kept, judged, size)),
        formEstimate(judged, size, rows.n, n, left, leftOut),
      ],
      charts: [...(chart ? [chart] : []), settingChart()],
      tables: [...tablesFrom(judged, pairs, kept, ranks.words, size, rows), ...settingTables(judged, n, rows)],
      notes: notesOn(judged, pairs.length),
      pairs: pairs.slice(0, pairsListed),
      findings: findingsFrom(judged, words, rows),
      documentValues: { [formMeasure.id]: inForms, ...keepList(kept, rows.n) },
    }
  },
})

function formEstimate(
  { near, formRuns }: ContentPairs,
  size: (i: number) => number,
  all: number,
  n: number,
  left: number,
  leftOut: string,
): Estimate {
  let inForms = 0
  let runs = 0
  for (let i = 0; i < all; i++) {
    inForms += formRuns[near.first[i]!]!
    runs += size(i)
  }
  return {
    measure: formMeasure.id,
    value: inForms / runs,
    interval: null,
    n,
    left,
    status: 'measured',
    reason: `no interval: whether a run counts depends on all documents, and a part of them has other shared runs${left > 0 ? `; ${left} left out: ${leftOut}` : ''}`,
  }
}

function settingTables(judged: ContentPairs, n: number, rows: Rows): Table[] {
  const close = borderlineTable(judged, threshold, rows)
  return [thresholdTable(judged, rows.n, n), ...(close ? [close] : [])]
}
