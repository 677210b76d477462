import type { Analysis, Context, Estimate, FindingDraft, Measure } from '@corpuscope/core'
import { keyedNumber, masked, notApplicable, type SecretKey, shareEstimate } from '@corpuscope/core'
import { counts, meanInterval } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { type Identification, plainIdentification } from './identification.ts'
import { type Identifier, strengths } from './identifier.ts'
import { createIdentifierCounts, type IdentifierCounts, mergeIdentifierCounts, totalFound } from './identifier-counts.ts'
import { type IdentifierKindId, identifierKinds } from './identifier-kinds.ts'
import { compare, comparisonTable, notesOf, safeHarborTable, summaryOf, tableOf } from './identifier-report.ts'
import { countClinical, overRedaction, overRedactionOf } from './over-redaction.ts'

const id = 'direct-identifier-rate'

const rate: Measure = {
  id,
  title: 'Direct identifiers',
  unit: 'findings per 1,000 words',
  range: [0, null],
  direction: 'lower',
  definition:
    'Names of persons, addresses, contacts, national, health, record, licence and account numbers, facilities, dates and ages over 89 in all documents, per 1,000 words of all documents. Each place in the text counts once, under its strongest kind; values reserved for fiction and public helplines are noted and not counted.',
  source: { text: 'Kinds after the HIPAA Safe Harbor list, 45 CFR 164.514(b)(2)(i)' },
}

const share: Measure = {
  id: 'documents-with-identifiers',
  title: 'Documents with a direct identifier',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: 'Documents with at least one identifier that is counted in the rate / all documents.',
  source: rate.source,
}

/** Per document, for the interval: identifiers counted, words. */
const list = `${id}-counts`

/** What in the text names a person directly. Each kind is a detector of `scan.ts` and a row of `identifier-kinds.ts`. */
export const directIdentifiers = (by: Identification = plainIdentification()): Analysis<IdentifierCounts> => ({
  id,
  ...(by.feature && { needs: [by.feature.id] }),
  measures: [rate, share, overRedaction],
  rules: identifierKinds.map(({ rule }) => ({ ...rule, measure: rate.id })),

  create: createIdentifierCounts,

  observe(partial, document) {
    const identifiers = by.of(document)
    const running = words(document)
    const wordCount = running.count
    countClinical(partial, running, identifiers)
    const kinds = new Set<IdentifierKindId>()
    const days = new Set<number>()
    let counted = 0
    for (const { kind, identity, nobody, start } of identifiers) {
      counts.add(nobody ? partial.ofNobody : partial.found, kind)
      if (kind === 'date' && identity.length === 10) days.add(Number(identity.replaceAll('-', '')))
      if (nobody) continue
      if (kind === 'person' && isTitled(document.text, start)) partial.titled++
      else if (kind === 'person' && isPatient(document.text, start)) partial.patients++
      counted++
      kinds.add(kind)
    }
    for (const other of by.others) compare(partial.compared, other, identifiers, by.spansBy(document, other))
    partial.documents++
    partial.words += wordCount
    if (counted > 0) partial.withIdentifier++
    for (const kind of kinds) counts.add(partial.documentsOf, kind)
    for (const day of days) partial.days.set(day, (partial.days.get(day) ?? 0) + 1)
    return {
      values: { [id]: wordCount > 0 ? (1000 * counted) / wordCount : null },
      lists: { [list]: Uint32Array.of(counted, wordCount) },
      findings: identifiers.map((identifier) => findingOf(identifier, document.text, by.key)),
    }
  },

  merge: mergeIdentifierCounts,

  conclude: (partial, context) => ({
    estimates: [rateOf(partial, context), shareEstimate(share, partial.withIdentifier, partial.documents), overRedactionOf(partial)],
    charts: [
      {
        id: `${id}-kinds`,
        analysis: id,
        form: 'bars',
        title: 'Direct identifiers by kind',
        summary: summaryOf(partial),
        unit: 'findings',
        category: identifierKinds.map(({ rule }) => rule.title),
        value: identifierKinds.map((kind) => partial.found.get(kind.id) ?? 0),
      },
    ],
    tables: [tableOf(partial), safeHarborTable(partial), ...by.others.map((other) => comparisonTable(partial, other))],
    notes: notesOf(partial, context.rows),
  }),
})

