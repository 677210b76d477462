import { readFileSync } from 'node:fs'
import { createDocument } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { distribution } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { misspellings, movingTypeTokenRatio, readability, registerOf } from '../src/index.ts'
import { audited } from './audited.ts'
import { hasPeers, type Note, readRecords } from './peers.ts'

// The published figures of SynGP500, made again: REPRODUCTION.md holds what this test finds.
const page = readFileSync(new URL('../REPRODUCTION.md', import.meta.url), 'utf8')

test.skipIf(!hasPeers)('the table of REPRODUCTION.md is what we measure', async () => {
  const texts = readRecords<Note>('corpora/syngp500/syngp500.jsonl').map(({ text }) => text)
  const letters = texts.map((text) => createDocument({ text, language: 'en', wordRule: 'letters' }))
  const of = (count: (text: string, i: number) => number) => distribution(texts.map(count))!
  const found: [measure: string, published: string, ours: string][] = []
  const row = (measure: string, published: string, ours: string): void => void found.push([measure, published, ours])

  const longWords = (i: number): number => {
    const { vocabulary, frequencies } = words(letters[i]!)
    return vocabulary.reduce((sum, word, type) => sum + (word.length >= 3 ? frequencies[type]! : 0), 0)
  }
  const total = texts.reduce((sum, _, i) => sum + longWords(i), 0)
  row('Words, all notes', '245,271', total.toLocaleString('en'))
  const length = of((_, i) => words(letters[i]!).count + 1)
  row('Words a note', '606 ± 257', `${length.mean.toFixed(2)} ± ${length.sd!.toFixed(2)}`)
  row('Range of words a note', '213–1,444', `${length.min}–${length.max.toLocaleString('en')}`)
  row('Length CV, low end', '0.42', of((text) => text.split(/\s+/).filter((word) => word !== '').length).cv!.toFixed(3))
  const standard = texts.map((text) => createDocument({ text, language: 'en' }))
  row('Length CV by our default words', '0.42–0.47', of((_, i) => words(standard[i]!).count).cv!.toFixed(3))
  for (const [window, published] of [
    [25, '0.946'],
    [50, '0.909'],
    [100, '0.858'],
  ] as const) {
    const ratio = of((_, i) => {
      const { types, vocabulary } = words(letters[i]!)
      return movingTypeTokenRatio(types, vocabulary.length, window)!
    })
    row(`MATTR ${window}`, published, ratio.mean.toFixed(5))
  }
  row('Article density CV', '0.84', of((_, i) => registerOf(letters[i]!)['article-density']!).cv!.toFixed(4))
  row('Copula density CV', '1.19', of((_, i) => registerOf(letters[i]!)['copula-density']!).cv!.toFixed(4))
  const spelling = await audited(misspellings(), standard)
  row('Typo rate', '0.83 %', `${(spelling.estimate('misspelling-rate')!.value! / 10).toFixed(2)} %`)
  row('Words not in the dictionary', '—', `${(100 * spelling.estimate('unknown-word-share')!.value!).toFixed(1)} %`)
  const medical = standard.reduce(
    (sum, document) => {
      const { classes } = wordFacts(document)
      words(document).frequencies.forEach((n, type) => {
        if ((classes[type]! & wordClass.digit) !== 0) return
        sum.all += n
        if ((classes[type]! & (wordClass.medical | wordClass.abbreviation)) !== 0) sum.terms += n
      })
      return sum
    },
    { all: 0, terms: 0 },
  )
  row('Medical term density', '48.3 %', `${((100 * medical.terms) / medical.all).toFixed(1)} %`)
  const grades = await audited(readability(), standard)
  row('Flesch reading ease', '—', grades.estimate('flesch-reading-ease')!.status)

  const stated = page
    .split('\n')
    .filter((line) => /^\| (?!measure|---)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    )
  expect(stated).toEqual(found)
  // The published figures that a definition gives in every digit.
  expect(
    found.filter(([measure]) => measure.startsWith('MATTR')).map(([, published, ours]) => Number(ours).toFixed(3) === published),
  ).toEqual([true, true, true])
})
