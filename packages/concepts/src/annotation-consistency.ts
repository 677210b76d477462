import {
  type Analysis,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Rows,
  type Rule,
  ratioEstimate,
} from '@corpuscope/core'
import { words } from '@corpuscope/text'
import { annotatedWords, formHash, spanWidth, wordHashes } from './annotated-words.ts'

const source = {
  text: 'Dickinson & Meurers 2003, Detecting errors in part-of-speech annotation (variation n-grams)',
  url: 'https://aclanthology.org/E03-1068',
}

const conflicts: Measure = {
  id: 'annotation-conflict-share',
  title: 'Annotations that are named otherwise elsewhere',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Annotations whose name (code, or type without one) is not the commonest one for their words, without case / annotations whose words are annotated twice or more. Codes vie within a type; types vie where there are no codes and no second annotation of the same words. Annotations in pieces are left out.',
  source,
}

const missing: Measure = {
  id: 'annotation-missing-share',
  title: 'Places that are annotated elsewhere and not here',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Occurrences of words that no annotation touches / all their occurrences, over words annotated three times or more, in two documents or more, and in at least half of their occurrences. Only documents with an annotation are looked at.',
  source,
}

const conflictRule: Rule = {
  id: 'annotation-conflict',
  title: 'The same words named otherwise elsewhere',
  severity: 'note',
  measure: conflicts.id,
  definition:
    'At least three in four annotations of these words, and three or more, have one other name. Ambiguous words are no error: look at both.',
}

const missingRule: Rule = {
  id: 'annotation-missing',
  title: 'Annotated elsewhere, not here',
  severity: 'note',
  measure: missing.id,
  definition:
    'These words are annotated in at least three in four of their occurrences, three times or more in two documents or more, and not here.',
}

const spansList = 'annotation-consistency.spans'
const wordsList = 'annotation-consistency.words'
const placesList = 'annotation-consistency.places'
const longestForm = 12

interface Form {
  annotated: number
  documents: number
  lastDocument: number
  free: number
  words: number
}

/** Whether one surface form is annotated in one way, and wherever it stands. */
export const annotationConsistency = (): Analysis<null> => ({
  id: 'annotation-consistency',
  measures: [conflicts, missing],
  rules: [conflictRule, missingRule],
  create: () => null,
  observe(_, document) {
    if (!document.annotations?.length) return undefined
    const { starts, ends, count } = words(document)
    const places = new Uint32Array(2 * count)
    for (let i = 0; i < count; i++) {
      places[2 * i] = starts[i]!
      places[2 * i + 1] = ends[i]!
    }
    return { lists: { [spansList]: annotatedWords(document).spans, [wordsList]: wordHashes(document), [placesList]: places } }
  },
  merge: () => undefined,
  conclude(_, { rows, seed }) {
    const annotated = Array.from({ length: rows.n }, (_, i) => i).filter((i) => rows.list(spansList, i).length > 0)
    const left = rows.n - annotated.length
    if (annotated.length === 0)
      return { estimates: [conflicts, missing].map(({ id }) => notApplicable(id, 'no document has an annotation of words', rows.n)) }
    const findings: Finding[] = []
    const named = namesOfForms(rows, annotated)
    const vie = annotated.map((i) => conflictsOf(rows, i, named, findings))
    const forms = formsOf(rows, annotated)
    const gaps = annotated.map((i) => gapsOf(rows, i, forms, findings))
    const estimate = (measure: Measure, pairs: readonly (readonly [number, number])[], none: string) => {
      const [parts, wholes] = [pairs.map(([part]) => part), pairs.map(([, whole]) => whole)]
      const found = ratioEstimate(measure, parts, wholes, { none, left, seed })
      return left > 0 && found.status === 'measured' ? { ...found, reason: `${left} left out: no annotation` } : found
    }
    return {
      estimates: [
        estimate(conflicts, vie, 'no words are annotated twice'),
        estimate(missing, gaps, 'no words are annotated three times in two documents'),
      ],
      findings,
    }
  },
})

/** Who an annotation is held against: the same words, and the same type where it has a code; undefined where annotations lie on each other in layers. */
function vyingKey(spans: ArrayLike<number>, at: number): string | undefined {
  if (spans[at + 2] !== spans[at + 3]) return `${spans[at + 4]} ${spans[at + 3]}`
  for (const other of [at - spanWidth, at + spanWidth])
    if (spans[other] === spans[at] && spans[other + 1] === spans[at + 1]) return undefined
  return `${spans[at + 4]}`
}

/** Form and type -> name -> annotations. */
function namesOfForms(rows: Rows, annotated: readonly number[]): Map<string, Map<number, number>> {
  const named = new Map<string, Map<number, number>>()
  for (const i of annotated) {
    const spans = rows.list(spansList, i)
    for (let at = 0; at < spans.length; at += spanWidth) {
      const key = vyingKey(spans, at)
      if (key === undefined) continue
      let names = named.get(key)
      if (!names) named.set(key, (names = new Map()))
      names.set(spans[at + 2]!, (names.get(spans[at + 2]!) ?? 0) + 1)
    }
  }
  return named
}

