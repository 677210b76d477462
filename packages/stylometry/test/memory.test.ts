import { type Analysis, createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import {
  abbreviations,
  documentLength,
  lexicalRichness,
  mattr,
  misspellings,
  readability,
  register,
  rhythm,
  roleAsymmetry,
  structure,
  templates,
  vocabularyGrowth,
  voices,
  wordClasses,
} from '../src/index.ts'

/** How many numbers, texts and entries a partial holds. */
function held(value: unknown): number {
  if (value instanceof Map) return [...value].reduce((sum, [key, each]) => sum + held(key) + held(each), 0)
  if (ArrayBuffer.isView(value)) return (value as Float64Array).length
  if (typeof value === 'object' && value !== null) return Object.values(value).reduce((sum: number, each) => sum + held(each), 0)
  return 1
}

const subjects = ['cough', 'rash', 'fever', 'knee pain', 'a review', 'headache', 'a script']

test.each<readonly [string, Analysis]>(
  [
    abbreviations(),
    documentLength(),
    lexicalRichness(),
    mattr({ window: 50 }),
    misspellings(),
    readability(),
    register(),
    rhythm(),
    roleAsymmetry(),
    structure(),
    templates(),
    vocabularyGrowth(),
    voices(),
    wordClasses(),
  ].map((analysis) => [analysis.id, analysis as Analysis]),
)('what %s keeps does not grow with documents', (_, analysis) => {
  const after = (documents: number): number => {
    const partial = analysis.create()
    for (let i = 0; i < documents; i++) {
      const text =
        `Seen for ${subjects[i % 7]} today, day ${i % 50}. The patient feels ${i % 3 ? 'better' : 'worse'} and sleeps wel.\n`.repeat(8)
      analysis.observe(partial, createDocument({ id: `n${i}`, text, language: 'en' }))
    }
    return held(partial)
  }
  // Both are more documents than any sample holds.
  expect(after(4_400)).toBe(after(2_200))
})
