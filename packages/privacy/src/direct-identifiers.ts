import type { Analysis, Context, Estimate, FindingDraft, Measure, Note, Table } from '@corpuscope/core'
import { notApplicable, plural, shareEstimate } from '@corpuscope/core'
import { isMedicalTerm } from '@corpuscope/features'
import { counts, meanInterval, seededRandom, wilson } from '@corpuscope/statistics'
import { type Words, words } from '@corpuscope/text'
import { type Identification, plainIdentification } from './identification.ts'
import { type Identifier, strengths } from './identifier.ts'
import { type IdentifierKind, type IdentifierKindId, identifierKinds } from './identifier-kinds.ts'
import { masked } from './masked.ts'
import type { OtherSpan } from './other-detectors.ts'
import { safeHarbor } from './safe-harbor.ts'

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

const overRedaction: Measure = {
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

/** Per document, for the interval: identifiers counted, words. */
const list = `${id}-counts`

/** From this share of documents on, one date in all of them is worth a sentence; below ten documents it says nothing. */
const sameDateShare = 0.5
const sameDateDocuments = 10

interface IdentifierCounts {
  documents: number
  withIdentifier: number
  words: number
  readonly found: Map<string, number>
  readonly documentsOf: Map<string, number>
  readonly ofNobody: Map<string, number>
  /** Words of the clinical lexicon, and those inside an identifier. */
  clinical: number
  flagged: number
  /** Names behind the title of a professional. */
  titled: number
  /** Names behind the title of anybody else, a label for a patient, or a salutation. */
  patients: number
  /** Day as the whole number yyyymmdd -> documents that name it. */
  readonly days: Map<number, number>
  /** Other detector and kind -> found by both, by us alone, by it alone. */
  readonly compared: Map<string, number>
}

/** What in the text names a person directly. Each kind is a detector of `scan.ts` and a row of `identifier-kinds.ts`. */
export const directIdentifiers = (by: Identification = plainIdentification): Analysis<IdentifierCounts> => ({
  id,
  ...(by.feature && { needs: [by.feature.id] }),
  measures: [rate, share, overRedaction],
  rules: identifierKinds.map(({ rule }) => ({ ...rule, measure: rate.id })),

  create: () => ({
    documents: 0,
    withIdentifier: 0,
    words: 0,
    found: counts.create(),
    documentsOf: counts.create(),
    ofNobody: counts.create(),
    clinical: 0,
    flagged: 0,
    titled: 0,
    patients: 0,
    days: new Map(),
    compared: counts.create(),
  }),

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
      findings: identifiers.map((identifier) => findingOf(identifier, document.text)),
    }
  },

  merge(partial, other) {
    partial.documents += other.documents
    partial.withIdentifier += other.withIdentifier
    partial.words += other.words
    partial.clinical += other.clinical
    partial.flagged += other.flagged
    partial.titled += other.titled
    partial.patients += other.patients
    counts.merge(partial.found, other.found)
    counts.merge(partial.documentsOf, other.documentsOf)
    counts.merge(partial.ofNobody, other.ofNobody)
    counts.merge(partial.compared, other.compared)
    for (const [day, documents] of other.days) partial.days.set(day, (partial.days.get(day) ?? 0) + documents)
  },

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
    notes: notesOf(partial),
  }),
})

const agreements = ['both', 'only corpuscope', 'only the other'] as const

function compare(compared: Map<string, number>, other: string, ours: readonly Identifier[], theirs: readonly OtherSpan[]): void {
  const meets = (a: OtherSpan, b: OtherSpan): boolean => a.start < b.end && b.start < a.end
  const own = ours.filter(({ strength, nobody }) => strength !== strengths.model && !nobody)
  for (const each of own)
    counts.add(compared, `${other}\0${each.kind}\0${theirs.some((span) => meets(span, each)) ? agreements[0] : agreements[1]}`)
  for (const each of theirs)
    if (!ours.some((one) => one.strength !== strengths.model && meets(one, each)))
      counts.add(compared, `${other}\0${each.kind}\0${agreements[2]}`)
}

