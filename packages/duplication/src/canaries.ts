import {
  type Analysis,
  type Estimate,
  type FindingDraft,
  type Measure,
  notApplicable,
  type Rule,
  shareEstimate,
  type Table,
} from '@corpuscope/core'
import { normalisedText } from '@corpuscope/text'
import { type Canary, canaryOf } from './canary.ts'

const analysis = 'canaries'
const secretSharer = {
  text: 'Carlini et al. 2019, The Secret Sharer: Evaluating and Testing Unintended Memorization in Neural Networks',
  url: 'https://arxiv.org/abs/1802.08232',
}

const found: Measure = {
  id: 'canary-share',
  title: 'Canaries that stand in the corpus',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Planted strings that a document holds, whatever the case and white space / planted strings. Their list is given with the option duplication.canaries.',
  source: secretSharer,
}

const exposure: Measure = {
  id: 'canary-exposure',
  title: 'Exposure of canaries',
  unit: 'bits',
  range: [0, null],
  direction: 'lower',
  definition:
    'Mean over canaries of log2 of how many fillings its secret part may have, less log2 of its rank among them by how many documents hold each; of equal ones the middle rank. The secret part is what stands in braces, else its digits; a filling puts a digit where a digit stands and a letter where a letter stands. About 1 for a canary that no document holds, the number of bits of its secret for one that only its own filling occurs of. Canaries without a secret part are left out.',
  source: secretSharer,
}

const rule: Rule = {
  id: 'canary',
  title: 'Planted string',
  severity: 'error',
  measure: found.id,
  definition: 'The document holds a string that was planted in another corpus to see whether it comes out again.',
}

/** How many documents hold each filling of each canary. */
interface Fillings {
  /** Number of the canary, a line break, and the filling -> documents. */
  readonly documents: Map<string, number>
}

/**
 * Strings that were planted in a corpus before something was made from it: which of them stand in this one, and how exposed they are.
 *
 * @param lines  a canary each; braces mark its secret part, as in "the access code is {281265}"
 */
export function canaries(lines: readonly string[]): Analysis<Fillings> {
  const planted = lines.map(canaryOf)
  return {
    id: analysis,
    measures: [found, exposure],
    rules: [rule],
    alone: true,
    create: () => ({ documents: new Map() }),
    observe(partial, document) {
      const text = normalisedText(document.text)
      const findings: FindingDraft[] = []
      for (const [number, canary] of planted.entries())
        for (const filling of new Set(canary.fillingsIn(text))) {
          const key = `${number}\n${filling}`
          partial.documents.set(key, (partial.documents.get(key) ?? 0) + 1)
          if (filling === canary.secret)
            findings.push({
              rule: rule.id,
              severity: rule.severity,
              message: `holds canary ${number + 1} of the list`,
              identity: String(number),
            })
        }
      return findings.length > 0 ? { findings } : undefined
    },
    merge(partial, other) {
      for (const [key, documents] of other.documents) partial.documents.set(key, (partial.documents.get(key) ?? 0) + documents)
    },
    conclude({ documents }, { rows }) {
      if (planted.length === 0)
        return {
          estimates: [found, exposure].map(({ id }) =>
            notApplicable(id, 'no canaries were named; give a file of them with duplication.canaries'),
          ),
        }
      const counts = planted.map((canary, number) => countsOf(canary, number, documents))
      const hits = counts.reduce((sum, { own }) => sum + (own > 0 ? 1 : 0), 0)
      const exposures = planted.map((canary, number) => exposureOf(canary, counts[number]!))
      return {
        estimates: [shareEstimate(found, hits, planted.length), meanExposure(exposures, rows.n)],
        tables: [table(planted, counts, exposures)],
      }
    },
  }
}

interface Counts {
  /** Documents that hold the canary itself. */
  readonly own: number
  /** Other fillings that more documents hold, and that as many do. */
  readonly more: number
  readonly equal: number
}

function countsOf(canary: Canary, number: number, documents: ReadonlyMap<string, number>): Counts {
  const prefix = `${number}\n`
  const own = documents.get(prefix + canary.secret) ?? 0
  let more = 0
  let equal = 0
  let seen = 0
  for (const [key, count] of documents) {
    if (!key.startsWith(prefix) || key === prefix + canary.secret) continue
    seen++
    if (count > own) more++
    else if (count === own) equal++
  }
  // Of a canary that no document holds, all fillings that none holds are equal.
  if (own === 0) equal = 2 ** canary.bits - 1 - seen
  return { own, more, equal }
}

/** Bits; null without a secret part. Of equally frequent fillings the canary takes the middle rank. */
function exposureOf({ bits }: Canary, { more, equal }: Counts): number | null {
  return bits === 0 ? null : Math.max(0, bits - Math.log2(1 + more + equal / 2))
}

function meanExposure(exposures: readonly (number | null)[], documents: number): Estimate {
  const known = exposures.filter((each) => each !== null)
  const left = exposures.length - known.length
  if (known.length === 0) return notApplicable(exposure.id, 'no canary has a secret part: put it into braces', left)
  return {
    measure: exposure.id,
    value: known.reduce((sum, each) => sum + each, 0) / known.length,
    interval: null,
    n: known.length,
    left,
    status: 'measured',
    reason: `no interval: the canaries are all there are, looked for in all ${documents} documents${left > 0 ? `; ${left} left out: no secret part` : ''}`,
  }
}

/** By their number in the list: what they say stays out of artefacts. */
const table = (planted: readonly Canary[], counts: readonly Counts[], exposures: readonly (number | null)[]): Table => ({
  id: 'canaries-exposure',
  analysis,
  title: 'Canaries, by their place in the list',
  columns: [
    { title: 'Canary' },
    { title: 'Documents', unit: 'documents' },
    { title: 'Other fillings in more documents', unit: 'fillings' },
    { title: 'Bits of its secret', unit: 'bits' },
    { title: 'Exposure', unit: 'bits' },
  ],
  rows: planted.map(({ bits }, number) => [`${number + 1}`, counts[number]!.own, counts[number]!.more, bits, exposures[number] ?? null]),
})
