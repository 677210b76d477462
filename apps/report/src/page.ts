import { darkTheme, lightTheme, themeVariables } from '@corpuscope/charts'
import type { Audit, Verdict } from '@corpuscope/core'
import { type Assets, loadAssets } from './assets.ts'
import { assertInlinable, contentSecurityPolicy, inlineText } from './content-security.ts'
import { type Html, html, trusted } from './html.ts'
import { categorySection } from './sections/category.ts'
import { corpusSection } from './sections/corpus.ts'
import { type DocumentColumns, documentsSection } from './sections/documents.ts'
import { findingsSection } from './sections/findings.ts'
import { headerSection, pageTitle } from './sections/header.ts'
import { provenanceSection } from './sections/provenance.ts'
import { sectionId, summarySection } from './sections/summary.ts'
import { verdictSection } from './sections/verdict.ts'

export interface ReportInput {
  readonly audit: Audit
  readonly verdict?: Verdict
  /** The documents' own values, for a table of them. */
  readonly documents?: DocumentColumns
}

/**
 * The page of an audit: one HTML file that asks the network for nothing, reads without JavaScript, and is the same for the same
 * audit, byte for byte. It knows no measure: titles, units, meanings and order all come from the audit.
 *
 * @param assets  script and style to put in; when left out, as built by this package
 */
export async function renderReport({ audit, verdict, documents }: ReportInput, assets?: Assets): Promise<string> {
  const loaded = assets ?? (await loadAssets())
  const script = inlineText(loaded.script)
  const style = inlineText(themed(loaded.style))
  assertInlinable({ script, style })
  let charts = 0
  const categories: Html[] = []
  for (const category of audit.categories) categories.push(await categorySection(audit, category, () => ++charts, verdict))
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="corpuscope ${audit.provenance.version}">
<title>${pageTitle(audit)}</title>
<style>${trusted(style)}</style></head>
<body><a class="skip" href="#main">Skip to the results</a>
<div class="page">${headerSection(audit)}
<main id="main" tabindex="-1">${verdict && verdictSection(verdict)}
${summarySection(audit, verdict)}
${contents(audit, documents !== undefined)}
${categories}
${findingsSection(audit)}
${documents && documentsSection(audit, documents)}
${corpusSection(audit)}
${provenanceSection(audit)}</main></div>
<script>${trusted(script)}</script></body></html>
`
  return page.markup
}

const contents = ({ categories }: Audit, documents: boolean): Html =>
  html`<nav aria-label="Sections"><ul>${categories.map(({ id, title }) => html`<li><a href="#${sectionId(id)}">${title}</a></li>`)}<li><a href="#findings">Findings</a></li>${documents && html`<li><a href="#documents">Documents</a></li>`}<li><a href="#corpus">The input</a></li><li><a href="#provenance">How this was made</a></li></ul></nav>`

/** The charts' colours for both themes: as the system prefers, unless the reader chose; on paper always light. */
function themed(style: string): string {
  const [light, dark] = [themeVariables(lightTheme), themeVariables(darkTheme)]
  return [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    style,
    `@media print{:root:root:root{${light}}}`,
  ].join('\n')
}
