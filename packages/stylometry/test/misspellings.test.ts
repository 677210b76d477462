import { readdirSync, readFileSync } from 'node:fs'
import { createDocument, type Document, obeysTheLaws } from '@corpuscope/core'
import { dictionaryOf } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { stopWords } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { misspellings } from '../src/index.ts'
import { misspelledWords } from '../src/misspellings.ts'
import { audited } from './audited.ts'
import { foreignNotes } from './foreign-notes.ts'
import { hasPeers, type Note, readRecords } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(misspellings()))

const note = (id: string, text: string): Document => createDocument({ id, text, language: 'en' })

test('one slip from a word that other notes use is a misspelling; jargon, names, addresses and drugs are not', async () => {
  const notes = [
    ...Array.from({ length: 6 }, (_, i) => note(`n${i}`, 'patient with fever and cough, palps since friday')),
    note('a', 'pateint with fever'),
    note('b', 'seen with Pateint Smyth, pateint@example.org, peint/pateint, perindopril amoxycillin tds, BP'),
  ]
  const { documentValues, rows } = await audited(misspellings(), notes)
  const rate = documentValues.get('misspelling-rate')!
  rows.ids.forEach((id, i) => {
    expect(rate[i], id).toBe(id === 'a' ? 1000 / 3 : 0)
  })
})

test('a word of the dictionary is no misspelling, however rare; nor is a frequent unknown word', async () => {
  const notes = [
    ...Array.from({ length: 6 }, (_, i) => note(`n${i}`, 'the chest pain was sharp')),
    ...Array.from({ length: 5 }, (_, i) => note(`m${i}`, 'the chst was clear')),
    note('c', 'the chess pain was shark'),
  ]
  const { estimate } = await audited(misspellings(), notes)
  expect(estimate('misspelling-rate')?.value).toBe(0)
})

test('misspelled words enter the audit only when they stand in five documents', async () => {
  const notes = [
    ...Array.from({ length: 20 }, (_, i) => note(`n${i}`, 'the patient has a fever')),
    ...Array.from({ length: 5 }, (_, i) => note(`m${i}`, 'the pateint is well')),
    note('c', 'the patinet is well'),
  ]
  const { audit } = await audited(misspellings(), notes)
  expect(audit.tables[0]?.rows).toEqual([['pateint', 'patient', 5]])
  expect(JSON.stringify(audit)).not.toContain('patinet')
})

test('documents in other languages are left out', async () => {
  const { estimate } = await audited(misspellings(), [createDocument({ text: 'Der Patient ist gesund', language: 'de' })], 'de')
  expect(estimate('misspelling-rate')).toMatchObject({ status: 'not applicable', left: 1 })
})

/** Slips of the kinds that hands make: swapped, dropped, doubled and replaced letters. Never the first letter. */
function slip(word: string, random: () => number): string {
  const i = 1 + Math.floor(random() * (word.length - 1))
  const kind = Math.floor(random() * 4)
  if (kind === 0 && i + 1 < word.length) return word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2)
  if (kind === 1) return word.slice(0, i) + word.slice(i + 1)
  if (kind === 2) return word.slice(0, i) + word[i]! + word.slice(i)
  return word.slice(0, i) + 'etaoinsrhl'[Math.floor(random() * 10)]! + word.slice(i + 1)
}

interface Planted {
  readonly documents: Document[]
  /** Per document id: the words that were planted, and what stood there. */
  readonly planted: ReadonlyMap<string, readonly (readonly [wrong: string, right: string])[]>
  readonly total: number
}

/** One in a hundred lower-case words of five letters or more gets a slip that makes no other word. */
function plant(texts: readonly (readonly [id: string, text: string])[], language: string, share = 0.01): Planted {
  const random = seededRandom('planted misspellings')
  const planted = new Map<string, (readonly [string, string])[]>()
  const dictionary = dictionaryOf(language)!
  let total = 0
  const documents = texts.map(([id, text]) => {
    const here: (readonly [string, string])[] = []
    const changed = text.replace(/(?<![\p{L}\p{N}@/.'’_-])\p{Ll}{5,}(?![\p{L}\p{N}@/'’_-])/gu, (word) => {
      if (random() > share) return word
      const wrong = slip(word, random)
      if (wrong === word || dictionary.knows(wrong)) return word
      here.push([wrong, word])
      return wrong
    })
    planted.set(id, here)
    total += here.length
    return createDocument({ id, text: changed, language })
  })
  return { documents, planted, total }
}

