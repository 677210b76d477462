import type { Audit } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { type Html, html, quoted } from '../html.ts'
import { languageName } from '../languages.ts'
import { bar } from '../shell.ts'

const many = (n: number, one: string): string => `${count(n)} ${n === 1 ? one : `${one}s`}`

/** What a window or a tab calls the page. */
export const pageTitle = ({ corpus, suite }: Audit): string => `${many(corpus.documents, 'document')}, ${suite.title}: corpuscope audit`

/** What the corpus is. */
export function headerSection({ corpus, suite }: Audit): Html {
  return html`<header>${bar}
<h1>Audit of ${many(corpus.documents, 'document')}</h1>
<p class="facts">${languagesText(corpus)}, ${quantityOf(corpus)}. ${labelsText(corpus)} Measured with the suite ${quoted(suite.title)}.${
    corpus.limit !== undefined && html` <strong>Only ${many(corpus.limit, 'document')}, drawn by hash, took part.</strong>`
  }</p></header>`
}

/** "In English", "English 480 and French 20"; beyond three languages the rest is a number. */
function languagesText({ languages, documents: all }: Audit['corpus']): Html {
  const sorted = [...languages].sort((a, b) => b.documents - a.documents)
  if (sorted[0]?.documents === all) return html`All in ${quoted(languageName(sorted[0].language))}`
  const rest = sorted.slice(mostLanguages)
  return html`${sorted
    .slice(0, mostLanguages)
    .map(
      ({ language, documents }, i) => html`${i > 0 && ', '}${quoted(languageName(language))} ${count(documents)}`,
    )}${rest.length > 0 && `, ${many(rest.length, 'other language')} ${count(rest.reduce((sum, { documents }) => sum + documents, 0))}`}`
}

const mostLanguages = 3

const quantityOf = ({ characters, documents }: Audit['corpus']): string =>
  documents > 1 ? `${many(characters, 'character')}, about ${count(characters / documents)} a document` : many(characters, 'character')

const labelsText = ({ labelled, documents }: Audit['corpus']): string =>
  labelled === 0 ? 'None has a label.' : labelled === documents ? 'Each has a label.' : `${count(labelled)} have a label.`
