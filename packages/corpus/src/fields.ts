import { CorpusError, looksLikeField, suggestion } from '@corpuscope/core'
import { isPassages } from './passages.ts'
import type { Path } from './rewriting.ts'
import { count, nameList, quoted } from './say.ts'
import { guessShape, isLettered, isQuestioned, isTurns, type Shape, shapeTitles } from './shapes.ts'
import { statedSpans } from './spans.ts'

/** Where the parts of a document stand in a record. */
export interface Fields {
  readonly text?: string
  readonly id?: string
  readonly label?: string
  readonly language?: string
  /** How several fields make one document; with `text`, they are looked up in it. */
  readonly shape?: Shape
  /** The lists of tokens and of their tags, where the text is to be made of these; `names` of tags that are numbers. */
  readonly tokens?: { readonly words: string; readonly tags?: string; readonly names?: readonly string[] }
  /** The list of passages that the text is made of. */
  readonly passages?: string
  /** The field that holds annotations. */
  readonly spans?: string
}

interface FieldSurvey {
  readonly nested: boolean
  /** Records that have it. */
  present: number
  strings: number
  numbers: number
  /** Records in which it holds running text: more than one word. */
  running: number
  length: number
  /** Records in which it is a list of texts, of turns, of spans. */
  texts: number
  turns: number
  spans: number
  /** Records in which it is a list of passages, of paragraphs with questions, of whole numbers. */
  passages: number
  questions: number
  wholeNumbers: number
}

/** What the first records of an input look like. */
export interface Survey {
  records: number
  readonly fields: Map<string, FieldSurvey>
  /** Names of the numbers in a field, where the file or its card has them. */
  readonly classNames: Map<string, readonly string[]>
}

/** Records looked at before the fields are chosen. */
export const surveyRecords = 200
/** Bytes looked at for that, at most. */
export const surveyBytes = 1 << 24

const mostFields = 2000
const deepest = 4

/** Usual names, the more telling first. */
export const textNames = [
  ...['text', 'note', 'content', 'body', 'document', 'transcript', 'abstract', 'question', 'sentence'],
  ...['note_text', 'transcription', 'report', 'passage', 'paragraph'],
] as const
export const idNames = ['id', '_id', 'doc_id', 'note_id', 'uid', 'guid'] as const

export const createSurvey = (): Survey => ({ records: 0, fields: new Map(), classNames: new Map() })

/** Takes the next record into the survey; a nested field is known by its path, `note.body`. */
export function surveyRecord(survey: Survey, entries: Iterable<readonly [string, unknown]>, path = '', depth = 1): void {
  if (depth === 1) survey.records++
  for (const [key, value] of entries) {
    const name = path + key
    let field = survey.fields.get(name)
    if (!field) {
      if (survey.fields.size >= mostFields) continue
      const none = {
        present: 0,
        strings: 0,
        numbers: 0,
        running: 0,
        length: 0,
        texts: 0,
        turns: 0,
        spans: 0,
        passages: 0,
        questions: 0,
        wholeNumbers: 0,
      }
      survey.fields.set(name, (field = { nested: depth > 1, ...none }))
    }
    field.present++
    if (typeof value === 'string') {
      field.strings++
      field.length += value.length
      if (isRunning(value)) field.running++
    } else if (typeof value === 'number') field.numbers++
    else if (Array.isArray(value)) surveyList(field, value)
    else if (isTexts(value)) field.texts++
    if (depth < deepest && isRecord(value)) surveyRecord(survey, Object.entries(value), `${name}.`, depth + 1)
  }
}

function surveyList(field: FieldSurvey, value: readonly unknown[]): void {
  if (value.length === 0) return
  if (isTurns(value)) field.turns++
  else if (isQuestioned(value)) field.questions++
  else if (isPassages(value)) {
    field.passages++
    field.spans++
  } else if (value.every((each) => Number.isInteger(each))) field.wholeNumbers++
  else if (statedSpans(value.slice(0, 3)) !== undefined) field.spans++
  else if (typeof value[0] === 'string' || isTexts(value[0]) || isChoice(value[0])) field.texts++
}

/** A choice with its letter: `{"key": "A", "value": "…"}`. */
const isChoice = (value: unknown): boolean =>
  isRecord(value) && ['text', 'value'].some((name) => Object.hasOwn(value, name) && typeof value[name] === 'string')

/** Lists of texts inside an object: choices, answers, abstracts in pieces. */
const isTexts = (value: unknown): boolean =>
  isRecord(value) && (isLettered(value) || ['text', 'contexts'].some((name) => Object.hasOwn(value, name) && Array.isArray(value[name])))

