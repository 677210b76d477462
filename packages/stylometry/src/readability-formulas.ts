/** What readability formulas are made of; counts over a whole text. */
export interface ReadabilityCounts {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
  /** Words of three syllables or more. */
  readonly polysyllables: number
  readonly monosyllables: number
  readonly letters: number
  /** Letters and digits. */
  readonly characters: number
  /** Words of seven letters or more. */
  readonly longWords: number
}

type Formula = (counts: ReadabilityCounts) => number

const asl: Formula = ({ words, sentences }) => words / sentences
const asw: Formula = ({ syllables, words }) => syllables / words
const percent = (part: number, { words }: ReadabilityCounts): number => (100 * part) / words

/** Flesch 1948. */
export const fleschReadingEase: Formula = (c) => 206.835 - 1.015 * asl(c) - 84.6 * asw(c)
/** Kincaid et al. 1975. */
export const fleschKincaidGrade: Formula = (c) => 0.39 * asl(c) + 11.8 * asw(c) - 15.59
/** McLaughlin 1969; meant for 30 sentences or more. */
export const smog: Formula = (c) => 1.043 * Math.sqrt((30 * c.polysyllables) / c.sentences) + 3.1291
/** Gunning 1952; complex words are those of three syllables or more, without his exceptions for names, compounds and endings. */
export const gunningFog: Formula = (c) => 0.4 * (asl(c) + percent(c.polysyllables, c))
/** Coleman & Liau 1975. */
export const colemanLiau: Formula = (c) => 0.0588 * percent(c.letters, c) - 0.296 * percent(c.sentences, c) - 15.8
/** Smith & Senter 1967. */
export const automatedReadabilityIndex: Formula = (c) => 4.71 * (c.characters / c.words) + 0.5 * asl(c) - 21.43
/** Björnsson 1968. */
export const lix: Formula = (c) => asl(c) + percent(c.longWords, c)
/** Anderson 1983. */
export const rix: Formula = (c) => c.longWords / c.sentences
/** Fernández Huerta 1959, with the words a sentence, as the author meant. */
export const fernandezHuerta: Formula = (c) => 206.84 - 60 * asw(c) - 1.02 * asl(c)
/** Szigriszt-Pazos 1993. */
export const szigrisztPazos: Formula = (c) => 206.835 - 62.3 * asw(c) - asl(c)
/** Gutiérrez de Polini 1972. */
export const gutierrezPolini: Formula = (c) => 95.2 - 9.7 * (c.letters / c.words) - 0.35 * asl(c)
/** Crawford 1989. */
export const crawford: Formula = (c) => -0.205 * percent(c.sentences, c) + 0.049 * percent(c.syllables, c) - 3.407
/** Amstad 1978. */
export const amstad: Formula = (c) => 180 - asl(c) - 58.5 * asw(c)
/** Bamberger & Vanecek 1984, first Wiener Sachtextformel. */
export const wiener1: Formula = (c) =>
  0.1935 * percent(c.polysyllables, c) + 0.1672 * asl(c) + 0.1297 * percent(c.longWords, c) - 0.0327 * percent(c.monosyllables, c) - 0.875
/** Second Wiener Sachtextformel. */
export const wiener2: Formula = (c) => 0.2007 * percent(c.polysyllables, c) + 0.1682 * asl(c) + 0.1373 * percent(c.longWords, c) - 2.779
/** Third Wiener Sachtextformel. */
export const wiener3: Formula = (c) => 0.2963 * percent(c.polysyllables, c) + 0.1905 * asl(c) - 1.1144
/** Fourth Wiener Sachtextformel. */
export const wiener4: Formula = (c) => 0.2744 * percent(c.polysyllables, c) + 0.2656 * asl(c) - 1.693
/** Kandel & Moles 1958, in the form 207 - 1.015 ASL - 73.6 ASW. */
export const kandelMoles: Formula = (c) => 207 - 1.015 * asl(c) - 73.6 * asw(c)
/** Lucisano & Piemontese 1988, clipped to 0 to 100. */
export const gulpease: Formula = (c) => Math.min(100, Math.max(0, 89 + (300 * c.sentences - 10 * c.letters) / c.words))
/** Franchina & Vacca 1986. */
export const fleschVacca: Formula = (c) => 217 - 1.3 * asl(c) - 60 * asw(c)
/**
 * Dale & Chall 1948; `difficult` are the words that are not on their list of 3,000, which is not free and has to be given by who uses it.
 */
export const daleChall = (c: ReadabilityCounts, difficult: number): number => {
  const share = percent(difficult, c)
  return 0.1579 * share + 0.0496 * asl(c) + (share > 5 ? 3.6365 : 0)
}
