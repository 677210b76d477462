import {
  type Analysis,
  type Context,
  type Document,
  type Estimate,
  type Measure,
  type Note,
  notApplicable,
  type Rows,
} from '@corpuscope/core'
import { distribution, hash53, hashTable, meanInterval, seededRandom, wilson } from '@corpuscope/statistics'
import { lines, sampledRuns, unitsOf, type Words, words } from '@corpuscope/text'

/** What stands in at least this many documents is a template's, not a writer's. */
const fewestShared = 5
/** Of runs of five words every eighth is kept, by its hash. */
const oneIn = 8
const run = 5
const templated = 0.5

const source = { text: 'Definition of this project; boilerplate by repeated lines and n-grams as in Bernstein & Zobel 2005, CIKM:736-743' }

const measures: readonly Measure[] = [
  {
    id: 'template-share',
    title: 'Words in template lines',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of words in lines, or labels before a colon, that stand in at least ${fewestShared} documents / words; digits are masked, and letter case and white space do not count.`,
    source,
  },
  {
    id: 'templated-document-share',
    title: 'Documents from a template',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of documents of which at least half of the words stand in template lines (see template-share).`,
    source,
  },
  {
    id: 'shared-phrase-share',
    title: 'Phrases of other documents',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of different runs of ${run} words that stand in at least ${fewestShared} documents / different runs; estimated on every eighth run, drawn by hash.`,
    source,
  },
  {
    id: 'opening-share',
    title: 'Commonest opening',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Share of documents that open like most do: with the same date, where the first line begins with a date, else with the same first three words.',
    source,
  },
  {
    id: 'closing-share',
    title: 'Commonest closing',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: 'Share of documents whose last three words are the commonest last three words.',
    source,
  },
]

/** Case-folded and masked, as lines are compared: white space is one blank, digits are 0. */
const masks = new Uint16Array(65536)
for (let unit = 0; unit < 65536; unit++) masks[unit] = unit >= 65 && unit <= 90 ? unit + 32 : unit >= 48 && unit <= 57 ? 48 : unit
for (const blank of [9, 0xa0]) masks[blank] = 32

const longestLabel = 40

// What `mask` found of a line: two numbers and an offset a line are not worth an object each.
let lineHash = 0
/** Of the label before a colon; 0 without one. */
let labelHash = 0
let labelEnd = 0

function mask(units: Uint16Array, start: number, end: number): void {
  const masked = masks
  let a = 0x2f0b4a27
  let b = 0x61c88647
  let blank = 0
  let some = 0
  labelHash = 0
  labelEnd = start
  for (let i = start; i < end; i++) {
    const unit = masked[units[i]!]!
    if (unit === 32) {
      blank = some
      continue
    }
    if (unit === 58 && labelHash === 0 && some !== 0 && i - start <= longestLabel) {
      labelHash = combined(a, b) + 1
      labelEnd = i
    }
    if (blank !== 0) {
      a = Math.imul(a ^ 32, 0x01000193)
      b = Math.imul(b + 33, 0x85ebca77)
      blank = 0
    }
    some = 1
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b + unit, 0x85ebca77)
  }
  lineHash = combined(a, b)
}

const mix = (x: number): number => {
  let h = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function combined(a: number, b: number): number {
  const low = mix(a ^ mix(b))
  return (mix((b + low) | 0) >>> 12) * 4294967296 + low
}

const openingDate = /^\s*(?:[\p{L}]{1,5}[:.]?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/u

/** First words of a document as one number, or its first date, where it opens with one. */
function openingOf(document: Document, read: Words): readonly [hash: number, date: 0 | 1] {
  const date = openingDate.exec(document.text.slice(0, 200))
  if (date) return [hash53(`${Number(date[1])}/${Number(date[2])}/${date[3]!.length === 2 ? `20${date[3]}` : date[3]}`), 1]
  return [wordsHash(read, 0, Math.min(endWords, read.count)), 0]
}

const endWords = 3

function wordsHash({ types, hashes }: Words, from: number, to: number): number {
  let a = 0x2f0b4a27
  let b = 0x61c88647
  for (let i = from; i < to; i++) {
    const hash = hashes[types[i]!]!
    a = mix(Math.imul(a, 0x01000193) ^ (hash % 4294967296))
    b = mix(Math.imul(b, 0x85ebca77) + Math.floor(hash / 4294967296))
  }
  return combined(a, b)
}

/** How much of the corpus is form and not writing. */
export function templates(): Analysis<null> {
  return {
    id: 'templates',
    measures,
    create: () => null,
    observe(_, document) {
      const read = words(document)
      const { starts, count } = read
      if (count === 0) return undefined
      const rows = lines(document)
      const units = unitsOf(document.text)
      const hashes = new Float64Array(2 * rows.count)
      const lengths = new Uint32Array(2 * rows.count)
      let kept = 0
      let word = 0
      for (let i = 0; i < rows.count; i++) {
        const end = rows.ends[i]!
        const first = word
        while (word < count && starts[word]! < end) word++
        if (word === first) continue
        mask(units, rows.starts[i]!, end)
        let labelled = 0
        if (labelHash !== 0) for (let w = first; w < word && starts[w]! < labelEnd; w++) labelled++
        hashes[kept] = lineHash
        hashes[kept + 1] = labelHash
        lengths[kept] = word - first
        lengths[kept + 1] = labelled
        kept += 2
      }
      const [opening, date] = openingOf(document, read)
      return {
        lists: {
          'templates.lines': hashes.subarray(0, kept),
          'templates.words': lengths.subarray(0, kept),
          'templates.phrases': sampledRuns(read, run, oneIn),
          'templates.ends': Float64Array.of(opening, date, wordsHash(read, Math.max(0, count - endWords), count)),
        },
      }
    },
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const texts = Array.from({ length: rows.n }, (_, i) => i).filter((i) => rows.list('templates.ends', i).length > 0)
      if (texts.length < fewestShared) {
        const reason = `fewer than ${fewestShared} documents with words`
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, rows.n)) }
      }
      const cover = coverOf(rows, texts)
      const phrases = phrasesOf(rows, texts)
      const forms = cover.filter((share) => share >= templated).length
      const opening = commonest(texts.map((i) => rows.list('templates.ends', i)[0]!))
      const closing = commonest(texts.map((i) => rows.list('templates.ends', i)[2]!))
      const dated = texts.some((i) => rows.list('templates.ends', i)[0] === opening.hash && rows.list('templates.ends', i)[1] === 1)
      const share = (measure: string, count: number): Estimate => ({
        measure,
        value: count / texts.length,
        interval: wilson(count, texts.length),
        intervalMethod: 'Wilson',
        n: texts.length,
        left: rows.n - texts.length,
        status: 'measured',
        ...(rows.n > texts.length && { reason: `${rows.n - texts.length} left out: no words` }),
      })
      const notes: Note[] = []
      if (opening.count * 2 > texts.length)
        notes.push({
          analysis: 'templates',
          text: `${opening.count} of ${texts.length} documents open with the same ${dated ? 'date' : 'words'}.`,
        })
      const values = new Float64Array(rows.n).fill(Number.NaN)
      texts.forEach((i, at) => {
        values[i] = cover[at]!
      })
      return {
        estimates: [
          meanOf('template-share', cover, context),
          share('templated-document-share', forms),
          meanOf('shared-phrase-share', phrases, context),
          share('opening-share', opening.count),
          share('closing-share', closing.count),
        ],
        documentValues: { 'template-share': values },
        ...(notes.length > 0 && { notes }),
      }
    },
  }
}

function meanOf(measure: string, shares: Float64Array, { rows, seed }: Context): Estimate {
  const present = shares.filter((share) => !Number.isNaN(share))
  const left = rows.n - present.length
  const summary = distribution(present)
  if (!summary) return notApplicable(measure, `every document was left out: fewer than ${run} words`, left)
  const { interval, method } = meanInterval(present, { random: seededRandom(`${seed} ${measure}`) })
  return {
    measure,
    value: summary.mean,
    interval,
    ...(interval && { intervalMethod: method }),
    ...(summary.sd !== null && { spread: { sd: summary.sd, cv: summary.cv } }),
    n: present.length,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${left} left out: no words, or none of the runs drawn` }),
  }
}