// Han, Kana, Thai, Lao, Khmer and Myanmar are written without spaces between words.
const isRunning = (value: string): boolean =>
  /\S\s+\S|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]{2}/u.test(value)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Wanted {
  readonly textField?: string | undefined
  readonly idField?: string | undefined
  readonly labelField?: string | undefined
  readonly languageField?: string | undefined
  readonly shape?: Shape['kind'] | 'text' | undefined
}

/**
 * Which field is what: those asked for, else the usual names, else the longest field of running text.
 *
 * @param besides  names that come from elsewhere: a labels table, file names
 * @param where    the input, as messages call it
 */
export function chooseFields(survey: Survey, wanted: Wanted, besides: readonly string[], where: string): Fields {
  const { textField, idField } = wanted
  const { fields } = survey
  const known = [...fields.keys()]
  if (textField !== undefined) {
    const field = fields.get(textField)
    if (!field) throw unknownField('--text-field', textField, namesOf(survey), where, survey.records)
    if (field.strings === 0)
      throw new CorpusError(`${where}: ${quoted(textField)} holds no text in the first records; name another with --text-field.`)
  }
  if (idField !== undefined && !fields.has(idField)) throw unknownField('--id-field', idField, namesOf(survey), where, survey.records)
  const passages = choosePassages(survey, wanted)
  const { text, shape } = passages === undefined ? chooseText(survey, wanted, known) : {}
  const tokens = text === undefined && !shape && passages === undefined && wanted.shape === undefined ? chooseTokens(survey) : undefined
  if (text === undefined && !shape && !tokens && passages === undefined) {
    const { common } = namesOf(survey)
    const meant = textNames.map((name) => suggestion(name, common)).find((sentence) => sentence !== '') ?? ''
    throw new CorpusError(
      wanted.shape !== undefined && wanted.shape !== 'text'
        ? `${where}: the fields do not make ${shapeTitles[wanted.shape]}; there are ${nameList(common, known.length - common.length)}. Leave --shape out, or name one text with --text-field.`
        : `${where}: no field holds running text; its fields are ${nameList(common, known.length - common.length)}. Name the one to read with --text-field.${meant}`,
    )
  }
  const id =
    idField ??
    guess(
      survey,
      idNames.filter((name) => name !== text),
      ({ strings, numbers }) => strings + numbers,
    )
  const spans = [...spanNames, ...known].find((name) => name !== passages && (fields.get(name)?.spans ?? 0) > 0)
  return {
    ...(text !== undefined && { text }),
    ...(id !== undefined && { id }),
    ...namedFields(wanted, namesOf(survey, besides), where, survey.records),
    ...(shape && { shape }),
    ...(tokens && { tokens }),
    ...(passages !== undefined && { passages }),
    ...(spans !== undefined && (text !== undefined || passages !== undefined) && { spans }),
  }
}

/** Names that mean the whole text, even where the record has its pieces too. */
const wholeNames = ['text', 'note', 'note_text', 'transcription']
const spanNames = ['spans', 'entities', 'annotations', 'ents']

function chooseTokens({ fields, records, classNames }: Survey): Fields['tokens'] {
  const words = ['tokens', 'words'].find((name) => (fields.get(name)?.texts ?? 0) * 2 > records)
  const tags = ['ner_tags', 'tags', 'ner', 'labels'].find(
    (name) => (fields.get(name)?.texts ?? 0) > 0 || ((fields.get(name)?.wholeNumbers ?? 0) > 0 && classNames.has(name)),
  )
  const names = tags === undefined ? undefined : classNames.get(tags)
  return words === undefined ? undefined : { words, ...(tags !== undefined && { tags }), ...(names && { names }) }
}

/** The list of passages, unless another text was asked for, or the records have the whole text too. */
function choosePassages({ fields, records }: Survey, { textField, shape }: Wanted): string | undefined {
  const whole = wholeNames.some((name) => (fields.get(name)?.running ?? 0) * 2 > records)
  if (textField !== undefined || (shape !== undefined && shape !== 'text') || whole) return undefined
  return [...fields].find(([, field]) => !field.nested && field.passages * 2 > records)?.[0]
}

interface Chosen {
  readonly text?: string
  readonly shape?: Shape
}

/** What of the records is read; where nothing at their top is, what lies in the first of their objects that has it. */
function chooseText(survey: Survey, wanted: Wanted, known: readonly string[]): Chosen {
  const top = chooseAmong(survey, wanted)
  if (top.text !== undefined || top.shape || wanted.textField !== undefined) return top
  for (const outer of known) {
    const inside = [...survey.fields].flatMap(([name, field]) =>
      name.startsWith(`${outer}.`)
        ? [[name.slice(outer.length + 1), { ...field, nested: name.indexOf('.', outer.length + 1) > 0 }] as const]
        : [],
    )
    if (inside.length === 0) continue
    const { text, shape } = chooseAmong({ ...survey, fields: new Map(inside) }, { shape: wanted.shape })
    if (text === undefined && !shape) continue
    const pieces = shape?.pieces.map((piece) => ({ ...piece, field: `${outer}.${piece.field}` })) ?? []
    return { ...(text !== undefined && { text: `${outer}.${text}` }), ...(shape && { shape: { ...shape, pieces } }) }
  }
  return top
}

