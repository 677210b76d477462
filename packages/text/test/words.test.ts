import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanWords, type Words, words } from '../src/index.ts'
import { hasCorpora, type LexicalRow, type Note, peers, readRecords } from './corpora.ts'

const running = ({ types, vocabulary }: Words) => Array.from(types, (type) => vocabulary[type]!)
const cut = (text: string, { starts, ends, count }: Words) => Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))

test.each([
  ['apostrophes join letters', "It's the patient’s own, o'clock's", ["it's", 'the', 'patient’s', 'own', "o'clock's"]],
  ['quotes do not', "'nil' rock 'n' roll'", ['nil', 'rock', 'n', 'roll']],
  ['a digit ends what an apostrophe began', "a'b2c", ["a'b", '2c']],
  ['decimals are two words, doses one', '2.5mg BP120/80', ['2', '5mg', 'bp120', '80']],
  ['accents, umlauts, sharp s', 'ÜBELKEIT naïve Straße', ['übelkeit', 'naïve', 'straße']],
  ['a combining mark belongs to its letter', 'cafe\u0301 noir', ['cafe\u0301', 'noir']],
  ['Devanagari signs are marks', 'मरीज़ को दर्द', ['मरीज़', 'को', 'दर्द']],
  ['Hangul is written with blanks', '환자는 두통이 있다', ['환자는', '두통이', '있다']],
  ['scripts part at their border', 'COVID感染 CT検査', ['covid', '感染', 'ct', '検査']],
  ['Thai is cut by dictionary', 'สวัสดีครับ', ['สวัสดี', 'ครับ']],
  ['final sigma looks past the word', 'ΟΔΟΣ ΟΔΟΣ.Α', ['οδος', 'οδοσ', 'α']],
  ['Kelvin and Ångström signs are letters', '\u212a \u212b', ['k', 'å']],
  ['letters beyond the basic plane', '𐐀𐐁 𝟘x 😀 𠀀', ['𐐨𐐩', '𝟘x', '𠀀']],
  ['lone surrogates separate', 'a\ud800b\udc00c', ['a', 'b', 'c']],
  ['nothing', '', []],
  ['no word', ' \n—…!? ', []],
])('standard: %s', (_, text, expected) => {
  const found = scanWords(text)
  expect(running(found)).toEqual(expected)
  expect(found.count).toBe(expected.length)
})

test('types are numbered by first appearance and counted', () => {
  const found = scanWords('No pain. No fever, NO cough')
  expect(found.vocabulary).toEqual(['no', 'pain', 'fever', 'cough'])
  expect([...found.types]).toEqual([0, 1, 0, 2, 0, 3])
  expect([...found.frequencies]).toEqual([3, 1, 1, 1])
  expect([...found.starts]).toEqual([0, 3, 9, 12, 19, 22])
  expect([...found.ends]).toEqual([2, 7, 11, 17, 21, 27])
})

test('a dotted capital I takes two units when lower-cased; offsets stay those of the text', () => {
  const text = 'İİ İstanbul, xİ y'
  const found = scanWords(text)
  expect(cut(text, found)).toEqual(['İİ', 'İstanbul', 'xİ', 'y'])
  expect(found.vocabulary).toEqual(['i̇i̇', 'i̇stanbul', 'xi̇', 'y'])
  const oracle = scanWords(text, 'oracle-1')
  expect(running(oracle)).toEqual(['i', 'i', 'i', 'stanbul', 'xi', 'y'])
  expect(cut(text, oracle)).toEqual(['İ', 'İ', 'İ', 'stanbul', 'xİ', 'y'])
})

test.each([
  ['', []],
  ['Pain 100mg x2 naïve snake_case O/E', ['pain', 'o', 'e']],
  ['É est\u0301 “no”', ['est', 'no']],
])('letters: %s', (text, expected) => expect(running(scanWords(text, 'letters'))).toEqual(expected))

const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."aZéß019 .,-\n'’_ΣσςİıKÅǅ\u0301\u0307\u00ad\u200dя한م\u064bः²Ⅳ½") },
  { weight: 2, arbitrary: fc.constantFrom('𐐀', '𝒜', '𝟘', '😀', '🇦🇺', '\ud800', '\udc00', '𞤀') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
)
const anyText = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''))
const sameAs = (rule: 'standard' | 'oracle-1', pattern: RegExp, text: string) => {
  const found = scanWords(text, rule)
  expect(running(found)).toEqual(text.toLowerCase().match(pattern) ?? [])
  if (!/[Σİ]/.test(text)) expect(cut(text, found).map((word) => word.toLowerCase())).toEqual(running(found))
  for (let i = 0; i < found.count; i++) {
    expect(found.ends[i]).toBeGreaterThan(found.starts[i]!)
    if (i > 0) expect(found.starts[i]).toBeGreaterThanOrEqual(found.ends[i - 1]!)
  }
}

test('oracle-1 is its regular expression, on any text', () => {
  fc.assert(
    fc.property(anyText, (text) => sameAs('oracle-1', /[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*/gu, text)),
    { numRuns: 5000, seed: 1 },
  )
})

test('standard is its regular expression, on any text without scripts that are cut by dictionary', () => {
  const spaced = anyText.map((text) =>
    text.replace(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu, ' '),
  )
  const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019][\p{L}\p{M}]+)*/gu
  fc.assert(
    fc.property(spaced, (text) => sameAs('standard', pattern, text)),
    { numRuns: 5000, seed: 2 },
  )
})

