import { type Analysis, type Context, type Estimate, type Measure, type Note, notApplicable, type Rows } from '@corpuscope/core'
import { distribution, type HashTable, hashTable, meanInterval, seededRandom, wilson } from '@corpuscope/statistics'
import { fewestInSkeleton, runLength, templateShape } from './template-shape.ts'

/** What stands in at least this many documents is a template's, not a writer's. */
const fewestShared = 5
const templated = 0.5
const fewestWithField = 0.05
const nearlyAll = 0.9

const percent = (share: number): string => `${share * 100} %`

const source = { text: 'Definition of this project; boilerplate by repeated lines and n-grams as in Bernstein & Zobel 2005, CIKM:736-743' }

const measures: readonly Measure[] = [
  {
    id: 'template-share',
    title: 'Words in template lines',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of words in lines, or labels before a colon, that stand in at least ${fewestShared} documents / words; numbers are masked, and letter case, punctuation and white space do not count.`,
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
    id: 'skeleton-share',
    title: 'Words in template skeletons',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of words in lines whose skeleton stands in at least ${fewestShared} documents / words. The skeleton of a line is its words with numbers, names (a capital behind the first word) and words that neither the lexicon nor the dictionary of the language knows masked; it is taken where ${fewestInSkeleton} words and half of the line remain.`,
    source,
  },
  {
    id: 'shared-phrase-share',
    title: 'Phrases of other documents',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of different runs of ${runLength} words that stand in at least ${fewestShared} documents / different runs; estimated on every eighth run, drawn by hash.`,
    source,
  },
  {
    id: 'constant-field-share',
    title: 'Nearly constant fields',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of fields that hold the same words in at least ${percent(nearlyAll)} of the documents that have them. A field is a label before a colon, with words behind it on its line, in at least ${fewestShared} documents and ${percent(fewestWithField)} of all. No interval: a form has the fields it has.`,
    source: { text: 'Definition of this project' },
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

/** How much of the corpus is form and not writing. */
export function templates(): Analysis<null> {
  return {
    id: 'templates',
    measures,
    create: () => null,
    observe(_, document) {
      const shape = templateShape(document)
      return (
        shape && {
          lists: {
            'templates.lines': shape.lines,
            'templates.words': shape.words,
            'templates.fields': shape.fields,
            'templates.phrases': shape.phrases,
            'templates.ends': Float64Array.of(shape.opening, shape.dated ? 1 : 0, shape.closing),
          },
        }
      )
    },
    merge: () => undefined,
    conclude(_, context) {
      const { rows } = context
      const texts = Array.from({ length: rows.n }, (_, i) => i).filter((i) => rows.list('templates.ends', i).length > 0)
      if (texts.length < fewestShared) {
        const reason = `fewer than ${fewestShared} documents with words`
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, rows.n)) }
      }
      const { cover, skeletons } = coverOf(rows, texts)
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
      const valuesOf = (shares: Float64Array): Float64Array => {
        const values = new Float64Array(rows.n).fill(Number.NaN)
        texts.forEach((i, at) => {
          values[i] = shares[at]!
        })
        return values
      }
      return {
        estimates: [
          meanOf('template-share', cover, context),
          share('templated-document-share', forms),
          meanOf('skeleton-share', skeletons, context),
          meanOf('shared-phrase-share', phrases, context),
          constantFields(context, texts),
          share('opening-share', opening.count),
          share('closing-share', closing.count),
        ],
        documentValues: { 'template-share': valuesOf(cover), 'skeleton-share': valuesOf(skeletons) },
        ...(notes.length > 0 && { notes }),
      }
    },
  }
}

function meanOf(measure: string, shares: Float64Array, { rows, seed }: Context): Estimate {
  const present = shares.filter((share) => !Number.isNaN(share))
  const left = rows.n - present.length
  const summary = distribution(present)
  if (!summary) return notApplicable(measure, `every document was left out: fewer than ${runLength} words`, left)
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

/** In how many of the documents each hash stands: of every one of a list, or of every second. */
function documentsOf(rows: Rows, texts: readonly number[], name: string, step = 1): HashTable {
  const expected = texts.reduce((sum, i) => sum + rows.list(name, i).length / step, 0)
  const documents = hashTable.create(expected)
  const seen = hashTable.create(expected)
  texts.forEach((i, at) => {
    const hashes = rows.list(name, i)
    for (let each = 0; each < hashes.length; each += step) {
      const hash = hashes[each]!
      if (hash === 0 || hashTable.get(seen, hash) === at) continue
      hashTable.set(seen, hash, at)
      hashTable.add(documents, hash, 1)
    }
  })
  return documents
}

/** Per document: the share of its words in lines or labels that are a template's, and in lines whose skeleton is. */
function coverOf(rows: Rows, texts: readonly number[]): { readonly cover: Float64Array; readonly skeletons: Float64Array } {
  const ofLines = documentsOf(rows, texts, 'templates.lines')
  const ofLabels = documentsOf(rows, texts, 'templates.fields', 2)
  const shared = (documents: HashTable, hash: number): boolean => hash !== 0 && hashTable.get(documents, hash) >= fewestShared
  const cover = new Float64Array(texts.length)
  const skeletons = new Float64Array(texts.length)
  texts.forEach((i, at) => {
    const hashes = rows.list('templates.lines', i)
    const counts = rows.list('templates.words', i)
    const fields = rows.list('templates.fields', i)
    let [all, covered, alike, field] = [0, 0, 0, 0]
    for (let line = 0; line < hashes.length; line += 2) {
      const [words, labelled] = [counts[line]!, counts[line + 1]!]
      const label = labelled > 0 ? fields[field]! : 0
      if (labelled > 0) field += 2
      all += words
      if (shared(ofLines, hashes[line]!)) covered += words
      else if (shared(ofLabels, label)) covered += labelled
      if (shared(ofLines, hashes[line + 1]!)) alike += words
    }
    cover[at] = covered / all
    skeletons[at] = alike / all
  })
  return { cover, skeletons }
}

/** How many fields of forms say the same nearly everywhere. */
function constantFields({ rows }: Context, texts: readonly number[]): Estimate {
  const documents = documentsOf(rows, texts, 'templates.fields', 2)
  const fewest = Math.max(fewestShared, fewestWithField * texts.length)
  // Field -> what stands behind it -> documents; a document counts with the first line of a field.
  const contents = new Map<number, Map<number, number>>()
  for (const i of texts) {
    const fields = rows.list('templates.fields', i)
    const met = new Set<number>()
    for (let at = 0; at < fields.length; at += 2) {
      const [label, content] = [fields[at]!, fields[at + 1]!]
      if (content === 0 || met.has(label) || hashTable.get(documents, label) < fewest) continue
      met.add(label)
      let each = contents.get(label)
      if (!each) contents.set(label, (each = new Map()))
      each.set(content, (each.get(content) ?? 0) + 1)
    }
  }
  let fields = 0
  let constant = 0
  for (const each of contents.values()) {
    let [all, most] = [0, 0]
    for (const n of each.values()) {
      all += n
      most = Math.max(most, n)
    }
    if (all < fewest) continue
    fields++
    if (most >= nearlyAll * all) constant++
  }
  const left = rows.n - texts.length
  if (fields === 0) return notApplicable('constant-field-share', `no field in ${Math.ceil(fewest)} documents or more`, rows.n)
  return {
    measure: 'constant-field-share',
    value: constant / fields,
    interval: null,
    n: texts.length,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${left} left out: no words` }),
  }
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
