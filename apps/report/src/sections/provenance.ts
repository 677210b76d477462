import type { Audit } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'

/** All that is needed to make the same numbers again. */
export function provenanceSection({ schema, corpus, suite, provenance }: Audit): Html {
  const { version, seed, options, formats, instruments, references } = provenance
  const facts: readonly (readonly [string, Html])[] = [
    ['corpuscope', html`${version}, ${schema}`],
    ['corpus', html`<code>${corpus.hash}</code> (SHA-256 of the sorted document keys)`],
    ['suite', html`${quoted(suite.title)} (<code>${suite.id}</code>)`],
    ['seed', html`${seed}`],
    ['input taken for', html`${formats.map(({ format, documents }, i) => html`${i > 0 && ', '}${quoted(format)}: ${count(documents)}`)}`],
    ...Object.entries(options).map(
      ([name, value]) => [`option ${name}`, html`<code>${quoted(JSON.stringify(value) ?? '')}</code>`] as const,
    ),
  ]
  return html`<section id="provenance" aria-labelledby="provenance-title"><h2 id="provenance-title">How this was made</h2>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${
  instruments.length > 0 &&
  html`<h3>Instruments</h3>${scrolling(
    'Instruments',
    html`<table><caption>What made numbers: values of different instruments are not to be contrasted.</caption><thead><tr><th scope="col">instrument</th><th scope="col">fingerprint</th></tr></thead><tbody>${instruments.map(
      ({ id, title, fingerprint }) =>
        html`<tr><th scope="row">${title}<small><code>${id}</code></small></th><td><code>${fingerprint}</code></td></tr>`,
    )}</tbody></table>`,
  )}`
}${
  references.length > 0 &&
  html`<h3>References</h3>${scrolling(
    'References',
    html`<table><caption>Published distributions that numbers are read against.</caption><thead><tr><th scope="col">reference</th><th scope="col">edition</th><th scope="col">page</th><th scope="col">denominator</th><th scope="col">licence</th></tr></thead><tbody>${references.map(
      ({ id, title, edition, page, denominator, licence }) =>
        html`<tr><th scope="row">${title}<small><code>${id}</code></small></th><td>${edition}</td><td>${page}</td><td>${denominator}</td><td>${licence}</td></tr>`,
    )}</tbody></table>`,
  )}`
}</section>`
}
