import { type Analysis, type Context, type Estimate, type Finding, fingerprint, type Measure } from '@corpuscope/core'
import { hash53, wilson } from '@corpuscope/statistics'
import { type Identification, plainIdentification } from './identification.ts'
import type { Identifier } from './identifier.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'

const id = 'reappearing-identifier-share'

const measure: Measure = {
  id,
  title: 'Identifiers of the other corpus that reappear',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Different names of two words or more, contacts, addresses and numbers of a person in this corpus that also stand in the corpus it is held against / all different ones in this corpus. Dates, ages, postcodes, facilities and single names, which different persons share, do not count. Zero where synthetic text names only persons of its own.',
  source: {
    text: 'After the leakage of rare strings in Carlini et al. 2021, Extracting Training Data from Large Language Models',
    url: 'https://arxiv.org/abs/2012.07805',
  },
}

/** Per document: for each identifier that singles out a person its hash, first and last character. */
const list = `${id}-values`

const shared: ReadonlySet<IdentifierKindId> = new Set(['date', 'age', 'postcode', 'facility'])

/** Whether one value means one person: a family name alone does not. */
const singlesOut = ({ kind, identity, nobody }: Identifier): boolean =>
  !nobody && !shared.has(kind) && (kind !== 'person' || /\p{L}{2}.*[ ,]+.*\p{L}{2}/u.test(identity))

/** Identifiers of a real corpus that a synthetic one repeats: each is a person carried over word for word. */
export const reappearingIdentifiers = (by: Identification = plainIdentification): Analysis<{ documents: number }> => ({
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
  create: () => ({ documents: 0 }),
  observe(partial, document) {
    partial.documents++
    const values = by
      .of(document)
      .filter(singlesOut)
      .flatMap(({ kind, identity, start, end }) => [hash53(`${kind} ${identity}`), start, end])
    return { lists: { [list]: Float64Array.from(values) } }
  },
  merge(partial, other) {
    partial.documents += other.documents
  },
  conclude: (_, { rows, against }) => {
    const theirs = valuesOf(against?.rows)
    const own = valuesOf(rows)
    const again = [...own].filter((value) => theirs.has(value)).length
    const interval = wilson(again, own.size)
    const estimate: Estimate = {
      measure: id,
      value: own.size > 0 ? again / own.size : 0,
      interval: interval && [...interval],
      ...(interval && { intervalMethod: 'Wilson' }),
      n: own.size,
      left: 0,
      status: 'measured',
    }
    return { estimates: [estimate], findings: findingsOf(rows, theirs), notes: [noteOf(again, own.size, theirs.size)] }
  },
})

function valuesOf(rows: Context['rows'] | undefined): Set<number> {
  const values = new Set<number>()
  for (let i = 0; rows && i < rows.n; i++) {
    const own = rows.list(list, i)
    for (let at = 0; at < own.length; at += 3) values.add(own[at]!)
  }
  return values
}

const findingsOf = (rows: Context['rows'], theirs: ReadonlySet<number>): Finding[] =>
  rows.ids.flatMap((document, i) => {
    const own = rows.list(list, i)
    const found: Finding[] = []
    for (let at = 0; at < own.length; at += 3)
      if (theirs.has(own[at]!))
        found.push({
          rule: 'reappearing-identifier',
          severity: 'error',
          document,
          span: { start: own[at + 1]!, end: own[at + 2]! },
          message: 'stands in the corpus it is held against as well',
          fingerprint: fingerprint('reappearing-identifier', document, String(own[at]), at),
        })
    return found
  })

const noteOf = (again: number, own: number, theirs: number) => ({
  analysis: id,
  text:
    theirs === 0
      ? 'The corpus this one is held against names nobody that could reappear.'
      : `${again} of ${own} identifiers of persons in this corpus stand in the other as well, which has ${theirs}.`,
})
