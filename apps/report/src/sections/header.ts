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
  const languages = [...corpus.languages].sort((a, b) => b.documents - a.documents)
  return html`<header>${bar}
<h1>Audit of ${many(corpus.documents, 'document')}</h1>
<p class="facts">${many(corpus.characters, 'character')}; ${languages.map(
    ({ language, documents }, i) => html`${i > 0 && ', '}${quoted(languageName(language))} ${count(documents)}`,
  )}. Measured with the suite ${quoted(suite.title)}.${
    corpus.limit !== undefined && html` <strong>Only ${many(corpus.limit, 'document')}, drawn by hash, took part.</strong>`
  }</p></header>`
}
