import {
  type Analysis,
  type Annotation,
  annotationProblems,
  type Context,
  type Document,
  type Estimate,
  type FindingDraft,
  type Measure,
  printable,
  type Rule,
  ratioEstimate,
  type Table,
} from '@corpuscope/core'
import { counts } from '@corpuscope/statistics'
import { boundaryProblem, overlapsOf } from './annotation-places.ts'

const source = {
  text: 'Stenetorp et al. 2012, brat: a Web-based Tool for NLP-Assisted Text Annotation (standoff: offsets, types, discontinuous spans)',
  url: 'https://aclanthology.org/E12-2021',
}

const wrong: Measure = {
  id: 'annotation-problem-share',
  title: 'Annotations that are not where they say',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Annotations that lie outside the text, do not cover the words they state, or continue one that did not begin (BIO tags) / annotations.',
  source,
}

const cutting: Measure = {
  id: 'annotation-boundary-share',
  title: 'Annotations that cut a word or take in a blank',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Annotations that begin or end between two letters or two digits, or with white space / annotations that lie in the text. Scripts that are written without spaces have no such boundary.',
  source,
}

const crossing: Measure = {
  id: 'annotation-overlap-share',
  title: 'Annotations that cross or repeat another',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Annotations that overlap another without one lying inside the other, or that repeat place, type and code of another / annotations that lie in the text. Nested ones are in order.',
  source,
}

const rule = (id: string, title: string, severity: Rule['severity'], measure: Measure, definition: string): Rule => ({
  ...{ id, title, severity, definition },
  measure: measure.id,
})

const rules = {
  [annotationProblems.outside]: rule(
    'annotation-outside-text',
    'Annotation outside the text',
    'error',
    wrong,
    'It begins or ends where the text has no character, or ends before it begins.',
  ),
  [annotationProblems.otherWords]: rule(
    'annotation-other-words',
    'Annotation of other words',
    'error',
    wrong,
    'The text at its place is not the words that it states: offsets are shifted, or the text was changed.',
  ),
  [annotationProblems.order]: rule(
    'annotation-tag-order',
    'Annotation without a beginning',
    'warning',
    wrong,
    'A tag that continues (I-, E-, L-) stands where none of its type is open.',
  ),
  boundary: rule(
    'annotation-boundary',
    'Annotation that cuts a word',
    'warning',
    cutting,
    'It begins or ends inside a word or a number, or with white space.',
  ),
  crossing: rule(
    'annotation-crossing',
    'Annotations that cross',
    'warning',
    crossing,
    'It overlaps an earlier one, and neither lies inside the other.',
  ),
  doubled: rule('annotation-doubled', 'Annotation twice', 'warning', crossing, 'Place, type and code are those of an earlier one.'),
} as const

/** Per document: annotations, wrong ones, those in the text, of these with a boundary problem, with an overlap. */
const list = 'annotations-counts'
const [all, wrongs, inText, boundaries, overlaps] = [0, 1, 2, 3, 4]

interface TypeCounts {
  documents: number
  readonly by: Map<string, number>
}

/** Type -> what of it was seen. */
type AnnotationCounts = Map<string, TypeCounts>

