import type { Document } from '@corpuscope/core'
import { hashTable } from '@corpuscope/statistics'
import { type EuropeanLanguage, europeanLanguages, stopWords } from './stop-words.ts'
import { view } from './view.ts'
import { scanWords, type Words, words } from './words.ts'

export interface Language {
  /** ISO 639-1 code, or `unknown`. */
  readonly language: string
  /** Between 0 and 1: 1 when the document says it; else the share of the winner among the scripts, or among the languages' words. */
  readonly confidence: number
}

const unknown: Language = { language: 'unknown', confidence: 0 }

// Telegraphic notes have few function words: what every note says is counted with them.
const clinicalWords: Record<EuropeanLanguage, string> = {
  en: `patient pt pain nil denies reports history hx exam examination plan review advised daily weeks days months years old male female
    blood normal left right chest symptoms treatment medication medications allergies risk follow discussed management assessment past since ago
    presented showed disease clear worse back safety net clinic today mild well home work lives family smoker non abdo cough fever
    new news says company its first last two one year after against will more who people world government percent week day`,
  fr: `patient patiente ans jours mois douleur douleurs antécédents traitement examen clinique montré retrouvé gauche droite maladie évolution
    effets comprimé comprimés prise médecin médicament dose cas chez bilan normal biologique tumeur réalisé présentait`,
  es: `paciente años días meses dolor antecedentes tratamiento exploración izquierda derecha enfermedad evolución mostró presentaba
    diagnóstico derecho izquierdo médico dosis caso analítica`,
  pt: `paciente anos dias meses dor antecedentes tratamento exame esquerda direita doença evolução apresentava apresentou diagnóstico
    direito esquerdo médico dose caso doente`,
  de: `patient patientin patienten jahre jahren tage wochen schmerzen anamnese befund befunde diagnose diagnosen therapie links rechts behandlung
    erkrankung unauffällig zustand herr frau untersuchung aufnahme entlassung medikation verlauf geb tgl stationär stationären
    keine kein normal wurde zeigt zeigte beidseits klinik`,
  it: `paziente anni giorni mesi dolore anamnesi trattamento esame sinistra destra malattia evoluzione mostrava presentava diagnosi
    destro sinistro medico dose caso terapia`,
}

let weights: ReadonlyMap<string, Float64Array> | undefined

/** Per word: what it speaks for each language; a word of several is divided among them. */
function evidence(): ReadonlyMap<string, Float64Array> {
  if (weights) return weights
  const made = new Map<string, Float64Array>()
  europeanLanguages.forEach((language, index) => {
    for (const word of new Set([...stopWords(language), ...clinicalWords[language].split(/\s+/)])) {
      let row = made.get(word)
      if (!row) made.set(word, (row = new Float64Array(europeanLanguages.length)))
      row[index] = 1
    }
  })
  for (const row of made.values()) {
    const shared = row.reduce((sum, weight) => sum + weight, 0)
    for (let i = 0; i < row.length; i++) row[i]! /= shared
  }
  weights = made
  return made
}

