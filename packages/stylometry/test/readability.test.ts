import { concludeState, createDocument, createState, obeysTheLaws, observer } from '@corpuscope/core'
import { expect, test } from 'vitest'
import * as formulas from '../src/index.ts'
import { readability, readabilityOf } from '../src/index.ts'
import { hasPeers, readShared } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(readability()))

test.skipIf(!hasPeers)('every formula agrees with the published vectors on their counts', () => {
  const { counts: c, values } = JSON.parse(readShared('references/stylometry-vectors.json')).readability
  const counts: formulas.ReadabilityCounts = {
    words: c.words,
    sentences: c.sentences,
    syllables: c.syllables,
    polysyllables: c.polysyllables_ge3,
    monosyllables: c.monosyllables,
    letters: c.letters,
    characters: c.characters_no_space,
    longWords: c.long_words_gt6_letters,
  }
  const ours: Record<string, number> = {
    flesch_reading_ease_en: formulas.fleschReadingEase(counts),
    flesch_kincaid_grade: formulas.fleschKincaidGrade(counts),
    smog: formulas.smog(counts),
    gunning_fog: formulas.gunningFog(counts),
    coleman_liau: formulas.colemanLiau(counts),
    ari: formulas.automatedReadabilityIndex(counts),
    dale_chall_1948: formulas.daleChall(counts, c.difficult_words_dale_chall),
    lix: formulas.lix(counts),
    rix: formulas.rix(counts),
    fernandez_huerta_es: formulas.fernandezHuerta(counts),
    szigriszt_pazos_es: formulas.szigrisztPazos(counts),
    amstad_flesch_de: formulas.amstad(counts),
    wiener_sachtextformel_1: formulas.wiener1(counts),
    wiener_sachtextformel_2: formulas.wiener2(counts),
    wiener_sachtextformel_3: formulas.wiener3(counts),
    wiener_sachtextformel_4: formulas.wiener4(counts),
    kandel_moles_fr_207: formulas.kandelMoles(counts),
    gulpease_it: formulas.gulpease(counts),
    flesch_vacca_it: formulas.fleschVacca(counts),
    gutierrez_polini_es: formulas.gutierrezPolini(counts),
    crawford_es: formulas.crawford(counts),
  }
  for (const [name, value] of Object.entries(ours)) expect(value, name).toBeCloseTo(values[name], 9)
})

const sentence = 'The patient was seen in the clinic today and feels much better. '

test('six sentences of twelve words: the arithmetic stands here', () => {
  const values = readabilityOf(createDocument({ text: sentence.repeat(6), language: 'en' }))
  // the pa-tient was seen in the cli-nic to-day and feels much bet-ter: 16 syllables on 12 words.
  expect(values['flesch-reading-ease']).toBeCloseTo(206.835 - 1.015 * 12 - (84.6 * 16) / 12, 9)
  expect(values.lix).toBeCloseTo(12 + 100 / 12, 9)
  expect(values.smog).toBeUndefined()
  expect(values.amstad).toBeUndefined()
})

test('the formulas of a language are for its documents alone', () => {
  const text = 'El paciente acude hoy a la consulta con dolor de cabeza desde hace tres días. '.repeat(4)
  expect(Object.keys(readabilityOf(createDocument({ text, language: 'es' })))).toEqual([
    'lix',
    'rix',
    'fernandez-huerta',
    'szigriszt-pazos',
    'gutierrez-polini',
    'crawford',
  ])
  expect(readabilityOf(createDocument({ text: 'Пациент здоров. '.repeat(40), language: 'ru' }))).toEqual({})
})

async function audited(texts: readonly string[]) {
  const suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'style', title: 'Style', question: '?', analyses: [readability()], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  texts.forEach((text, i) => {
    observe(createDocument({ id: `n${i}`, text, language: 'en' }), 'text')
  })
  const { audit } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return (id: string) => audit.estimates.find(({ measure }) => measure === id)
}

test('where most notes are lines without full stops, no grade is given, and the reason is', async () => {
  const line = 'Nil fever cough or wheeze\n'
  const notes = await audited([line.repeat(10), line.repeat(12), sentence.repeat(5)])
  expect(notes('flesch-reading-ease')).toMatchObject({
    status: 'not applicable',
    value: null,
    reason: 'lines do not end in full stops in 2 of 3 documents: a grade would measure line breaks',
  })
  const prose = await audited([sentence.repeat(5), sentence.repeat(7), line.repeat(10)])
  expect(prose('flesch-reading-ease')).toMatchObject({ status: 'measured', n: 2, left: 1 })
  expect(prose('amstad')).toMatchObject({ status: 'not applicable' })
})

test.skipIf(!hasPeers)('SynGP500 has no grade, and says that its lines do not end in full stops', async () => {
  const texts = readShared('corpora/syngp500/syngp500.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text)
  const estimate = await audited(texts)
  expect(estimate('flesch-reading-ease')).toMatchObject({ status: 'not applicable' })
  expect(estimate('flesch-reading-ease')?.reason).toContain('lines do not end in full stops in')
})