/** Annotations held against their text: offsets, boundaries, overlaps. */
export const annotations = (): Analysis<AnnotationCounts> => ({
  id: 'annotations',
  measures: [wrong, cutting, crossing],
  rules: Object.values(rules),
  create: () => new Map(),
  observe(partial, document) {
    const { annotations: marked = [] } = document
    if (marked.length === 0) return undefined
    const findings: FindingDraft[] = []
    const seen = new Map<string, Set<string>>()
    const tally = new Uint32Array(5)
    const note = ({ type }: Annotation, what: string): void => {
      const entry = partial.get(type) ?? { documents: 0, by: counts.create() }
      partial.set(type, entry)
      if (!seen.has(type)) {
        seen.set(type, new Set())
        entry.documents++
      }
      counts.add(entry.by, what)
    }
    const report = (annotation: Annotation, which: keyof typeof rules, message: string): void => {
      const { id, severity } = rules[which]
      const { type, start, end } = annotation
      findings.push({ rule: id, severity, message, span: { start, end }, identity: `${type} ${start} ${end}` })
      note(annotation, which)
    }
    for (const annotation of marked) {
      tally[all]!++
      note(annotation, 'all')
      if (annotation.problem !== undefined) {
        tally[wrongs]!++
        report(annotation, annotation.problem, `annotation ${annotation.problem}`)
      }
    }
    const placed = marked.filter(({ problem }) => problem !== annotationProblems.outside)
    tally[inText] = placed.length
    for (const annotation of placed) {
      // What covers other words than it states is wrong as a whole; its edges say nothing more.
      const edge = annotation.problem === undefined ? edgeProblem(document, annotation) : undefined
      if (edge === undefined) continue
      tally[boundaries]!++
      report(annotation, 'boundary', `annotation ${edge}`)
    }
    for (const [i, overlap] of overlapsOf(placed).entries()) {
      if (overlap === undefined) continue
      if (overlap === 'nested') {
        note(placed[i]!, 'nested')
        continue
      }
      tally[overlaps]!++
      report(placed[i]!, overlap, overlap === 'doubled' ? 'annotation repeats another' : 'annotation crosses another')
    }
    return { lists: { [list]: tally }, findings }
  },
  merge(partial, other) {
    for (const [type, theirs] of other) {
      const ours = partial.get(type)
      if (!ours) partial.set(type, { documents: theirs.documents, by: new Map(theirs.by) })
      else {
        ours.documents += theirs.documents
        counts.merge(ours.by, theirs.by)
      }
    }
  },
  conclude(partial, context) {
    const observed = Array.from({ length: context.rows.n }, (_, i) => context.rows.list(list, i)).filter(({ length }) => length > 0)
    return {
      estimates: [
        shareOf(wrong, observed, wrongs, all, context),
        shareOf(cutting, observed, boundaries, inText, context),
        shareOf(crossing, observed, overlaps, inText, context),
      ],
      tables: partial.size === 0 ? [] : [typeTable(partial)],
    }
  },
})

function edgeProblem({ text }: Document, { start, end, fragments = [{ start, end }] }: Annotation): string | undefined {
  return fragments.map((fragment) => boundaryProblem(text, fragment.start, fragment.end)).find((problem) => problem !== undefined)
}

/** A share of annotations. They come in documents, so its interval is that of a ratio of two sums over documents. */
const shareOf = (
  measure: Measure,
  observed: readonly ArrayLike<number>[],
  part: number,
  whole: number,
  { rows, seed }: Context,
): Estimate =>
  ratioEstimate(
    measure,
    observed.map((tally) => tally[part]!),
    observed.map((tally) => tally[whole]!),
    { none: 'no document has an annotation', left: rows.n - observed.length, leftOut: 'no annotation', seed },
  )

/** Types shown by name: a name is short and stands in several documents, else it may be words of the text. */
const longestType = 64
const fewestDocuments = 5
const mostTypes = 50

function typeTable(partial: AnnotationCounts): Table {
  const named = [...partial]
    .filter(([type, { documents }]) => type.length < longestType && documents >= fewestDocuments)
    .sort(([a, { by: x }], [b, { by: y }]) => (y.get('all') ?? 0) - (x.get('all') ?? 0) || (a < b ? -1 : 1))
    .slice(0, mostTypes)
  const names = new Set(named.map(([type]) => type))
  const others = [...partial].filter(([type]) => !names.has(type))
  const row = (title: string, types: readonly TypeCounts[]): (string | number | null)[] => {
    const sum = (...what: readonly string[]): number =>
      types.reduce((total, { by }) => total + what.reduce((each, name) => each + (by.get(name) ?? 0), 0), 0)
    return [
      title,
      sum('all'),
      types.length === 1 ? types[0]!.documents : null,
      sum(...Object.values(annotationProblems)),
      sum('boundary'),
      sum('crossing', 'doubled'),
      sum('nested'),
    ]
  }
  return {
    id: 'annotations-types',
    analysis: 'annotations',
    title: 'Annotations by type',
    columns: ['Type', 'Annotations', 'Documents', 'Not where they say', 'Cut a word or take a blank', 'Cross or repeat', 'Nested'].map(
      (title) => ({ title }),
    ),
    rows: [
      ...named.map(([type, entry]) => row(printable(type), [entry])),
      ...(others.length > 0
        ? [
            row(
              others.length === 1 ? '1 other type' : `${others.length} other types`,
              others.map(([, entry]) => entry),
            ),
          ]
        : []),
    ],
  }
}
