import type { Analysis } from '@corpuscope/core'
import { wordHashes } from '@corpuscope/text'
import { contentPairs } from './content-pairs.ts'
import { equalLists, groupsOf } from './equal-groups.ts'
import { listedFrom } from './near-duplicate-measures.ts'
import { notLookedAt } from './near-duplicate-tables.ts'
import { pairsListed, pairsOf } from './pairs-of.ts'
import { signatureOf } from './run-signature.ts'
import { runSource } from './run-source.ts'
import { wordRuns, wordsInRun } from './word-runs.ts'

const analysis = 'document-pairs'
const [wordList, signatureList, runList] = ['document-pairs.words', 'document-pairs.signature', 'document-pairs.runs']

/**
 * The pairs that `nearDuplicates` finds, and the copies that `exactDuplicates` leaves to it, without anything else: no measure, no
 * finding, no passage. It needs no feature, so that of a text nothing is looked at but its words.
 */
export const documentPairs = (): Analysis<null> => ({
  id: analysis,
  measures: [],
  create: () => null,
  observe(_, { text, wordRule }) {
    const sequence = wordHashes(text, wordRule)
    const runs = wordRuns(sequence)
    return { lists: { [wordList]: sequence, [signatureList]: signatureOf(runs), [runList]: runs.low.subarray(0, runs.count) } }
  },
  merge: () => undefined,
  conclude(_, { rows }) {
    const source = runSource(
      rows.n,
      (i) => rows.list(wordList, i),
      (i) => rows.list(signatureList, i),
      (i) => rows.list(runList, i),
      wordsInRun,
    )
    const judged = contentPairs(source, listedFrom)
    // Texts too short for a run of words are copies when their words are the same; any other text equals none here.
    const short = equalLists(rows.n, (i) => {
      const words = rows.list(wordList, i)
      const few = words.length > 0 && words.length < wordsInRun
      return few ? Uint32Array.of(words[0]!, words.length, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0) : Uint32Array.of(i, 0, 0, 0, 0)
    })
    const equal = [...judged.near.equal, ...groupsOf(short)]
    const pairs = pairsOf({ ...judged, near: { ...judged.near, equal } }, { ids: rows.ids, size: source.size })
    return {
      estimates: [],
      pairs: pairs.slice(0, pairsListed),
      notes: notLookedAt(judged, pairs.length).map((text) => ({ analysis, text })),
    }
  },
})
