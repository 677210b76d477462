import { expect, test } from 'vitest'
import { by, concludeState, createDocument, createState, obeysTheLaws, observer, perDocument, type Suite } from '../src/index.ts'

const characters = perDocument({
  id: 'characters',
  title: 'Characters',
  unit: 'characters',
  range: [0, null],
  direction: 'descriptive',
  definition: 'Mean number of characters.',
  source: { text: 'none' },
  of: (document) => document.text.length,
  leftOut: 'none is',
})

test('obeys the laws', () => obeysTheLaws(by('setting', characters)))
test('a field called __proto__ obeys the laws', () => obeysTheLaws(by('__proto__', characters)))

async function measured(field: string, drafts: readonly (readonly [string, string | number | null])[]) {
  const suite: Suite = {
    id: 's',
    title: 'S',
    categories: [{ id: 'c', title: 'C', question: '?', analyses: [characters, by(field, characters)], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const [i, [text, value]] of drafts.entries())
    observe(createDocument({ id: `d${i}`, text, metadata: new Map([['setting', value]]) }), 'test')
  return (await concludeState(suite, state, { version: '0', seed: 1, options: {} })).audit
}

test('each value is measured over its own documents, and a document without one is in no group', async () => {
  const { estimates } = await measured('setting', [
    ['a', 'ward'],
    ['abc', 'ward'],
    ['abcde', 'clinic'],
    ['abcdefg', 'clinic'],
    ['x'.repeat(50), null],
  ])
  const brief = estimates.map(({ facet, value, n }) => [facet?.value ?? 'all', value, n])
  expect(brief).toEqual([
    ['all', (1 + 3 + 5 + 7 + 50) / 5, 5],
    ['clinic', 6, 2],
    ['ward', 2, 2],
  ])
})

test('a field of names is refused: its values would enter the audit', async () => {
  const { estimates, notes } = await measured('setting', [
    ['a', 'Ann'],
    ['b', 'Bob'],
    ['c', 'Cem'],
    ['d', 'Dee'],
    ['e', 'Eve'],
  ])
  expect(estimates.every(({ facet }) => facet === undefined)).toBe(true)
  expect(notes.map(({ text }) => text).join()).toContain('Not measured by "setting"')
  expect(JSON.stringify(notes)).not.toContain('Cem')
})

test('an analysis of corpus features is refused', () => {
  expect(() => by('setting', { ...characters, needs: ['embedding'] })).toThrow('cannot be measured by')
})
