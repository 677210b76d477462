import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { grammar, wordFacts } from '@corpuscope/features'
import { distribution } from '@corpuscope/statistics'
import { europeanLanguages, sentences, words, wordTags } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { register, registerOf } from '../src/index.ts'
import { hasPeers, type Note, peers, readRecords, readShared } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(register()))

const of = (text: string, language = 'en'): Record<string, number | null> => registerOf(createDocument({ text, language }))

test('a telegraphic note: the arithmetic stands here', () => {
  const note = of('Nil fever. BP 120/80. The cough was not treated.')
  // Words without digits: nil fever bp the cough was not treated.
  expect(note['article-density']).toBe(1 / 8)
  expect(note['copula-density']).toBe(1 / 8)
  expect(note['negation-density']).toBe(2 / 8)
  expect(note['abbreviation-rate']).toBe(2 / 8)
  expect(note['upper-case-word-share']).toBe(1 / 8)
  expect(note['passive-rate']).toBe(100 / 8)
  expect(note['telegraphic-index']).toBe(2 / 3)
  expect(note['closed-sentence-share']).toBe(1)
  expect(note['symbol-rate']).toBe(100 / 8)
  expect(note['punctuation-rate']).toBe(300 / 8)
  expect(note['sentence-length']).toBe(10 / 3)
  expect(note['sentence-length-cv']).toBeNull()
})

test('lines without full stops are not closed', () => {
  expect(of('Nil fever today\nCough x3/7\nReview in a week.')['closed-sentence-share']).toBeCloseTo(4 / 10, 12)
})

test('measures that need a list are null where there is none; the others are measured in any script', () => {
  const russian = of('Пациент здоров. БОЛЬ 5', 'ru')
  expect(russian['article-density']).toBeNull()
  expect(russian['medical-term-density']).toBeNull()
  expect(russian['upper-case-word-share']).toBe(1 / 3)
  expect(russian['digit-share']).toBeCloseTo(1 / 18, 12)
  expect(of('Der Patient ist nicht krank.', 'de')).toMatchObject({ 'article-density': 1 / 5, 'british-spelling-share': null })
})

test.each([
  ['en', 'The throat is red. He is in bed. It is a shed. She was naked. She is tired. He was very pleased. It is left sided.', 0],
  ['en', 'The wound will be treated tomorrow.', 1],
  ['en', "It must be cleaned. It isn’t seen. It wasn't treated. It was not yet fully closed.", 4],
  ['en', 'He has been admitted and was given fluids. It is being reviewed.', 3],
  ['fr', 'Le patient a été opéré. La plaie est bien suturée. Une IRM n’est pas prévue.', 3],
  ['fr', 'Il est venu. Elle est tombée. Il s’est levé. Ils se sont assis. Elle est âgée.', 0],
  ['de', 'Sie wurde gestern ohne Komplikationen operiert. Er ist behandelt worden. Nachdem sie aufgenommen wurde, ging er.', 3],
  ['de', 'Er wird morgen kommen. Sie wurde krank und hat geschlafen. Das Gewicht wird steigen.', 0],
  ['es', 'Fue operado ayer. La herida fue posteriormente cerrada. Ha sido dado de alta.', 3],
  ['es', 'El estado es bueno. Está cansado. Es delgado.', 0],
  ['pt', 'Foi operado ontem. Tem sido tratada com insulina.', 2],
  ['it', 'È stato operato. Viene eseguita una TAC. Deve essere trattato.', 3],
  ['it', 'È andato a casa. Lo stato generale è buono.', 0],
])('passives in %s: %s', (language, text, expected) => {
  const words = text.split(/\s+/).length
  expect((of(text, language)['passive-rate']! * words) / 100).toBeCloseTo(expected, 9)
})

test.each([
  ['fr', "L'examen de l'abdomen montre l’ascite.", 'article-density', 3 / 5],
  ['it', "L'esame dell'addome: un'ecografia all'arrivo", 'article-density', 4 / 4],
  ['fr', "J'avais mal qu'elle dorme s'il vient qu'il reste", 'pronoun-density', 4 / 8],
  ['fr', "Il l'a vu", 'article-density', 0],
  ['it', "Non c'è febbre", 'copula-density', 1 / 3],
  ['it', 'Il paziente è stato operato', 'copula-density', 1 / 5],
  ['fr', "Il n'a pas de toux", 'negation-density', 1 / 5],
  ['es', 'Lo niega', 'article-density', 0],
  ['es', 'Lo niega', 'pronoun-density', 1 / 2],
  ['pt', 'nos dias', 'pronoun-density', 0],
  ['pt', 'num hospital', 'article-density', 1 / 2],
])('in %s %s: %s', (language, text, id, expected) => expect(of(text, language)[id]).toBeCloseTo(expected, 12))