/** The field of the whole text, the shape that several fields have together, or both. */
function chooseAmong(survey: Survey, { textField, idField, labelField, languageField, shape: kind }: Wanted): Chosen {
  const others = [idField, labelField, languageField]
  const wanted = kind === 'text' ? undefined : kind
  const whole =
    textField ??
    guess(
      survey,
      wholeNames.filter((name) => !others.includes(name)),
      ({ running }) => running,
    )
  const shape = kind === 'text' ? undefined : guessShape(survey, wanted, whole !== undefined)
  const text = whole ?? (shape ? undefined : wanted === undefined ? guessText(survey, others) : undefined)
  return { ...(text !== undefined && { text }), ...(shape && { shape: withoutField(shape, text) }) }
}

const withoutField = (shape: Shape, text: string | undefined): Shape => ({
  ...shape,
  pieces: shape.pieces.filter(({ field }) => field !== text),
})

/** Names of fields, and those of them that a message may show: in half of the records looked at or more, and like names of fields. */
export interface FieldNames {
  readonly all: readonly string[]
  readonly common: readonly string[]
}

function namesOf({ fields, records }: Survey, besides: readonly string[] = []): FieldNames {
  const shown = [...fields].flatMap(([name, { present }]) => (2 * present >= records && looksLikeField(name) ? [name] : []))
  return { all: [...fields.keys(), ...besides], common: [...shown, ...besides.filter(looksLikeField)] }
}

/** The fields that are never guessed; they have to be among the names there are. */
export function namedFields({ labelField, languageField }: Wanted, known: FieldNames, where: string, records = 0): Fields {
  if (labelField !== undefined && !known.all.includes(labelField)) throw unknownField('--label-field', labelField, known, where, records)
  if (languageField !== undefined && !known.all.includes(languageField)) {
    throw unknownField('--language-field', languageField, known, where, records)
  }
  return { ...(labelField !== undefined && { label: labelField }), ...(languageField !== undefined && { language: languageField }) }
}

function guessText(survey: Survey, others: readonly (string | undefined)[]): string | undefined {
  const usual = guess(
    survey,
    textNames.filter((name) => !others.includes(name)),
    ({ strings }) => strings,
  )
  if (usual !== undefined) return usual
  return [...survey.fields]
    .filter(([name, field]) => !field.nested && !others.includes(name) && field.running * 2 > survey.records)
    .sort(([a, { length }], [b, { length: other }]) => other - length || (a < b ? -1 : 1))[0]?.[0]
}

/** The first of the names that most records have. */
function guess(survey: Survey, names: readonly string[], holds: (field: FieldSurvey) => number): string | undefined {
  for (const name of names) {
    const found = likeNamed(survey.fields.keys(), name)
    const field = found === undefined ? undefined : survey.fields.get(found)
    if (field && !field.nested && holds(field) * 2 > survey.records) return found
  }
  return undefined
}

/** The name itself, or one that differs only in upper and lower case. */
export function likeNamed(names: Iterable<string>, wanted: string): string | undefined {
  let like: string | undefined
  for (const name of names) {
    if (name === wanted) return name
    if (like === undefined && name.toLowerCase() === wanted) like = name
  }
  return like
}

function unknownField(option: string, name: string, { all, common }: FieldNames, where: string, records: number): CorpusError {
  const looked = records > 0 ? ` in the first ${count(records, 'record')}` : ''
  const there = all.length > 0 ? `there are ${nameList(common, all.length - common.length)}` : 'there are none'
  return new CorpusError(
    `${where}: ${option} names ${quoted(name)}, but there is no such field${looked}; ${there}.${suggestion(name, common)}`,
  )
}

/** Reads a field of a record: its own key, else a path by dots. Keys such as `__proto__` are data, never the prototype. */
export function fieldReader(name: string): (record: Record<string, unknown>) => unknown {
  const path = name.split('.')
  return (record) => {
    if (Object.hasOwn(record, name)) return record[name]
    if (path.length === 1) return undefined
    let value: unknown = record
    for (const step of path) {
      if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined
      value = value[step]
    }
    return value
  }
}

/** Where `fieldReader` finds the field in this record. */
export const fieldPath = (record: Record<string, unknown>, name: string): Path => (Object.hasOwn(record, name) ? [name] : name.split('.'))
