import { normalisedText } from '@corpuscope/text'
import { wordsInRun } from './word-runs.ts'

/** What runs are made of. */
export type Shingles = 'words' | 'characters'

/** Words or characters of a run. */
export const inRun: Readonly<Record<Shingles, number>> = { words: wordsInRun, characters: 9 }

/** The UTF-16 units of the normalised text: lower-cased, white space squeezed and trimmed. */
export function characterSequence(text: string): Uint16Array {
  const normalised = normalisedText(text)
  const units = new Uint16Array(normalised.length)
  for (let i = 0; i < units.length; i++) units[i] = normalised.charCodeAt(i)
  return units
}

const said = `runs of ${inRun.words} words`

/** A measure or rule that speaks of runs of words, of runs of characters. */
export const of = <Described extends { readonly definition: string }>(shingles: Shingles, described: Described): Described =>
  shingles === 'words'
    ? described
    : {
        ...described,
        definition: described.definition
          .replaceAll(said, `runs of ${inRun.characters} characters`)
          .replaceAll(`documents of ${inRun.words} words or more`, `documents of ${inRun.characters} characters or more`),
      }