test.each([
  ['en', 'She takes metformin. She denies pain. Wound heals. I reviewed him.', 0],
  ['en', 'Nil fever. Known asthmatic. Wound cleaned. Chest clear', 1],
  ['fr', "Douleur lombaire. Consulte pour toux. Marchait seul. C'est calme", 1 / 4],
  ['es', 'Sin fiebre. Refiere dolor. Acudió ayer. Dolor lumbar', 1 / 2],
  ['pt', 'Nega febre. Apresentou melhora. Sem dor', 1 / 3],
  ['de', 'Klagt über Schmerzen. Kein Fieber. Entlassung morgen. Man sieht nichts', 1 / 2],
  ['it', 'Riferisce dolore. Senza febbre. Presentò tosse', 1 / 3],
])('telegraphic sentences in %s: %s', (language, text, expected) =>
  expect(of(text, language)['telegraphic-index']).toBeCloseTo(expected, 12),
)

test('every measure says the languages it holds for, and is null in any other', () => {
  for (const { id, languages } of register().measures) {
    expect(languages, id).toBeDefined()
    if (languages === 'any') continue
    for (const language of ['ru', 'nl', ...europeanLanguages.filter((each) => !languages!.includes(each))])
      expect(of('the patient was seen today in oedema 5 mg', language)[id], `${id} in ${language}`).toBeNull()
    for (const language of languages!)
      if (id !== 'british-spelling-share') expect(of('la o a. is 5 mg', language)[id], `${id} in ${language}`).not.toBeNull()
  }
})

test.skipIf(!hasPeers).each([
  ['syngp500/syngp500.jsonl', 0.85],
  ['primock57/primock57.jsonl', 0.85],
  ['ncbi_disease/ncbi_disease.jsonl', 0.75],
])('of sentences of %s without an article, the tagger finds the same ones without a finite verb', (file, least) => {
  let [both, ours, tagged] = [0, 0, 0]
  for (const { text, kind } of readRecords<Note>(`corpora/${file}`).slice(0, 300)) {
    if (kind === 'dialogue') continue
    const document = createDocument({ text, language: 'en' })
    const { starts, types, count } = words(document)
    const spans = sentences(document)
    const facts = wordFacts(document).grammar
    const { codes, tags } = wordTags(document)
    let word = 0
    for (let s = 0; s < spans.count; s++) {
      let [seen, finite, length] = [0, false, 0]
      for (; word < count && starts[word]! < spans.ends[s]!; word++, length++) {
        seen |= facts[types[word]!]!
        finite ||= /^(?:VBZ|VBD|VBP|MD)/.test(tags[codes[word]!]!)
      }
      if (length < 2 || (seen & grammar.article) !== 0) continue
      const telegraphic = (seen & grammar.verb) === 0
      if (telegraphic) ours++
      if (!finite) tagged++
      if (telegraphic && !finite) both++
    }
  }
  expect(both / ours).toBeGreaterThan(least)
  expect(both / tagged).toBeGreaterThan(least)
})

test('British and American spelling', () => {
  expect(of('oedema and haemorrhage, no edema')['british-spelling-share']).toBeCloseTo(2 / 3, 12)
  expect(of('no rash')['british-spelling-share']).toBeNull()
})

test('no text, no letter, one word: null or a number, never NaN', () => {
  for (const text of ['', ' \n', '120/80', '?', 'pain', '👩‍⚕️', '患者发热三天'])
    for (const [id, value] of Object.entries(of(text)))
      expect(value === null || Number.isFinite(value), `${id} of a text of ${text.length}`).toBe(true)
})

const inEnglish = peers.filter(([name]) => !['grascco_phi', 'e3c_fr_annotated'].includes(name))

test.skipIf(!hasPeers).each(inEnglish)('article and copula density agree with the oracle of %s on every document', (name, file, pick) => {
  const rows = readRecords<{ article_density: number | null; copula_density: number | null }>(`oracles/${name}.lexical.perdoc.jsonl`)
  pick(readRecords<Note>(`corpora/${file}`)).forEach(({ text }, i) => {
    const values = registerOf(createDocument({ text, language: 'en', wordRule: 'letters' }))
    expect(values['article-density'] ?? 0).toBeCloseTo(rows[i]!.article_density ?? 0, 12)
    expect(values['copula-density'] ?? 0).toBeCloseTo(rows[i]!.copula_density ?? 0, 12)
  })
})

test.skipIf(!hasPeers)('the published variation of articles and copulas in SynGP500: CV 0.84 and 1.19', () => {
  const values = readShared('corpora/syngp500/syngp500.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => registerOf(createDocument({ text: (JSON.parse(line) as Note).text, language: 'en', wordRule: 'letters' })))
  const cv = (id: string): number => distribution(values.map((each) => each[id]!))!.cv!
  expect(cv('article-density').toFixed(2)).toBe('0.84')
  expect(cv('copula-density').toFixed(2)).toBe('1.19')
})
