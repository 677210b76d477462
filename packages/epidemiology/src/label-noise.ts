import { type Analysis, type Finding, fingerprint, type Measure, type Pair, type Rows, type Rule, shareEstimate } from '@corpuscope/core'
import { comparableLabel } from '@corpuscope/references'
import { unionFind } from '@corpuscope/statistics'

const measure: Measure = {
  id: 'label-noise',
  title: 'Labels that copies of a text disagree on',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Among labelled documents that have a copy, character for character or one that near-duplicates found (what is shared form alone is none): share whose label is not the most frequent one of the copies (of equally frequent ones, one counts as right). Documents without a copy say nothing and are left out. Without near-duplicates in the run, exact copies alone count.',
  source: { text: 'Northcutt, Athalye & Mueller 2021, Pervasive Label Errors in Test Sets', url: 'https://arxiv.org/abs/2103.14749' },
}

const rule: Rule = {
  id: 'label-conflict',
  title: 'Copies of one text with different labels',
  severity: 'warning',
  definition: 'The same text, or a near copy of it, has another label elsewhere in the corpus: at most one of them can be right.',
  measure: measure.id,
}

/** Label errors that duplicates give away: one text cannot have two reasons. */
export function labelNoise(): Analysis<null> {
  return {
    id: measure.id,
    measures: [measure],
    after: ['near-duplicates'],
    rules: [rule],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const found = context.pairs?.('near-duplicates')
      const groups = copiesOf(rows, found)
      let n = 0
      let wrong = 0
      const findings: Finding[] = []
      for (const { group, exact } of groups) {
        const times = new Map<string, number>()
        for (const i of group) {
          const label = comparableLabel(rows.writtenLabels[i]!)
          times.set(label, (times.get(label) ?? 0) + 1)
        }
        const most = Math.max(...times.values())
        n += group.length
        wrong += group.length - most
        if (times.size > 1)
          for (const i of group)
            findings.push({
              rule: rule.id,
              severity: rule.severity,
              document: rows.ids[i]!,
              message: `${group.length} documents have ${exact ? 'this text' : 'nearly this text'}, with ${times.size} different labels.`,
              fingerprint: fingerprint(rule.id, rows.ids[i]!, String(times.size)),
            })
      }
      const none = `no labelled text stands in the corpus twice${found ? ', nor nearly' : ''}`
      const leftOut = `no label, or no copy${found ? '' : '; near copies were not looked for'}`
      return { estimates: [shareEstimate(measure, wrong, n, { left: rows.n - n, leftOut, none })], findings: n === 0 ? [] : findings }
    },
  }
}

interface Copies {
  /** Labelled documents, in key order. */
  readonly group: readonly number[]
  readonly exact: boolean
}

/** Labelled documents that are copies of each other: equal texts, and pairs that were found to be near copies. */
function copiesOf(rows: Rows, pairs: readonly Pair[] = []): readonly Copies[] {
  const labelled = (i: number): boolean => (rows.writtenLabels[i] ?? '').trim() !== ''
  const digest = (i: number): string => rows.keys[i]!.slice(rows.keys[i]!.lastIndexOf('\n') + 1)
  const joined = unionFind(rows.n)
  const first = new Map<string, number>()
  for (let i = 0; i < rows.n; i++) {
    const before = first.get(digest(i))
    if (before === undefined) first.set(digest(i), i)
    else joined.union(before, i)
  }
  const place = pairs.length > 0 ? new Map(rows.ids.map((id, i) => [id, i])) : new Map<string, number>()
  for (const { a, b, kind } of pairs) {
    const [x, y] = [place.get(a), place.get(b)]
    if (kind === 'copy' && x !== undefined && y !== undefined) joined.union(x, y)
  }
  return joined
    .groups(2)
    .map((group) => group.filter(labelled))
    .filter((group) => group.length > 1)
    .map((group) => ({ group, exact: group.every((i) => digest(i) === digest(group[0]!)) }))
}
