import {
  type Analysis,
  type Companion,
  drawnKey,
  type Finding,
  fingerprint,
  keyedNumber,
  type Measure,
  notApplicable,
  type Result,
  type Rows,
  ratioEstimate,
  type SecretKey,
} from '@corpuscope/core'
import { isTerm } from '@corpuscope/features'
import { language, words } from '@corpuscope/text'
import { noKey } from './reappearing-identifiers.ts'

const id = 'reappearing-rare-word-share'

/** A word is rare that stands in no more documents. */
const mostDocuments = 2
/** So many rare words of one document of the other corpus in one document here are no chance. */
const fewestOfOne = 3
const fewestDocuments = 10

const measure: Measure = {
  id,
  title: 'Rare words of the other corpus that reappear',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Different words that stand in one or ${mostDocuments} documents of the corpus this one is held against, that also stand here / all such words. With a holdout, words that it has too are left out, both are cut to as many documents, and the same share of its own rare words, which nobody saw, is the reference: a corpus that learnt nothing by heart repeats as many of one as of the other. Interval over the documents of the other corpus. Words without a letter, single letters and stop words do not count. They are compared as hashes under a key that is drawn for the run and never written.`,
  source: {
    text: 'After the leakage of rare strings in Carlini et al. 2021, Extracting Training Data from Large Language Models',
    url: 'https://arxiv.org/abs/2012.07805',
  },
}

/** Per document its different words under the key. */
const list = `${id}-words`
const letter = /\p{L}/u

interface Seen {
  keyless: number
}

/** Words that hardly any document of a real corpus has, and a synthetic one has again: a name, a place, a slip, carried over. */
export const reappearingWords = (key: SecretKey | undefined = drawnKey()): Analysis<Seen> => {
  // Words come again and again: each is hashed once a thread.
  const hashes = new Map<string, number>()
  const hashOf = (word: string): number => {
    let hash = hashes.get(word)
    if (hash === undefined) hashes.set(word, (hash = keyedNumber(key!, word)))
    return hash
  }
  return {
    id,
    measures: [measure],
    alone: true,
    rules: [
      {
        id: 'reappearing-rare-words',
        title: 'Rare words of one document of the other corpus',
        severity: 'warning',
        definition: `The document holds ${fewestOfOne} or more words of one document of the corpus this one is held against that at most one other document there, and none of the holdout, has.`,
        measure: id,
      },
    ],
    create: () => ({ keyless: 0 }),
    observe(partial, document) {
      if (!key) {
        partial.keyless++
        return undefined
      }
      const spoken = language(document).language
      const values = words(document).vocabulary.filter((word) => letter.test(word) && isTerm(word, spoken))
      return { lists: { [list]: Float64Array.from(values, hashOf) } }
    },
    merge(partial, other) {
      partial.keyless += other.keyless
    },
    conclude: (partial, { rows, against, holdout, seed }) => concluded(partial, rows, against, holdout, seed),
  }
}

function concluded(partial: Seen, rows: Rows, against: Companion | undefined, holdout: Companion | undefined, seed: number): Result {
  const none = (reason: string): Result => ({ estimates: [notApplicable(id, reason, rows.n)] })
  const keyless = [partial, ...[against, holdout].flatMap((each) => each?.partial<Seen>(id) ?? [])]
  if (keyless.some((each) => each.keyless > 0)) return none(noKey)
  const sizes = [against, holdout].flatMap((each) => each?.rows.n ?? [])
  if (!against || Math.min(...sizes) < fewestDocuments)
    return none(`the corpus it is held against, and the holdout, need ${fewestDocuments} documents or more`)
  const n = Math.min(...sizes)
  const theirs = documentsOf(against.rows, n)
  const unseen = holdout && documentsOf(holdout.rows, n)
  const here = new Set<number>()
  for (let i = 0; i < rows.n; i++) for (const word of rows.list(list, i)) here.add(word)
  const rare = rareWords(theirs, unseen)
  const [parts, wholes] = sharesOf(rare, theirs.length, here)
  const baseline = unseen && sharesOf(rareWords(unseen, theirs), unseen.length, here)
  const whole = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)
  const chance = baseline && whole(baseline[1]) > 0 ? whole(baseline[0]) / whole(baseline[1]) : undefined
  const estimate = ratioEstimate(measure, parts, wholes, {
    none: 'the corpus it is held against has no rare word',
    left: 0,
    seed,
  })
  const findings = findingsOf(rows, rare)
  return {
    estimates: [
      {
        ...estimate,
        ...(estimate.value !== null && chance !== undefined && { reference: chance }),
        ...(estimate.value !== null &&
          !holdout && { reason: 'without a holdout (--holdout) words that any text of the kind has count too' }),
      },
    ],
    findings,
    notes: [
      { analysis: id, text: noteOf(whole(parts), whole(wholes), baseline && [whole(baseline[0]), whole(baseline[1])], findings.length) },
    ],
  }
}

/** The words of n documents, spread evenly in key order. */
const documentsOf = (rows: Rows, n: number): ArrayLike<number>[] =>
  Array.from({ length: n }, (_, i) => rows.list(list, Math.floor((i * rows.n) / n)))

/** Word -> the documents that have it, one or two, where the others have it not. */
function rareWords(documents: readonly ArrayLike<number>[], others: readonly ArrayLike<number>[] = []): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [i, own] of documents.entries())
    for (const word of Array.from(own)) {
      const before = places.get(word)
      if (!before) places.set(word, [i])
      else if (before.length <= mostDocuments) before.push(i)
    }
  for (const own of others) for (const word of Array.from(own)) places.delete(word)
  for (const [word, each] of places) if (each.length > mostDocuments) places.delete(word)
  return places
}

/** By document: rare words that stand here, and all its rare words; one of two documents counts for the first. */
function sharesOf(rare: ReadonlyMap<number, readonly number[]>, n: number, here: ReadonlySet<number>): [number[], number[]] {
  const parts = new Array<number>(n).fill(0)
  const wholes = new Array<number>(n).fill(0)
  for (const [word, places] of rare) {
    wholes[places[0]!]!++
    if (here.has(word)) parts[places[0]!]!++
  }
  return [parts, wholes]
}

/** Documents with several rare words of one of theirs; whose they are is not this audit's to tell. */
function findingsOf(rows: Rows, rare: ReadonlyMap<number, readonly number[]>): Finding[] {
  const findings: Finding[] = []
  for (const [i, document] of rows.ids.entries()) {
    const from = new Map<number, number>()
    for (const word of rows.list(list, i)) for (const place of rare.get(word) ?? []) from.set(place, (from.get(place) ?? 0) + 1)
    const most = Math.max(0, ...from.values())
    if (most < fewestOfOne) continue
    findings.push({
      rule: 'reappearing-rare-words',
      severity: 'warning',
      document,
      message: `holds ${most} rare words of one document of the corpus it is held against`,
      fingerprint: fingerprint('reappearing-rare-words', document, ''),
    })
  }
  return findings
}

function noteOf(again: number, all: number, baseline: readonly [number, number] | undefined, findings: number): string {
  const chance =
    baseline && baseline[1] > 0
      ? `; of the ${baseline[1]} of the holdout, which nobody saw, ${baseline[0]} (${percent(baseline)} beside ${percent([again, all])})`
      : ''
  return `${again} of ${all} words that hardly any document of the other corpus has stand here too${chance}. ${findings} documents here hold ${fewestOfOne} or more of one document there.`
}

const percent = ([part, whole]: readonly [number, number]): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
