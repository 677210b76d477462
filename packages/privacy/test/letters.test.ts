import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scanIdentifiers } from '../src/index.ts'

/** Letters of nine languages, written for this project; `{kind|words}` marks what names a person. Those called "negatives" hold nothing else. */
const letters = readFileSync(new URL('notes/letters.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map(read)

interface Marked {
  readonly kind: string
  readonly start: number
  readonly end: number
}

function read(block: string): { name: string; text: string; marked: Marked[] } {
  const [name = '', ...lines] = block.split('\n')
  const marked: Marked[] = []
  let text = ''
  for (const piece of lines.join('\n').split(/(\{[\w-]+\|[^{}]*\})/)) {
    const mark = /^\{([\w-]+)\|([^{}]*)\}$/.exec(piece)
    if (mark) marked.push({ kind: mark[1]!, start: text.length, end: text.length + mark[2]!.length })
    text += mark ? mark[2]! : piece
  }
  return { name, text, marked }
}

const persons = ['patient', 'clinician', 'relative']
const isSame = (kind: string, found: string): boolean => (persons.includes(kind) ? found === 'person' : kind === found)

function recallOf(kinds: readonly string[]): number {
  let all = 0
  let met = 0
  for (const { text, marked } of letters) {
    const { identifiers } = scanIdentifiers(text)
    for (const { kind, start, end } of marked) {
      if (!kinds.includes(kind)) continue
      all++
      if (identifiers.some((each) => isSame(kind, each.kind) && each.start < end && start < each.end)) met++
    }
  }
  return met / all
}

const fixedForm = [
  'email',
  'phone',
  'medicare',
  'national-number',
  'record-number',
  'account',
  'url',
  'ip',
  'device',
  'date',
  'health-number',
]

test('identifiers with a fixed form: recall of at least 0.95', () => expect(recallOf(fixedForm)).toBeGreaterThanOrEqual(0.95))

test.each(persons)('names of a %s: recall of at least 0.85', (role) => expect(recallOf([role])).toBeGreaterThanOrEqual(0.85))

test.each(['address', 'postcode', 'facility'])('%s: recall of at least 0.85', (kind) =>
  expect(recallOf([kind])).toBeGreaterThanOrEqual(0.85),
)

test('eponyms, medicines, headings, scores and units name nobody', () => {
  const negatives = letters.filter(({ name }) => name.startsWith('negatives'))
  expect(negatives).toHaveLength(3)
  for (const { text } of negatives)
    expect(scanIdentifiers(text).identifiers.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([])
})

test('little else is found in the letters', () => {
  const wrong = letters.flatMap(({ text, marked }) =>
    scanIdentifiers(text).identifiers.filter((each) => !marked.some(({ start, end }) => each.start < end && start < each.end)),
  )
  expect(wrong.length).toBeLessThanOrEqual(2)
})
