import { type Analysis, type Measure, notApplicable, ratioEstimate } from '@corpuscope/core'
import { annotatedWords, spanWidth } from './annotated-words.ts'

const measure: Measure = {
  id: 'split-known-annotation-share',
  title: 'Annotations of other splits that train has word for word',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Annotations outside the split "train" whose words and name (code, or type without one) are annotated in it too / annotations outside it: what a list of the training annotations would find by itself.',
  source: {
    text: 'Elangovan et al. 2021, Memorization vs. generalization: quantifying data leakage in NLP performance evaluation',
    url: 'https://doi.org/10.18653/v1/2021.eacl-main.113',
  },
}

const list = 'split-known-annotations.forms'

const isTrain = (split: string): boolean => /^train(?:ing)?$/i.test(split)

/** Whether the annotations that are held out were seen in training, word for word. The split is the metadata field `split`. */
export const splitKnownAnnotations = (): Analysis<null> => ({
  id: 'split-known-annotations',
  measures: [measure],
  create: () => null,
  observe(_, document) {
    if (typeof document.metadata.get('split') !== 'string') return undefined
    const { spans } = annotatedWords(document)
    const forms = new Float64Array(spans.length / spanWidth)
    for (let i = 0; i < forms.length; i++)
      forms[i] = (spans[i * spanWidth + 4]! * 31 + (spans[i * spanWidth + 2]! % 4194304)) % 2251799813685248
    return { lists: { [list]: forms } }
  },
  merge: () => undefined,
  conclude(_, { rows, seed }) {
    const train = new Set<number>()
    const others: number[] = []
    const splits = rows.fields.get('split')?.values ?? []
    splits.forEach((split, i) => {
      if (typeof split !== 'string' || split === '') return
      if (isTrain(split)) for (const form of Array.from(rows.list(list, i))) train.add(form)
      else others.push(i)
    })
    const left = rows.n - others.length
    const held = others.map((i) => rows.list(list, i).length)
    const none = 'the documents have no field "split" with annotations in "train" and in another'
    if (train.size === 0) return { estimates: [notApplicable(measure.id, none, rows.n)] }
    const seen = others.map((i) => Array.from(rows.list(list, i)).filter((form) => train.has(form)).length)
    return { estimates: [ratioEstimate(measure, seen, held, { none, left, seed })] }
  },
})