/** Which identifiers two detectors share, by overlap. */
const comparisonTable = ({ compared }: IdentifierCounts, other: string): Table => ({
  id: `${id}-beside-${other.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  analysis: id,
  title: `Direct identifiers found by ${other}`,
  columns: [{ title: 'Kind' }, { title: 'Found by both' }, { title: 'Only by corpuscope' }, { title: `Only by ${other}` }],
  rows: identifierKinds.map((kind) => [
    kind.rule.title,
    ...agreements.map((agreement) => compared.get(`${other}\0${kind.id}\0${agreement}`) ?? 0),
  ]),
})

/** All 18 classes of Safe Harbor, and what of them was found or cannot be looked for in text. */
const safeHarborTable = (partial: IdentifierCounts): Table => ({
  id: `${id}-safe-harbor`,
  analysis: id,
  title: 'HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)',
  columns: [{ title: 'Class' }, { title: 'Identifier' }, { title: 'Detector' }, { title: 'Findings' }],
  rows: safeHarbor.map(({ letter, title, kinds, detector }) => [
    letter,
    title,
    detector,
    kinds.length === 0 ? null : kinds.reduce((sum, kind) => sum + (partial.found.get(kind) ?? 0), 0),
  ]),
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

function findingOf({ kind: kindId, scheme, strength, start, end, identity, nobody, by }: Identifier, text: string): FindingDraft {
  const { rule, name } = kindsById.get(kindId)!
  const what = `${scheme === undefined || scheme === name ? name : `${name} (${scheme})`}, by ${reasons.get(strength)!}${by ? `; found by ${by.join(', ')}` : ''}`
  return {
    rule: rule.id,
    severity: nobody ? 'note' : rule.severity,
    message: nobody ? `${what}; ${nobody}: not counted` : what,
    span: { start, end },
    evidence: masked(text.slice(start, end)),
    identity,
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

const totalFound = ({ found }: IdentifierCounts): number => counts.total(found)

function rateOf(partial: IdentifierCounts, { rows, seed }: Context): Estimate {
  const observed = Array.from({ length: rows.n }, (_, i) => rows.list(list, i)).filter((pair) => pair[1]! > 0)
  const left = rows.n - observed.length
  if (partial.words === 0) return notApplicable(id, 'no document has a word', left)
  // Identifiers of documents without a word (a lone address in an unknown script) stay in the sum: they are no less a leak.
  const value = (1000 * totalFound(partial)) / partial.words
  const interval = intervalOf(value, observed, partial.words, seed)
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

function intervalOf(value: number, observed: readonly ArrayLike<number>[], words: number, seed: number) {
  if (value === 0)
    return { bounds: [0, (1000 * poissonBoundAtZero) / words] as [number, number], method: 'exact Poisson bound for no finding' }
  // A ratio of two sums varies like the mean of what each document has more than its words would give (linearisation, Cochran 1977, ch. 6).
  const meanWords = words / observed.length
  const excess = Float64Array.from(observed, (pair) => (1000 * pair[0]! - value * pair[1]!) / meanWords)
  const { interval, method } = meanInterval(excess, { random: seededRandom(`${seed} ${id}`) })
  if (!interval) return undefined
  // The excess sums to 0 but for rounding; bounds below 0 are the linearisation's.
  const bounds: [number, number] = [Math.max(0, value + interval[0]), value + interval[1]]
  return { bounds, method: `${method} of the linearised ratio` }
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

function countClinical(partial: IdentifierCounts, running: Words, identifiers: readonly Identifier[]): void {
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

function overRedactionOf({ clinical, flagged }: IdentifierCounts): Estimate {
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

function summaryOf(partial: IdentifierCounts): string {
  const found = totalFound(partial)
  if (found === 0)
    return `None of ${plural(partial.documents, 'document')} has a name, contact, number, address or full date that we look for.`
  const most = identifierKinds.reduce<IdentifierKind>(
    (best, kind) => ((partial.found.get(kind.id) ?? 0) > (partial.found.get(best.id) ?? 0) ? kind : best),
    identifierKinds[0]!,
  )
  return `${plural(found, 'identifier')} in ${partial.withIdentifier} of ${plural(partial.documents, 'document')}; most often: ${most.name} (${partial.found.get(most.id)!}).`
}

const tableOf = (partial: IdentifierCounts): Table => ({
  id: `${id}-kinds`,
  analysis: id,
  title: 'Direct identifiers by kind',
  columns: [
    { title: 'Kind' },
    { title: 'Findings' },
    { title: 'Documents' },
    { title: 'Rate', unit: 'per 1,000 words' },
    { title: 'Fictional or helpline, not counted' },
    { title: 'Told by' },
  ],
  rows: identifierKinds.map((kind) => {
    const found = partial.found.get(kind.id) ?? 0
    return [
      kind.rule.title,
      found,
      partial.documentsOf.get(kind.id) ?? 0,
      partial.words > 0 ? (1000 * found) / partial.words : null,
      partial.ofNobody.get(kind.id) ?? 0,
      kind.toldBy,
    ]
  }),
})

/** In one paragraph: who is named, and whether the dates are those of persons. */
function notesOf(partial: IdentifierCounts): Note[] {
  const { documents, days, documentsOf, titled, patients } = partial
  const sentences: string[] = []
  const people = documentsOf.get('person') ?? 0
  if (people > 0) {
    const others = (partial.found.get('person') ?? 0) - titled - patients
    sentences.push(
      `${plural(people, 'document')} of ${documents} ${people === 1 ? 'names' : 'name'} a person: ${plural(titled, 'place')} behind the title of a professional (Dr, Nurse), ${patients === 0 ? 'none' : patients} where a patient or the one written to is named (Mr, Mrs, a label, a salutation), ${others} ${others === 1 ? 'other' : 'others'}.`,
    )
    if (patients === 0) sentences.push('So no patient is named by title or label.')
  }
  let most = 0
  for (const count of days.values()) most = Math.max(most, count)
  // Which date it is would be a value of the corpus; that it is one is all that matters.
  if (documents >= sameDateDocuments && most >= sameDateShare * documents)
    sentences.push(
      `${most} of ${documents} documents carry one and the same date: it says when they were made rather than when somebody was seen.`,
    )
  return sentences.length > 0 ? [{ analysis: id, text: sentences.join(' ') }] : []
}