test('every character of the basic plane is read as the regular expression reads it', () => {
  for (let start = 0; start < 65536; start += 4096) {
    let text = ''
    for (let code = start; code < start + 4096; code++) if (code !== 0x3a3) text += `a${String.fromCharCode(code)}b `
    expect(running(scanWords(text, 'oracle-1'))).toEqual(text.toLowerCase().match(/[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*/gu))
  }
})

test('letters is \\b[a-z]+\\b with Unicode boundaries, on any text', () => {
  const pattern = /(?<![\p{L}\p{N}_])[a-z]+(?![\p{L}\p{N}_])/gu
  fc.assert(
    fc.property(anyText, (text) => {
      expect(running(scanWords(text, 'letters'))).toEqual(text.toLowerCase().match(pattern) ?? [])
    }),
    { numRuns: 3000, seed: 3 },
  )
})

test('hashes depend on the word alone, and differ between words', () => {
  const one = scanWords('Fever and chills')
  const other = scanWords('x y z CHILLS and a fever', 'oracle-1')
  const hash = ({ vocabulary, hashes }: Words, word: string) => hashes[vocabulary.indexOf(word)]
  for (const word of one.vocabulary) expect(hash(one, word)).toBe(hash(other, word))
  const many = scanWords(Array.from({ length: 200_000 }, (_, i) => `w${i.toString(36)}`).join(' '))
  expect(many.frequencies.length).toBe(200_000)
  expect(new Set(many.hashes).size).toBe(200_000)
  for (const value of many.hashes) expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
  // Fixed for good: stored signatures have to be comparable between versions.
  expect(scanWords('fever').hashes[0]).toBe(2906776161683078)
})

test('the hash fills its 53 bits evenly', () => {
  const { hashes } = scanWords(Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' '))
  for (let bit = 0; bit < 53; bit++) {
    let ones = 0
    for (const hash of hashes) ones += Math.floor(hash / 2 ** bit) % 2
    // 50,000 fair coins stay within five standard deviations (112 each) of one half.
    expect(Math.abs(ones - 25_000)).toBeLessThan(560)
  }
})

test('a word of a million letters, and as many words', () => {
  const long = 'A'.repeat(1_000_000)
  expect(scanWords(long).vocabulary).toEqual([long.toLowerCase()])
  const many = scanWords('no '.repeat(1_000_000))
  expect([many.count, many.frequencies[0]]).toEqual([1_000_000, 1_000_000])
})

test('a long run without blanks is cut as its parts are, at a cost that grows with its length', () => {
  const start = performance.now()
  const found = scanWords('患者发热'.repeat(50_000))
  expect(running(scanWords('患者发热'))).toEqual(['患者', '发热'])
  expect([found.count, [...found.vocabulary]]).toEqual([100_000, ['患者', '发热']])
  // Well under a second; the square would be minutes.
  expect(performance.now() - start).toBeLessThan(10_000)
  const rare = scanWords('𠀀'.repeat(1000))
  expect(cut('𠀀'.repeat(1000), rare).join('')).toBe('𠀀'.repeat(1000))
})

test('scratch buffers carry nothing from one text to the next', () => {
  const before = scanWords('pain in the chest')
  const kept = running(before)
  scanWords('OTHER words '.repeat(5000))
  expect(running(before)).toEqual(kept)
  expect(running(scanWords('pain'))).toEqual(['pain'])
})

test('words of a document follow its rule and are made once', () => {
  const document = createDocument({ text: 'Paracetamol 500mg', wordRule: 'letters' })
  expect(words(document).vocabulary).toEqual(['paracetamol'])
  expect(words(document)).toBe(words(document))
})

test.skipIf(!hasCorpora).each(peers)('oracle-1 counts the words and types of %s as its peer does', (name, file, pick) => {
  const rows = readRecords<LexicalRow>(`oracles/${name}.lexical.perdoc.jsonl`)
  const notes = pick(readRecords<Note>(`corpora/${file}`))
  expect(notes.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  const counted = notes.map(({ id, text }) => {
    const { count, frequencies } = scanWords(text, 'oracle-1')
    return {
      id,
      tokens: count,
      types: frequencies.length,
      hapax: frequencies.filter((times) => times === 1).length,
      chars: [...text].length,
    }
  })
  expect(counted).toEqual(
    rows.map(({ id, tokens, types, hapax, chars }) => ({ id, tokens, types, hapax: tokens === 0 ? 0 : hapax, chars })),
  )
})

test.skipIf(!hasCorpora).each(peers)('letters counts the words of %s as its peer does', (name, file, pick) => {
  const rows = readRecords<LexicalRow>(`oracles/${name}.lexical.perdoc.jsonl`)
  const notes = pick(readRecords<Note>(`corpora/${file}`))
  expect(notes.map(({ text }) => scanWords(text, 'letters').count)).toEqual(rows.map(({ alpha_words }) => alpha_words))
})

test.skipIf(!hasCorpora)('letters gives the published MATTR of SynGP500 and 605.07 words a note', () => {
  const notes = readRecords<Note>('corpora/syngp500/syngp500.jsonl').map(({ text }) => scanWords(text, 'letters'))
  const mattr = ({ types, frequencies, count }: Words, window: number) => {
    const inside = new Uint32Array(frequencies.length)
    let distinct = 0
    let sum = 0
    for (let i = 0; i < count; i++) {
      if (inside[types[i]!]!++ === 0) distinct++
      if (i >= window && --inside[types[i - window]!]! === 0) distinct--
      if (i >= window - 1) sum += distinct / window
    }
    return sum / (count - window + 1)
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(notes.map(({ count }) => count)).toFixed(2)).toBe('605.07')
  // Published as 0.946, 0.909 and 0.858.
  expect([25, 50, 100].map((window) => mean(notes.map((note) => mattr(note, window))).toFixed(5))).toEqual([
    '0.94575',
    '0.90947',
    '0.85831',
  ])
})
