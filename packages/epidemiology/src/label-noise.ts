import { type Analysis, type Finding, fingerprint, type Measure, notApplicable, type Rule } from '@corpuscope/core'
import { comparableLabel } from '@corpuscope/references'
import { wilson } from '@corpuscope/statistics'

const measure: Measure = {
  id: 'label-noise',
  title: 'Labels that copies of a text disagree on',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    "Among labelled documents whose text stands in the corpus more than once, character for character: share whose label is not their text's most frequent one (of equally frequent ones, one counts as right). Documents without a copy say nothing and are left out.",
  source: { text: 'Northcutt, Athalye & Mueller 2021, Pervasive Label Errors in Test Sets', url: 'https://arxiv.org/abs/2103.14749' },
}

const rule: Rule = {
  id: 'label-conflict',
  title: 'Copies of one text with different labels',
  severity: 'warning',
  definition: 'The same text has another label elsewhere in the corpus: at most one of them can be right.',
  measure: measure.id,
}

/** Label errors that duplicates give away: one text cannot have two reasons. */
export function labelNoise(): Analysis<null> {
  return {
    id: measure.id,
    measures: [measure],
    rules: [rule],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, { rows }) {
      const groups = new Map<string, number[]>()
      for (let i = 0; i < rows.n; i++) {
        if ((rows.labels[i] ?? '').trim() === '') continue
        const key = rows.keys[i]!
        const digest = key.slice(key.lastIndexOf('\n') + 1)
        const group = groups.get(digest)
        if (group) group.push(i)
        else groups.set(digest, [i])
      }
      let n = 0
      let wrong = 0
      const findings: Finding[] = []
      for (const group of groups.values()) {
        if (group.length < 2) continue
        const times = new Map<string, number>()
        for (const i of group) {
          const label = comparableLabel(rows.labels[i]!)
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
              message: `${group.length} documents have this text, with ${times.size} different labels.`,
              fingerprint: fingerprint(rule.id, rows.ids[i]!, String(times.size)),
            })
      }
      if (n === 0) return { estimates: [notApplicable(measure.id, 'no labelled text stands in the corpus twice', rows.n)] }
      return {
        estimates: [
          {
            measure: measure.id,
            value: wrong / n,
            interval: wilson(wrong, n),
            intervalMethod: 'Wilson',
            n,
            left: rows.n - n,
            status: 'measured',
            reason: `${rows.n - n} left out: no label, or no copy`,
          },
        ],
        findings,
      }
    },
  }
}
