import type { Audit, Estimate, Finding, Measure, Verdict } from '@corpuscope/core'
import type { DocumentColumns } from '../src/index.ts'

/** An audit by a family that does not exist: nothing in the page's generator can know its measures. Its numbers are invented. */

const source = { text: 'Pomona 1901, The Apple Book, p. 12', url: 'https://example.org/apples' }
const measure = (id: string, title: string, unit: string, direction: Measure['direction'], range: Measure['range'] = [0, 1]): Measure => ({
  id,
  title,
  unit,
  range,
  direction,
  definition: `What "${title.toLowerCase()}" counts, said in a sentence or two: apples that are so, divided by all apples of the basket.`,
  source,
})
const measured = (id: string, value: number, rest: Partial<Estimate> = {}): Estimate => ({
  measure: id,
  value,
  interval: null,
  n: 500,
  left: 0,
  status: 'measured',
  ...rest,
})

/** Numbers in [0, 1) that are the same each time. */
const even = (i: number): number => {
  const x = Math.sin(i * 12.9898 + 78.233) * 43758.5453
  return Math.round((x - Math.floor(x)) * 1e6) / 1e6
}

const kinds = [
  'Cox’s Orange Pippin',
  'Bramley’s Seedling, kept cold through the winter and sold in spring',
  'Golden Noble',
  '紅玉',
  'Красное Летнее',
  'Winter Banana',
  'Ashmead’s Kernel',
  'D’Arcy Spice',
]
const documents = Array.from({ length: 500 }, (_, i) => `orchard/${kinds[i % 8]!.slice(0, 12)}_${i}.txt`)

const findings: Finding[] = Array.from({ length: 60 }, (_, i) => ({
  rule: i % 3 === 0 ? 'worm' : 'bruise',
  severity: i % 3 === 0 ? 'error' : 'note',
  document: documents[i * 3]!,
  span: { start: 10 + i, end: 14 + i },
  message: i % 3 === 0 ? 'A worm at the core.' : 'A bruise near the stalk.',
  fingerprint: (i + 4096).toString(16).padStart(16, '0'),
  ...(i % 3 === 0 && { evidence: 'w***' }),
}))

