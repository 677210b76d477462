import type { Part, shapes } from '@corpuscope/core'
import { fieldPath, fieldReader, isRecord, likeNamed, type Survey } from './fields.ts'
import type { Origin, Path } from './rewriting.ts'

/** How the fields of a record make one document; plain data. */
export interface Shape {
  readonly kind: Exclude<(typeof shapes)[number], 'text'>
  /** Fields whose texts are the parts, in order; of a dialogue, the field that holds the turns. */
  readonly pieces: readonly Piece[]
}

interface Piece {
  /** The part's name, and its role unless `role` says otherwise. */
  readonly name: string
  readonly role?: string
  readonly field: string
  /** The field that holds the part's name and role: the language of a text. */
  readonly nameField?: string
}

/** For the sentence that says what an input was taken for. */
export const shapeTitles: Readonly<Record<Shape['kind'], string>> = {
  dialogue: 'dialogue turns',
  instruction: 'instruction and answer',
  'multiple-choice': 'multiple choice',
  'question-answer': 'question and answer',
  summary: 'source and summary',
  inference: 'premise and hypothesis',
  translation: 'parallel texts',
}

/** A slot of a shape: its part's name, the usual field names, whether the shape needs it. */
type Slot = readonly [name: string, fields: readonly string[], needed: boolean, role?: string]

const questions = ['question', 'query', 'ask', 'question_text', 'input_question']
const choices = ['choices', 'options', 'answer_choices', 'endings', 'candidates']
const contexts = ['context', 'passage', 'contexts', 'abstract', 'article', 'background', 'story']
const answers = ['answer', 'answers', 'response', 'long_answer', 'answer_text', 'final_decision', 'reply', 'correct_answer']

const layouts: readonly (readonly [Shape['kind'], readonly Slot[]])[] = [
  [
    'instruction',
    [
      ['system', ['system', 'system_prompt'], false, 'system'],
      ['instruction', ['prompt', 'instruction', 'question', 'input'], true, 'user'],
      ['chosen', ['chosen', 'preferred', 'accepted'], true, 'assistant'],
      ['rejected', ['rejected', 'dispreferred'], true, 'rejected'],
    ],
  ],
  [
    'instruction',
    [
      ['system', ['system', 'system_prompt'], false, 'system'],
      ['instruction', ['instruction', 'prompt'], true, 'user'],
      ['input', ['input', 'context'], false, 'user'],
      ['output', ['output', 'response', 'completion'], true, 'assistant'],
    ],
  ],
  [
    'multiple-choice',
    [
      ['context', contexts, false],
      ['question', questions, true],
      ['choice', choices, true],
      ['answer', answers, false],
    ],
  ],
  [
    'multiple-choice',
    [
      ['question', questions, true],
      ['choice 1', ['opa', 'option_a', 'a', 'choice_a', 'ending0'], true],
      ['choice 2', ['opb', 'option_b', 'b', 'choice_b', 'ending1'], true],
      ['choice 3', ['opc', 'option_c', 'c', 'choice_c', 'ending2'], false],
      ['choice 4', ['opd', 'option_d', 'd', 'choice_d', 'ending3'], false],
      ['choice 5', ['ope', 'option_e', 'e', 'choice_e'], false],
    ],
  ],
  [
    'question-answer',
    [
      ['context', contexts, false],
      ['question', questions, true],
      ['answer', answers, true],
    ],
  ],
  [
    'inference',
    [
      ['premise', ['premise', 'sentence1'], true],
      ['hypothesis', ['hypothesis', 'sentence2'], true],
    ],
  ],
  [
    'summary',
    [
      ['source', ['document', 'article', 'dialogue', 'source', 'report', 'src', 'findings'], true],
      ['summary', ['summary', 'highlights', 'target', 'tgt', 'impression', 'abstract'], true],
    ],
  ],
]

const turnFields = ['messages', 'conversations', 'conversation', 'dialogue', 'dialog', 'turns', 'utterances']

/**
 * The shape of most records, if it is one we know; undefined when each is one text.
 *
 * @param wanted  the kind the person named
 * @param whole   the records have the whole text too: a question then needs no field with its answer
 */