/** Scored word by word: a planted word is found when it is misspelled and meant to be what stood there. */
async function score(texts: readonly (readonly [string, string])[], language = 'en', share?: number) {
  const { documents, planted, total } = plant(texts, language, share)
  const flaggedIn = async (given: readonly Document[]) => {
    const analysis = misspellings()
    const partial = analysis.create()
    for (const document of given) analysis.observe(partial, document)
    const { rows, documentValues } = await audited(misspellings(), given)
    const rates = documentValues.get('misspelling-rate')!
    const flagged = rows.ids.reduce((sum, _, i) => sum + Math.round((rates[i]! * rows.list('misspellings.length', i)[0]!) / 1000), 0)
    return { flagged, meant: new Map(misspelledWords(partial, { rows }).map(({ word, meant }) => [word, meant])) }
  }
  const { flagged, meant } = await flaggedIn(documents)
  const { flagged: own } = await flaggedIn(texts.map(([id, text]) => createDocument({ id, text, language })))
  let hits = 0
  for (const words of planted.values()) for (const [wrong, right] of words) if (meant.get(wrong) === right) hits++
  return { precision: hits / flagged, added: hits / (flagged - own), recall: hits / total, total, own }
}

const textsOf = (file: string) =>
  readRecords<Note>(`corpora/${file}`)
    .slice(0, 1500)
    .map(({ id, text }) => [String(id), text] as const)

const clinic = new URL('../../../fixtures/clinic/notes/', import.meta.url)
const clinicTexts = readdirSync(clinic).map((name) => [name, readFileSync(new URL(name, clinic), 'utf8')] as const)

test('of misspellings planted in the clinic, precision is at least 0.9 and recall at least 0.6', async () => {
  const { precision, recall, total, own } = await score(clinicTexts)
  expect(total).toBeGreaterThan(150)
  expect(own).toBe(0)
  expect(precision).toBeGreaterThanOrEqual(0.9)
  expect(recall).toBeGreaterThanOrEqual(0.6)
})

test.each(['fr', 'es', 'pt'] as const)(
  'of misspellings planted in notes in %s too, where abbreviations and drugs are none',
  async (language) => {
    const { precision, recall, total, own } = await score(foreignNotes(language), language)
    expect(total).toBeGreaterThan(25)
    expect(own).toBe(0)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.6)
  },
)

// Edited texts, which have few slips of their own.
test.skipIf(!hasPeers).each(['ncbi_disease/ncbi_disease.jsonl', 'medquad/medquad.jsonl'])(
  'of misspellings planted in %s, precision is at least 0.9 and recall at least 0.6',
  async (file) => {
    const { precision, recall, total } = await score(textsOf(file))
    expect(total).toBeGreaterThan(100)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.6)
  },
)

// Case reports by authors of many countries, and notes of hurried personas: what is flagged there before any slip is planted was read, and is misspelled but
// for one word in six (endings, terms no list has), so that it is left out of the precision.
test.skipIf(!hasPeers).each([
  ['en', 'e3c_en/e3c_en_annotated.jsonl'],
  ['en', 'e3c_en/e3c_en_layer3.jsonl'],
  ['fr', 'e3c_fr/e3c_fr_annotated.jsonl'],
  ['fr', 'e3c_fr/e3c_fr_layer3.jsonl'],
  ['en', 'syngp500/syngp500.jsonl'],
  ['en', 'ag_news_test/ag_news_test.jsonl'],
])(
  'of misspellings planted in %s texts of %s, recall is at least 0.6, and precision 0.9 without those that stood there',
  async (language, file) => {
    const { recall, added, total } = await score(textsOf(file), language)
    expect(total).toBeGreaterThan(100)
    expect(recall).toBeGreaterThanOrEqual(0.6)
    expect(added).toBeGreaterThanOrEqual(0.9)
  },
)

