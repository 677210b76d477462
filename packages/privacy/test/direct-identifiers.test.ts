import { type Analysis, concludeState, createDocument, createState, keyFrom, obeysTheLaws, observer, type Suite } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { directIdentifiers, identification, identifierKinds } from '../src/index.ts'

const conclude = (...texts: string[]) => concludeWith(directIdentifiers() as Analysis, ...texts)

async function concludeWith(analysis: Analysis, ...texts: string[]) {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'privacy', title: 'Privacy', question: 'Does it leak?', analyses: [analysis], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  texts.forEach((text, i) => {
    observe(createDocument({ id: `note-${String(i).padStart(3, '0')}`, text }), 'test')
  })
  return concludeState(suite, state, { version: '0', seed: 1, options: {} })
}
const estimate = (conclusion: Awaited<ReturnType<typeof conclude>>, measure: string) =>
  conclusion.audit.estimates.find((each) => each.measure === measure)!

test('obeys the laws', () => obeysTheLaws(directIdentifiers() as Analysis))

test('findings of all documents per 1,000 words of all documents', async () => {
  const conclusion = await conclude('seen again 12/03/2024', 'ph 0412 345 678 re cough', 'no fever no cough no rash no pain today ok')
  const rate = estimate(conclusion, 'direct-identifier-rate')
  // Figures are words: 12, 03 and 2024.
  const words = 5 + 6 + 10
  expect(rate).toMatchObject({
    value: (1000 * 2) / words,
    n: 3,
    left: 0,
    status: 'measured',
    intervalMethod: 'skewness-corrected t of the linearised ratio',
  })
  expect(rate.interval![0]).toBeGreaterThanOrEqual(0)
  expect(rate.interval![0]).toBeLessThan(rate.value!)
  expect(rate.interval![1]).toBeGreaterThan(rate.value!)
  expect(estimate(conclusion, 'documents-with-identifiers')).toMatchObject({ value: 2 / 3, n: 3, intervalMethod: 'Wilson' })
  expect([...conclusion.documentValues.get('direct-identifier-rate')!]).toEqual([1000 / 5, 1000 / 6, 0])
})

test('a finding names the kind and shows the shape, never the value', async () => {
  const { audit, findings } = await conclude('Call Jo on 0412 345 678, Medicare 2123 45670 1, jo.bloggs@clinic.org, born 1/2/1980')
  expect(findings.map(({ rule, severity, message, evidence }) => [rule, severity, message, evidence])).toEqual([
    ['identifier-phone', 'error', 'telephone number, by its form (medium confidence)', '9999 999 999'],
    ['identifier-medicare', 'error', 'Medicare card number, by its check digit or full form (high confidence)', '9999 99999 9'],
    ['identifier-email', 'error', 'e-mail address, by its form as an address (high confidence)', 'xx.xxxxxx@xxxxxx.xxx'],
    ['identifier-date', 'warning', 'date, by its form (medium confidence)', '9/9/9999'],
  ])
  const written = JSON.stringify(audit)
  for (const value of ['0412', '45670', 'bloggs', '1980']) expect(written).not.toContain(value)
  expect(audit.rules.map(({ id }) => id)).toEqual(identifierKinds.map(({ id }) => `identifier-${id}`))
})

test('a fingerprint cannot be undone by trying all values, and still tells findings apart', async () => {
  const one = await conclude('Medicare 2123 45670 1, then 0412 345 678 or 0412 345 679')
  // Another value of the same shape has the same fingerprint: nothing of the value went into it.
  const other = await conclude('Medicare 2428 77813 2, then 0438 177 264 or 0438 177 265')
  const prints = ({ findings }: typeof one) => findings.map(({ fingerprint }) => fingerprint)
  expect(prints(one)).toEqual(prints(other))
  expect(new Set(prints(one)).size).toBe(3)
  const key = keyFrom('a secret of the user')
  const keyed = (text: string) => concludeWith(directIdentifiers(identification(undefined, key)) as Analysis, text)
  expect(prints(await keyed('Ph 0412 345 678'))).toEqual(prints(await keyed('Again: Ph (04) 1234 5678')))
  expect(prints(await keyed('Ph 0412 345 678'))).not.toEqual(prints(await keyed('Ph 0412 345 679')))
})

