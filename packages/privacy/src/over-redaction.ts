import { type Estimate, type Measure, notApplicable } from '@corpuscope/core'
import { isMedicalTerm } from '@corpuscope/features'
import { wilson } from '@corpuscope/statistics'
import type { Words } from '@corpuscope/text'
import type { Identifier } from './identifier.ts'
import type { IdentifierCounts } from './identifier-counts.ts'

export const overRedaction: Measure = {
  id: 'over-redaction',
  title: 'Clinical words taken for identifiers',
  unit: 'per 1,000 clinical words',
  range: [0, 1000],
  direction: 'lower',
  definition:
    'Words of the clinical lexicon (and words with the endings of medical terms) inside what is taken for an identifier / all such words of the corpus, per 1,000: what masking would cost the medicine. A clinic called after what it treats counts too.',
  source: {
    text: 'Over-scrubbing after Neamatullah et al. 2008, Automated de-identification of free-text medical records',
    url: 'https://doi.org/10.1186/1472-6947-8-32',
  },
}

/** Hash of a word -> whether it is clinical; emptied when it has grown large. */
const clinicalByHash = new Map<number, boolean>()
const mostKept = 200_000

function isClinical(running: Words, type: number): boolean {
  const hash = running.hashes[type]!
  let answer = clinicalByHash.get(hash)
  if (answer === undefined) {
    if (clinicalByHash.size >= mostKept) clinicalByHash.clear()
    clinicalByHash.set(hash, (answer = isMedicalTerm(running.word(type))))
  }
  return answer
}

/** Counts the clinical words of a document, and those inside an identifier. */
export function countClinical(partial: IdentifierCounts, running: Words, identifiers: readonly Identifier[]): void {
  running.frequencies.forEach((count, type) => {
    if (isClinical(running, type)) partial.clinical += count
  })
  let at = 0
  for (const { start, end, nobody } of identifiers) {
    if (nobody) continue
    while (at < running.count && running.ends[at]! <= start) at++
    for (; at < running.count && running.starts[at]! < end; at++) if (isClinical(running, running.types[at]!)) partial.flagged++
  }
}

export function overRedactionOf({ clinical, flagged }: IdentifierCounts): Estimate {
  const interval = wilson(flagged, clinical)
  if (!interval) return notApplicable(overRedaction.id, 'no word of the clinical lexicon is here')
  return {
    measure: overRedaction.id,
    value: (1000 * flagged) / clinical,
    interval: [1000 * interval[0], 1000 * interval[1]],
    intervalMethod: 'Wilson',
    n: clinical,
    left: 0,
    status: 'measured',
  }
}
