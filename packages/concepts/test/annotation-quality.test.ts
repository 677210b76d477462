import { type Analysis, type Conclusion, type Draft, obeysTheLaws } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { annotationConsistency, annotationLabels, confidentLabels, labelErrors, splitKnownAnnotations } from '../src/index.ts'
import { concluded } from './concluded.ts'

const measured = ({ audit }: Conclusion, measure: string) => audit.estimates.find((each) => each.measure === measure)!.value
const rulesOf = ({ findings }: Conclusion) => findings.map(({ rule, document, span }) => ({ rule, document, span }))

/** A text with its annotations marked as [words|type|code]. */
function marked(id: string, written: string, split?: string): Draft {
  let text = ''
  const annotations: { type: string; start: number; end: number; code?: string }[] = []
  for (const piece of written.split(/(\[[^\]]*\])/)) {
    if (!piece.startsWith('[')) {
      text += piece
      continue
    }
    const [words, type, code] = piece.slice(1, -1).split('|')
    annotations.push({ type: type!, start: text.length, end: text.length + words!.length, ...(code && { code }) })
    text += words
  }
  return { id, text, annotations, ...(split && { metadata: new Map([['split', split]]) }) }
}

test.each([annotationConsistency(), annotationLabels(), labelErrors(), splitKnownAnnotations()] as Analysis<never>[])(
  '$id obeys the laws',
  (analysis) => obeysTheLaws(analysis as Analysis),
)

test('words that are named otherwise elsewhere, and words that are annotated elsewhere', async () => {
  const made = await concluded(annotationConsistency() as Analysis<never>, [
    marked('a', 'Had a [cough|finding|1] and [cough|finding|1].'),
    marked('b', 'The [Cough|finding|1] went; [cough|finding|2] came.'),
    marked('c', '[fever|finding|3], then cough again.'),
  ])
  // cough: three of four have code 1; fever stands once. One of five coughs is free.
  expect(measured(made, 'annotation-conflict-share')).toBe(1 / 4)
  expect(measured(made, 'annotation-missing-share')).toBe(1 / 5)
  expect(rulesOf(made)).toEqual([
    { rule: 'annotation-conflict', document: 'b', span: { start: 16, end: 21 } },
    { rule: 'annotation-missing', document: 'c', span: { start: 12, end: 17 } },
  ])
})

test('types vie where there is no code, and layers on one place do not', async () => {
  const flat = await concluded(annotationConsistency() as Analysis<never>, [marked('a', '[pain|A], [pain|A], [pain|A], [pain|B]')])
  expect(measured(flat, 'annotation-conflict-share')).toBe(1 / 4)
  const layered = marked('a', '[pain|A], [pain|A]')
  const annotations = [...layered.annotations!, { type: 'B', start: 0, end: 4 }]
  const two = await concluded(annotationConsistency() as Analysis<never>, [{ ...layered, annotations }])
  expect(measured(two, 'annotation-conflict-share')).toBeNull()
})

test('labels: density, effective number, rare names, codes', async () => {
  const made = await concluded(annotationLabels() as Analysis<never>, [
    marked('a', '[one|A|x] [two|A|x] [three|B] four [five|B]'),
    { id: 'b', text: 'none here' },
  ])
  expect(measured(made, 'annotation-density')).toBe(80)
  expect(measured(made, 'annotation-label-diversity')).toBeCloseTo(2, 12)
  expect(measured(made, 'annotation-rare-name-share')).toBe(1)
  expect(measured(made, 'annotation-coded-share')).toBe(1 / 2)
})

test('annotations that train has word for word', async () => {
  const made = await concluded(splitKnownAnnotations() as Analysis<never>, [
    marked('a', 'Severe [asthma|D]', 'train'),
    marked('b', 'severe  [ASTHMA|D]', 'test'),
    marked('c', '[eczema|D] and [asthma|D]', 'test'),
    marked('d', '[gout|D]', 'dev'),
  ])
  expect(measured(made, 'split-known-annotation-share')).toBe(2 / 4)
})

test('confident learning counts as the paper does', () => {
  // Thresholds (0.8 + 0.6 + 0.1) / 3 = 0.5 and (0.9 + 0.7) / 2 = 0.8: the third example, labelled 0, is confidently 1.
  const { joint, thresholds, other } = confidentLabels([0, 0, 0, 1, 1], [0.8, 0.2, 0.6, 0.4, 0.1, 0.9, 0.1, 0.9, 0.3, 0.7], 2)
  expect([...thresholds].map((each) => Number(each.toFixed(12)))).toEqual([0.5, 0.8])
  expect([...joint]).toEqual([2, 1, 0, 1])
  expect([...other]).toEqual([-1, -1, 1, -1, -1])
})

// A threshold is the mean over those labelled so: about half of the planted errors reach it, and nothing else does.
test('what is taken for a label error was planted', async () => {
  const random = seededRandom('planted')
  const drugs = ['aspirin', 'metformin', 'ramipril', 'codeine']
  const problems = ['asthma', 'gout', 'eczema', 'anaemia']
  const wrong = new Set<string>()
  const drafts = Array.from({ length: 120 }, (_, i) => {
    const pick = (list: string[]): string => list[Math.floor(random() * list.length)]!
    const flip = i % 20 === 0
    if (flip) wrong.add(`n${i}`)
    return marked(`n${i}`, `Known [${pick(problems)}|${flip ? 'drug' : 'problem'}], was given [${pick(drugs)}|drug] daily.`)
  })
  const made = await concluded(labelErrors() as Analysis<never>, drafts)
  const found = new Set(made.findings.map(({ document }) => document!))
  expect(found.size).toBeGreaterThanOrEqual(2)
  for (const document of found) expect(wrong).toContain(document)
  expect(measured(made, 'annotation-label-error-share')).toBeCloseTo(found.size / 240, 12)
})

test('a corpus without annotations says so', async () => {
  for (const analysis of [annotationConsistency(), annotationLabels(), labelErrors(), splitKnownAnnotations()] as Analysis<never>[]) {
    const { audit } = await concluded(analysis, [{ id: 'a', text: 'no fever' }])
    for (const { status, reason } of audit.estimates) {
      expect(status).toBe('not applicable')
      expect(reason).toBeTruthy()
    }
  }
})
