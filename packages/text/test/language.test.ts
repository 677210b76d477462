import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { language } from '../src/index.ts'
import { hasCorpora, type Note, readRecords } from './corpora.ts'

const of = (text: string, named?: string) => language(createDocument(named === undefined ? { text } : { text, language: named }))

test.each([
  ['en', 'The patient was seen with a cough that has been present for two weeks.'],
  ['en', '72F hx MDD GAD  nil SOB  nil CP  denies fever  pain mild  plan review 2/52  pt advised'],
  ['fr', 'Le patient présente une douleur de la jambe gauche depuis deux jours, sans fièvre.'],
  ['es', 'El paciente presenta dolor en la pierna izquierda desde hace dos días, sin fiebre y con tos.'],
  ['pt', 'O doente apresenta dor na perna esquerda há dois dias, não tem febre e está com tosse.'],
  ['de', 'Der Patient klagt über Schmerzen im linken Bein und hat seit zwei Tagen kein Fieber.'],
  ['it', 'Il paziente riferisce dolore alla gamba sinistra da due giorni, non ha febbre ma ha la tosse.'],
  ['zh', '患者两天前出现左腿疼痛，无发热。CT 正常。'],
  ['ja', '患者は二日前から左脚の痛みがあり、発熱はない。'],
  ['ko', '환자는 이틀 전부터 왼쪽 다리에 통증이 있다.'],
  ['ar', 'يشكو المريض من ألم في الساق منذ يومين'],
  ['ru', 'Пациент жалуется на боль в левой ноге, температуры нет, анализы в норме, жалобы были.'],
  ['hi', 'मरीज़ को दो दिन से बाएँ पैर में दर्द है।'],
  ['th', 'ผู้ป่วยปวดขาซ้ายมาสองวัน'],
  ['el', 'Ο ασθενής έχει πόνο στο πόδι'],
  ['unknown', 'سه روز پیش درد در پای چپ'],
  ['unknown', 'Пацієнт скаржиться на біль у нозі'],
  ['unknown', 'Pacjent zgłasza ból lewej nogi od dwóch dni, gorączki nie ma, badania prawidłowe.'],
  ['unknown', 'Potilaalla on ollut kipua vasemmassa jalassa kaksi päivää, ei kuumetta.'],
  ['unknown', 'BP 120/80 HR 72'],
  ['unknown', '12 34'],
  ['unknown', ''],
])('%s: %s', (expected, text) => {
  const { language: found, confidence } = of(text)
  expect(found).toBe(expected)
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(confidence).toBeLessThanOrEqual(1)
})

test('what the document says wins, as its primary subtag', () => {
  expect(of('Le patient est là', 'en-AU')).toEqual({ language: 'en', confidence: 1 })
  expect(of('anything', 'NL')).toEqual({ language: 'nl', confidence: 1 })
})

test('the words are read whole whatever the word rule', () => {
  const text = 'Der Patient klagt über Übelkeit und Schmerzen während der Nacht.'
  expect(language(createDocument({ text, wordRule: 'letters' })).language).toBe('de')
})

test.skipIf(!hasCorpora).each([
  ['syngp500/syngp500.jsonl', 'en'],
  ['primock57/primock57.jsonl', 'en'],
  ['e3c_en/e3c_en_annotated.jsonl', 'en'],
  ['e3c_en/e3c_en_layer3.jsonl', 'en'],
  ['ag_news_test/ag_news_test.jsonl', 'en'],
  ['ncbi_disease/ncbi_disease.jsonl', 'en'],
  ['grascco_phi/grascco_phi.jsonl', 'de'],
  ['e3c_fr/e3c_fr_annotated.jsonl', 'fr'],
  ['e3c_fr/e3c_fr_layer3.jsonl', 'fr'],
  ['zh_med_qa/zh_med_qa.jsonl', 'zh'],
])('%s is %s in at least 97 of 100 texts', (file, expected) => {
  const notes = readRecords<Note>(`corpora/${file}`)
  const right = notes.filter(({ text }) => of(text).language === expected).length
  expect(right / notes.length).toBeGreaterThanOrEqual(0.97)
})
