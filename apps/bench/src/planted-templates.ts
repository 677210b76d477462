import { readFileSync } from 'node:fs'
import { concludeState, createDocument, createState, observer, type Suite } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { templates } from '@corpuscope/stylometry'

type Named = readonly [name: string, text: string]

interface Row {
  readonly name: string
  readonly median: number
  readonly unit: string
}

const planted = 40
const random = seededRandom('planted templates')
const pick = (from: string): string => {
  const words = from.split(' ')
  return words[Math.floor(random() * words.length)]!
}
const name = (): string => pick('Smith Jones Nguyen Garcia Brown Wilson Patel Khan Murphy Walker')
const site = (): string => pick('knee shoulder hip ankle wrist elbow back neck chest abdomen')
const quality = (): string => pick('dull sharp burning aching constant severe mild throbbing')
const drug = (): string => pick('ibuprofen paracetamol naproxen amoxicillin metformin ramipril omeprazole prednisolone tramadol codeine')

/** Templates of which words are filled in that any list knows, and numbers. */
const slotted: readonly (readonly [title: string, written: () => string])[] = [
  [
    'one paragraph',
    () =>
      `Dear Dr ${name()}, thank you for seeing ${name()}, who has had ${quality()} pain in the ${site()} for ${pick('2 3 4 5 6')} weeks. I have started ${pick('him her them')} on ${drug()} ${pick('5 10 20 50 100')} mg daily and would be grateful for your opinion.`,
  ],
  [
    'five lines',
    () =>
      `Seen with ${name()} for ${quality()} pain in the ${site()}\nIt is worse at night\nOn examination the ${site()} was tender\nI have started ${drug()} ${pick('5 10 50')} mg daily\nTo be seen again by ${name()} in ${pick('1 2 4')} weeks`,
  ],
]

/** How well documents from a template are found: the clinic's planted notes, and forms with slots of words among its other notes. */
export async function plantedTemplates(notes: readonly Named[], truthFile: string): Promise<Row[]> {
  const truth = new Set<string>(JSON.parse(readFileSync(truthFile, 'utf8')).templateNotes.files)
  const free = notes.filter(([id]) => !truth.has(id))
  const rows = await rowsOf(`planted templates (${truth.size})`, notes, truth)
  for (const [title, written] of slotted) {
    const forms = Array.from({ length: planted }, (_, i): Named => [`form ${i}`, written()])
    rows.push(
      ...(await rowsOf(
        `planted templates with slots of words, ${title} (${planted})`,
        [...free, ...forms],
        new Set(forms.map(([id]) => id)),
      )),
    )
  }
  return rows
}

async function rowsOf(title: string, notes: readonly Named[], truth: ReadonlySet<string>): Promise<Row[]> {
  const suite: Suite = {
    id: 'bench',
    title: 'Bench',
    categories: [{ id: 'style', title: 'Style', question: '?', analyses: [templates()], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const [id, text] of notes) observe(createDocument({ id, text, language: 'en' }), 'text')
  const { rows, documentValues } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  const shares = ['template-share', 'skeleton-share', 'frame-share'].map((measure) => documentValues.get(measure)!)
  const found = rows.ids.filter((_, i) => shares.some((share) => share[i]! >= 0.5))
  const hits = found.filter((id) => truth.has(id)).length
  return [
    { name: `style: ${title}, precision`, median: hits / found.length, unit: '' },
    { name: `style: ${title}, recall`, median: hits / truth.size, unit: '' },
  ]
}