/** In how many of the documents each hash stands. */
function documentsOf(rows: Rows, texts: readonly number[], name: string) {
  const expected = texts.reduce((sum, i) => sum + rows.list(name, i).length, 0)
  const documents = hashTable.create(expected)
  const seen = hashTable.create(expected)
  texts.forEach((i, at) => {
    for (const hash of rows.list(name, i)) {
      if (hash === 0 || hashTable.get(seen, hash) === at) continue
      hashTable.set(seen, hash, at)
      hashTable.add(documents, hash, 1)
    }
  })
  return documents
}

function coverOf(rows: Rows, texts: readonly number[]): Float64Array {
  const documents = documentsOf(rows, texts, 'templates.lines')
  return Float64Array.from(texts, (i) => {
    const hashes = rows.list('templates.lines', i)
    const lengths = rows.list('templates.words', i)
    let covered = 0
    let all = 0
    for (let at = 0; at < hashes.length; at += 2) {
      all += lengths[at]!
      if (hashTable.get(documents, hashes[at]!) >= fewestShared) covered += lengths[at]!
      else if (hashes[at + 1] !== 0 && hashTable.get(documents, hashes[at + 1]!) >= fewestShared) covered += lengths[at + 1]!
    }
    return covered / all
  })
}

function phrasesOf(rows: Rows, texts: readonly number[]): Float64Array {
  const documents = documentsOf(rows, texts, 'templates.phrases')
  return Float64Array.from(texts, (i) => {
    const phrases = rows.list('templates.phrases', i)
    let shared = 0
    for (const phrase of phrases) if (hashTable.get(documents, phrase) >= fewestShared) shared++
    return phrases.length === 0 ? Number.NaN : shared / phrases.length
  })
}

function commonest(hashes: readonly number[]): { readonly hash: number; readonly count: number } {
  const counts = new Map<number, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  let best = { hash: 0, count: 0 }
  for (const [hash, count] of counts) if (count > best.count || (count === best.count && hash < best.hash)) best = { hash, count }
  return best
}
