import { type Analysis, type Finding, fingerprint, type Measure, notApplicable, type Rows, type Rule, type Table } from '@corpuscope/core'
import type { WordSequences } from '@corpuscope/features'
import { type RunMatches, runMatches } from './run-matches.ts'
import { leastSharers } from './shared-runs.ts'

/** Words of a run, from which on its repetition is no accident of language. */
const leastWords = 50

const measure: Measure = {
  id: 'repeated-run-share',
  title: 'Words in passages that stand elsewhere too',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Words that lie in a run of 50 words which stands in another place of the corpus too, in the same document or another / words of all documents. Both places count; copies of whole documents are among them.',
  source: {
    text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
    url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
  },
}

const rule: Rule = {
  id: 'repeated-run',
  title: 'Passage that stands elsewhere too',
  severity: 'note',
  measure: measure.id,
  definition:
    'A run of 50 words or more stands word for word in an earlier document, or earlier in the same one: the longest of a document is named. Passages that stand in 10 places or more (boilerplate) and documents that are copies as a whole are not reported.',
}

const analysis = 'repeated-runs'
const runsInTable = 20

/** Share of words in passages of 50 words or more that the corpus holds twice: found by winnowing, which misses none. */
export const repeatedRuns = (): Analysis<null> => ({
  id: analysis,
  measures: [measure],
  rules: [rule],
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    const words = feature<WordSequences>('words')
    const sequence = words.of
    let all = 0
    let left = 0
    for (let i = 0; i < rows.n; i++) {
      all += sequence(i).length
      if (sequence(i).length === 0) left++
    }
    if (all === 0) return { estimates: [notApplicable(measure.id, 'no document has a word', left)] }
    const matches = runMatches(rows.n, sequence, leastWords)
    const covered = matches.covered.reduce((sum, each) => sum + each, 0)
    const shares = Float64Array.from(matches.covered, (each, i) => (sequence(i).length === 0 ? Number.NaN : each / sequence(i).length))
    return {
      estimates: [
        {
          measure: measure.id,
          value: covered / all,
          interval: null,
          n: rows.n - left,
          left,
          status: 'measured',
          reason: `no interval: whether a passage stands twice depends on all documents, and a part of them repeats less${left > 0 ? `; ${left} left out: no words` : ''}`,
        },
      ],
      tables: matches.length.length > 0 ? [runTable(matches, words, rows)] : [],
      notes:
        covered > 0
          ? [
              {
                analysis,
                text: `Passages are found by winnowing: of every ${leastWords} words a fingerprint is kept that depends on them alone, so no repeated run of ${leastWords} words is missed; runs are compared by 32-bit hashes of all their words.`,
              },
            ]
          : [],
      findings: findingsFrom(matches, words, rows),
      documentValues: { [measure.id]: shares },
    }
  },
})

/** Two texts that differ in case and white space at most. */
function sameText(words: WordSequences, a: number, b: number): boolean {
  const other = words.text(b)
  return a !== b && words.text(a).every((value, at) => value === other[at])
}

/** Longest first, copies of whole documents apart. */
function runTable({ document, source, length, places }: RunMatches, words: WordSequences, rows: Rows): Table {
  const order = Uint32Array.from({ length: length.length }, (_, i) => i)
    .filter((i) => !sameText(words, document[i]!, source[i]!))
    .sort((i, j) => length[j]! - length[i]! || i - j)
  return {
    id: 'repeated-runs-longest',
    analysis,
    title: `Longest passages that stand twice${order.length > runsInTable ? `, ${runsInTable} of ${order.length}` : ''}; copies of whole documents are not listed`,
    columns: [{ title: 'Document' }, { title: 'First stands in' }, { title: 'Words', unit: 'words' }, { title: 'Places', unit: 'places' }],
    rows: Array.from(order.subarray(0, runsInTable), (i) => [rows.ids[document[i]!]!, rows.ids[source[i]!]!, length[i]!, places[i]!]),
  }
}

function findingsFrom({ document, start, length, source, places }: RunMatches, words: WordSequences, rows: Rows): Finding[] {
  const longest = new Map<number, { run: number; more: number }>()
  for (let i = 0; i < document.length; i++) {
    if (places[i]! >= leastSharers || sameText(words, document[i]!, source[i]!)) continue
    const known = longest.get(document[i]!)
    if (!known) longest.set(document[i]!, { run: i, more: 0 })
    else {
      known.more++
      if (length[i]! > length[known.run]!) known.run = i
    }
  }
  return [...longest]
    .sort(([a], [b]) => a - b)
    .map(([at, { run, more }]) => {
      const where = source[run] === at ? 'stand earlier in it too' : `stand word for word in ${rows.ids[source[run]!]!}`
      return {
        rule: rule.id,
        severity: rule.severity,
        document: rows.ids[at]!,
        span: words.span(at, start[run]!, start[run]! + length[run]!),
        message: `${length[run]} words on end ${where}${more > 0 ? `, and ${more} more such passages` : ''}`,
        fingerprint: fingerprint(rule.id, rows.ids[at]!, rows.ids[source[run]!]!),
      }
    })
}
