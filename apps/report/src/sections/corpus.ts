import type { Audit } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'

/** What stood in the input and is no document of the audit, and which metadata entered it. */
export function corpusSection({ corpus }: Audit): Html {
  return html`<section id="corpus" aria-labelledby="corpus-title"><h2 id="corpus-title">The input</h2><h3>Left unread</h3>${
    corpus.unread.length === 0
      ? html`<p>Nothing: every record of the input is a document of this audit.</p>`
      : scrolling(
          'Left unread',
          html`<table><caption>What stood in the input and is no document of this audit.</caption><thead><tr><th scope="col">what</th><th scope="col" class="number">how many</th><th scope="col">for example</th></tr></thead><tbody>${corpus.unread.map(
            ({ what, count: n, examples }) =>
              html`<tr><th scope="row">${what}</th><td class="number">${count(n)}</td><td>${examples.map((example, i) => html`${i > 0 && ', '}${quoted(example)}`)}</td></tr>`,
          )}</tbody></table>`,
        )
  }<h3>Labels and metadata</h3><p>${count(corpus.labelled)} of ${count(corpus.documents)} documents have a label.</p>${
    corpus.fields.length === 0
      ? html`<p>The documents carry no metadata.</p>`
      : scrolling(
          'Metadata fields',
          html`<table><caption>Metadata fields, and whether they entered the audit.</caption><thead><tr><th scope="col">field</th><th scope="col">kind</th><th scope="col" class="number">documents</th><th scope="col">kept</th><th scope="col">why not</th></tr></thead><tbody>${corpus.fields.map(
            ({ name, kind, present, kept, reason }) =>
              html`<tr><th scope="row">${quoted(name)}</th><td>${kind}</td><td class="number">${count(present)}</td><td>${kept ? 'yes' : 'no'}</td><td>${reason}</td></tr>`,
          )}</tbody></table>`,
        )
  }</section>`
}
