import type { Document, Rows, Scalar } from '@corpuscope/core'
import { ageSex } from '@corpuscope/features'
import { view } from '@corpuscope/text'
import { family, occupationCues, occupations, rareConditions, relatives } from './data/quasi-words.ts'
import { identifiersOf } from './identifiers-of.ts'

/** A quasi-identifier: what others may know of a person, as small whole numbers, with its coarser forms. */
export interface QuasiField {
  readonly name: string
  /** A document's value. */
  readonly codes: Uint32Array
  readonly distinct: number
  /** Each coarser than the one before: what to do, and the field after it. */
  readonly coarser: readonly { readonly step: string; readonly codes: Uint32Array; readonly distinct: number }[]
}

/** Names of metadata fields that others could know of a person; a judgement, and a row to extend. */
const quasiNames: ReadonlySet<string> = new Set(
  'age agegroup ageband sex gender setting remoteness place city town suburb state region country county district postcode zip zipcode occupation profession job ethnicity race indigenous marital maritalstatus religion education facility hospital clinic practice department ward language birthyear yearofbirth year birthdate dateofbirth dob'.split(
    ' ',
  ),
)

/** Years in a band of ages; the last holds everybody from 90 on, as Safe Harbor wants it. */
const bandYears = 10
const lastBand = 90
const mostFields = 10
/** A rare condition has fewer documents than this, and at most this share of all. */
const rareBelow = 5
const rareShare = 0.01

/** Name of the list that a document's row carries: age, sex, occupation, family, place, month, rare condition; NaN where the text says nothing. */
export const quasiList = 'k-anonymity-text'
const fromText = ['age', 'sex', 'occupation', 'family', 'postcode', 'month', 'rare condition'] as const

/** What a text says of its patient, as numbers that show no word of it: a view, so that it is read once for all that ask. */
export const quasiOf = view((document: Document): Float64Array => {
  const { text } = document
  const { age, sex } = ageSex(document)
  const found = identifiersOf(document)
  const small = text.toLowerCase()
  const postcode = found.find(({ kind }) => kind === 'postcode')
  const date = found.find(({ kind, identity }) => kind === 'date' && /^\d{4}-/.test(identity))
  return Float64Array.of(
    age === undefined ? Number.NaN : Math.min(lastBand, Math.floor(age / bandYears) * bandYears),
    sex === undefined ? Number.NaN : sex === 'female' ? 1 : 2,
    occupationIn(small),
    indexOf(small, familyForm, family),
    postcode ? numberOfPostcode(postcode.identity) : Number.NaN,
    date ? monthOf(date.identity) : Number.NaN,
    rareForms.test(small) ? rareEach.findIndex((form) => form.test(small)) : Number.NaN,
  )
})

const mostSigns = 10

/** A postcode as a number that can be read back: its letters and digits to the base of 36, behind a 1 that keeps zeros in front. */
const numberOfPostcode = (identity: string): number => {
  const signs = identity.toLowerCase().replace(/[^a-z\d]/g, '')
  return signs.length > mostSigns ? Number.NaN : Number.parseInt(`1${signs}`, 36)
}
const postcodeOf = (number: number): string => number.toString(36).slice(1)

const monthOf = (identity: string): number => Number(identity.slice(0, 4)) * 12 + Number(identity.split('-')[1]) - 1

const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const occupationForm = new RegExp(
  `(?<!\\p{L})(?:${oneOf(occupationCues)})(?: as)?(?: an?)?(?: \\p{L}+)?:? (${oneOf(occupations)})(?!\\p{L})`,
  'u',
)
/** Behind an age, "45 yo plumber", an occupation needs no cue. */
const agedForm = new RegExp(
  `\\d[- ]?(?:years?[- ]olds?|yo|y/o|yr old|jährige[rn]?|ans|años|anos|anni|jarige)(?: (?:male|female|man|woman|retired|ex|former))* (${oneOf(occupations)})(?!\\p{L})`,
  'u',
)
const relativeForm = new RegExp(`(?<!\\p{L})(?:${oneOf(relatives)})(?!\\p{L})[^.;\n]*$`, 'u')
const sentenceRoom = 60

/** The occupation of the patient: that of a husband in the same sentence before it is his. */
function occupationIn(text: string): number {
  for (const form of [occupationForm, agedForm]) {
    const found = form.exec(text)
    if (found && !relativeForm.test(text.slice(Math.max(0, found.index - sentenceRoom), found.index))) return occupations.indexOf(found[1]!)
  }
  return Number.NaN
}

const rareForms = new RegExp(`(?<!\\p{L})(?:${rareConditions.join('|')})(?!\\p{L})`, 'u')
const rareEach = rareConditions.map((form) => new RegExp(`(?<!\\p{L})(?:${form})(?!\\p{L})`, 'u'))