export function guessShape(survey: Survey, wanted: Shape['kind'] | undefined, whole: boolean): Shape | undefined {
  const held = (name: string): string | undefined => {
    const field = likeNamed(survey.fields.keys(), name)
    const seen = field === undefined ? undefined : survey.fields.get(field)
    return seen && !seen.nested && (seen.strings + seen.texts) * 2 > survey.records ? field : undefined
  }
  if (wanted === undefined || wanted === 'dialogue') {
    const fields = [...turnFields, ...survey.fields.keys()]
    const turns = fields.find((name) => (survey.fields.get(name)?.turns ?? 0) * 2 > survey.records)
    if (turns !== undefined) return { kind: 'dialogue', pieces: [{ name: 'turn', field: turns }] }
  }
  if (wanted === undefined || wanted === 'question-answer') {
    const questioned = [...survey.fields].find(([, field]) => !field.nested && field.questions * 2 > survey.records)?.[0]
    if (questioned !== undefined) return { kind: 'question-answer', pieces: [{ name: 'paragraph', field: questioned }] }
  }
  const pair = wanted === undefined || wanted === 'translation' ? languagePair(survey, held) : undefined
  if (pair) return pair
  for (const [kind, slots] of layouts) {
    if (wanted !== undefined && wanted !== kind) continue
    const taken = new Set<string>()
    const pieces: Piece[] = []
    const complete = slots.every(([name, fields, needed, role]) => {
      const field = fields
        .map(needed ? held : (each) => held(each) ?? present(survey, each))
        .find((each) => each !== undefined && !taken.has(each))
      if (field === undefined) return !needed
      taken.add(field)
      pieces.push({ name, field, ...(role !== undefined && { role }) })
      return true
    })
    if (complete) return { kind, pieces }
  }
  const parallel = wanted === undefined || wanted === 'translation' ? translation(survey) : undefined
  const question =
    whole && (wanted === undefined || wanted === 'question-answer') ? questions.map(held).find((field) => field !== undefined) : undefined
  return parallel ?? (question === undefined ? undefined : { kind: 'question-answer', pieces: [{ name: 'question', field: question }] })
}

/** An optional field, in however few records it holds text. */
function present(survey: Survey, name: string): string | undefined {
  const field = likeNamed(survey.fields.keys(), name)
  const seen = field === undefined ? undefined : survey.fields.get(field)
  return seen && !seen.nested && seen.strings + seen.texts > 0 ? field : undefined
}

const [sources, targets] = [
  ['source', 'src', 'source_text', 'sentence1'],
  ['target', 'tgt', 'target_text', 'sentence2'],
]

/** A source and a target, each with the field that names its language. */
function languagePair(survey: Survey, held: (name: string) => string | undefined): Shape | undefined {
  const pieces = [sources, targets].map((names) => {
    const field = names.map(held).find((each) => each !== undefined)
    const [full, short] = names
    const languages = [full, short].flatMap((each) => [`${each}_lang`, `${each}_language`, `lang_${each}`, `language_${each}`])
    const nameField = languages.map((each) => likeNamed(survey.fields.keys(), each)).find((each) => each !== undefined)
    return field === undefined || nameField === undefined ? undefined : { name: full!, field, nameField }
  })
  return pieces.every((piece) => piece !== undefined) ? { kind: 'translation', pieces } : undefined
}

