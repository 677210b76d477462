import type { Document } from '@corpuscope/core'
import { view } from '@corpuscope/text'

export type Sex = 'female' | 'male'

/** Where something stands in a text: UTF-16 offsets, end exclusive. */
export interface Evidence {
  readonly start: number
  readonly end: number
}

/** What a note says of its patient. */
export interface AgeSex {
  /** In years, with a fraction under 2; undefined where none is stated. */
  readonly age?: number
  readonly sex?: Sex
  /** Where age and sex were read. */
  readonly ageEvidence?: Evidence
  readonly sexEvidence?: Evidence
  /** `stated`: with the age or by a word for the patient; `inferred`: from pronouns and other words alone. */
  readonly sexBasis?: 'stated' | 'inferred'
  /** Another age or sex stated of the same patient. */
  readonly contradictions: readonly { readonly what: 'age' | 'sex'; readonly span: Evidence }[]
}

// Sex words that stand beside an age, by language: en, fr, es, pt, de.
const femaleWords =
  'females?|woman|women|lady|girl|f|femme|fille|fillette|patiente|dame|f[ée]minin|mujer|ni[ñn]a|chica|se[ñn]ora|anciana|femenin[oa]|mulher|menina|rapariga|senhora|idosa|feminin[oa]|frau|patientin|m[äa]dchen|weibl(?:\\.|ich(?:e[rn]?)?)|w'
const maleWords =
  'males?|man|men|gentleman|boy|m|homme|gar[çc]on|masculin|monsieur|var[óo]n|hombre|ni[ñn]o|chico|se[ñn]or|anciano|masculin[oa]|homem|menino|rapaz|senhor|idoso|mann|junge|m[äa]nnl(?:\\.|ich(?:e[rn]?)?)'
const longFemale =
  'females?|woman|lady|girl|femme|fille|fillette|patiente|mujer|niña|femenina|mulher|menina|feminina|frau|patientin|mädchen'
const longMale = 'males?|man|gentleman|boy|homme|garçon|varón|hombre|niño|masculino|homem|menino|mann|junge'
const sexWord = `(?:(?<female>${femaleWords})|(?<male>${maleWords}))`

const years =
  '(?:years?[-\u2010\u2011 ]?olds?|yrs?[-\u2010\u2011 ]?olds?|y[-\\/.]?\\s?o\\.?|yrs?|years?(?: of age)?|y|ans?|a[ñn]os?|anos?|j\\.|jahren?|jahre|j[äa]hrige?[rnsm]?)'
const months = '(?:months?[-\u2010\u2011 ]?olds?|mths?[-\u2010\u2011 ]?olds?|m[\\/.]o|mo|months?|mths?|mois|mes(?:es)?|monaten?|\\/12)'
const weeks = '(?:weeks?[-\u2010\u2011 ]?olds?|wks?[-\u2010\u2011 ]?olds?|semaines?|semanas?|wochen?|\\/52)'
// In English and Portuguese "3 days" is a duration: days are an age only where they are old or of life.
const days = '(?:[- ]?days?[- ]olds?|\\/7[- ]olds?|jours de vie|d[íi]as de (?:vida|edad)|dias de (?:vida|idade)|tage alt(?:e[rs]?)?)'
const edge = '(?<![\\p{L}\\p{N}.,/:%+-])'
// A decimal is a code or a measurement: F60.31, 11,5 F/12 cm.
const after = '(?![\\p{L}\\p{N}]|[.,]\\p{N}|\\s?(?:x|cm|mm|mg|ml|kg|%|mal|tgl)(?!\\p{L}))'
// Words between age and sex: "57 yo Aboriginal F", "34 yr old childcare worker, female".
const word = (list: string): string => `(?<!\\p{L})(?:${list})(?!\\p{L})`
const between = `(?:[-,;:()\\s]|${word('aboriginal|indigenous|torres strait islander|atsi|a&tsi|caucasian|white|black|asian|hispanic|african(?:[- ]american)?|right[- ]handed|left[- ]handed|previously|well|healthy|active|retired|elderly|young|pregnant|obese|adult|married|single|widowed|pt|patient|paciente|person|de|sexe|sexo')}){0,6}?`
const ageWithUnit = `(?<age>\\d{1,3})\\s?[-\u2010\u2011\u2013]?\\s?(?:(?<years>${years})|(?<months>${months})|(?<weeks>${weeks})|(?<days>${days}))`

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const spelledNumber = `(?:${tens.join('|')})(?:[- ](?:${ones.slice(0, 9).join('|')}))?|(?:${ones.join('|')})`

