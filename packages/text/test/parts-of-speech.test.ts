import { createRequire } from 'node:module'
import { createDocument } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { describe, expect, test } from 'vitest'
import { partsOfSpeech, scanWords, sentenceSpans, wordTags } from '../src/index.ts'
import { hasCorpora, type Note, peers, readRecords } from './corpora.ts'

interface Brill {
  readonly BrillPOSTagger: new (
    lexicon: unknown,
    rules: unknown,
  ) => {
    tag(words: readonly string[]): { readonly taggedWords: readonly { readonly tag: string }[] }
  }
  readonly Lexicon: new (
    language: string,
    fallback: string,
    capitalised: string,
  ) => { readonly lexicon: Readonly<Record<string, string[]>> }
  readonly RuleSet: new (language: string) => unknown
}

const { BrillPOSTagger, Lexicon, RuleSet }: Brill = createRequire(import.meta.url)('natural/lib/natural/brill_pos_tagger/index.js')
const lexicon = new Lexicon('EN', 'NN', 'NNP')
const tagger = new BrillPOSTagger(lexicon, new RuleSet('EN'))
const natural = (words: readonly string[]): string[] => tagger.tag(words).taggedWords.map(({ tag }) => tag)

describe("the tags are those of natural's own tagger", () => {
  // One entry is empty, which no word is.
  const known = Object.keys(lexicon.lexicon).filter((word) => word !== '')

  test('for every word of its lexicon, after each of the words that rules look back at', () => {
    for (const before of [[], ['the'], ['would'], ['Would'], ['no']]) {
      const wrong = known.filter((word) => partsOfSpeech([...before, word]).at(-1) !== natural([...before, word]).at(-1))
      expect(wrong).toEqual([])
    }
  })

  test('for sentences drawn from the lexicon, and from words it does not know', () => {
    const random = seededRandom('parts of speech')
    const strange = [
      '5mg',
      '0mg',
      '120',
      '1e5',
      'singing',
      'Xanthed',
      'qualed',
      'friendly',
      'a.bc',
      'naïve',
      'constructor',
      'toString',
      'é',
    ]
    for (let i = 0; i < 2000; i++) {
      const sentence = Array.from({ length: 12 }, () => {
        const from = random() < 0.2 ? strange : random() < 0.2 ? ['the', 'a', 'would', 'this'] : known
        return from[Math.floor(random() * from.length)]!
      })
      expect(partsOfSpeech(sentence)).toEqual(natural(sentence))
    }
  })

  test.skipIf(!hasCorpora).each(peers.filter(([name]) => !/e3c|grascco/.test(name)))('for %s', (_, file, pick) => {
    for (const { text } of pick(readRecords<Note>(`corpora/${file}`)).slice(0, 200)) {
      const { starts, ends, count } = scanWords(text)
      const spans = sentenceSpans(text)
      const expected: string[] = []
      let word = 0
      for (let s = 0; s < spans.count; s++) {
        const sentence: string[] = []
        for (; word < count && starts[word]! < spans.ends[s]!; word++) sentence.push(text.slice(starts[word], ends[word]))
        expected.push(...natural(sentence))
      }
      const { codes, tags } = wordTags(createDocument({ text, language: 'en' }))
      expect(Array.from(codes, (code) => tags[code])).toEqual(expected)
    }
  })
})

test('a sentence begins anew: the article that ends one says nothing of the next', () => {
  const { codes, tags } = wordTags(createDocument({ text: 'Seen by the\n\nreview tomorrow', language: 'en' }))
  expect(Array.from(codes, (code) => tags[code])).toEqual([
    ...partsOfSpeech(['Seen', 'by', 'the']),
    ...partsOfSpeech(['review', 'tomorrow']),
  ])
})

test('a document without words has no tags', () => {
  expect(wordTags(createDocument({ text: ' \n', language: 'en' })).codes).toHaveLength(0)
})
