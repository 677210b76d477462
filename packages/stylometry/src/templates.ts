import { type Analysis, type Context, type Estimate, type Measure, type Note, notApplicable, type Rows } from '@corpuscope/core'
import { distribution, type HashTable, hashTable, meanInterval, seededRandom, wilson } from '@corpuscope/statistics'
import { sharedHashes } from './shared-hashes.ts'
import { fewestWordsInFrame, frameLength, framesOf, mostFrames } from './template-frames.ts'
import { fewestInSkeleton, runLength, templateShape } from './template-shape.ts'

/** What stands in at least this many documents is a template's, not a writer's. */
const fewestShared = 5
/** Frames have less to tell them apart than words have: in a large corpus some meet by chance, so they must stand in as large a share. */
const framesShared = 0.001
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
    definition: `Share of documents of which at least half is a template's: of the words those in template lines (see template-share) or in skeletons (see skeleton-share), or of the frames those that are shared (see frame-share).`,
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
    id: 'frame-share',
    title: 'Sentences of a template with slots',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of frames that stand in at least ${fewestShared} documents and ${percent(framesShared)} of all / frames. A frame is a run of ${frameLength} function words, units and numbers, at least ${fewestWordsInFrame} of them no numbers, in which every number, every pronoun and every row of content words is the same as any other: a letter keeps its frames when only names, sites and drugs are filled in, and a writer hardly meets those of another. Of a document the ${mostFrames} frames of lowest hash are taken.`,
    source: {
      text: 'Stamatatos 2011, Plagiarism detection using stopword n-grams, JASIST 62(12):2512-2527; shared by documents as in Bernstein & Zobel 2005',
      url: 'https://doi.org/10.1002/asi.21630',
    },
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

const mostWords = 65_535

/** Hashes of 32 bits are enough for what must be met in five documents, and take half of the memory. */
const low32 = (hashes: Float64Array): Uint32Array => Uint32Array.from(hashes)

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
            'templates.lines': low32(shape.lines),
            'templates.words': Uint16Array.from(shape.words, (n) => Math.min(mostWords, n)),
            'templates.fields': low32(shape.fields),
            'templates.phrases': low32(shape.phrases),
            'templates.frames': framesOf(document),
            'templates.ends': Uint32Array.of(shape.opening, shape.dated ? 1 : 0, shape.closing),
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
      const phrases = shareOfShared(rows, texts, 'templates.phrases', fewestShared)
      const frames = shareOfShared(rows, texts, 'templates.frames', Math.max(fewestShared, Math.ceil(framesShared * texts.length)))
      const forms = texts.filter((_, at) => cover[at]! >= templated || skeletons[at]! >= templated || frames[at]! >= templated).length
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
          meanOf('template-share', cover, context, 'no words'),
          share('templated-document-share', forms),
          meanOf('skeleton-share', skeletons, context, 'no words'),
          meanOf(
            'frame-share',
            frames,
            context,
            `fewer than ${frameLength} function words and numbers, or a language other than en, fr, es, pt, de, it`,
          ),
          meanOf('shared-phrase-share', phrases, context, `fewer than ${runLength} words, or none of their runs drawn`),
          constantFields(context, texts),
          share('opening-share', opening.count),
          share('closing-share', closing.count),
        ],
        documentValues: {
          'template-share': valuesOf(cover),
          'skeleton-share': valuesOf(skeletons),
          'frame-share': valuesOf(frames),
          'shared-phrase-share': valuesOf(phrases),
        },
        ...(notes.length > 0 && { notes }),
      }
    },
  }
}

function meanOf(measure: string, shares: Float64Array, { rows, seed }: Context, leftOut: string): Estimate {
  const present = shares.filter((share) => !Number.isNaN(share))
  const left = rows.n - present.length
  const summary = distribution(present)
  if (!summary) return notApplicable(measure, `every document was left out: ${leftOut}`, left)
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
    ...(left > 0 && { reason: `${left} left out: ${leftOut}` }),
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
  const ofLines = sharedHashes(rows, texts, 'templates.lines', fewestShared)
  const ofFields = sharedHashes(rows, texts, 'templates.fields', fewestShared, { step: 2 })
  const cover = new Float64Array(texts.length)
  const skeletons = new Float64Array(texts.length)
  texts.forEach((i, at) => {
    const counts = rows.list('templates.words', i)
    const first = ofLines.from(at)
    let field = ofFields.from(at)
    let [all, covered, alike] = [0, 0, 0]
    for (let line = 0; line < counts.length; line += 2) {
      const [words, labelled] = [counts[line]!, counts[line + 1]!]
      const label = labelled > 0 && ofFields.has(field)
      if (labelled > 0) field += 2
      all += words
      if (ofLines.has(first + line)) covered += words
      else if (label) covered += labelled
      if (ofLines.has(first + line + 1)) alike += words
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

/** Per document: which share of the hashes it left in a list stands in at least `fewest` documents; NaN where it left none. */
function shareOfShared(rows: Rows, texts: readonly number[], name: string, fewest: number): Float64Array {
  const shared = sharedHashes(rows, texts, name, fewest)
  return Float64Array.from(texts, (i, at) => {
    const { length } = rows.list(name, i)
    const from = shared.from(at)
    let many = 0
    for (let each = 0; each < length; each++) if (shared.has(from + each)) many++
    return length === 0 ? Number.NaN : many / length
  })
}

function commonest(hashes: readonly number[]): { readonly hash: number; readonly count: number } {
  const counts = new Map<number, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  let best = { hash: 0, count: 0 }
  for (const [hash, count] of counts) if (count > best.count || (count === best.count && hash < best.hash)) best = { hash, count }
  return best
}