test.each([
  ['foetus fetus', 'another spelling of the word'],
  ['leucocyte leukocyte', 'another spelling of the word'],
  ['focussed focused', 'another spelling of the word'],
  ['tachycardic tachycardia', 'another ending'],
  ['congenita congenital', 'a Latin form'],
  ['neuropeptides neuropeptide', 'a plural'],
  ['immunoassay immunoassays', 'a singular'],
  ['doesn does', 'cut at its apostrophe'],
  ['mnths months', 'without a vowel'],
  ['upregulated unregulated', 'a compound of known words'],
])('%s: %s is no misspelling', async (pair) => {
  const [written, known] = pair.split(' ') as [string, string]
  const { estimate } = await audited(misspellings(), [
    ...Array.from({ length: 8 }, (_, i) => note(`n${i}`, `the ${known} was there`)),
    note('a', `the ${written} was there`),
  ])
  expect(estimate('misspelling-rate')?.value).toBe(0)
})

test('in another language than English, an English word is no misspelling; nor is a word without its accent', async () => {
  const { estimate } = await audited(
    misspellings(),
    [
      ...Array.from({ length: 8 }, (_, i) => createDocument({ id: `n${i}`, text: 'une fonction aiguë et première', language: 'fr' })),
      createDocument({ id: 'a', text: 'la function aigue et premiere', language: 'fr' }),
    ],
    'fr',
  )
  expect(estimate('misspelling-rate')?.value).toBe(0)
})

test('the same word is misspelled in one language and not in another', async () => {
  const spoken = (language: string, text: string, n: number) =>
    Array.from({ length: n }, (_, i) => createDocument({ id: `${language}${i}${text.length}`, text, language }))
  const { documentValues, rows } = await audited(misspellings(), [
    ...spoken('es', 'el dolor y la fiebre son fuertes', 6),
    ...spoken('en', 'the pain and the fever are strong', 6),
    ...spoken('es', 'fiebres y fiebere', 1),
    ...spoken('en', 'fiebere is unknown here', 1),
  ])
  const rate = documentValues.get('misspelling-rate')!
  expect(rows.ids.filter((_, i) => rate[i]! > 0)).toEqual(['es017'])
})

/** Eight documents with a text, and one with another: what of it is misspelled, per 1,000 words. */
async function rateOf(language: string, right: string, wrong: string, list?: string) {
  const documents = [
    ...Array.from({ length: 8 }, (_, i) => createDocument({ id: `n${i}`, text: right, language })),
    createDocument({ id: 'a', text: wrong, language }),
  ]
  const { documentValues, rows, estimate, audit } = await audited(misspellings(list), documents, language)
  const rates = documentValues.get('misspelling-rate')
  return { rate: rates?.[rows.ids.indexOf('a')], estimate: estimate('misspelling-rate')!, audit }
}

