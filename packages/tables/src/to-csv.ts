import { csvText } from '@corpuscope/core'
import type { DataFrame } from 'danfojs-node'
import { rowsOf } from './rows.ts'

/**
 * A frame as CSV by RFC 4180: a header, CRLF after every line, quotes where they are needed. danfojs's own writer quotes nothing, so
 * that a comma in a cell becomes a column.
 *
 * A missing value is an empty cell; `true` and `false` are words. The index is not written: `documentsFrame` has it as the column `id`.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, unless it is a plain number.
 *
 * @see RFC 4180; OWASP, "CSV Injection"
 */
export const toCsv = (frame: DataFrame): string => csvText([frame.columns, ...rowsOf(frame)])
