import type { Audit, Verdict } from '@corpuscope/core'
import type { Assets } from './assets.ts'
import { drawings } from './drawings.ts'
import { type Html, html } from './html.ts'
import { categorySection } from './sections/category.ts'
import { corpusSection } from './sections/corpus.ts'
import { type DocumentColumns, documentsSection } from './sections/documents.ts'
import { figuresOf } from './sections/figures.ts'
import { findingsSection } from './sections/findings.ts'
import { headerSection, pageTitle } from './sections/header.ts'
import { historySection, type RunNumbers } from './sections/history.ts'
import { provenanceSection } from './sections/provenance.ts'
import { sectionId, summarySection } from './sections/summary.ts'
import { verdictSection } from './sections/verdict.ts'
import { inShell } from './shell.ts'

export interface ReportInput {
  readonly audit: Audit
  readonly verdict?: Verdict
  /** The documents' own values, for a table of them. */
  readonly documents?: DocumentColumns
  /** Earlier runs of the gate and this one, oldest first. */
  readonly history?: readonly RunNumbers[]
  /** The page as it was before, of the same audit: its pictures need not be drawn again. */
  readonly before?: string
}

/**
 * The page of an audit: one HTML file that asks the network for nothing, reads without JavaScript, and is the same for the same
 * audit, byte for byte. It knows no measure: titles, units, meanings and order all come from the audit.
 *
 * @param assets  script and style to put in; when left out, as built by this package
 */
export async function renderReport({ audit, verdict, documents, history = [], before }: ReportInput, assets?: Assets): Promise<string> {
  const figures = figuresOf(drawings(audit.provenance.version, before))
  const categories: Html[] = []
  for (const category of audit.categories) categories.push(await categorySection(audit, category, figures, verdict))
  const course = await historySection(audit, history, figures)
  return inShell(
    {
      title: pageTitle(audit),
      version: audit.provenance.version,
      header: headerSection(audit),
      main: html`${verdict && verdictSection(verdict, audit)}
${summarySection(audit, verdict)}
${contents(audit, documents !== undefined, course !== undefined)}
${categories}
${course}
${findingsSection(audit)}
${documents && documentsSection(audit, documents)}
${corpusSection(audit)}
${provenanceSection(audit)}`,
    },
    assets,
  )
}

const contents = ({ categories }: Audit, documents: boolean, course: boolean): Html =>
  html`<nav aria-label="Sections"><ul>${categories.map(({ id, title }) => html`<li><a href="#${sectionId(id)}">${title}</a></li>`)}${course && html`<li><a href="#history">Over time</a></li>`}<li><a href="#findings">Findings</a></li>${documents && html`<li><a href="#documents">Documents</a></li>`}<li><a href="#corpus">The input</a></li><li><a href="#provenance">How this was made</a></li></ul></nav>`