const elided = /^(?:l|d|qu|n|s|c|j|m)['\u2019]/

// An answer from fewer words than this is a guess, as is one from a text where hardly any word is known.
const fewestHits = 2
const leastShare = 0.04
const leastMargin = 1.25

// What a word speaks for, by its hash: a word is looked up once a corpus, not once a document. Emptied when full.
const remembered = 200_000
let asked = hashTable.create()
const rowsAsked: Float64Array[] = []

/** The evidence of a word, as its place in `rowsAsked` + 1; 0 for none. */
function ask(word: string): number {
  const known = evidence()
  let row = known.get(word)
  if (!row && elided.test(word)) row = known.get(word.replace(elided, '')) ?? (word.startsWith('l') ? undefined : known.get('qu'))
  if (!row) return 0
  const place = rowsAsked.indexOf(row)
  return place >= 0 ? place + 1 : rowsAsked.push(row)
}

/** A bit for each word that speaks for a language, where the lowest bits of its hash say: most words are told from here to speak for none. */
let speaking: Uint8Array | undefined
// Small enough to stay in the processor's first cache.
const speakingBits = 1 << 15

function speakingWords(): Uint8Array {
  if (speaking) return speaking
  speaking = new Uint8Array(speakingBits >>> 3)
  for (const hash of scanWords([...evidence().keys()].join('\n')).hashes) {
    const bit = (hash | 0) & (speakingBits - 1)
    speaking[bit >>> 3]! |= 1 << (bit & 7)
  }
  return speaking
}

const apostrophes = ["'", '\u2019'] as const

/** Types that open with an elided article or pronoun, or like one: "l'examen" speaks as "examen" does. */
function elidedTypes(text: string, { starts, types, count }: Words): ReadonlySet<number> | undefined {
  let found: Set<number> | undefined
  for (const apostrophe of apostrophes) {
    let word = 0
    for (let index = text.indexOf(apostrophe); index >= 0; index = text.indexOf(apostrophe, index + 1)) {
      while (word + 1 < count && starts[word + 1]! <= index) word++
      if (word < count && index - starts[word]! <= 2) (found ??= new Set()).add(types[word]!)
    }
  }
  return found
}

function byWords(text: string, read: Words): Language {
  const { word, hashes, frequencies, count } = read
  if (asked.size > remembered) asked = hashTable.create()
  const scores = new Float64Array(europeanLanguages.length)
  const speaks = speakingWords()
  const elides = elidedTypes(text, read)
  for (let type = 0; type < hashes.length; type++) {
    const bit = hashes[type]! & (speakingBits - 1)
    if (((speaks[bit >>> 3]! >>> (bit & 7)) & 1) === 0 && !elides?.has(type)) continue
    let place = hashTable.get(asked, hashes[type]!)
    if (place < 0) hashTable.set(asked, hashes[type]!, (place = ask(word(type))))
    if (place === 0) continue
    const row = rowsAsked[place - 1]!
    // The square root keeps one repeated word, such as a drug's "de", from deciding alone.
    const times = Math.sqrt(frequencies[type]!)
    for (let i = 0; i < scores.length; i++) scores[i]! += times * row[i]!
  }
  let best = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i
  let second = 0
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    total += scores[i]!
    if (i !== best && scores[i]! > second) second = scores[i]!
  }
  const top = scores[best]!
  if (top < fewestHits || top < leastShare * Math.sqrt(count * hashes.length) || top < leastMargin * second) return unknown
  return { language: europeanLanguages[best]!, confidence: top / total }
}

const scriptLanguages: readonly (readonly [script: string, language: string, pattern: RegExp])[] = [
  ['Han', 'zh', /\p{Script=Han}/u],
  ['Kana', 'ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', 'ko', /\p{Script=Hangul}/u],
  ['Arabic', 'ar', /\p{Script=Arabic}/u],
  ['Cyrillic', 'ru', /\p{Script=Cyrillic}/u],
  ['Devanagari', 'hi', /\p{Script=Devanagari}/u],
  ['Thai', 'th', /\p{Script=Thai}/u],
  ['Lao', 'lo', /\p{Script=Lao}/u],
  ['Khmer', 'km', /\p{Script=Khmer}/u],
  ['Myanmar', 'my', /\p{Script=Myanmar}/u],
  ['Hebrew', 'he', /\p{Script=Hebrew}/u],
  ['Greek', 'el', /\p{Script=Greek}/u],
  ['Georgian', 'ka', /\p{Script=Georgian}/u],
  ['Armenian', 'hy', /\p{Script=Armenian}/u],
  ['Tamil', 'ta', /\p{Script=Tamil}/u],
  ['Telugu', 'te', /\p{Script=Telugu}/u],
  ['Kannada', 'kn', /\p{Script=Kannada}/u],
  ['Malayalam', 'ml', /\p{Script=Malayalam}/u],
  ['Gujarati', 'gu', /\p{Script=Gujarati}/u],
  ['Sinhala', 'si', /\p{Script=Sinhala}/u],
]
const anyLetter = /\p{L}/u

