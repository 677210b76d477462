import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oracleSentences, type Spans, sentenceSpans, sentences } from '../src/index.ts'
import { hasCorpora, type LexicalRow, type Note, peers, readRecords } from './corpora.ts'

const cut = (text: string, { starts, ends, count }: Spans) => Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
const of = (text: string) => cut(text, sentenceSpans(text))

test.each([
  ['full stops, questions, exclamations', 'No pain. Any fever? None! Home.', ['No pain.', 'Any fever?', 'None!', 'Home.']],
  ['decimals and doses', 'Gave 2.5 mg. Then 1.25 mg/kg.', ['Gave 2.5 mg.', 'Then 1.25 mg/kg.']],
  ['titles', 'Seen by Dr. Lee and Prof. Wu. Well.', ['Seen by Dr. Lee and Prof. Wu.', 'Well.']],
  ['Latin short forms', 'Analgesia, e.g. paracetamol, i.e. simple, vs. opioids, approx. 3 days.', 1],
  ['dose times inside a sentence', 'Take 5 mg q.d. with food.', 1],
  ['dose times at its end', 'Take 5 mg q.d. Review in a week.', ['Take 5 mg q.d.', 'Review in a week.']],
  ['hours', 'Came at 3 p.m. with pain. Left at 5 p.m. She is well.', 3],
  ['numbers of things', 'Bed No. 4 is free. Pain? No. She left.', ['Bed No. 4 is free.', 'Pain?', 'No.', 'She left.']],
  ['initials', 'Referred by J. R. Smith to E. coli clinic.', 1],
  ['a letter that ends a sentence', 'She has hepatitis B. She is well.', 2],
  ['hurried lower case', 'nil fever. no cough. denies pain.', ['nil fever.', 'no cough.', 'denies pain.']],
  [
    'quotes and brackets close with the sentence',
    'He said "I am well." Then (he left.) Gone.',
    ['He said "I am well."', 'Then (he left.)', 'Gone.'],
  ],
  ['ellipsis', 'Well... not really. So… Yes.', ['Well... not really.', 'So…', 'Yes.']],
  ['lines of a note', 'Nil fever\nNil cough\n\nPlan: rest', ['Nil fever', 'Nil cough', 'Plan: rest']],
  ['lists', '1. Rest\n2) Fluids\n- Review', ['1. Rest', '2) Fluids', '- Review']],
  [
    'wrapped prose',
    'The patient came to the clinic with a cough that had lasted\nfor two weeks. She was otherwise well and had no fever at all.\n',
    ['The patient came to the clinic with a cough that had lasted\nfor two weeks.', 'She was otherwise well and had no fever at all.'],
  ],
  ['no capitals', 'Is she well? yes she is. no pain! she left.', ['Is she well?', 'yes she is.', 'no pain!', 'she left.']],
  [
    'no capitals, and no word that opens',
    'abdomen is soft. bowels opened. cont. metformin.',
    ['abdomen is soft.', 'bowels opened.', 'cont. metformin.'],
  ],
  [
    'a question for the next word',
    'Consolidation ? pneumonia on the left. Fever ?cause.',
    ['Consolidation ? pneumonia on the left.', 'Fever ?cause.'],
  ],
  ['speech', '"Does it hurt?" she asked. It (really!) did.', ['"Does it hurt?" she asked.', 'It (really!) did.']],
  ['an abbreviation before lower case', 'Given approp. antibiotics, cont. as before.', 1],
  [
    'prose wrapped at thirty characters',
    'The patient came in with a\ncough that had lasted for two\nweeks. She was otherwise well\nand had no fever at all. She\nleft.',
    3,
  ],
  ['short lines that are not full', 'denies chest pain\nno cough\nreports mild headache since\nfever', 4],
  ['short lines with capitals', 'Nil fever today\nNil cough today\nNil pain today', 3],
  ['German', 'Am 27. März kam Hr. Dr. med. Kurz z. B. wegen Schmerzen. Er ging.', 2],
  ['German days', 'Er war vom 8.3. - 22.3.2025 bei uns. Er ging.', 2],
  ['French', 'Vu par M. Petit et Mme. Roy, p.ex. hier. Il va bien.', 2],
  ['Spanish', 'La Sra. García y el Dr. Ruiz tomaron aprox. 3 comprimidos. Bien.', 2],
  ['Chinese needs no blanks', '患者发热。咳嗽吗？没有！好', ['患者发热。', '咳嗽吗？', '没有！', '好']],
  ['Japanese quotes', '「痛い。」と言う。', ['「痛い。」', 'と言う。']],
  ['Hindi', 'दर्द है। बुखार नहीं।', 2],
  ['Windows lines', 'Nil fever\r\nNil cough\r\n', ['Nil fever', 'Nil cough']],
  ['rules and bullets hold no sentence', '-----\n•\n***\nPain', ['Pain']],
  ['nothing', '', []],
  ['blank', ' \n\t\n', []],
])('%s', (_, text, expected) => {
  if (typeof expected === 'number') expect(of(text)).toHaveLength(expected)
  else expect(of(text)).toEqual(expected)
})

