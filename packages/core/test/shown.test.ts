import { expect, test } from 'vitest'
import { looksLikeField, shownPath } from '../src/field-name.ts'
import { by, concludeState, createDocument, createState, observer, perDocument, rowsOf, type Suite } from '../src/index.ts'
import { columnRun } from '../src/run.ts'
import { withShownValues } from '../src/shown.ts'

const suite = { reveals: (_: string, value: string) => /\d{6}/.test(value), knows: (value: string) => value === 'Asthma' }
const times = (value: string, n: number): string[] => new Array<string>(n).fill(value)

function rowsWith(values: readonly string[], texts: readonly string[] = [], namesPerson?: (value: string, text: string) => boolean) {
  const run = columnRun.create()
  values.forEach((value, i) => {
    const draft = { id: `d${String(i).padStart(3, '0')}`, text: texts[i] ?? '', label: value, metadata: new Map([['ward', value]]) }
    columnRun.open(run, createDocument(draft), 'en', namesPerson)
  })
  return rowsOf(run)
}

test('a value of five documents is shown; one of four, one that holds an identifier, is numbered; a known one is shown', () => {
  const rows = withShownValues(rowsWith([...times('Cough', 5), ...times('Rash', 4), ...times('Ward 7739215', 6), 'Asthma']), { suite })
  expect(new Set(rows.labels)).toEqual(new Set(['Cough', '(label 1)', '(label 2)', 'Asthma']))
  expect([rows.shown('ward', 'Rash'), rows.shown('ward', 'Cough'), rows.shown('ward', 'Ward 7739215')]).toEqual([
    '(ward 1)',
    'Cough',
    '(ward 2)',
  ])
  expect(rows.writtenLabels).toContain('Rash')
  expect(rows.hidden()).toEqual({
    fields: [
      { field: 'label', values: 2 },
      { field: 'ward', values: 2 },
    ],
    unnamed: 0,
  })
})

test('--keep-field shows every value of the field, and the labels that are read from it', () => {
  const kept = { suite, keep: ['ward'], labelField: 'ward' }
  const rows = withShownValues(rowsWith(['Rash', 'Ward 7739215']), kept)
  expect(rows.labels).toEqual(['Rash', 'Ward 7739215'])
  expect(rows.hidden().fields).toEqual([])
})

test('a label that names the person of most of its documents is numbered, and not for one of many', () => {
  const named = (value: string, text: string): boolean => text.includes(value)
  const rows = rowsWith([...times('Vrzymek', 6), ...times('Gout', 6)], [...times('Mr Vrzymek coughs', 6), 'Mrs Gout coughs'], named)
  expect(new Set(withShownValues(rows, { suite }).labels)).toEqual(new Set(['(label 1)', 'Gout']))
})

test('what is measured by a field goes by the same numbers', async () => {
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
  const whole: Suite = {
    id: 's',
    title: 'S',
    categories: [{ id: 'c', title: 'C', question: '?', analyses: [characters, by('ward', characters)], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
    ...suite,
  }
  const state = createState(whole)
  const observe = observer(whole, state)
  for (const [i, ward] of [...times('East', 5), 'Zeehaven', 'Zeehaven'].entries())
    observe(createDocument({ id: `d${i}`, text: 'a'.repeat(i + 1), metadata: new Map([['ward', ward]]) }), 'test')
  const { audit } = await concludeState(whole, state, { version: '0', seed: 1, options: {} })
  expect(audit.estimates.map(({ facet, value }) => [facet?.value, value])).toEqual([
    [undefined, 4],
    ['East', 3],
    ['(ward 1)', 6.5],
  ])
  expect(JSON.stringify(audit)).not.toContain('Zeehaven')
})

test.each(['text', 'note_id', 'Chief Complaint', 'Discharge Summary', 'noteText', 'HADM_ID', 'address.street', 'x_2'])(
  '%s looks like the name of a field',
  (name) => expect(looksLikeField(name)).toBe(true),
)
test.each([
  'Zebulonia Quackenthwaite',
  'Perpetua_Skrzynski',
  'QX7739215',
  '12',
  '14/03/1957',
  'a@b.org',
  'she coughs and has a long history of it',
])('%s does not', (name) => expect(looksLikeField(name)).toBe(false))

test('a path loses the parts that hold a name or a number of a person', () => {
  const reveals = (part: string): boolean => part.startsWith('jane')
  expect(shownPath('corpus/jane.doe/notes.jsonl', reveals)).toBe('corpus/(name not shown)/notes.jsonl')
  expect(shownPath('/data/Zebulonia_Quackenthwaite_files/a.txt', reveals)).toBe('/data/(name not shown)/a.txt')
  expect(shownPath('./ClinicalNotes/train.csv', reveals)).toBe('./ClinicalNotes/train.csv')
})
