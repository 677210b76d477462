import {
  type Analysis,
  type Document,
  type Estimate,
  type Finding,
  fingerprint,
  type Measure,
  type Note,
  notApplicable,
  type Pair,
  type Rule,
} from '@corpuscope/core'
import { type WordSequences, wordSequence } from '@corpuscope/features'
import { mix32 } from '@corpuscope/statistics'
import { scanWords, sequenceOf } from '@corpuscope/text'
import { clusteredShare } from './clustered-share.ts'
import { equalLists, groupsOf } from './equal-groups.ts'
import { eachGroupPair } from './group-pairs.ts'
import { groupTable } from './group-table.ts'

const measure: Measure = {
  id: 'exact-duplicate-share',
  title: 'Documents that are copies',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    "Documents whose text, lower-cased, with white space squeezed and trimmed, equals another document's / documents. Both copies count. Texts that are empty equal each other.",
  source: {
    text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
    url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
  },
}

const byteMeasure: Measure = {
  id: 'byte-duplicate-share',
  title: 'Documents that are copies to the letter',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: "Documents whose text equals another document's character by character / documents. Both copies count.",
  source: measure.source,
}

const wordMeasure: Measure = {
  id: 'word-duplicate-share',
  title: 'Documents that are copies word for word',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    "Documents whose words, in order, equal another document's / documents with a word: case, white space, punctuation, symbols and the ways Unicode writes one character (NFKC) make no difference. Both copies count. Documents without a word are left out, and counted as left out.",
  source: measure.source,
}

const rule: Rule = {
  id: 'exact-duplicate',
  title: 'Copy of another document',
  severity: 'warning',
  measure: measure.id,
  definition:
    'The text equals that of an earlier document of the corpus, but for case and white space. The first of a group is not reported.',
}

const wordList = 'exact-duplicates.words'

// Of ASCII, normalising changes nothing, and costs more than asking.
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/**
 * Number of words and two 32-bit hashes of their sequence: among a million documents two share them with a chance of 3 in 10^8. Words
 * are known by 32 bits themselves.
 */
function wordIdentity(document: Document): Uint32Array {
  const plain = isAscii(document.text) ? document.text : document.text.normalize('NFKC')
  const sequence = plain === document.text ? wordSequence(document) : sequenceOf(scanWords(plain, document.wordRule))
  let low = 0x2f0b4a27
  let high = 0x61c88647
  for (let i = 0; i < sequence.length; i++) {
    const word = sequence[i]! | 0
    low = Math.imul(low ^ word, 0xcc9e2d51)
    low = (low << 13) | (low >>> 19)
    high = Math.imul((high + word) | 0, 0x85ebca77)
    high ^= high >>> 15
  }
  return Uint32Array.of(sequence.length, mix32(low ^ high), mix32(high))
}

/** Share of documents that stand in the corpus twice or more, word for word. Texts are compared by 128 bits of hashes. */
export const exactDuplicates = (): Analysis<null> => ({
  id: 'exact-duplicates',
  measures: [measure, byteMeasure, wordMeasure],
  rules: [rule],
  needs: ['words'],
  create: () => null,
  observe: (_, document) => ({ lists: { [wordList]: wordIdentity(document) } }),
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    const { n } = rows
    const { text } = feature<WordSequences>('words')
    const first = equalLists(n, text)
    const groups = groupsOf(first)
    if (n === 0) return { estimates: [measure, byteMeasure, wordMeasure].map(({ id }) => notApplicable(id, 'there is no document')) }
    const digests = new Map<string, number>()
    const firstBytes = Uint32Array.from(rows.keys, (key, i) => {
      const digest = key.slice(key.lastIndexOf('\n') + 1)
      if (!digests.has(digest)) digests.set(digest, i)
      return digests.get(digest)!
    })
    const wordless = rows.ids.reduce((sum, _, i) => sum + (rows.list(wordList, i)[0] === 0 ? 1 : 0), 0)
    const firstWords = equalLists(n, (i) => rows.list(wordList, i)).map((leader, i) => (rows.list(wordList, i)[0] === 0 ? i : leader))

    const pairs: Pair[] = []
    const findings: Finding[] = []
    for (const members of groups) {
      eachGroupPair(members, (a, b) => pairs.push({ a: rows.ids[a]!, b: rows.ids[b]!, kind: 'exact', similarity: 1 }))
      const identity = text(members[0]!).join(' ')
      for (const i of members.slice(1))
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          document: rows.ids[i]!,
          message: `same text as ${rows.ids[members[0]!]!}`,
          fingerprint: fingerprint(rule.id, rows.ids[i]!, identity),
        })
    }
    return {
      estimates: [
        estimateOf(measure.id, groups, n, 0),
        estimateOf(byteMeasure.id, groupsOf(firstBytes), n, 0),
        estimateOf(wordMeasure.id, groupsOf(firstWords), n, wordless),
      ],
      tables: groups.length > 0 ? [groupTable('exact-duplicates-groups', 'exact-duplicates', 'Groups of copies', groups, rows)] : [],
      notes: emptyNote(groups, text),
      pairs,
      findings,
    }
  },
})

function estimateOf(id: string, groups: readonly (readonly number[])[], n: number, left: number): Estimate {
  const result = clusteredShare(
    groups.map(({ length }) => length),
    n - left,
  )
  if (!result) return notApplicable(id, 'no document has a word', left)
  return {
    measure: id,
    value: result.share,
    interval: result.interval,
    intervalMethod: groups.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson',
    n: n - left,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${left} left out: no words` }),
  }
}

function emptyNote(groups: readonly (readonly number[])[], text: (i: number) => Uint32Array): Note[] {
  // The last of the four hashes is the length of the normalised text.
  const empty = groups.find(([i]) => text(i!)[3] === 0)
  if (!empty) return []
  return [
    {
      analysis: 'exact-duplicates',
      text: `One group of copies is ${empty.length} documents without any text: they equal each other by definition, and are counted.`,
    },
  ]
}
