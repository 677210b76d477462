import { type Analysis, type Context, type Document, type Estimate, notApplicable } from '@corpuscope/core'
import { wordFacts } from '@corpuscope/features'
import { words } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates, spreadTable } from './grouped.ts'
import { profile } from './profile.ts'
import * as formulas from './readability-formulas.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly source: string
  /** Language the formula was fitted to; undefined for all six. */
  readonly language?: string
  readonly range?: GroupedMeasure['range']
  readonly leastSentences?: number
  readonly formula: (counts: formulas.ReadabilityCounts) => number
}

const entries: readonly Entry[] = [
  {
    id: 'flesch-reading-ease',
    title: 'Flesch reading ease',
    unit: 'points',
    source: 'Flesch 1948',
    language: 'en',
    formula: formulas.fleschReadingEase,
  },
  {
    id: 'flesch-kincaid-grade',
    title: 'Flesch-Kincaid grade',
    unit: 'school years',
    source: 'Kincaid et al. 1975',
    language: 'en',
    formula: formulas.fleschKincaidGrade,
  },
  {
    id: 'smog',
    title: 'SMOG',
    unit: 'school years',
    source: 'McLaughlin 1969',
    language: 'en',
    leastSentences: 30,
    formula: formulas.smog,
  },
  {
    id: 'gunning-fog',
    title: 'Gunning fog',
    unit: 'school years',
    source: 'Gunning 1952; complex words are those of three syllables or more, without his exceptions',
    language: 'en',
    formula: formulas.gunningFog,
  },
  {
    id: 'coleman-liau',
    title: 'Coleman-Liau',
    unit: 'school years',
    source: 'Coleman & Liau 1975',
    language: 'en',
    formula: formulas.colemanLiau,
  },
  {
    id: 'automated-readability-index',
    title: 'Automated readability index',
    unit: 'school years',
    source: 'Smith & Senter 1967',
    language: 'en',
    formula: formulas.automatedReadabilityIndex,
  },
  { id: 'lix', title: 'LIX', unit: 'points', source: 'Björnsson 1968', formula: formulas.lix },
  { id: 'rix', title: 'RIX', unit: 'points', source: 'Anderson 1983', formula: formulas.rix },
  {
    id: 'fernandez-huerta',
    title: 'Fernández Huerta',
    unit: 'points',
    source: 'Fernández Huerta 1959',
    language: 'es',
    formula: formulas.fernandezHuerta,
  },
  {
    id: 'szigriszt-pazos',
    title: 'Szigriszt-Pazos',
    unit: 'points',
    source: 'Szigriszt-Pazos 1993',
    language: 'es',
    formula: formulas.szigrisztPazos,
  },
  {
    id: 'gutierrez-polini',
    title: 'Gutiérrez de Polini',
    unit: 'points',
    source: 'Gutiérrez de Polini 1972',
    language: 'es',
    formula: formulas.gutierrezPolini,
  },
  { id: 'crawford', title: 'Crawford', unit: 'school years', source: 'Crawford 1989', language: 'es', formula: formulas.crawford },
  { id: 'amstad', title: 'Flesch-Amstad', unit: 'points', source: 'Amstad 1978', language: 'de', formula: formulas.amstad },
  {
    id: 'wiener-1',
    title: '1st Wiener Sachtextformel',
    unit: 'school years',
    source: 'Bamberger & Vanecek 1984',
    language: 'de',
    formula: formulas.wiener1,
  },
  {
    id: 'wiener-2',
    title: '2nd Wiener Sachtextformel',
    unit: 'school years',
    source: 'Bamberger & Vanecek 1984',
    language: 'de',
    formula: formulas.wiener2,
  },
  {
    id: 'wiener-3',
    title: '3rd Wiener Sachtextformel',
    unit: 'school years',
    source: 'Bamberger & Vanecek 1984',
    language: 'de',
    formula: formulas.wiener3,
  },
  {
    id: 'wiener-4',
    title: '4th Wiener Sachtextformel',
    unit: 'school years',
    source: 'Bamberger & Vanecek 1984',
    language: 'de',
    formula: formulas.wiener4,
  },
  {
    id: 'kandel-moles',
    title: 'Kandel-Moles',
    unit: 'points',
    source: 'Kandel & Moles 1958, as 207 - 1.015 ASL - 73.6 ASW',
    language: 'fr',
    formula: formulas.kandelMoles,
  },
  {
    id: 'gulpease',
    title: 'Gulpease',
    unit: 'points',
    source: 'Lucisano & Piemontese 1988',
    language: 'it',
    range: [0, 100],
    formula: formulas.gulpease,
  },
  {
    id: 'flesch-vacca',
    title: 'Flesch-Vacca',
    unit: 'points',
    source: 'Franchina & Vacca 1986',
    language: 'it',
    formula: formulas.fleschVacca,
  },
]

