import { europeanLanguages } from '@corpuscope/text'
import type { GroupedMeasure } from './grouped.ts'
import * as formulas from './readability-formulas.ts'

export interface ReadabilityEntry {
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

/** The formulas, in the order in which they are shown. */
export const readabilityEntries: readonly ReadabilityEntry[] = [
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

/** A shorter document says too little of how it reads. */
export const fewestWords = 30

/** What a formula's mean over documents is, for the reader. */
export function readabilityMeasure({
  id,
  title,
  unit,
  source,
  language,
  range = [null, null],
  leastSentences,
}: ReadabilityEntry): GroupedMeasure {
  const named = language === undefined ? undefined : languageNames[language]
  return {
    id,
    title,
    unit,
    range,
    direction: 'descriptive',
    definition: `Mean over documents${named ? ` in ${named}` : ''} of the formula of the source. Words without digits, sentences as this program cuts them, syllables by rules of spelling. A document of fewer than ${fewestWords} words${leastSentences ? ` or ${leastSentences} sentences` : ''}, or with less than half of its words in sentences that end in a full stop, is left out: there a grade would measure line breaks.`,
    source: { text: source },
    languages: language === undefined ? [...europeanLanguages] : [language],
    leftOut: `${named ? `not in ${named}` : 'a language without lists'}, fewer than ${fewestWords} words${leastSentences ? ` or ${leastSentences} sentences` : ''}, or lines that do not end in full stops`,
  }
}