function spelled(written: string): number {
  const parts = written.toLowerCase().split(/[- ]/)
  return parts.reduce((sum, part) => sum + (tens.includes(part) ? 10 * (tens.indexOf(part) + 2) : ones.indexOf(part) + 1), 0)
}

/** Patterns, most telling first. Groups: age, unit by name, female, male. */
const patterns: readonly RegExp[] = [
  // 57M, 57 M, 57yoF, 57 yo F, 57-year-old woman, 8mo M, 57 ans, homme
  new RegExp(
    `${edge}(?<age>\\d{1,3})(?:\\s?[-\u2010\u2011\u2013]?\\s?(?:(?<years>${years})|(?<months>${months})|(?<weeks>${weeks})|(?<days>${days})))?[.\\/]?${between}${sexWord}${after}`,
    'giu',
  ),
  // 77-year-old Tunisian factory worker, woman: only whole words, and only with a unit
  new RegExp(
    `${edge}${ageWithUnit}(?:\\s+(?!(?:with|by|and|of|whose|mother|father|parent)(?!\\p{L}))[\\p{L}-]+){1,3}?\\s+(?:(?<female>${longFemale})|(?<male>${longMale}))${after}`,
    'giu',
  ),
  // M57, F 34, (F, 34), female aged 34, femme de 57 ans, varon de 57 anos
  new RegExp(
    `(?<![\\p{L}\\p{N}-])${sexWord}(?:[,;:()/~\\s]|${word("patiente?|paciente|infant|baby|neonate|newborn|child|teenager|adolescent|toddler|aged?|[âa]g[ée]e?|de|d['’]|con|of|com|edad|idade|im|alter|von|pt")}){0,5}?(?<age>\\d{1,3})(?:\\s?[-\u2010\u2011]?\\s?(?:(?<years>${years})|(?<months>${months})|(?<weeks>${weeks})|(?<days>${days})))?${after}`,
    'giu',
  ),
  // Mr Smith, 45 years; Mme X., 45 ans; Frau M., 45 Jahre; in German and French the word for a patient has the sex.
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<female>mrs|ms|miss|mme|madame|mlle|frau|fr\\.|sra\\.?|patientin)|(?<male>mr|monsieur|m\\.|herrn?|hr\\.|sr\\.?))(?:\\s\\p{L}[\\p{L}.'’-]*){0,3}?(?:\\s(?:ist|war|is|est))?[\\s,(]+(?:aged\\s|[âa]g[ée]e?\\s(?:de\\s)?)?(?<age>\\d{1,3})\\s?(?<years>${years})(?!\\p{L})`,
    'giu',
  ),
  /(?<![\p{L}\p{N}])(?<male>patient)(?:\s(?:ist|war))?[\s,]+(?<age>\d{1,3})\s?(?<years>j\.|jahre)/giu,
  /(?<![\p{L}\p{N}])(?<male>H)[\s,/]+(?<age>\d{1,3})\s(?<years>ans)(?!\p{L})/gu,
  // forty-five-year-old woman
  new RegExp(`${edge}(?<spelled>${spelledNumber})[- ](?<years>years?[- ]old)(?:${between}${sexWord}${after})?`, 'giu'),
  // In French the word for a patient has the sex.
  /(?<!\p{L})(?:(?<female>patiente)|(?<male>patient|m(?:r|onsieur)\.?(?:\s\p{Lu}[\p{L}.]*){0,3}))[\s,]+(?:âgé[e]?\s)?(?:de\s|d['’]environ\s)?(?<age>\d{1,3})\s(?<years>ans)(?!\p{L})/giu,
]

/** An age without a sex beside it. */
const ageAlone: readonly RegExp[] = [
  new RegExp(
    `${edge}(?<age>\\d{1,3})\\s?[-\u2010\u2011]?\\s?(?:(?<years>years?[-\u2010\u2011 ]?olds?|yrs?[-\u2010\u2011 ]?olds?|years? of age|y[-\\/]?o|j[äa]hrige?[rnsm]?)|(?<months>months?[-\u2010\u2011 ]?olds?|mths?[-\u2010\u2011 ]?olds?|m\\/o)|(?<weeks>weeks?[-\u2010\u2011 ]?olds?|wks?[-\u2010\u2011 ]?olds?)|(?<days>${days}))${after}`,
    'giu',
  ),
  /(?<![\p{L}\p{N}])(?:aged?|age:|[âa]g[ée]e?\s+de|edad(?:\s+de)?|de\s+edad|idade(?:\s+de)?|alter:?)\s*[:=]?\s*(?<age>\d{1,3})(?:\s(?:(?<months>months?)|(?<weeks>weeks?)|(?<days>days?)))?(?![\p{L}\p{N}/%-]|\.\d)/giu,
  /(?<![\p{L}\p{N}])(?:he|she)\sis\s(?:now\s)?(?<age>\d{1,3})(?=[.,;]|\sand\b|$)/giu,
  /(?<![\p{L}\p{N}.,/])(?<age>\d{1,3})\s?(?<years>ans|a[ñn]os|anos|(?:jahre|j\.) alt)(?=[\s,.;)]|$)/giu,
]

// Who an age belongs to, when it is not the patient: a relative named just before or after it.
const relative =
  /\b(?:mother|father|mum|mom|dad|sister|brother|son|daughter|wife|husband|partner|baby|bub|child|children|kids?|grand\p{L}{1,12}|aunt|uncle|cousin|friend|neighbou?r|fhx?|family|carer|toddler|infant|mère|père|sœur|soeur|frère|fils|madre|padre|hermana|hermano|hij[oa]|mãe|pai|irmão?|irmã|filh[oa]|mutter|vater|schwester|bruder|sohn|tochter|diagnosed|since|died|dx|onset)(?:[\s,–-]|\([^)]{0,12}\)|\b(?:who|is|was|aged?|at|a|has|had|with|her|his|our|their)\b){0,8}\(?$/iu
const relativeAfter =
  /^\s*(?:['’]s\b)?\s*\)?\s*(?:(?:son|daughter|sister|brother|mother|father|child|baby|partner|wife|husband|kids?|twins?)\b)/iu
// Numbers that a single letter behind does not make an age: "HR 72 F", "38 F", and counts of children.
const measuredBefore =
  /(?:\b(?:hr|bp|rr|temp|t|wt|ht|bmi|sats?|spo2|bed|room|rm|g|p|x|q|no|nr|ph|fax|tel|lot|level|grade|stage|type|dr|age gap)|[°#$€£@<>=~])\s*:?\s*$/iu

interface Candidate {
  readonly age: number
  readonly sex?: Sex
  /** A letter and a number without a unit. */
  readonly bare: boolean
  readonly span: Evidence
}

function* matchesOf(text: string, pattern: RegExp): Generator<Candidate> {
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {}
    const written = match[0]
    const start = match.index
    const number = groups['spelled'] === undefined ? Number(groups['age']) : spelled(groups['spelled'])
    const unit = groups['months'] ? 12 : groups['weeks'] ? 52 : groups['days'] ? 365 : 1
    const age = unit === 1 ? number : Math.round((number / unit) * 100) / 100
    if (age > 115) continue
    const before = text.slice(Math.max(0, start - 40), start)
    if (relative.test(before) || relativeAfter.test(text.slice(start + written.length, start + written.length + 14))) continue
    const female = groups['female']
    const male = groups['male']
    const letter = female ?? male ?? ''
    const bare = unit === 1 && groups['years'] === undefined
    // MEN1 is a gene, F18-FDG and [18F] are tracers.
    if (
      bare &&
      (/^\p{L}{2,}\d/u.test(written) ||
        before.endsWith('[') ||
        /^-\p{L}/u.test(text.slice(start + written.length, start + written.length + 2)))
    )
      continue
    // A single small letter, without a unit, is a metre or a minute; with a blank before it, a capital too may be anything but at the head of a line.
    if (letter.length === 1) {
      if (letter !== letter.toUpperCase() && (bare || !/(?:yo|y\/o|old|\bj\.|jahre)\W*$/iu.test(written.slice(0, -1)))) continue
      if (bare && measuredBefore.test(before)) continue
      if (bare && /^[WJ]$/u.test(letter)) continue
      if (bare && number < 1) continue
    }
    yield {
      age,
      bare: bare && letter.length === 1,
      ...(female !== undefined ? { sex: 'female' as const } : male !== undefined ? { sex: 'male' as const } : {}),
      span: { start, end: start + written.length },
    }
  }
}

/** How far into a note its patient is introduced; behind it, ages are as likely those of other people. */
const introduction = 600

const germanMale = /(?:(?:des|dem|den)\s+\d{1,3}\s?-?\s?j[äa]hrigen|j[äa]hriger\s+(?:Pat|Mann|Junge))/iu
const germanFemale = /(?:\bder\s+\d{1,3}\s?-?\s?j[äa]hrigen|j[äa]hrige\s+(?:Pat|Frau)|j[äa]hrigen?\s+(?:Patientin|Frau))/iu

const femaleCues =
  /\b(?:she|her|hers|herself|mrs|ms|miss|woman|lady|female|girl|pregnan\p{L}*|lmp|menses|menstrua\p{L}*|menopaus\p{L}*|pap smear|cervical screen\p{L}*|cst|ocp|hysterectomy|breastfeeding|antenatal|postpartum|g\dp\d|femme|mujer|mulher|elle|madame|mme|patiente|ella|señora|sra|ela|senhora|frau(?! kolleg)|patientin|vagina\p{L}*|ovar\p{L}*)\b/giu
const maleCues =
  /\b(?:he|him|his|himself|mr|man|gentleman|male|boy|prostat\p{L}*|psa|testic\p{L}*|testes|scrot\p{L}*|erectile|penile|vasectomy|homme|hombre|varón|homem|il(?! s['’])|monsieur|él|señor|sr|ele|senhor|herrn?(?! (?:kolleg|dr|prof))|patient männlich)\b/giu

/**
 * Age and sex of the patient a note is about: `57M`, `57 yo F`, `57-year-old woman`, `femme de 57 ans`, `varón de 57 años`, `57-jähriger
 * Patient`, `mulher de 57 anos`; months and weeks for infants. The first statement wins; where none gives the sex, pronouns and words such as
 * `pregnant` do, by a clear majority.
 *
 * Ages of relatives ("mother 80F", "daughter, 5yo") are passed over. A later statement of the same form with another age or sex is a contradiction.
 */
export function ageSexOf(text: string): AgeSex {
  // Most notes introduce their patient at once; the whole text is only looked through where they do not.
  const early = statedIn(text.slice(0, introduction))
  const lead = early[0] ?? statedIn(text)[0]
  const alone = lead && lead.span.start < introduction ? undefined : firstAlone(text)
  const chosen = alone && (!lead || alone.span.start < lead.span.start) ? alone : lead
  const field = chosen?.sex ? undefined : sexOfField(text.slice(0, introduction))
  const sex = chosen?.sex ?? field?.sex ?? sexBeside(text, chosen) ?? (lead?.age === chosen?.age ? lead?.sex : undefined)
  const inferred = sex === undefined ? inferredSex(text) : undefined
  const found = sex ?? inferred?.sex
  return {
    ...(chosen && { age: chosen.age, ageEvidence: chosen.span }),
    ...(found && { sex: found, sexBasis: inferred ? ('inferred' as const) : ('stated' as const) }),
    ...(found && { sexEvidence: (inferred ?? field)?.span ?? (chosen?.sex ? chosen.span : (lead?.span ?? chosen!.span)) }),
    contradictions: chosen ? contradictionsOf(chosen, early, text) : [],
  }
}

function statedIn(text: string): readonly Candidate[] {
  const stated: Candidate[] = []
  for (const pattern of patterns)
    for (const candidate of matchesOf(text, pattern))
      if (!stated.some(({ span }) => span.start < candidate.span.end && candidate.span.start < span.end)) stated.push(candidate)
  return stated.sort((a, b) => a.span.start - b.span.start)
}

function firstAlone(text: string): Candidate | undefined {
  let first: Candidate | undefined
  for (const pattern of ageAlone)
    for (const candidate of matchesOf(text, pattern)) {
      if (!first || candidate.span.start < first.span.start) first = candidate
      break
    }
  return first
}

const sexField =
  /(?<!\p{L})(?:sex|gender|sexe|sexo|g[ée]n(?:ero|re)|geschlecht)\s*[:=]?\s*(?:(?<female>females?|f[ée]minin[ao]?|femenino|mujer|femme|weiblich|f|w)|(?<male>males?|masculin[oa]?|hombre|homme|m[äa]nnlich|m))(?!\p{L})/iu

/** "Sex: F", as forms have it. */
function sexOfField(text: string): { readonly sex: Sex; readonly span: Evidence } | undefined {
  const match = sexField.exec(text)
  if (!match) return undefined
  const sex = match.groups!['female'] === undefined ? 'male' : 'female'
  return { sex, span: { start: match.index, end: match.index + match[0].length } }
}

/** German declines the adjective: "57-jähriger Patient". */
function sexBeside(text: string, chosen: Candidate | undefined): Sex | undefined {
  if (!chosen) return undefined
  const around = text.slice(Math.max(0, chosen.span.start - 5), chosen.span.end + 30)
  return germanFemale.test(around) ? 'female' : germanMale.test(around) ? 'male' : undefined
}

function inferredSex(text: string): { sex: Sex; span: Evidence } | undefined {
  const female = [...text.matchAll(femaleCues)]
  const male = [...text.matchAll(maleCues)]
  const [more, fewer, sex] = female.length > male.length ? [female, male, 'female' as const] : [male, female, 'male' as const]
  const [first] = more
  if (!first || more.length <= 1.5 * fewer.length) return undefined
  return { sex, span: { start: first.index, end: first.index + first[0].length } }
}

// A report of several patients has several ages.
const severalPatients = /\b(?:cases|patients|case (?:report )?(?:2|two)|patient (?:2|two|b)|respectively|siblings|twins)\b/i
const anotherPatient = /\b(?:(?:first|second|third|other|1 ?st|2 ?nd|3 ?rd) (?:case|patient)|case (?:no\.? )?[1-9])\b/i

// Behind the introduction only unmistakable forms: "57F", "57yo woman".
const restated =
  /(?<![\p{L}\p{N}.,/:%+-])(?<age>\d{1,3})(?:[\s-]?(?<years>yo|y\/o|yrs?[\s-]old|years?[\s-]old))?[\s-]?(?:(?<female>F|female|woman|lady|girl|femme|mujer|Frau|mulher)|(?<male>M|male|man|gentleman|boy|homme|hombre|Mann|homem))(?![\p{L}\p{N}/])/gu

function contradictionsOf(chosen: Candidate, early: readonly Candidate[], text: string): AgeSex['contradictions'] {
  if (severalPatients.test(text.slice(0, introduction)) || anotherPatient.test(text)) return []
  const found: { what: 'age' | 'sex'; span: Evidence }[] = []
  const late = [...matchesOf(text, restated)].filter(({ span, age, bare }) => span.start >= introduction && (!bare || age === chosen.age))
  for (const other of [...early, ...late]) {
    // E3 V4 M5 is a coma scale.
    if (other === chosen || (other.bare && other.age < 16)) continue
    // A year more or less is a birthday.
    const sameAge = Math.abs(other.age - chosen.age) <= 1
    if (other.sex && chosen.sex && other.sex !== chosen.sex && sameAge) found.push({ what: 'sex', span: other.span })
    else if (!sameAge && other.sex === chosen.sex) found.push({ what: 'age', span: other.span })
  }
  // So many ages are a list of patients.
  return found.length > 2 ? [] : found
}

/** Age and sex of a document's patient: see `ageSexOf`. */
export const ageSex: (document: Document) => AgeSex = view((document) => ageSexOf(document.text))