test('sentences are in order, trimmed, apart, and leave no letter or digit out', () => {
  const part = fc.constantFrom(
    'Pain',
    'no',
    'Dr',
    'e.g',
    '3',
    '2.5',
    '.',
    '!',
    '?',
    '…',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '"',
    ')',
    '。',
    '感染',
    '😀',
    '- ',
    '1. ',
    'é',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 50 }), (parts) => {
      const text = parts.join('')
      const found = sentenceSpans(text)
      for (let i = 1; i < found.count; i++) expect(found.starts[i]).toBeGreaterThanOrEqual(found.ends[i - 1]!)
      for (const sentence of cut(text, found)) expect(sentence).toBe(sentence.trim())
      const letters = (sample: string) => sample.replace(/[^\p{L}\p{N}]/gu, '')
      expect(letters(cut(text, found).join(''))).toBe(letters(text))
    }),
    { seed: 1, numRuns: 3000 },
  )
})

test.each([
  ['one line without a stop', 'word '.repeat(200_000)],
  ['stops only', '.'.repeat(1_000_000)],
  ['stops and blanks', '. '.repeat(500_000)],
  ['abbreviations', 'e.g. '.repeat(200_000)],
  ['blanks', ' '.repeat(1_000_000)],
  ['quotes', '"'.repeat(1_000_000)],
  ['short lines', 'nil pain\n'.repeat(100_000)],
  ['lines that wrap', `${'a '.repeat(30)}\n`.repeat(16_000)],
])('a megabyte takes no more than its share of time: %s', (_, text) => {
  const start = performance.now()
  sentenceSpans(text)
  // A tenth of a second is usual; quadratic cost would take minutes.
  expect(performance.now() - start).toBeLessThan(5000)
})

test('sentences of a document are made once', () => {
  const document = createDocument({ text: 'Well. Home.' })
  expect(sentences(document).count).toBe(2)
  expect(sentences(document)).toBe(sentences(document))
})

test.each([
  ['Seen by Dr. Lee.\n\nHome!', ['Seen by Dr.', 'Lee.', 'Home!']],
  ['2.5 mg\n---\nNo. ', ['2.5 mg', 'No.']],
  ['', []],
])('oracleSentences %j', (text, expected) => expect(cut(text, oracleSentences(text))).toEqual(expected))

test.skipIf(!hasCorpora).each(peers)('oracleSentences counts %s as its peer does', (name, file, pick) => {
  const rows = readRecords<LexicalRow>(`oracles/${name}.lexical.perdoc.jsonl`)
  const notes = pick(readRecords<Note>(`corpora/${file}`))
  expect(notes.map(({ text }) => oracleSentences(text).count)).toEqual(rows.map((row) => row.sentences))
})