const kindsById = new Map(identifierKinds.map((kind) => [kind.id, kind]))

/** Why we believe it, and how much, in the words of a finding. */
const reasons: ReadonlyMap<number, string> = new Map([
  [strengths.model, 'another detector alone'],
  [strengths.lexicon, 'a known given name (low confidence)'],
  [strengths.cue, 'the words before it (medium confidence)'],
  [strengths.pattern, 'its form (medium confidence)'],
  [strengths.checkDigit, 'its check digit or full form (high confidence)'],
  [strengths.address, 'its form as an address (high confidence)'],
])

/** A finding that a baseline knows again: by its value under a key that lasts, else by its shape and its place among equal ones. */
function findingOf(
  { kind: kindId, scheme, strength, start, end, identity, nobody, by }: Identifier,
  text: string,
  key: SecretKey | undefined,
): FindingDraft {
  const { rule, name } = kindsById.get(kindId)!
  const what = `${scheme === undefined || scheme === name ? name : `${name} (${scheme})`}, by ${reasons.get(strength)!}${by ? `; found by ${by.join(', ')}` : ''}`
  return {
    rule: rule.id,
    severity: nobody ? 'note' : rule.severity,
    message: nobody ? `${what}; ${nobody}: not counted` : what,
    span: { start, end },
    evidence: masked(text.slice(start, end)),
    identity: key?.lasting ? String(keyedNumber(key, `${kindId} ${identity}`)) : masked(identity),
  }
}

/** Whether the title of a professional stands directly before. */
const isTitled = (text: string, start: number): boolean =>
  /(?:^|[^\p{L}])(?:Drs?|Prof|Professor|Doctor|Doktor|Nurse|RN|OÄ|OA|Dott|Dra)\.?[ \t]*(?:med\.?[ \t]*)?$/u.test(
    text.slice(Math.max(0, start - 24), start),
  )

/** Whether a title that anybody has, a label for a patient, or a salutation stands directly before. */
const isPatient = (text: string, start: number): boolean =>
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Herrn?|Frau|Fr|Mme|Mlle|Madame|Monsieur|Sra?|Señora?|Sig|Signora?|Senhora?|Mevrouw|Mevr|Dhr|(?:patient|pt|name|nom|nombre|nome|client|paciente|paziente|dear|liebe[r]?|hi|hello|re|betrifft)[a-zà-ÿ]{0,4}[ \t]*:?)\.?[ \t]*$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  )

function rateOf(partial: IdentifierCounts, { rows }: Context): Estimate {
  const observed = Array.from({ length: rows.n }, (_, i) => rows.list(list, i)).filter((pair) => pair[1]! > 0)
  const left = rows.n - observed.length
  if (partial.words === 0) return notApplicable(id, 'no document has a word', left)
  // Identifiers of documents without a word (a lone address in an unknown script) stay in the sum: they are no less a leak.
  const value = (1000 * totalFound(partial)) / partial.words
  const interval = intervalOf(value, observed, partial.words)
  return {
    measure: id,
    value,
    interval: interval?.bounds ?? null,
    ...(interval && { intervalMethod: interval.method }),
    n: observed.length,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${left} left out: no word in them` }),
  }
}

/** Exact Poisson bound at 0 findings, two-sided 95 %: -ln 0.025. The "rule of three" is its one-sided kin. */
const poissonBoundAtZero = -Math.log(0.025)

function intervalOf(value: number, observed: readonly ArrayLike<number>[], words: number) {
  if (value === 0)
    return { bounds: [0, (1000 * poissonBoundAtZero) / words] as [number, number], method: 'exact Poisson bound for no finding' }
  // A ratio of two sums varies like the mean of what each document has more than its words would give (linearisation, Cochran 1977, ch. 6).
  const meanWords = words / observed.length
  const excess = Float64Array.from(observed, (pair) => (1000 * pair[0]! - value * pair[1]!) / meanWords)
  const { interval, method } = meanInterval(excess)
  if (!interval) return undefined
  // The excess sums to 0 but for rounding; bounds below 0 are the linearisation's.
  const bounds: [number, number] = [Math.max(0, value + interval[0]), value + interval[1]]
  return { bounds, method: `${method} of the linearised ratio` }
}