export const apples: Audit = {
  schema: 'corpuscope/audit/1',
  corpus: {
    hash: '5f2b8a0c'.repeat(8),
    documents: 500,
    characters: 1_204_331,
    languages: [
      { language: 'en', documents: 471 },
      { language: 'fr', documents: 20 },
      { language: 'unknown', documents: 9 },
    ],
    fields: [
      { name: 'kind', present: 500, kept: true, kind: 'category' },
      { name: 'picked', present: 498, kept: true, kind: 'date' },
      {
        name: 'picker',
        present: 500,
        kept: false,
        kind: 'other',
        reason: 'more than 200 different values; keep it with --keep-field picker',
      },
    ],
    labelled: 265,
    unread: [{ what: 'not valid UTF-8', count: 3, examples: ['orchard/rotten.txt', 'orchard/pulp.txt line 4'] }],
  },
  suite: { id: 'orchard', title: 'Orchard' },
  categories: [
    {
      id: 'sweetness',
      title: 'Sweetness',
      question: 'Are the apples sweet in the way that apples of this orchard are?',
      analyses: ['sugar', 'acid'],
      measures: ['sugar-per-bite', 'sugar-divergence', 'acid-ratio'],
      rules: [],
      headlines: ['sugar-per-bite', 'sugar-divergence'],
    },
    {
      id: 'soundness',
      title: 'Soundness',
      question: 'Can they be sold?',
      analyses: ['worms'],
      measures: ['worm-share', 'bruises-per-basket'],
      rules: ['worm', 'bruise'],
      headlines: ['worm-share'],
    },
    {
      id: 'colour',
      title: 'Colour',
      question: 'Does the basket hold many colours, or one?',
      analyses: ['colours'],
      measures: ['effective-colours', 'weight'],
      rules: [],
      headlines: ['effective-colours'],
    },
    {
      id: 'age',
      title: 'Age',
      question: 'When were they picked?',
      analyses: ['ripening'],
      measures: ['days-since-picking'],
      rules: [],
      headlines: ['days-since-picking'],
    },
  ],
  measures: [
    measure('sugar-per-bite', 'Sugar per bite', 'grams', 'near', [0, null]),
    measure('sugar-divergence', 'Divergence of sugar from the county’s', 'bits', 'lower'),
    measure('acid-ratio', 'Acid to sugar', 'ratio', 'descriptive', [0, null]),
    measure('worm-share', 'Apples with a worm', 'share', 'lower'),
    measure('bruises-per-basket', 'Bruises', 'bruises per 1,000 apples', 'lower', [0, null]),
    measure('effective-colours', 'Effective number of colours', 'colours', 'higher', [1, null]),
    measure('weight', 'Weight', 'grams', 'descriptive', [0, null]),
    measure('days-since-picking', 'Days since picking', 'days', 'lower', [0, null]),
  ],
  rules: [
    { id: 'worm', title: 'Worm', severity: 'error', definition: 'Something lives at the core.' },
    { id: 'bruise', title: 'Bruise', severity: 'note', definition: 'A brown place wider than a thumb.' },
  ],
  estimates: [
    measured('sugar-per-bite', 3.214, {
      interval: [3.1, 3.33],
      intervalMethod: 'BCa bootstrap',
      spread: { sd: 0.912, cv: 0.2837 },
      reference: 3.3,
    }),
    measured('sugar-divergence', 0.0341, { interval: [0.021, 0.052], floor: 0.0083, n: 265, left: 235 }),
    measured('acid-ratio', 0.9, { interval: [0.89, 0.91], spread: { sd: 0.11, cv: null } }),
    measured('acid-ratio', 0.94, { interval: [0.9, 0.97], n: 120, facet: { field: 'kind', value: kinds[0]! } }),
    measured('acid-ratio', 0.81, { interval: [0.77, 0.86], n: 96, left: 4, facet: { field: 'kind', value: kinds[1]! } }),
    measured('worm-share', 0.04, { interval: [0.0262, 0.0607], intervalMethod: 'Wilson', reference: 0.01 }),
    measured('bruises-per-basket', 12.2, { interval: [8, 17.7] }),
    measured('effective-colours', 6.02, { interval: [5.7, 6.4] }),
    measured('weight', 152, { interval: [149.6, 154.7], spread: { sd: 28.8, cv: 0.189 }, reason: 'Two scales were in use.' }),
    {
      measure: 'days-since-picking',
      value: null,
      interval: null,
      n: 0,
      left: 500,
      status: 'not applicable',
      reason: 'no apple says when it was picked; give --labels with a column "picked"',
    },
  ],
  findings,
  findingCounts: [
    { rule: 'bruise', severity: 'note', findings: 40, documents: 40 },
    { rule: 'worm', severity: 'error', findings: 20, documents: 20 },
  ],
  charts: [
    {
      id: 'kinds',
      analysis: 'sugar',
      title: 'Kinds against the county',
      summary: 'Cox’s Orange Pippin is half as common here as in the county; Winter Banana is twice as common.',
      form: 'dumbbell',
      unit: 'share',
      category: kinds,
      value: kinds.map((_, i) => 0.06 + 0.02 * i),
      low: kinds.map((_, i) => 0.04 + 0.02 * i),
      high: kinds.map((_, i) => 0.09 + 0.02 * i),
      reference: kinds.map((_, i) => 0.14 - 0.008 * i),
      referenceTitle: 'County census of orchards 1901',
    },
    {
      id: 'acid',
      analysis: 'acid',
      title: 'Acid as the basket fills',
      summary: 'Acid to sugar settles after about a hundred apples.',
      form: 'curve',
      xUnit: 'apples',
      unit: 'ratio',
      series: ['this basket', 'the neighbour’s'].map((title, s) => ({
        title,
        x: [1, 5, 10, 50, 100, 250, 500],
        y: [1.4, 1.2, 1.1, 1, 0.95, 0.91, 0.9].map((y) => y - 0.1 * s),
        low: [1, 0.95, 0.95, 0.93, 0.91, 0.89, 0.885].map((y) => y - 0.1 * s),
        high: [1.8, 1.5, 1.3, 1.1, 1, 0.93, 0.92].map((y) => y - 0.1 * s),
      })),
    },
    {
      id: 'weights',
      analysis: 'colours',
      title: 'Weight of an apple',
      summary: 'Most apples weigh between 120 and 180 grams; three weigh more than 240.',
      form: 'histogram',
      unit: 'grams',
      edges: Array.from({ length: 13 }, (_, i) => 60 + 20 * i),
      counts: [2, 9, 31, 66, 104, 118, 88, 47, 21, 11, 2, 1],
      marks: [
        { title: 'mean', value: 152 },
        { title: 'smallest that is sold', value: 90 },
      ],
    },
    {
      id: 'colours',
      analysis: 'colours',
      title: 'Colours',
      summary: 'Red and green make up most of the basket.',
      form: 'bars',
      unit: 'apples',
      category: ['red', 'green', 'yellow', 'russet', 'striped'],
      value: [190, 160, 80, 50, 20],
    },
    {
      id: 'map',
      analysis: 'colours',
      title: 'Map of the apples',
      summary: 'Apples of one kind lie together; Golden Noble has two groups.',
      form: 'map',
      document: documents,
      x: documents.map((_, i) => Math.round(1000 * (3 * Math.cos(i % 8) + even(i) - 0.5)) / 1000),
      y: documents.map((_, i) => Math.round(1000 * (3 * Math.sin(i % 8) + even(i + 9000) - 0.5)) / 1000),
      fields: [
        { name: 'kind', values: documents.map((_, i) => kinds[i % 8]!) },
        { name: 'colour', values: documents.map((_, i) => ['red', 'green', 'yellow', null][Math.floor(4 * even(i + 77))]!) },
        { name: 'weight', values: documents.map((_, i) => 60 + Math.round(220 * even(i + 5))) },
      ],
    },
  ],
  tables: [
    {
      id: 'pairs',
      analysis: 'worms',
      title: 'Apples most alike',
      columns: [{ title: 'apple' }, { title: 'other' }, { title: 'likeness', unit: 'share' }],
      rows: Array.from({ length: 5 }, (_, i) => [documents[i]!, documents[i + 8]!, 0.99 - i / 100]),
    },
    {
      id: 'baskets',
      analysis: 'worms',
      title: 'Baskets',
      columns: [{ title: 'basket' }, { title: 'apples' }, { title: 'worms' }],
      rows: Array.from({ length: 40 }, (_, i) => [`basket ${i + 1}`, 12 + (i % 3), i % 11 === 0 ? null : i % 5]),
    },
  ],
  notes: [
    { analysis: null, text: 'The sample of apples was drawn by hash of their names.' },
    { analysis: 'worms', text: 'Worms were looked for by hand.' },
  ],
  provenance: {
    version: '0.1.0',
    options: { suite: 'orchard', limit: null, words: 'standard' },
    seed: 1,
    formats: [{ format: 'folder of .txt', documents: 500 }],
    instruments: [{ id: 'refractometer', title: 'Refractometer, 2 mirrors', fingerprint: 'c0ffee00c0ffee00' }],
    references: [
      { id: 'county-1901', title: 'County census of orchards', edition: '1901', page: '12', licence: 'CC0-1.0', denominator: '100 apples' },
    ],
  },
}

