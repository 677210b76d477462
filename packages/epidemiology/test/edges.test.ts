import { createDocument, type Reference } from '@corpuscope/core'
import { beachRfe, parseReference } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { ageSexStructure, caseMix, categoryCoverage, codedCaseMix, labelNoise, populationFit } from '../src/index.ts'
import { auditOf } from './audit.ts'

const many = (n: number): Reference => ({
  ...beachRfe,
  id: 'many',
  remainder: 'c0',
  categories: Array.from({ length: n }, (_, i) => ({ id: `c${i}`, share: 1 / n, aliases: [] })),
  coding: [{ category: 'c1', pattern: 'cough', weight: 1 }],
})

const of = (shares: Readonly<Record<string, number>>, more: Partial<Reference> = {}): Reference => ({
  ...beachRfe,
  id: 'small',
  categories: Object.entries(shares).map(([id, share]) => ({ id, share, aliases: [] })),
  coding: [{ category: Object.keys(shares)[0]!, pattern: 'cough', weight: 1 }],
  ...(Object.hasOwn(shares, 'Other') ? { remainder: 'Other' } : { remainder: Object.keys(shares)[0]! }),
  ...more,
})

const repeated = (label: string, n: number): string[] => Array<string>(n).fill(label)

const people: Reference = { ...of({ 'F 0-39': 0.5, 'M 0-39': 0.5, 'F 40+': 0, 'M 40+': 0 }), id: 'people' }

/** Paths of numbers that are not finite. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => notFinite(each, `${path}/${key}`))
}

// Whatever the labels and the reference are, each number is one or is null with a reason.
test.each<[string, Reference, readonly (string | undefined)[]]>([
  ['n = 1', of({ Cough: 0.6, Rash: 0.4 }), ['Cough']],
  ['no label', of({ Cough: 0.6, Rash: 0.4 }), [undefined, undefined]],
  ['one category', of({ Cough: 1 }), repeated('Cough', 40)],
  ['one category and the remainder', of({ Cough: 0.5, Other: 0.5 }), repeated('Other', 40)],
  ['all of the remainder', of({ Other: 1 }), repeated('Other', 3)],
  ['a share of 0 with documents', of({ Cough: 1, Rash: 0 }), [...repeated('Cough', 30), ...repeated('Rash', 10)]],
  ['a share of 0 that is all the corpus has', of({ Cough: 1, Rash: 0 }), repeated('Rash', 5)],
  ['categories without documents', of({ Cough: 0.2, Rash: 0.3, Fever: 0.5 }), repeated('Cough', 35)],
  ['a tiny share', of({ Cough: 1 - 1e-12, Rash: 1e-12 }), [...repeated('Cough', 35), 'Rash']],
  ['labels that are no category', of({ Cough: 0.6, Rash: 0.4 }), ['Cough', 'Cuogh']],
  ['no category at all', of({}, { remainder: 'Other', coding: [] }), ['Cough']],
  ['shares of 0 alone', of({ Cough: 0, Rash: 0 }), ['Cough', 'Rash']],
  ['a list', of({ Cough: 0.6, Rash: 0.4 }, { kind: 'list' }), repeated('Cough', 40)],
  ['10,000 categories', many(10_000), ['c0', 'c1', 'c9999', undefined]],
])(
  '%s: every number is finite, or null with a reason',
  async (_, reference, labels) => {
    const documents = labels.map((label, i) =>
      createDocument({ id: `n${i}`, text: `${20 + i}F with cough ${i}`, ...(label !== undefined && { label }) }),
    )
    // A coder of so many categories would need as many points a document: it is for references a person can write rules for.
    const coders = reference.categories.length > 1000 ? [] : [codedCaseMix(reference)]
    const analyses = [
      caseMix(reference),
      categoryCoverage(reference),
      ...coders,
      ageSexStructure([people]),
      populationFit([people], reference),
      labelNoise(),
    ]
    const { audit, documentValues } = await auditOf(analyses, documents, reference)
    expect(notFinite([audit.estimates, audit.charts, audit.tables])).toEqual([])
    for (const { value, reason, status } of audit.estimates)
      if (value === null) expect([status === 'measured', typeof reason]).toEqual([false, 'string'])
    for (const values of documentValues.values()) expect(values.some((value) => Math.abs(value) === Infinity)).toBe(false)
  },
  30_000,
)

test('a file whose percents do not sum to 100 is refused, or divided when asked, and never taken as it is', () => {
  const text = 'category,percent\nCough,50\nRash,40\n'
  expect(() => parseReference(text, 'x.csv')).toThrow('sums to 90, not to 100')
  expect(parseReference(text, 'x.csv', { normalise: true }).categories.map(({ share }) => share)).toEqual(
    [5 / 9, 4 / 9].map((share) => expect.closeTo(share, 12)),
  )
  expect(parseReference('category,percent\nCough,59.8\nRash,40.1\n', 'x.csv').provenance).toContain(
    'percents that sum to 99.9, divided by their sum',
  )
})
