import type { Document } from '@corpuscope/core'
import { sentences } from './sentences.ts'
import { view } from './view.ts'
import { detached, words } from './words.ts'

/** A rule of natural's English Brill tagger: a tag becomes another after a tag, after a word, or where the word itself is of a kind. */
interface Rule {
  /** `*` for any. */
  readonly from: string
  readonly to: string
  readonly tagBefore?: string
  readonly wordBefore?: string
  readonly holds?: (word: string) => boolean
}

type Lexicon = Readonly<Record<string, unknown>>

/**
 * The tagger as a transducer: its 18 rules look at a word, at the tag before and at the word before, so that a word as written has one tag in each of a
 * few contexts and leads to a context for the next word. Both are worked out once a word; tagging is then looking up.
 */
interface Tagger {
  readonly lexicon: Lexicon
  readonly rules: readonly Rule[]
  /** Tags and words that rules look back at, behind undefined for all others; a context is one of each. */
  readonly tagsBefore: readonly (string | undefined)[]
  readonly wordsBefore: readonly (string | undefined)[]
  /** Tags met, by their code. */
  readonly tags: string[]
  /** Word as written -> its first place in `codes` and `nexts`, which have one for each context. */
  readonly forms: Map<string, number>
  codes: Uint8Array
  nexts: Uint8Array
}

// As natural decides them, oddities included: 5mg is a number and 0mg is none; singing does not end with its first "ing".
const predicates: Readonly<Record<string, (word: string, parameter: string) => boolean>> = {
  'CURRENT-WORD-IS-NUMBER': (word) => !Number.isNaN(Number(word)) || Boolean(Number.parseFloat(word)),
  'CURRENT-WORD-IS-URL': (word) => word.includes('.') && /[a-zA-Z]{2}/.test(word),
  'CURRENT-WORD-ENDS-WITH': (word, ending) => ending.length <= word.length && word.indexOf(ending) === word.length - ending.length,
}

function ruleOf(line: string): Rule {
  const [from = '', to = '', predicate = '', parameter = ''] = line.split(' ')
  if (predicate === 'PREV-TAG') return { from, to, tagBefore: parameter }
  if (predicate === 'PREV-WORD-IS') return { from, to, wordBefore: parameter.toLowerCase() }
  const holds = predicates[predicate]
  if (!holds) throw new Error(`parts-of-speech: nothing is known of the predicate in natural's rule "${line}"`)
  return { from, to, holds: (word) => holds(word, parameter) }
}

let made: Tagger | undefined

// Words beyond these are forgotten between two texts, and worked out again.
const mostForms = 200_000

// The data alone are loaded: natural's own tagger would bring a parser of rules and the lexicon of Dutch along.
function tagger(): Tagger {
  if (made) {
    if (made.forms.size > mostForms) made.forms.clear()
    return made
  }
  const lexicon: Lexicon = require('natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json')
  const data: { readonly rules: readonly string[] } = require('natural/lib/natural/brill_pos_tagger/data/English/tr_from_posjs.json')
  const rules = data.rules.map(ruleOf)
  made = {
    lexicon,
    rules,
    tagsBefore: [undefined, ...new Set(rules.flatMap(({ tagBefore = [] }) => tagBefore))],
    wordsBefore: [undefined, ...new Set(rules.flatMap(({ wordBefore = [] }) => wordBefore))],
    tags: [],
    forms: new Map(),
    codes: new Uint8Array(4096),
    nexts: new Uint8Array(4096),
  }
  return made
}

/** The first tag the lexicon gives a word, as written or else in lower case; a word it does not know is a noun, a capitalised one a name. */
function lexicalTag(lexicon: Lexicon, word: string, lower: string): string {
  let tags = lexicon[word]
  // An object from JSON knows the methods of objects too, such as "constructor".
  if (!Array.isArray(tags)) tags = lexicon[lower]
  if (Array.isArray(tags) && tags.length > 0) return tags[0]
  const first = word.charCodeAt(0)
  return first >= 65 && first <= 90 ? 'NNP' : 'NN'
}

interface Before {
  readonly tag: string | undefined
  readonly word: string | undefined
}