test.each([
  ['fr', "l'hôpital et l'examen d'une douleur", "l'hôpitql et d'une douluer", 2],
  ['fr', 'hôpital et examen', 'l\u2019hôpitql et l\u2019exxamen', 2],
  ['fr', "c'est l'hôpital, lorsqu'il faut", "c'est l'hopital, lorsqu'il faut", 0],
  ['it', "l'ospedale", "l'ospedsle", undefined],
  ['en', "the patient's mother says she'll come", "the pateint's mother says she'll come", 1],
  ['en', 'the mother is well', "the mothher's well, it doesn't matter", 1],
  ['en', 'a well-nourished, pain-free patient', 'a well-nourishhed, apin-free patient', 1],
  ['en', 'a common treatment', 'a com-mon treat-ment, cortico-steroid', 0],
  ['en', 'a common mother', 'mail/mothher and mothher@example.org, www.mothher.org', 0],
])('in %s, %j: what is joined by apostrophe or hyphen is looked at word by word (%j)', async (language, right, wrong, errors) => {
  const { rate } = await rateOf(language, right, wrong)
  if (errors === undefined) expect(rate).toBeUndefined()
  else expect(rate! / 1000).toBeCloseTo(errors / wrong.split(/[^\p{L}'\u2019]+/u).filter(Boolean).length, 9)
})

const listOf = (...words: string[]): string => [...new Set(words)].sort().join('\n')

test('words that the user gives are spelled right, and are what others are meant to be', async () => {
  const right = 'zolgensma was given, and xyloprax'
  expect((await rateOf('en', right, 'xylorpax was given')).rate).toBe(0)
  const { rate, audit, estimate } = await rateOf('en', right, 'xylorpax was given', listOf('zolgensma', 'xyloprax'))
  expect(rate).toBeCloseTo(1000 / 3, 9)
  expect(estimate.instrument).toMatch(/^spelling-words@[0-9a-f]{16}$/)
  expect(audit.provenance.instruments[0]?.title).toBe('Words given by the user, 2 of them')
  expect((await rateOf('en', 'the patient is well', 'the pateint is well', listOf('pateint'))).rate).toBe(0)
})

/** A list as large as a dictionary: the function words of a language, words of our own, and made ones. */
const dictionaryLike = (language: 'de' | 'it', ...words: string[]): string =>
  listOf(
    ...stopWords(language),
    ...words,
    ...Array.from({ length: 20_000 }, (_, i) => `q${i.toString(26).replace(/\d/g, (digit) => 'zyxwvutsrq'[Number(digit)]!)}`),
  )

test('German is measured where the list is a dictionary of German, and not with fewer words or those of another language', async () => {
  const right = 'der Patient ist gesund und hat keine schmerzhafte Bewegung'
  const wrong = 'der Patient ist gesudn und hat keine schmerzhhafte Bewgung'
  const { rate, estimate } = await rateOf('de', right, wrong, dictionaryLike('de', 'gesund', 'schmerzhafte', 'bewegung', 'patient'))
  // Of nine words; the noun, which has a capital, is not looked at.
  expect(rate).toBeCloseTo((1000 * 2) / 9, 9)
  expect(estimate.status).toBe('measured')
  for (const list of [listOf('gesund', 'schmerzhafte'), dictionaryLike('it', 'gesund')]) {
    const few = await rateOf('de', right, wrong, list)
    expect(few.estimate).toMatchObject({ status: 'not applicable', value: null })
    expect(few.estimate.reason).toContain(
      'a language whose words --spelling-words gives, 20,000 or more of them with nine of ten of its function words',
    )
  }
})

test('obeys the laws with a list', () => obeysTheLaws(misspellings(dictionaryLike('de', 'patient'))))

test.each([
  [60, 0.65],
  [20, 0.55],
  [10, 0.4],
])(
  'of misspellings planted in %s notes of the clinic alone, precision is at least 0.9, and recall as good as few words allow',
  async (n, least) => {
    const some = clinicTexts.slice(0, n)
    const { precision, recall, total } = await score(some, 'en', 0.04)
    expect(total).toBeGreaterThan(10)
    expect(recall).toBeGreaterThanOrEqual(least)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  },
)

test('a finding says where a misspelled word stands, and nothing of what it is; the note says how many are not shown', async () => {
  const text = 'seen today: the pateint is well'
  const { audit } = await audited(misspellings(), [
    ...Array.from({ length: 8 }, (_, i) => note(`n${i}`, 'the patient has a fever')),
    note('a', text),
  ])
  expect(audit.findings).toMatchObject([
    { rule: 'misspelled-word', document: 'a', span: { start: text.indexOf('pateint'), end: text.indexOf('pateint') + 7 } },
  ])
  expect(JSON.stringify(audit)).not.toContain('pateint')
  expect(audit.notes.map((each) => each.text).join()).toContain('1 misspelled word in fewer than 5 documents is not shown')
})

test('a slip that is a habit stands in as many documents as its word; one that is commoner is a word of its own', async () => {
  const rate = async (slips: number) => {
    const notes = [
      ...Array.from({ length: 12 }, (_, i) => note(`n${i}`, 'a symptom and a treatment')),
      ...Array.from({ length: slips }, (_, i) => note(`m${i}`, 'a symptom and a treatmnet')),
    ]
    return (await audited(misspellings(), notes)).estimate('misspelling-rate')!.value
  }
  expect(await rate(10)).toBeGreaterThan(0)
  expect(await rate(13)).toBe(0)
})

test('of one or two documents nothing is known', async () => {
  const { estimate } = await audited(misspellings(), [note('a', 'The pateint has feaver and a bad couhg'), note('b', 'well')])
  expect(estimate('misspelling-rate')).toMatchObject({ status: 'not applicable', value: null })
  expect(estimate('misspelling-rate')!.reason).toContain('fewer than three documents in its language')
  expect(estimate('unknown-word-share')).toMatchObject({ status: 'measured' })
})
