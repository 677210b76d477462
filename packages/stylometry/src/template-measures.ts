import type { Measure } from '@corpuscope/core'
import { fewestShared, fewestWithField, nearlyAll } from './template-fields.ts'
import { fewestWordsInFrame, frameLength, mostFrames } from './template-frames.ts'
import { fewestInSkeleton, runLength } from './template-shape.ts'

/** Frames have less to tell them apart than words have: in a large corpus some meet by chance, so they must stand in as large a share. */
export const framesShared = 0.001

const percent = (share: number): string => `${share * 100} %`

const source = { text: 'Definition of this project; boilerplate by repeated lines and n-grams as in Bernstein & Zobel 2005, CIKM:736-743' }

/** What templates are measured by. */
export const templateMeasures: readonly Measure[] = [
  {
    id: 'template-share',
    title: 'Words in template lines',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of words in lines, or labels before a colon, that stand in at least ${fewestShared} documents / words; numbers are masked, and letter case, punctuation and white space do not count.`,
    source,
  },
  {
    id: 'templated-document-share',
    title: 'Documents from a template',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of documents of which at least half is a template's: of the words those in template lines (see template-share) or in skeletons (see skeleton-share), or of the frames those that are shared (see frame-share).`,
    source,
  },
  {
    id: 'skeleton-share',
    title: 'Words in template skeletons',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of words in lines whose skeleton stands in at least ${fewestShared} documents / words. The skeleton of a line is its words with numbers, names (a capital behind the first word) and words that neither the lexicon nor the dictionary of the language knows masked; it is taken where ${fewestInSkeleton} words and half of the line remain.`,
    source,
  },
  {
    id: 'frame-share',
    title: 'Sentences of a template with slots',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of frames that stand in at least ${fewestShared} documents and ${percent(framesShared)} of all / frames. A frame is a run of ${frameLength} function words, units and numbers, at least ${fewestWordsInFrame} of them no numbers, in which every number, every pronoun and every row of content words is the same as any other: a letter keeps its frames when only names, sites and drugs are filled in, and a writer hardly meets those of another. Of a document the ${mostFrames} frames of lowest hash are taken.`,
    source: {
      text: 'Stamatatos 2011, Plagiarism detection using stopword n-grams, JASIST 62(12):2512-2527; shared by documents as in Bernstein & Zobel 2005',
      url: 'https://doi.org/10.1002/asi.21630',
    },
  },
  {
    id: 'shared-phrase-share',
    title: 'Phrases of other documents',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of different runs of ${runLength} words that stand in at least ${fewestShared} documents / different runs; estimated on every eighth run, drawn by hash.`,
    source,
  },
  {
    id: 'constant-field-share',
    title: 'Nearly constant fields',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of fields that hold the same words in at least ${percent(nearlyAll)} of the documents that have them. A field is a label before a colon, with words behind it on its line, in at least ${fewestShared} documents and ${percent(fewestWithField)} of all. No interval: a form has the fields it has.`,
    source: { text: 'Definition of this project' },
  },
  {
    id: 'opening-share',
    title: 'Commonest opening',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Share of documents that open like most do: with the same date, where the first line begins with a date, else with the same first three words.',
    source,
  },
  {
    id: 'closing-share',
    title: 'Commonest closing',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: 'Share of documents whose last three words are the commonest last three words.',
    source,
  },
]
