import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument } from '@corpuscope/core'
import { findConcepts, readVocabulary } from '@corpuscope/features'
import { hash32, seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { conceptsOf, conceptUtility, createContextModel, trainEpoch, vocabularyFrom } from '../src/index.ts'

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url))
const notes = readdirSync(join(fixtures, 'clinic/notes')).map((id) =>
  createDocument({ id, text: readFileSync(join(fixtures, 'clinic/notes', id), 'utf8'), language: 'en' }),
)

// Schütze 1992: names of two concepts are taken for one ambiguous name in a third of their places, where the truth is known all the same.
test('contexts tell concepts apart whose names were made one', () => {
  const vocabulary = readVocabulary(join(fixtures, 'vocabulary.csv'))
  const reads = notes.map((document) => ({ document, mentions: findConcepts(vocabulary, document) }))
  const code = (wanted: string): number => vocabulary.names.indexOf(wanted)
  let [places, first, taught] = [0, 0, 0]
  for (const [a, b] of [
    ['fever', 'rash'],
    ['weight', 'blood pressure'],
    ['chest pain', 'ulcer'],
    ['sertraline', 'metformin'],
  ].map((pair) => pair.map(code))) {
    const made = reads.map(({ document, mentions }) => ({
      document,
      mentions: {
        ...mentions,
        candidates: mentions.candidates.map((each, m) =>
          (each[0] === a || each[0] === b) && hash32(`${document.id} ${m}`) % 3 === 0 ? [a!, b!] : each,
        ),
      },
    }))
    const model = createContextModel(made)
    for (let epoch = 1; epoch <= 3; epoch++) trainEpoch(model, made, seededRandom(`${epoch}`))
    made.forEach((read, i) => {
      const found = conceptsOf(model, read)
      read.mentions.candidates.forEach((candidates, m) => {
        if (candidates.length < 2 || candidates[0] !== a || candidates[1] !== b) return
        const truth = reads[i]!.mentions.candidates[m]![0]
        places++
        if (truth === a) first++
        if (truth === found[m]) taught++
      })
    })
  }
  expect(places).toBeGreaterThan(80)
  expect(taught / places).toBeGreaterThan(0.8)
  expect(taught / places).toBeGreaterThan(first / places + 0.1)
})

test('without an ambiguous name no epoch changes a score, and the room says so', () => {
  const text = 'Had a cough and a fever.'
  const annotations = [
    { start: 6, end: 11, type: 'finding', code: '1' },
    { start: 18, end: 23, type: 'finding', code: '2' },
  ]
  const marked = createDocument({ id: 'a', text, annotations, language: 'en' })
  const { points, room } = conceptUtility(vocabularyFrom([marked]), notes.slice(0, 20), [marked], { epochs: 2, seed: 1 })
  expect(points.map(({ scores }) => scores.map(({ f1 }) => f1.value))).toEqual([1, 2, 3].map(() => [1, 1, 1, 1, 1, 1]))
  expect(room).toEqual({ mentions: 2, ambiguous: 0, first: 1, best: 1 })
})