export const appleVerdict: Verdict = {
  schema: 'corpuscope/verdict/1',
  exit: 1,
  passed: false,
  audit: { hash: apples.corpus.hash, documents: 500 },
  rules: [
    { id: 'weight', measure: 'weight', severity: 'error', outcome: 'passed', expected: 'at least 100 grams', actual: '152 (150 to 155)' },
    {
      id: 'worm-share',
      measure: 'worm-share',
      severity: 'error',
      outcome: 'failed',
      expected: 'at most 1 %',
      actual: '4.00 % (2.62 to 6.07)',
      look: findings
        .filter(({ rule }) => rule === 'worm')
        .slice(0, 3)
        .map(({ rule, document, fingerprint, message }) => ({ rule, document, fingerprint, message })),
    },
    {
      id: 'days-since-picking',
      measure: 'days-since-picking',
      severity: 'warning',
      outcome: 'not applicable',
      expected: 'at most 30 days',
      actual: 'not measured',
      reason: 'no apple says when it was picked',
    },
  ],
}

/** The apples' own values: a column a measure, two of metadata, what rules found, and a pair. */
export const appleDocuments: DocumentColumns = {
  ids: documents,
  columns: [
    { name: 'label', values: documents.map((_, i) => kinds[i % 8]!) },
    { name: 'field.colour', values: documents.map((_, i) => ['red', 'green', 'yellow', null][Math.floor(4 * even(i + 77))]!) },
    { name: 'weight', values: documents.map((_, i) => 60 + Math.round(220 * even(i + 5))) },
    { name: 'acid-ratio', values: documents.map((_, i) => (i % 50 === 3 ? null : 0.5 + even(i + 11))) },
    { name: 'worm-share', values: documents.map((_, i) => Number(i % 9 === 0)) },
  ],
  findings: [
    { rule: 'worm', counts: documents.map((_, i) => Number(i % 9 === 0 && i < 180)) },
    { rule: 'bruise', counts: documents.map((_, i) => Number(i % 9 === 3 && i < 180)) },
  ],
  pairs: [{ a: 0, b: 8, kind: 'alike', similarity: 0.99 }],
}

/** The same apples, a year later: the first number moved by its whole interval and more. */
export const applesLater: Audit = {
  ...apples,
  corpus: { ...apples.corpus, hash: 'cd'.repeat(32) },
  estimates: apples.estimates.map((estimate) =>
    estimate.value === null || !estimate.interval
      ? estimate
      : { ...estimate, value: estimate.value * 2, interval: [estimate.interval[0] * 2, estimate.interval[1] * 2] },
  ),
}
