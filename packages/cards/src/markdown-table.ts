import { markdownText } from '@corpuscope/core'

/** A table of texts that are escaped here, cell by cell. */
export const markdownTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows.map((row) => row.map(markdownText))].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
