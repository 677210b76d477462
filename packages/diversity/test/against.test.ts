import { type Conclusion, concludeState, createState, type Document, observer, type Suite } from '@corpuscope/core'
import { embedding } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { against } from '../src/index.ts'
import { documentsOf, subjects } from './examples.ts'

/** The audit of one corpus held against another. */
function compared(documents: readonly Document[], others?: readonly Document[]): Promise<Conclusion> {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'test', title: 'Test', question: 'Is it like the other?', analyses: [against()], headlines: [] }],
    features: [embedding()],
    references: [],
    language: () => 'en',
  }
  const stateOf = (all: readonly Document[]) => {
    const state = createState(suite)
    const observe = observer(suite, state)
    for (const document of all) observe(document, 'test')
    return state
  }
  const companions = others && { companions: { against: stateOf(others) } }
  return concludeState(suite, stateOf(documents), { version: '0', seed: 1, options: {}, ...companions })
}

const of = ({ audit }: Conclusion, measure: string) => audit.estimates.find((estimate) => estimate.measure === measure)!

test('two samples of one source: nothing beyond chance', async () => {
  const texts = subjects(400)
  const made = await compared(documentsOf(texts.slice(0, 200)), documentsOf(texts.slice(200)))
  expect(of(made, 'against-mmd-p').value).toBeGreaterThan(0.05)
  expect(of(made, 'against-mmd').value).toBeLessThan(of(made, 'against-mmd').floor95!)
  const { interval } = of(made, 'against-classifier-auc')
  expect(interval![0]).toBeLessThan(0.5)
  // Documents left out of a fold tilt the others a little the other way: the area comes out below one half.
  expect(of(made, 'against-classifier-auc').value).toBeGreaterThan(0.4)
  expect(of(made, 'against-coverage').value).toBeGreaterThan(0.9)
  expect(made.audit.notes[0]!.text).toContain('alike')
})

test('a corpus that lacks a subject: said by every measure, and the region is named by its documents', async () => {
  const texts = subjects(400)
  const all = texts.slice(0, 200)
  const lacking = texts.slice(200).filter((text) => !text.startsWith('subject3'))
  const made = await compared(documentsOf(lacking), documentsOf(all))
  expect(of(made, 'against-mmd-p').value).toBe(1 / 200)
  // A quarter of the others has nothing near it here; what is here lies among them.
  expect(of(made, 'against-coverage').value).toBeLessThan(0.8)
  expect(of(made, 'against-precision').value).toBeGreaterThan(0.9)
  const [first] = made.audit.tables[0]!.rows
  expect(first!.slice(1, 3)).toEqual([0, expect.any(Number)])
  const places = String(first![6])
    .split(', ')
    .map((id) => Number(id.slice(5)))
  expect(places.every((place) => all[place]!.startsWith('subject3'))).toBe(true)
})

test('without another corpus, or with too few documents, there is a reason', async () => {
  const alone = await compared(documentsOf(subjects(30)))
  expect(of(alone, 'against-recall')).toMatchObject({ value: null, reason: 'there is no other corpus; name one with --against' })
  const few = await compared(documentsOf(subjects(30)), documentsOf(subjects(19)))
  expect(of(few, 'against-mmd').reason).toContain('needs 20 documents with a point in each corpus, but this one has 30 and the other 19')
})
