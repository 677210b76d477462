import { type Analysis, type Finding, fingerprint, type Measure, notApplicable, type Rows, type Rule } from '@corpuscope/core'
import type { WordSequences } from '@corpuscope/features'
import { dateField, timesOf } from './dates.ts'
import { runMatches } from './run-matches.ts'

/** Words on end that are no turn of phrase any more. */
const leastWords = 20
const analysis = 'copy-forward'

const measure: Measure = {
  id: 'copy-forward-share',
  title: 'Words copied from an earlier note of the same patient',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Words that lie in a run of ${leastWords} words which stands in an earlier document of the same value of the metadata field duplication.copyForward (a patient, an author) / words of documents that have an earlier one. Earlier is by the first field that holds dates, else by id. Copies of whole documents are among them.`,
  source: {
    text: 'Wrenn et al. 2010, Quantifying clinical narrative redundancy in an electronic health record',
    url: 'https://doi.org/10.1197/jamia.M3390',
  },
}

const rule: Rule = {
  id: 'copied-forward',
  title: 'Passage copied from an earlier note',
  severity: 'note',
  measure: measure.id,
  definition: `A run of ${leastWords} words or more stands word for word in an earlier document of the same patient or author: the longest of a document is named.`,
}

/** Passages that go from note to note of one patient or author, by a metadata field. */
export const copyForward = (field: string | undefined): Analysis<null> => ({
  id: analysis,
  measures: [measure],
  rules: [rule],
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    if (field === undefined)
      return { estimates: [notApplicable(measure.id, 'no field says whose the documents are; name one with duplication.copyForward')] }
    if (!rows.fields.has(field)) return { estimates: [notApplicable(measure.id, `no document has a field "${field}"`, rows.n)] }
    const words = feature<WordSequences>('words')
    const values = new Float64Array(rows.n).fill(Number.NaN)
    const findings: Finding[] = []
    let copied = 0
    let all = 0
    let n = 0
    for (const members of inOrder(rows, field)) {
      const matches = runMatches(members.length, (at) => words.of(members[at]!), leastWords)
      const best = new Map<number, number>()
      const covered = new Float64Array(members.length)
      const coveredTo = new Float64Array(members.length)
      for (let match = 0; match < matches.document.length; match++) {
        const at = matches.document[match]!
        // Earlier in the same note is no copy from another.
        if (matches.source[match] === at) continue
        const start = Math.max(matches.start[match]!, coveredTo[at]!)
        const end = matches.start[match]! + matches.length[match]!
        covered[at]! += Math.max(0, end - start)
        coveredTo[at] = Math.max(coveredTo[at]!, end)
        const known = best.get(at)
        if (known === undefined || matches.length[match]! > matches.length[known]!) best.set(at, match)
      }
      for (let at = 1; at < members.length; at++) {
        const i = members[at]!
        const length = words.of(i).length
        if (length === 0) continue
        n++
        all += length
        copied += covered[at]!
        values[i] = covered[at]! / length
        const match = best.get(at)
        if (match === undefined) continue
        const other = members[matches.source[match]!]!
        const [from, size] = [matches.start[match]!, matches.length[match]!]
        const there = words.span(other, matches.sourceStart[match]!, matches.sourceStart[match]! + size)
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          document: rows.ids[i]!,
          span: words.span(i, from, from + size),
          message: `${size} words on end are those of ${rows.ids[other]!}, at ${there.start} to ${there.end}`,
          fingerprint: fingerprint(rule.id, rows.ids[i]!, rows.ids[other]!),
        })
      }
    }
    const left = rows.n - n
    if (n === 0) return { estimates: [notApplicable(measure.id, `no two documents have the same "${field}"`, left)] }
    return {
      estimates: [
        {
          measure: measure.id,
          value: copied / all,
          interval: null,
          n,
          left,
          status: 'measured',
          reason: `no interval: what a note copies depends on all notes before it; ${left} left out: no earlier document of the same "${field}", or no words`,
        },
      ],
      findings,
      documentValues: { [measure.id]: values },
    }
  },
})

/** The documents of each value of the field that has several, earliest first. */
function inOrder(rows: Rows, field: string): number[][] {
  const groups = new Map<string, number[]>()
  for (let i = 0; i < rows.n; i++) {
    const value = rows.fields.get(field)!.values[i]
    if (value === null || value === undefined || value === '') continue
    const group = groups.get(String(value))
    if (group) group.push(i)
    else groups.set(String(value), [i])
  }
  const dated = dateField(rows)
  const times = dated === undefined ? undefined : timesOf(rows, dated)
  // Without a date, last.
  const time = (i: number): number => (times && !Number.isNaN(times[i]!) ? times[i]! : Number.MAX_VALUE)
  return [...groups.values()].filter(({ length }) => length > 1).map((members) => members.sort((a, b) => time(a) - time(b) || a - b))
}
