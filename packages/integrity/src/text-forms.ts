import { type Analysis, type Measure, shareEstimate, type Table } from '@corpuscope/core'
import { counts } from '@corpuscope/statistics'

const mixed: Measure = {
  id: 'mixed-newlines-share',
  title: 'Documents with several kinds of line end',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition: 'Documents with more than one of LF, CR LF and CR as line ends / documents with a line end.',
  source: { text: 'Unicode Standard, version 15, section 5.8: newline guidelines' },
}

const composed: Measure = {
  id: 'not-nfc-share',
  title: 'Documents whose accents are not composed',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Documents that differ from their normal form NFC / documents with a character beyond ASCII. To a program, "é" of one character and of two are different words unless it normalises them.',
  source: { text: 'Unicode Standard Annex 15, Unicode Normalization Forms', url: 'https://unicode.org/reports/tr15/' },
}

const newlines = ['no line end', 'LF', 'CR LF', 'CR', 'several kinds'] as const
const forms = ['ASCII alone', 'NFC', 'NFD', 'neither NFC nor NFD'] as const

interface FormCounts {
  readonly newlines: Map<string, number>
  readonly forms: Map<string, number>
  /** Documents with characters that NFKC replaces: ligatures, full-width letters, superscripts. */
  compatibility: number
  /** Encoding that the file was converted from -> documents. */
  readonly encodings: Map<string, number>
}

function newlineOf(text: string): (typeof newlines)[number] {
  if (!text.includes('\r')) return text.includes('\n') ? 'LF' : 'no line end'
  const lf = /(?:^|[^\r])\n/.test(text)
  const crlf = text.includes('\r\n')
  const cr = /\r(?!\n)/.test(text)
  if (Number(lf) + Number(crlf) + Number(cr) > 1) return 'several kinds'
  return crlf ? 'CR LF' : 'CR'
}

const beyondAscii = /[^\x00-\x7f]/

function formOf(text: string): (typeof forms)[number] {
  if (!beyondAscii.test(text)) return 'ASCII alone'
  // A text may be in both forms, as Chinese is; it is counted under NFC, which asks nothing of anybody.
  if (text.normalize('NFC') === text) return 'NFC'
  return text.normalize('NFD') === text ? 'NFD' : 'neither NFC nor NFD'
}

/** How the texts are written down: line ends, composed or decomposed accents, encoding. Readers keep them; this counts them. */
export const textForms = (): Analysis<FormCounts> => ({
  id: 'text-forms',
  measures: [mixed, composed],
  create: () => ({ newlines: counts.create(), forms: counts.create(), compatibility: 0, encodings: counts.create() }),
  observe(partial, { text, source }) {
    counts.add(partial.newlines, newlineOf(text))
    const form = formOf(text)
    counts.add(partial.forms, form)
    if (form !== 'ASCII alone' && text.normalize('NFKD') !== text.normalize('NFD')) partial.compatibility++
    counts.add(partial.encodings, source.encoding ?? (form === 'ASCII alone' ? 'ASCII' : 'UTF-8'))
    return undefined
  },
  merge(partial, other) {
    counts.merge(partial.newlines, other.newlines)
    counts.merge(partial.forms, other.forms)
    partial.compatibility += other.compatibility
    counts.merge(partial.encodings, other.encodings)
  },
  conclude(partial) {
    const documents = counts.total(partial.forms)
    const oneLine = partial.newlines.get('no line end') ?? 0
    const ascii = partial.forms.get('ASCII alone') ?? 0
    const uncomposed = (partial.forms.get('NFD') ?? 0) + (partial.forms.get('neither NFC nor NFD') ?? 0)
    return {
      estimates: [
        shareEstimate(mixed, partial.newlines.get('several kinds') ?? 0, documents - oneLine, { left: oneLine, leftOut: 'no line end' }),
        shareEstimate(composed, uncomposed, documents - ascii, { left: ascii, leftOut: 'nothing beyond ASCII' }),
      ],
      tables: documents === 0 ? [] : [table(partial)],
    }
  },
})

const table = (partial: FormCounts): Table => ({
  id: 'text-forms-counts',
  analysis: 'text-forms',
  title: 'How the texts are written down',
  columns: [{ title: 'What' }, { title: 'Form' }, { title: 'Documents' }],
  rows: [
    ...newlines.map((kind) => ['line ends', kind, partial.newlines.get(kind) ?? 0]),
    ...forms.map((form) => ['normal form', form, partial.forms.get(form) ?? 0]),
    ['normal form', 'characters that NFKC replaces', partial.compatibility],
    ...[...partial.encodings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([encoding, documents]) => ['read from', encoding, documents]),
  ],
})