test('a value that belongs to nobody is noted and not counted', async () => {
  const conclusion = await conclude('Ring 0491 570 006 or ace@example.com; Lifeline 13 11 14')
  expect(conclusion.findings.map(({ severity, message }) => [severity, message])).toEqual([
    ['note', 'telephone number, by its form (medium confidence); reserved for fiction: not counted'],
    ['note', 'e-mail address, by its form as an address (high confidence); reserved for fiction: not counted'],
    ['note', 'telephone number, by its form (medium confidence); a public helpline: not counted'],
  ])
  expect(estimate(conclusion, 'direct-identifier-rate').value).toBe(0)
  expect(estimate(conclusion, 'documents-with-identifiers').value).toBe(0)
  expect(conclusion.audit.tables[0]!.rows.map((row) => row[4]).filter((nobody) => nobody !== 0)).toEqual([1, 2])
})

test('no finding bounds the rate by what a Poisson count of none allows', async () => {
  // P(0) = exp(-3.689) = 0.025
  const conclusion = await conclude(...Array.from({ length: 10 }, () => 'no fever today'))
  expect(estimate(conclusion, 'direct-identifier-rate')).toMatchObject({ value: 0, intervalMethod: 'exact Poisson bound for no finding' })
  expect(estimate(conclusion, 'direct-identifier-rate').interval![1]).toBeCloseTo((1000 * 3.6888794541139363) / 30, 12)
  expect(estimate(conclusion, 'documents-with-identifiers').interval![0]).toBe(0)
})

test('documents without a word have no rate, and alone no corpus has one', async () => {
  const conclusion = await conclude('', 'seen 12/03/2024', '…')
  expect([...conclusion.documentValues.get('direct-identifier-rate')!]).toEqual([Number.NaN, 250, Number.NaN])
  expect(estimate(conclusion, 'direct-identifier-rate')).toMatchObject({ value: 250, interval: null, n: 1, left: 2 })
  expect(estimate(await conclude('', ' '), 'direct-identifier-rate')).toMatchObject({ value: null, status: 'not applicable', left: 2 })
})

test('a date that nearly all documents share is said, not shown', async () => {
  const texts = Array.from({ length: 20 }, (_, i) => (i < 18 ? `Seen 22/11/25 for visit ${i}` : `Visit ${i}`))
  const { audit } = await conclude(...texts)
  expect(audit.notes.map(({ text }) => text)).toEqual([
    '18 of 20 documents carry one and the same date: it says when they were made rather than when somebody was seen.',
  ])
  expect(JSON.stringify(audit)).not.toContain('22/11')
  expect((await conclude(...texts.slice(12))).audit.notes).toEqual([])
})

test('the same value keeps its fingerprint when words come before it', async () => {
  const [first] = (await conclude('Ph 0412 345 678')).findings
  const [moved] = (await conclude('Cough for a week. Ph (+61) 412-345-678')).findings
  expect(moved!.fingerprint).toBe(first!.fingerprint)
})

test('all 18 classes of Safe Harbor have a row: a detector, or why there is none', async () => {
  const { audit } = await conclude('Dr Jane Meadows, MRN 4471902, 12/03/2024, aged 93')
  const table = audit.tables.find(({ id }) => id === 'direct-identifier-rate-safe-harbor')!
  expect(table.rows.map((row) => row[0]).join('')).toBe('ABCDEFGHIJKLMNOPQR')
  expect(table.rows.filter((row) => Number(row[3]) > 0).map((row) => [row[0], row[3]])).toEqual([
    ['A', 1],
    ['C', 2],
    ['H', 1],
  ])
  expect(audit.notes.map(({ text }) => text)).toEqual([
    '1 document of 1 names a person: 1 place behind the title of a professional (Dr, Nurse), none where a patient or the one written to is named (Mr, Mrs, a label, a salutation), 0 others. So no patient is named by title or label.',
  ])
})

test('clinical words inside an identifier, per 1,000 clinical words: one of four', async () => {
  const { audit } = await conclude('Lives at 3 Asthma Street with asthma, hypertension and diabetes')
  const [estimate] = audit.estimates.filter(({ measure }) => measure === 'over-redaction')
  expect([estimate!.value, estimate!.n]).toEqual([250, 4])
})