const languageCode = /^(?:translation\.)?([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/

/** Two or more fields, alone or in "translation", that are called like languages and hold running text. */
function translation(survey: Survey): Shape | undefined {
  const inside = [...survey.fields].filter(([name, { running }]) => languageCode.test(name) && running * 2 > survey.records)
  const nested = inside.filter(([name]) => name.startsWith('translation.'))
  const chosen = nested.length >= 2 ? nested : inside.filter(([, field]) => !field.nested)
  if (chosen.length < 2) return undefined
  const pieces = chosen.map(([field]) => ({ name: languageCode.exec(field)![1]!, field })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { kind: 'translation', pieces }
}

export interface Shaped {
  readonly text: string
  readonly parts: readonly Part[]
  /** Where its stretches stand in the record. */
  readonly origins: readonly Origin[]
}

/** A string of a record and where it stands. */
interface Found {
  readonly text: string
  readonly path: Path
}

interface Stretch {
  readonly name: string
  readonly role: string
  /** More than one where a turn is a list of pieces; they stand on lines of their own. */
  readonly found: readonly Found[]
}

/** A function that makes one text with named parts of a record; undefined where it holds none of them. */
export function shaper({ kind, pieces }: Shape): {
  whole(record: Record<string, unknown>): Shaped | undefined
  within(record: Record<string, unknown>, text: string): Omit<Shaped, 'text'>
} {
  const readers = pieces.map((piece) => ({
    piece,
    read: fieldReader(piece.field),
    called: piece.nameField === undefined ? undefined : fieldReader(piece.nameField),
  }))
  const stretches = (record: Record<string, unknown>): Stretch[] =>
    readers.flatMap(({ piece, read, called }) => {
      const { field } = piece
      const said = called?.(record)
      const name = typeof said === 'string' && longestLanguage >= said.length && said !== '' ? said : piece.name
      const { role = name } = piece
      const value = read(record)
      const path = fieldPath(record, field)
      if (kind === 'dialogue') return turnsOf(value, path).map((turn, i) => ({ name: `turn ${i + 1}`, ...turn }))
      if (isQuestioned(value)) return questionsOf(value as readonly unknown[], path)
      const found = textsOf(value, path)
      return found.map((each, i) => ({ name: found.length > 1 ? `${name} ${i + 1}` : name, role, found: [each] }))
    })
  return {
    whole(record) {
      const parts: Part[] = []
      const origins: Origin[] = []
      let text = ''
      for (const { name, role, found } of stretches(record)) {
        if (parts.length > 0) text += '\n'
        const start = text.length
        for (const [i, { text: piece, path }] of found.entries()) {
          if (i > 0) text += '\n'
          origins.push({ path, start: text.length, end: text.length + piece.length })
          text += piece
        }
        parts.push({ name, role, start, end: text.length })
      }
      return parts.length === 0 ? undefined : { text, parts, origins }
    },
    // Where the record has the whole text too, the parts are looked up in it, each behind the one before.
    within(record, text) {
      const parts: Part[] = []
      const origins: Origin[] = []
      let from = 0
      for (const { name, role, found } of stretches(record)) {
        const piece = found.map((each) => each.text).join('\n')
        const start = text.indexOf(piece, from)
        if (start < 0) return { parts: [], origins: [] }
        let at = start
        for (const { text: each, path } of found) {
          origins.push({ path, start: at, end: at + each.length })
          at += each.length + 1
        }
        from = start + piece.length
        parts.push({ name, role, start, end: from })
      }
      const [only] = parts
      if (kind === 'question-answer' && pieces.length === 1 && only) {
        // What stands behind the question is the answer; a question in the midst of a text is a quotation.
        const answer = from + (/^\s*/.exec(text.slice(from)) as RegExpExecArray)[0].length
        if (text.slice(0, only.start).trim() !== '' || answer >= text.length) return { parts: [], origins }
        parts.push({ name: 'answer', role: 'answer', start: answer, end: text.length })
      }
      return { parts, origins }
    },
  }
}

const longestLanguage = 20

/** Whether a value is a list of paragraphs with their questions, as SQuAD nests them. */
export const isQuestioned = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.slice(0, 3).every((each: unknown) => isRecord(each) && typeof each['context'] === 'string' && Array.isArray(each['qas']))

function questionsOf(paragraphs: readonly unknown[], path: Path): Stretch[] {
  const stretches: Stretch[] = []
  let asked = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    if (!isRecord(paragraph)) continue
    const at = [...path, i]
    const context = textsOf(paragraph['context'], [...at, 'context'])
    if (context.length > 0) stretches.push({ name: `context ${i + 1}`, role: 'context', found: context })
    const questions: readonly unknown[] = Array.isArray(paragraph['qas']) ? paragraph['qas'] : []
    for (const [j, each] of questions.entries()) {
      if (!isRecord(each)) continue
      asked++
      for (const [name, key] of questionKeys) {
        const found = textsOf(each[key], [...at, 'qas', j, key])
        for (const [k, one] of found.entries())
          stretches.push({ name: `${name} ${asked}${found.length > 1 ? `.${k + 1}` : ''}`, role: name, found: [one] })
      }
    }
  }
  return stretches
}

const questionKeys = [
  ['question', 'question'],
  ['answer', 'answers'],
] as const

/** The texts of a field: a string, a list of strings, or lists of strings under "text" as question answering has them. */
function textsOf(value: unknown, path: Path): Found[] {
  if (typeof value === 'string') return value === '' ? [] : [{ text: value, path }]
  if (Array.isArray(value))
    return value.flatMap((each: unknown, i) => (typeof each === 'string' || isRecord(each) ? textsOf(each, [...path, i]) : []))
  if (!isRecord(value)) return []
  if (isLettered(value))
    return Object.keys(value)
      .sort()
      .flatMap((letter) => textsOf(value[letter], [...path, letter]))
  const name = ['text', 'contexts', 'value'].find((each) => Object.hasOwn(value, each) && value[each] !== undefined)
  return name === undefined ? [] : textsOf(value[name], [...path, name])
}

/** Choices by letter or number: `{"A": "…", "B": "…"}`. */
export const isLettered = (value: Record<string, unknown>): boolean => {
  const names = Object.keys(value)
  return names.length >= 2 && names.every((name) => /^(?:[A-Za-z]|\d{1,2})$/.test(name) && typeof value[name] === 'string')
}

const sameRole: Readonly<Record<string, string>> = {
  human: 'user',
  gpt: 'assistant',
  chatgpt: 'assistant',
  bot: 'assistant',
  model: 'assistant',
}

/** Whether a value is a list of turns, as chat formats write them. */
export const isTurns = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && turnsOf(value.slice(0, 3), []).length === Math.min(3, value.length)

function turnsOf(value: unknown, path: Path): { role: string; found: Found[] }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((turn: unknown, i) => {
    if (!isRecord(turn)) return []
    const own = (names: readonly string[]): string | undefined =>
      names.find((name) => Object.hasOwn(turn, name) && turn[name] !== undefined)
    const [by, said] = [own(['role', 'from', 'speaker', 'author']), own(['content', 'value', 'text', 'utterance'])]
    const role = by === undefined ? undefined : turn[by]
    if (typeof role !== 'string' || said === undefined) return []
    const content = turn[said]
    const at = [...path, i, said]
    const found = typeof content === 'string' ? [{ text: content, path: at }] : textsOf(content, at)
    const name = role.toLowerCase()
    return [{ role: Object.hasOwn(sameRole, name) ? sameRole[name]! : name, found }]
  })
}
