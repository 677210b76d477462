import {
  type Analysis,
  createDocument,
  type Finding,
  fingerprint,
  type Measure,
  type Note,
  notApplicable,
  type Pair,
  type Rule,
} from '@corpuscope/core'
import { normalisedHash } from '@corpuscope/text'
import { clusteredShare } from './clustered-share.ts'
import { firstEqual, groupsOf } from './equal-groups.ts'
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

const rule: Rule = {
  id: 'exact-duplicate',
  title: 'Copy of another document',
  severity: 'warning',
  measure: measure.id,
  definition:
    'The text equals that of an earlier document of the corpus, but for case and white space. The first of a group is not reported.',
}

const list = 'exact-duplicates.hash'

/** Share of documents that stand in the corpus twice or more, word for word. Texts are compared by 106 bits of SHA-256. */
export const exactDuplicates = (): Analysis<null> => ({
  id: 'exact-duplicates',
  measures: [measure],
  rules: [rule],
  create: () => null,
  observe: (_, document) => ({ lists: { [list]: normalisedHash(document) } }),
  merge: () => undefined,
  conclude(_, { rows }) {
    const { n } = rows
    const hashes = new Float64Array(2 * n)
    for (let i = 0; i < n; i++) hashes.set(rows.list(list, i), 2 * i)
    const first = firstEqual(
      n,
      (i) => hashes[2 * i]!,
      (i, j) => hashes[2 * i + 1] === hashes[2 * j + 1],
    )
    const groups = groupsOf(first)
    const result = clusteredShare(
      groups.map((members) => members.length),
      n,
    )
    if (!result) return { estimates: [notApplicable(measure.id, 'there is no document')] }

    const pairs: Pair[] = []
    const findings: Finding[] = []
    for (const members of groups) {
      eachGroupPair(members, (a, b) => pairs.push({ a: rows.ids[a]!, b: rows.ids[b]!, kind: 'exact', similarity: 1 }))
      const identity = `${hashes[2 * members[0]!]} ${hashes[2 * members[0]! + 1]}`
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
        {
          measure: measure.id,
          value: result.share,
          interval: result.interval,
          intervalMethod: groups.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson',
          n,
          left: 0,
          status: 'measured',
        },
      ],
      tables: groups.length > 0 ? [groupTable('exact-duplicates-groups', 'exact-duplicates', 'Groups of copies', groups, rows)] : [],
      notes: emptyNote(groups, hashes),
      pairs,
      findings,
    }
  },
})

function emptyNote(groups: readonly (readonly number[])[], hashes: Float64Array): Note[] {
  const [first, second] = normalisedHash(createDocument({ text: '' }))
  const empty = groups.find(([i]) => hashes[2 * i!] === first && hashes[2 * i! + 1] === second)
  if (!empty) return []
  return [
    {
      analysis: 'exact-duplicates',
      text: `One group of copies is ${empty.length} documents without any text: they equal each other by definition, and are counted.`,
    },
  ]
}