/** What the rules make of a tag; `looked` is told when one asks what stands before. */
function changedTag(lexical: string, word: string, before: Before, rules: readonly Rule[], looked: () => void): string {
  let tag = lexical
  for (const { from, to, tagBefore, wordBefore, holds } of rules) {
    if (from !== tag && from !== '*') continue
    if (!holds) looked()
    if (holds ? holds(word) : tagBefore === undefined ? wordBefore === before.word : tagBefore === before.tag) tag = to
  }
  return tag
}

function formOf(tagger: Tagger, word: string): number {
  const { tagsBefore, wordsBefore, rules, tags, forms, lexicon } = tagger
  const known = forms.get(word)
  if (known !== undefined) return known
  const contexts = tagsBefore.length * wordsBefore.length
  const form = forms.size * contexts
  if (form + contexts > tagger.codes.length) {
    tagger.codes = doubled(tagger.codes)
    tagger.nexts = doubled(tagger.nexts)
  }
  const lower = word.toLowerCase()
  const lexical = lexicalTag(lexicon, word, lower)
  const next = Math.max(0, wordsBefore.indexOf(lower)) * tagsBefore.length
  let looksBack = false
  for (let context = 0; context < contexts; context++) {
    // Most words have the same tag whatever stands before.
    if (context > 0 && !looksBack) {
      tagger.codes[form + context] = tagger.codes[form]!
      tagger.nexts[form + context] = tagger.nexts[form]!
      continue
    }
    const before = { tag: tagsBefore[context % tagsBefore.length], word: wordsBefore[Math.floor(context / tagsBefore.length)] }
    const tag = changedTag(lexical, word, before, rules, () => {
      looksBack = true
    })
    let code = tags.indexOf(tag)
    if (code < 0) code = tags.push(tag) - 1
    tagger.codes[form + context] = code
    tagger.nexts[form + context] = next + Math.max(0, tagsBefore.indexOf(tag))
  }
  forms.set(detached(word), form)
  return form
}

function doubled(column: Uint8Array): Uint8Array {
  const larger = new Uint8Array(column.length * 2)
  larger.set(column)
  return larger
}

/**
 * Penn Treebank tags of the words of one English sentence, those of natural's Brill tagger; its lexicon takes a twentieth of a second at first use. A
 * word it does not know is a noun, a capitalised one a name. Its accuracy on telegraphic notes has not been measured.
 *
 * @param words  as written, with capitals
 * @see Brill 1992, A simple rule-based part of speech tagger
 * @example partsOfSpeech(['The', 'patient', 'denies', 'pain']) // ['DT', 'NN', 'VBZ', 'NN']
 */
export function partsOfSpeech(words: readonly string[]): string[] {
  const english = tagger()
  let context = 0
  return words.map((word) => {
    const at = formOf(english, word) + context
    context = english.nexts[at]!
    return english.tags[english.codes[at]!]!
  })
}

/** The tag of each word of a text. */
export interface WordTags {
  /** Per word: the place of its tag in `tags`. */
  readonly codes: Uint8Array
  readonly tags: readonly string[]
}

/** The tags of the words of an English document, sentence by sentence: see `partsOfSpeech`. */
export const wordTags: (document: Document) => WordTags = view((document) => {
  const english = tagger()
  const { text } = document
  const { starts, ends, types, count, frequencies } = words(document)
  const spans = sentences(document)
  const codes = new Uint8Array(count)
  // A word in small letters is looked up once a document.
  const lowerForms = new Int32Array(frequencies.length).fill(-1)
  let sentence = 0
  let context = 0
  for (let word = 0; word < count; word++) {
    while (sentence < spans.count && spans.ends[sentence]! <= starts[word]!) {
      sentence++
      context = 0
    }
    const type = types[word]!
    const small = isSmall(text, starts[word]!, ends[word]!)
    let form = small ? lowerForms[type]! : -1
    if (form < 0) {
      form = formOf(english, text.slice(starts[word], ends[word]))
      if (small) lowerForms[type] = form
    }
    codes[word] = english.codes[form + context]!
    context = english.nexts[form + context]!
  }
  return { codes, tags: english.tags }
})

function isSmall(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 97 || unit > 122) return false
  }
  return true
}
