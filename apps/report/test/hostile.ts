import type { Audit } from '@corpuscope/core'
import type { DocumentColumns } from '../src/index.ts'
import { apples } from './apples.ts'
import { injections } from './injections.ts'

const numbers = injections.map((_, i) => (i * 7) % 13)

/** The apples' audit, every name in it that a corpus or a suite may choose replaced by something harmful. */
export const hostile: Audit = {
  ...apples,
  corpus: {
    ...apples.corpus,
    languages: injections.map((language) => ({ language, documents: 1 })),
    fields: injections.map((name) => ({ name, present: 1, kept: false, kind: 'other', reason: name })),
    unread: injections.map((what) => ({ what, count: 1, examples: [what] })),
  },
  suite: { id: injections[0]!, title: injections[1]! },
  categories: apples.categories.map((category, i) => ({ ...category, title: injections[i]!, question: injections[i + 4]! })),
  measures: apples.measures.map((measure, i) => ({
    ...measure,
    title: injections[i + 8]!,
    unit: injections[i + 16]!,
    definition: injections[i + 24]!,
    source: { text: injections[i + 32]!, url: 'javascript:window.harm=1' },
  })),
  estimates: [
    ...apples.estimates,
    ...injections.map((text) => ({
      ...apples.estimates[0]!,
      facet: { field: text, value: text },
      part: text,
      reason: text,
      intervalMethod: text,
    })),
  ],
  findings: apples.findings.map((finding, i) => ({
    ...finding,
    document: injections[i % injections.length]!,
    evidence: injections[i % injections.length]!,
    message: injections[i % injections.length]!,
  })),
  charts: [
    {
      ...apples.charts[0]!,
      form: 'dumbbell',
      title: injections[3]!,
      summary: injections[5]!,
      unit: injections[7]!,
      category: [...injections],
      value: numbers,
      low: numbers,
      high: numbers,
      reference: numbers,
      referenceTitle: injections[0]!,
    } as Audit['charts'][number],
    { ...apples.charts[3]!, category: injections.slice(20), value: numbers.slice(20) } as Audit['charts'][number],
    { ...apples.charts[2]!, marks: injections.slice(0, 6).map((title, i) => ({ title, value: 80 + 20 * i })) } as Audit['charts'][number],
    { ...apples.charts[1]!, series: injections.slice(4, 9).map((title) => ({ title, x: [1, 2], y: [1, 2] })) } as Audit['charts'][number],
    {
      ...apples.charts[4]!,
      document: [...injections],
      x: numbers,
      y: injections.map((_, i) => i),
      fields: injections.slice(0, 12).map((name, f) => ({ name, values: injections.map((_, i) => injections[(i % 5) + f]!) })),
    } as Audit['charts'][number],
  ],
  tables: [
    {
      id: 'x',
      analysis: 'worms',
      title: injections[2]!,
      columns: [{ title: injections[3]!, unit: injections[4]! }],
      rows: injections.map((text) => [text]),
    },
  ],
  notes: injections.map((text) => ({ analysis: null, text })),
  provenance: { ...apples.provenance, options: Object.fromEntries(injections.map((text) => [text, text])) },
}

/** Documents whose names, fields, values and texts are harmful too. */
export const hostileDocuments: DocumentColumns = {
  ids: injections,
  columns: [
    { name: 'label', values: injections.map((_, i) => injections[i % 7]!) },
    ...injections.slice(0, 20).map((name, f) => ({ name: `field.${name}`, values: injections.map((_, i) => injections[(i % 5) + f]!) })),
    { name: injections[9]!, values: injections.map((_, i) => i / 3) },
  ],
  findings: injections.slice(0, 5).map((rule) => ({ rule, counts: injections.map(() => 1) })),
  pairs: injections.slice(1).map((kind, i) => ({ a: i, b: i + 1, kind, similarity: 1 })),
  texts: { kept: 'full', values: injections },
}