const languageNames: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish', de: 'German', fr: 'French', it: 'Italian' }

/** A text is read as sentences when at least this share of its words stands in sentences that end as such. */
const leastClosed = 0.5
const fewestWords = 30

function measureOf({ id, title, unit, source, language, range = [null, null], leastSentences }: Entry): GroupedMeasure {
  const named = language === undefined ? undefined : languageNames[language]
  return {
    id,
    title,
    unit,
    range,
    direction: 'descriptive',
    definition: `Mean over documents${named ? ` in ${named}` : ''} of the formula of the source. Words without digits, sentences as this program cuts them, syllables by rules of spelling. A document of fewer than ${fewestWords} words${leastSentences ? ` or ${leastSentences} sentences` : ''}, or with less than half of its words in sentences that end in a full stop, is left out: there a grade would measure line breaks.`,
    source: { text: source },
    leftOut: `${named ? `not in ${named}` : 'a language without lists'}, fewer than ${fewestWords} words${leastSentences ? ` or ${leastSentences} sentences` : ''}, or lines that do not end in full stops`,
  }
}

const measures = entries.map(measureOf)

/** Readability of one document by each formula of its language; nothing where its lines do not end in full stops. */
export function readabilityOf(document: Document): Record<string, number | null> {
  const { language } = wordFacts(document)
  const counts = profile(document)
  const all = words(document).count
  if (!language || counts.plainWords < fewestWords || counts.sentences === 0 || counts.closedWords < leastClosed * all) return {}
  const given: formulas.ReadabilityCounts = {
    words: counts.plainWords,
    sentences: counts.sentences,
    syllables: counts.syllables,
    polysyllables: counts.polysyllables,
    monosyllables: counts.monosyllables,
    letters: counts.letters,
    characters: counts.letters,
    longWords: counts.longWords,
  }
  const values: Record<string, number | null> = {}
  for (const entry of entries)
    if ((entry.language ?? language) === language && counts.sentences >= (entry.leastSentences ?? 1))
      values[entry.id] = entry.formula(given)
  return values
}

/** How easily documents are read, by the usual formulas of six languages, where they are made of sentences. */
export function readability(): Analysis<null> {
  return {
    id: 'readability',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => null,
    observe(_, document) {
      const values = readabilityOf(document)
      const { language } = wordFacts(document)
      // For the reader's reason: whether a document of the formula's language was left out for its lines.
      const noted = language === undefined || words(document).count < fewestWords ? null : 'lix' in values ? 1 : 0
      return { values, lists: { 'readability.prose': noted === null ? new Uint8Array(0) : Uint8Array.of(noted) } }
    },
    merge: () => undefined,
    conclude(_, context) {
      const estimates = groupedEstimates('readability', measures, context).map((estimate, i) =>
        unlessMostlyLines(estimate, entries[i]!.language, context),
      )
      const applicable = measures.filter((_, i) => estimates[i]!.status === 'measured')
      return {
        estimates,
        tables: applicable.length > 0 ? [spreadTable('readability', 'Readability over documents', applicable, context)] : [],
      }
    },
  }
}

/** A mean over the few documents that have sentences would pass for one of the corpus. */
function unlessMostlyLines(estimate: Estimate, language: string | undefined, { rows }: Context): Estimate {
  let documents = 0
  let prose = 0
  for (let i = 0; i < rows.n; i++) {
    const noted = rows.list('readability.prose', i)
    if (noted.length === 0 || (language !== undefined && rows.languages[i] !== language)) continue
    documents++
    prose += noted[0]!
  }
  if (documents === 0 || prose * 2 >= documents) return estimate
  return notApplicable(
    estimate.measure,
    `lines do not end in full stops in ${documents - prose} of ${documents} documents: a grade would measure line breaks`,
    rows.n,
  )
}
