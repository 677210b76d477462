import { type Analysis, type Estimate, meanOfValues, type Note, notApplicable, type Rows } from '@corpuscope/core'
import { wilson } from '@corpuscope/statistics'
import { column } from '@corpuscope/text'
import { type Sampled, sampled } from './sampled.ts'
import { sharedHashes } from './shared-hashes.ts'
import { constantFields, type FieldTexts, fewestShared, type Identifiers, keepText, nearlyAll, noteText } from './template-fields.ts'
import { frameLength, framesOf } from './template-frames.ts'
import { framesShared, templateMeasures } from './template-measures.ts'
import { runLength, templateShape } from './template-shape.ts'

const templated = 0.5

const mostWords = 65_535

/** Hashes of 32 bits are enough for what must be met in five documents, and take half of the memory. */
function low32(hashes: Float64Array): Uint32Array {
  const low = column.u32(hashes.length)
  // Such an array takes a number modulo 2^32 by itself.
  for (let i = 0; i < low.length; i++) low[i] = hashes[i]!
  return low
}

function capped(counts: Uint32Array): Uint16Array {
  const small = column.u16(counts.length)
  for (let i = 0; i < small.length; i++) small[i] = Math.min(mostWords, counts[i]!)
  return small
}

/** Documents whose labels and openings are kept as words, so that a field can be named: one that nine of ten have is among them. */
const mostNamed = 500

interface Partial {
  readonly sample: Sampled
  readonly texts: FieldTexts
}

/**
 * How much of the corpus is form and not writing.
 *
 * @param identifiers  what names somebody in a text: words of fields are shown where it finds nothing, and never without it
 */
export function templates({ identifiers }: { readonly identifiers?: Identifiers } = {}): Analysis<Partial> {
  return {
    id: 'templates',
    measures: templateMeasures,
    create: () => ({ sample: sampled.create(mostNamed), texts: new Map() }),
    observe({ sample, texts }, document) {
      const isNamed = identifiers !== undefined && sampled.takes(sample, document.key)
      const shape = templateShape(document, isNamed ? noteText(texts, document) : undefined)
      return (
        shape && {
          lists: {
            'templates.lines': low32(shape.lines),
            'templates.words': capped(shape.words),
            'templates.fields': low32(shape.fields),
            'templates.phrases': low32(shape.phrases),
            'templates.frames': framesOf(document),
            'templates.ends': Uint32Array.of(shape.opening, shape.dated ? 1 : 0, shape.closing),
          },
        }
      )
    },
    merge(partial, other) {
      sampled.merge(partial.sample, other.sample)
      for (const [hash, text] of other.texts) keepText(partial.texts, hash, text)
    },
    conclude({ texts: named }, context) {
      const { rows } = context
      const texts = Array.from({ length: rows.n }, (_, i) => i).filter((i) => rows.list('templates.ends', i).length > 0)
      if (texts.length < fewestShared) {
        const reason = `fewer than ${fewestShared} documents with words`
        return { estimates: templateMeasures.map(({ id }) => notApplicable(id, reason, rows.n)) }
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
      const fields = constantFields(context, texts, { ...opening, dated }, named, identifiers)
      const notes: Note[] = fields.sentence === undefined ? [] : [{ analysis: 'templates', text: fields.sentence }]
      if (opening.count * 2 > texts.length && opening.count < nearlyAll * texts.length)
        notes.push({
          analysis: 'templates',
          text: `${opening.count} of ${texts.length} documents open with the same ${dated ? 'date' : 'words'}.`,
        })
      const mean = (measure: string, shares: Float64Array, leftOut: string): Estimate => {
        const present = shares.filter((each) => !Number.isNaN(each))
        return meanOfValues({ id: measure, range: [0, 1] }, present, rows.n - present.length, leftOut)
      }
      const valuesOf = (shares: Float64Array): Float64Array => {
        const values = new Float64Array(rows.n).fill(Number.NaN)
        texts.forEach((i, at) => {
          values[i] = shares[at]!
        })
        return values
      }
      return {
        estimates: [
          mean('template-share', cover, 'no words'),
          share('templated-document-share', forms),
          mean('skeleton-share', skeletons, 'no words'),
          mean(
            'frame-share',
            frames,
            `fewer than ${frameLength} function words and numbers, or a language other than en, fr, es, pt, de, it`,
          ),
          mean('shared-phrase-share', phrases, `fewer than ${runLength} words, or none of their runs drawn`),
          fields.estimate,
          share('opening-share', opening.count),
          share('closing-share', closing.count),
        ],
        documentValues: {
          'template-share': valuesOf(cover),
          'skeleton-share': valuesOf(skeletons),
          'frame-share': valuesOf(frames),
          'shared-phrase-share': valuesOf(phrases),
        },
        ...(fields.table && { tables: [fields.table] }),
        ...(notes.length > 0 && { notes }),
      }
    },
  }
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