function conflictsOf(
  rows: Rows,
  i: number,
  named: ReadonlyMap<string, ReadonlyMap<number, number>>,
  findings: Finding[],
): [number, number] {
  const spans = rows.list(spansList, i)
  const places = rows.list(placesList, i)
  let [odd, repeated] = [0, 0]
  for (let at = 0; at < spans.length; at += spanWidth) {
    const key = vyingKey(spans, at)
    if (key === undefined) continue
    const names = named.get(key)!
    let [all, most] = [0, 0]
    for (const times of names.values()) {
      all += times
      most = Math.max(most, times)
    }
    if (all < 2) continue
    repeated++
    // A tie has no commonest name: all but one of the tied count, whichever it is.
    const own = names.get(spans[at + 2]!)!
    const commonest = Math.min(...[...names].filter(([, times]) => times === most).map(([name]) => name))
    if (spans[at + 2] === commonest) continue
    odd++
    if (most < 3 || most / all < 0.75) continue
    findings.push(
      finding(
        conflictRule,
        rows,
        i,
        places[2 * spans[at]!]!,
        places[2 * spans[at + 1]! - 1]!,
        `named as ${own} of ${all} annotations of these words; ${most} have one other name`,
      ),
    )
  }
  return [odd, repeated]
}

const finding = (rule: Rule, rows: Rows, i: number, start: number, end: number, message: string): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  document: rows.ids[i]!,
  span: { start, end },
  message,
  fingerprint: fingerprint(rule.id, rows.ids[i]!, `${start} ${end}`),
})

/** Words that are annotated: how often, in how many documents, and how often they stand free. */
function formsOf(rows: Rows, annotated: readonly number[]): Map<number, Form> {
  const forms = new Map<number, Form>()
  for (const i of annotated) {
    const spans = rows.list(spansList, i)
    const seen = new Set<string>()
    for (let at = 0; at < spans.length; at += spanWidth) {
      const length = spans[at + 1]! - spans[at]!
      if (length > longestForm) continue
      const place = `${spans[at]} ${spans[at + 1]}`
      if (seen.has(place)) continue
      seen.add(place)
      let form = forms.get(spans[at + 4]!)
      if (!form) forms.set(spans[at + 4]!, (form = { annotated: 0, documents: 0, lastDocument: -1, free: 0, words: length }))
      form.annotated++
      if (form.lastDocument !== i) form.documents++
      form.lastDocument = i
    }
  }
  for (const [hash, form] of forms) if (form.annotated < 3 || form.documents < 2) forms.delete(hash)
  for (const i of annotated) eachFree(rows, i, forms, (form) => form.free++)
  for (const [hash, form] of forms) if (form.free > form.annotated) forms.delete(hash)
  return forms
}

/** The occurrences of forms that touch no annotation of their document, longest first, none over another. */
function eachFree(
  rows: Rows,
  i: number,
  forms: ReadonlyMap<number, Form>,
  take: (form: Form, from: number, to: number, hash: number) => void,
): void {
  const hashes = rows.list(wordsList, i)
  const spans = rows.list(spansList, i)
  const touched = new Uint8Array(hashes.length)
  for (let at = 0; at < spans.length; at += spanWidth) touched.fill(1, spans[at], spans[at + 1])
  for (let from = 0; from < hashes.length; from++) {
    if (touched[from] === 1) continue
    let room = 0
    while (room < longestForm && from + room < hashes.length && touched[from + room] === 0) room++
    for (let length = room; length > 0; length--) {
      const hash = formHash(hashes, from, from + length)
      const form = forms.get(hash)
      if (form?.words !== length) continue
      take(form, from, from + length, hash)
      from += length - 1
      break
    }
  }
}

function gapsOf(rows: Rows, i: number, forms: ReadonlyMap<number, Form>, findings: Finding[]): [number, number] {
  const spans = rows.list(spansList, i)
  const places = rows.list(placesList, i)
  let [free, all] = [0, 0]
  const counted = new Set<string>()
  for (let at = 0; at < spans.length; at += spanWidth) {
    const place = `${spans[at]} ${spans[at + 1]}`
    if (forms.has(spans[at + 4]!) && !counted.has(place)) all++
    counted.add(place)
  }
  eachFree(rows, i, forms, (form, from, to) => {
    free++
    all++
    if (form.annotated < 3 * form.free) return
    findings.push(
      finding(
        missingRule,
        rows,
        i,
        places[2 * from]!,
        places[2 * to - 1]!,
        `annotated in ${form.annotated} of ${form.annotated + form.free} places, in ${form.documents} documents, and not here`,
      ),
    )
  })
  return [free, all]
}
