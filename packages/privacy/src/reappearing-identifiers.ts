import {
  type Analysis,
  type Context,
  drawnKey,
  type Estimate,
  type Finding,
  fingerprint,
  keyedNumber,
  type Measure,
  notApplicable,
  type Result,
  type Table,
} from '@corpuscope/core'
import { wilson } from '@corpuscope/statistics'
import { type Identification, plainIdentification } from './identification.ts'
import type { Identifier } from './identifier.ts'
import { type IdentifierKindId, identifierKinds } from './identifier-kinds.ts'

const id = 'reappearing-identifier-share'

const measure: Measure = {
  id,
  title: 'Identifiers of the other corpus that reappear',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Different names of two words or more, contacts, addresses and numbers of a person in this corpus that also stand in the corpus it is held against / all different ones in this corpus. Dates, ages, postcodes, facilities and single names, which different persons share, do not count. Zero where synthetic text names only persons of its own; with a holdout, the same share of its identifiers is the reference: what chance alone brings back. Values are compared as hashes under a key that is drawn for the run and never written.',
  source: {
    text: 'After the leakage of rare strings in Carlini et al. 2021, Extracting Training Data from Large Language Models',
    url: 'https://arxiv.org/abs/2012.07805',
  },
}

/** Per document: for each identifier that singles out a person its value under the key, the number of its kind, first and last character. */
const list = `${id}-values`
const width = 4

const shared: ReadonlySet<IdentifierKindId> = new Set(['date', 'age', 'postcode', 'place', 'facility'])

/** Whether one value means one person: a family name alone does not. */
const singlesOut = ({ kind, identity, nobody }: Identifier): boolean =>
  !nobody && !shared.has(kind) && (kind !== 'person' || /\p{L}{2}.*[ ,]+.*\p{L}{2}/u.test(identity))

const numberOfKind = new Map(identifierKinds.map((kind, i) => [kind.id, i]))

interface Seen {
  documents: number
  /** Documents observed without a key: their values cannot be compared. */
  keyless: number
}

export const noKey =
  'the parts were observed without a secret, and hashes of identifiers that anybody could guess back are not written; set CORPUSCOPE_KEY, or --key-file, for all parts'

/** Identifiers of a real corpus that a synthetic one repeats: each is a person carried over word for word. */
export const reappearingIdentifiers = (by: Identification = plainIdentification(drawnKey())): Analysis<Seen> => ({
  id,
  measures: [measure],
  ...(by.feature && { needs: [by.feature.id] }),
  alone: true,
  rules: [
    {
      id: 'reappearing-identifier',
      title: 'Identifier of the other corpus',
      severity: 'error',
      definition: 'A name, contact or number of a person that also stands in the corpus this one is held against.',
      measure: id,
    },
  ],
  create: () => ({ documents: 0, keyless: 0 }),
  observe(partial, document) {
    partial.documents++
    const { key } = by
    if (!key) {
      partial.keyless++
      return undefined
    }
    const values = by
      .of(document)
      .filter(singlesOut)
      .flatMap(({ kind, identity, start, end }) => [keyedNumber(key, `${kind} ${identity}`), numberOfKind.get(kind)!, start, end])
    return { lists: { [list]: Float64Array.from(values) } }
  },
  merge(partial, other) {
    partial.documents += other.documents
    partial.keyless += other.keyless
  },
  conclude(partial, { rows, against, holdout }): Result {
    const companions = [against, holdout].flatMap((companion) => companion?.partial<Seen>(id).keyless ?? [])
    if (partial.keyless > 0 || companions.some((keyless) => keyless > 0)) return { estimates: [notApplicable(id, noKey, rows.n)] }
    const own = valuesOf(rows)
    const theirs = valuesOf(against?.rows)
    const unseen = holdout && valuesOf(holdout.rows)
    const again = shareIn(own, theirs)
    if (theirs.size === 0)
      return {
        estimates: [notApplicable(id, 'the corpus this one is held against names nobody that could reappear', rows.n)],
        tables: [tableOf(own, theirs, unseen)],
      }
    const interval = wilson(again, own.size)
    const estimate: Estimate = {
      measure: id,
      value: own.size > 0 ? again / own.size : 0,
      interval: interval && [...interval],
      ...(interval && { intervalMethod: 'Wilson' }),
      n: own.size,
      left: 0,
      status: 'measured',
      ...(own.size === 0 && { reason: 'this corpus holds no identifier of a person: none of the other can reappear' }),
      ...(unseen && own.size > 0 && { reference: shareIn(own, unseen) / own.size }),
    }
    return {
      estimates: [estimate],
      findings: findingsOf(rows, theirs),
      tables: [tableOf(own, theirs, unseen)],
      notes: [{ analysis: id, text: noteOf(again, own.size, theirs.size, unseen && shareIn(own, unseen)) }],
    }
  },
})

/** Value -> number of its kind. */
type Values = ReadonlyMap<number, number>

function valuesOf(rows: Context['rows'] | undefined): Values {
  const values = new Map<number, number>()
  for (let i = 0; rows && i < rows.n; i++) {
    const own = rows.list(list, i)
    for (let at = 0; at < own.length; at += width) values.set(own[at]!, own[at + 1]!)
  }
  return values
}

const shareIn = (own: Values, others: Values): number => [...own.keys()].filter((value) => others.has(value)).length

const findingsOf = (rows: Context['rows'], theirs: Values): Finding[] =>
  rows.ids.flatMap((document, i) => {
    const own = rows.list(list, i)
    const found: Finding[] = []
    for (let at = 0; at < own.length; at += width) {
      if (!theirs.has(own[at]!)) continue
      const kind = identifierKinds[own[at + 1]!]!
      found.push({
        rule: 'reappearing-identifier',
        severity: 'error',
        document,
        span: { start: own[at + 2]!, end: own[at + 3]! },
        message: `${kind.name}: stands in the corpus it is held against as well`,
        // By their order, not by what they say: a fingerprint is published.
        fingerprint: fingerprint('reappearing-identifier', document, kind.id, found.length),
      })
    }
    return found
  })

/** Kinds that either corpus has. */
function tableOf(own: Values, theirs: Values, unseen: Values | undefined): Table {
  const rows = identifierKinds.flatMap(({ rule }, kind) => {
    const mine = new Map([...own].filter(([, each]) => each === kind))
    const others = [...theirs.values()].filter((each) => each === kind).length
    if (mine.size === 0 && others === 0) return []
    return [[rule.title, mine.size, others, shareIn(mine, theirs), unseen ? shareIn(mine, unseen) : null]]
  })
  return {
    id: `${id}-kinds`,
    analysis: id,
    title: 'Different identifiers of persons in both corpora, by kind',
    columns: [
      { title: 'Kind' },
      { title: 'In this corpus' },
      { title: 'In the other' },
      { title: 'In both' },
      { title: 'Of this corpus in the holdout' },
    ],
    rows,
  }
}

function noteOf(again: number, own: number, theirs: number, unseen: number | undefined): string {
  const chance =
    unseen === undefined ? '' : ` In the holdout, which nobody saw, stand ${unseen} of them: that much chance alone brings back.`
  return `${again} of ${own} identifiers of persons in this corpus stand in the other as well, which has ${theirs}.${chance}`
}