const scripts = new Map<number, string>()

function scriptOf(codePoint: number): string {
  let script = scripts.get(codePoint)
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint)
    const found = scriptLanguages.find(([, , pattern]) => pattern.test(character))
    script = anyLetter.test(character) ? (found?.[0] ?? 'Latin') : ''
    scripts.set(codePoint, script)
  }
  return script
}

// A language shows early: what comes after is not read for the script.
const sampled = 20_000

function lettersByScript(text: string): Map<string, number> {
  const letters = new Map<string, number>()
  let latin = 0
  const end = Math.min(text.length, sampled)
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x250) {
      if ((unit | 32) >= 97 && (unit | 32) <= 122) latin++
      continue
    }
    const codePoint = text.codePointAt(i)!
    if (codePoint > 0xffff) i++
    const script = scriptOf(codePoint)
    if (script !== '') letters.set(script, (letters.get(script) ?? 0) + 1)
  }
  letters.set('Latin', (letters.get('Latin') ?? 0) + latin)
  return letters
}

// Scripts that several languages write need a sign of the one we would name.
const signs: Readonly<Record<string, { readonly needs?: RegExp; readonly excludes?: RegExp }>> = {
  Arabic: { excludes: /[\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u06d2]/ },
  Cyrillic: { needs: /[ыэё]/i, excludes: /[іїєґјљњћђўџқғңұәө]/i },
  Devanagari: { needs: /(?:है|हैं|में|और|नहीं)/ },
}

// Punctuation, arrows and signs lie between the two stretches.
const beyondLatin = /[\u0250-\u1fff\u2c00-\uffff]/
const plainLetter = /[A-Za-z]/

/** Language by the script alone, `Latin` when words have to decide, undefined when there is no letter. */
function byScript(text: string): Language | 'Latin' | undefined {
  // Most texts have no letter beyond Latin ones: asked at once, without counting.
  const opening = text.length > sampled ? text.slice(0, sampled) : text
  if (!beyondLatin.test(opening) && plainLetter.test(opening)) return 'Latin'
  const letters = lettersByScript(text)
  let total = 0
  for (const count of letters.values()) total += count
  if (total === 0) return undefined
  const share = (script: string) => (letters.get(script) ?? 0) / total
  const ideographic = share('Han') + share('Kana')
  // A Han character says about as much as three letters, so mixed text is theirs well below one half.
  if (ideographic >= 0.25) {
    // Chinese borrows a kana here and there; Japanese cannot write a sentence without some.
    const japanese = share('Kana') >= 0.1 * ideographic
    return { language: japanese ? 'ja' : 'zh', confidence: ideographic }
  }
  for (const [script, language] of scriptLanguages) {
    if (script === 'Han' || script === 'Kana' || share(script) < 0.5) continue
    const { needs, excludes } = signs[script] ?? {}
    const sample = text.slice(0, sampled)
    if ((needs && !needs.test(sample)) || excludes?.test(sample)) return unknown
    return { language, confidence: share(script) }
  }
  return share('Latin') >= 0.5 ? 'Latin' : unknown
}

/**
 * The language of a document: the one it names (its primary subtag: `en` for `en-AU`); else the one of its script, where a script or its
 * letters name one language; else, for Latin script, the one of en, fr, es, pt, de and it whose function words and commonest clinical words it
 * has most. Short texts, close calls and other languages are `unknown`: a wrong language is worse than none.
 */
export const language: (document: Document) => Language = view((document) => {
  if (document.language) return { language: document.language.toLowerCase().split(/[-_]/, 1)[0]!, confidence: 1 }
  const script = byScript(document.text)
  if (script === undefined) return unknown
  if (script !== 'Latin') return script
  // The rule for ASCII letters would break the words of every language but English.
  return byWords(document.text, document.wordRule === 'letters' ? scanWords(document.text) : words(document))
})
