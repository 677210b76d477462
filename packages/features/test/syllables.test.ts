import { expect, test } from 'vitest'
import { syllables } from '../src/index.ts'

// Counted by ear.
const counted = {
  en: `pain-1 patient-2 examination-5 the-1 table-2 tables-2 cough-1 coughs-1 walked-1 wanted-2 needed-2 paracetamol-5 diabetes-4 asthma-2 review-2 therapy-3 area-3
    breathe-1 breathing-2 careful-2 movement-2 pages-2 doses-2 being-2 creatinine-4 anxious-2 region-2 medical-3 university-5 people-2 little-2
    house-1 idea-3 science-2 quiet-2 nauseous-2 appointment-3 discharge-2 antibiotics-5 pneumonia-4 lives-1 times-1 mild-1 year-1 every-2 fluid-2`,
  es: 'dolor-2 paciente-3 exploración-4 cabeza-3 tratamiento-4 día-2 que-1 guerra-2 causa-2 antecedentes-5 país-2 izquierda-3',
  fr: 'douleur-2 patient-2 malade-2 traitement-3 médecin-3 antécédents-4 table-1 fièvre-1 le-1 parlent-1 examen-3 hôpital-3 douleurs-2 droite-1 gauche-1 genou-2 semaine-2',
  de: 'schmerzen-2 patient-3 untersuchung-4 bauch-1 therapie-3 fieber-2 häufig-2 anamnese-4 frau-1 operation-5',
  it: 'dolore-3 paziente-3 terapia-4 esame-3 cuore-2 malattia-4 giorni-2',
  pt: 'dor-1 paciente-4 tratamento-4 exame-3 cabeça-3 direito-3 diagnóstico-5',
} as const

test.each(Object.entries(counted))('at least nine of ten %s words are counted as by ear, and the mean is within 5 %%', (language, list) => {
  const words = list.trim().split(/\s+/)
  let right = 0
  let ours = 0
  let theirs = 0
  for (const entry of words) {
    const [word = '', count] = entry.split('-')
    const found = syllables(word, language as keyof typeof counted)
    if (found === Number(count)) right++
    ours += found
    theirs += Number(count)
  }
  expect(right / words.length).toBeGreaterThanOrEqual(0.9)
  expect(Math.abs(ours / theirs - 1)).toBeLessThan(0.05)
})

test('a word without a vowel has one syllable', () => {
  for (const word of ['bp', 'nkda', 'x', '患']) expect(syllables(word, 'en')).toBe(1)
})
