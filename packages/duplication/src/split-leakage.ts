import {
  type Analysis,
  type Companion,
  type Estimate,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Rows,
  type Rule,
  shareEstimate,
} from '@corpuscope/core'
import { type WordSequences, wordSequence } from '@corpuscope/features'
import { contentPairs, pairKinds } from './content-pairs.ts'
import { isDates, timesOf } from './dates.ts'
import { runSignature } from './run-signature.ts'
import { runSource } from './run-source.ts'

const analysis = 'split-leakage'
const signatureList = 'split-leakage.signature'
const copy = pairKinds.indexOf('copy')
const amended = pairKinds.indexOf('amended copy')
const listedFrom = 0.5

const leaked: Measure = {
  id: 'split-leakage-share',
  title: 'Documents with a copy in the other corpus',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents that are a copy of one of the corpus they are held against / documents: the same text but for case and white space, the same runs of 5 words, or the same content (a Jaccard similarity of 0.8 or more of the runs of 5 words that fewer than 10 different documents of both corpora hold).',
  source: {
    text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
    url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
  },
}

const early: Measure = {
  id: 'time-leakage-share',
  title: 'Documents dated before the other corpus ends',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Documents dated on or before the latest date of the corpus they are held against / documents with a date. The date is the first metadata field, by name, that holds a date in every document of both that has it. A test set that is to show how a model fares on later notes has none.',
  source: {
    text: 'Kapoor & Narayanan 2023, Leakage and the reproducibility crisis in machine-learning-based science',
    url: 'https://doi.org/10.1016/j.patter.2023.100804',
  },
}

const rule: Rule = {
  id: 'split-leakage',
  title: 'Copy of a document of the other corpus',
  severity: 'error',
  measure: leaked.id,
  definition: 'The document is a copy of one of the corpus it is held against, or an amended copy. The most similar one is named.',
}

/** What stands in both of two corpora that should have nothing in common, such as a test and a training set. */
export const splitLeakage = (): Analysis<null> => ({
  id: analysis,
  alone: true,
  needs: ['words'],
  measures: [leaked, early],
  rules: [rule],
  create: () => null,
  observe: (_, document) => ({ lists: { [signatureList]: runSignature(wordSequence(document)) } }),
  merge: () => undefined,
  conclude(_, { rows, feature, against }) {
    if (!against)
      return { estimates: [leaked, early].map(({ id }) => notApplicable(id, 'there is no other corpus; give one with --against')) }
    const nearest = copiesIn(rows, feature<WordSequences>('words'), against)
    const hits = nearest.filter(({ isCopy }) => isCopy).length
    const findings: Finding[] = []
    for (const { document, other, kind, similarity } of nearest) {
      findings.push({
        rule: rule.id,
        severity: rule.severity,
        document: rows.ids[document]!,
        message: `${kind === 'exact' ? 'same text as' : `${kind} of`} ${against.rows.ids[other]!} of the other corpus: Jaccard similarity ${similarity.toFixed(2)}`,
        fingerprint: fingerprint(rule.id, rows.ids[document]!, against.rows.ids[other]!),
      })
    }
    return { estimates: [shareEstimate(leaked, hits, rows.n), timeLeakage(rows, against.rows)], findings }
  },
})

interface Nearest {
  readonly document: number
  readonly other: number
  readonly kind: string
  readonly similarity: number
  readonly isCopy: boolean
}

/** For each document with a copy in the companion, the most similar; both corpora are judged as one, so that a form of both is a form. */
function copiesIn(rows: Rows, words: WordSequences, against: Companion): Nearest[] {
  const theirs = against.feature<WordSequences>('words')
  const n = rows.n + theirs.n
  const mine = (i: number): boolean => i < rows.n
  const source = runSource(
    n,
    (i) => (mine(i) ? words.of(i) : theirs.of(i - rows.n)),
    (i) => (mine(i) ? rows.list(signatureList, i) : against.rows.list(signatureList, i - rows.n)),
  )
  const best = new Map<number, Nearest>()
  const offer = (document: number, other: number, kind: string, similarity: number, isCopy: boolean): void => {
    const known = best.get(document)
    if (known && (known.similarity > similarity || (known.similarity === similarity && known.other <= other))) return
    best.set(document, { document, other, kind, similarity, isCopy })
  }
  const judged = contentPairs(source, listedFrom)
  // A pair stands for all that equal its two.
  const equals = new Map(judged.near.equal.map((members) => [members[0]!, members]))
  const alike = (i: number): readonly number[] => equals.get(i) ?? [i]
  for (const members of judged.near.equal) {
    const other = members.find((i) => !mine(i))
    if (other !== undefined) for (const i of members) if (mine(i)) offer(i, other - rows.n, 'copy', 1, true)
  }
  for (let at = 0; at < judged.a.length; at++) {
    const kind = judged.kind[at]!
    if (kind !== copy && kind !== amended) continue
    for (const [one, two] of [
      [judged.a[at]!, judged.b[at]!],
      [judged.b[at]!, judged.a[at]!],
    ] as const) {
      const other = alike(two).find((i) => !mine(i))
      if (other === undefined) continue
      for (const i of alike(one)) if (mine(i)) offer(i, other - rows.n, pairKinds[kind]!, judged.similarity[at]!, kind === copy)
    }
  }
  const texts = new Map<string, number>()
  const textOf = (of: WordSequences, i: number): string => of.text(i).join(' ')
  for (let i = theirs.n - 1; i >= 0; i--) texts.set(textOf(theirs, i), i)
  for (let i = 0; i < rows.n; i++) {
    const other = texts.get(textOf(words, i))
    if (other !== undefined) best.set(i, { document: i, other, kind: 'exact', similarity: 1, isCopy: true })
  }
  return [...best.values()].sort((x, y) => x.document - y.document)
}

function timeLeakage(rows: Rows, theirs: Rows): Estimate {
  const dated = [...rows.fields.keys()].sort().find((name) => isDates(rows, name) && isDates(theirs, name))
  if (dated === undefined) return notApplicable(early.id, 'no metadata field holds dates in both corpora')
  const times = timesOf(rows, dated).filter((time) => !Number.isNaN(time))
  const latest = timesOf(theirs, dated)
    .filter((time) => !Number.isNaN(time))
    .reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY)
  const hits = times.filter((time) => time <= latest).length
  return shareEstimate(early, hits, times.length, { left: rows.n - times.length, leftOut: 'no date', reason: `by "${dated}"` })
}