const familyForm = new RegExp(`(?<!\\p{L})(${oneOf(family)})(?!\\p{L})`, 'u')

function indexOf(text: string, form: RegExp, words: readonly string[]): number {
  const found = form.exec(text)?.[1]
  return found === undefined ? Number.NaN : words.indexOf(found)
}

/** A quasi-identifier as it is written, a value a document; empty where nothing is said. */
export interface QuasiValues {
  readonly name: string
  /** What kind of field it is: its name without case and signs. */
  readonly plain: string
  readonly values: readonly string[]
}

/** Quasi-identifiers of a corpus, of its metadata first and of its texts where no field says the same, before fields that all share are left out. */
export function quasiValues(rows: Rows): QuasiValues[] {
  const found: QuasiValues[] = []
  for (const [name, { values }] of rows.fields) {
    const plain = name.toLowerCase().replace(/[^\p{L}]/gu, '')
    if (quasiNames.has(plain)) found.push({ name, plain, values: Array.from(values, (value) => generalised(plain, value)) })
  }
  const plainNames = new Set(found.map(({ plain }) => plain))
  fromText.forEach((plain, place) => {
    if (plainNames.has(plain) || (plain === 'sex' && plainNames.has('gender'))) return
    const values = Array.from({ length: rows.n }, (_, i) => {
      const value = rows.list(quasiList, i)[place]
      return value === undefined || Number.isNaN(value)
        ? ''
        : plain === 'age'
          ? `${value}+`
          : plain === 'postcode'
            ? postcodeOf(value)
            : String(value)
    })
    found.push({ name: `${plain === 'month' ? 'month of a date' : plain} in the text`, plain, values })
  })
  return found
}

/** Those that tell documents apart, ten at most, each with its coarser forms, and rare conditions. */
export function quasiFields(rows: Rows): QuasiField[] {
  const found = quasiValues(rows).flatMap(({ name, plain, values }) => fieldOf(name, values, stepsOf(plain)))
  return [...found, ...rareCondition(rows)].slice(0, mostFields)
}

/** A condition that few have is known of them; a common one says little. */
function rareCondition(rows: Rows): QuasiField[] {
  const times = new Map<string, number>()
  for (const label of rows.writtenLabels) if (label !== null) times.set(label, (times.get(label) ?? 0) + 1)
  const values = rows.writtenLabels.map((label) =>
    label !== null && times.get(label)! < rareBelow && times.get(label)! <= rareShare * rows.n ? label : '',
  )
  return fieldOf('rare condition', values, [])
}

interface Step {
  readonly step: string
  readonly of: (value: string) => string
}

const number = (value: string): number => Number.parseFloat(value)

function stepsOf(plain: string): Step[] {
  if (plain === 'age') return [{ step: 'ages by 20 years', of: (value) => (value === '' ? '' : String(Math.floor(number(value) / 20))) }]
  if (plain === 'month') return [{ step: 'dates by year', of: (value) => (value === '' ? '' : String(Math.floor(number(value) / 12))) }]
  if (/^(?:postcode|zip|zipcode)$/.test(plain)) return [{ step: 'first two characters of the postcode', of: (value) => value.slice(0, 2) }]
  if (/^(?:birthyear|yearofbirth|year)$/.test(plain))
    return [{ step: 'years by decade', of: (value) => (/^\d{4}$/.test(value) ? value.slice(0, 3) : value) }]
  if (/^(?:birthdate|dateofbirth|dob)$/.test(plain)) return [{ step: 'year of birth', of: (value) => /\d{4}/.exec(value)?.[0] ?? '' }]
  return []
}

function fieldOf(name: string, values: readonly string[], steps: readonly Step[]): QuasiField[] {
  const { codes, distinct } = coded(values)
  if (distinct < 2) return []
  return [
    {
      name,
      codes,
      distinct,
      coarser: steps.map(({ step, of }) => ({ step, ...coded(values.map(of)) })).filter((each) => each.distinct < distinct),
    },
  ]
}

export function coded(values: readonly string[]): { readonly codes: Uint32Array; readonly distinct: number } {
  const ids = new Map<string, number>()
  const codes = Uint32Array.from(values, (value) => {
    let code = ids.get(value)
    if (code === undefined) ids.set(value, (code = ids.size))
    return code
  })
  return { codes, distinct: ids.size }
}

/** Ages by ten years, everything else in one spelling. */
function generalised(name: string, value: Scalar): string {
  if (value === null) return ''
  const text = String(value).trim().toLowerCase()
  const age = name === 'age' && /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  return age === undefined ? text : `${Math.min(lastBand, Math.floor(age / bandYears) * bandYears)}+`
}
