import type { IdentifierKindId } from '../src/index.ts'
import { scanIdentifiers } from '../src/index.ts'

/** What the scanner finds, as `kind text`. */
export const found = (text: string): string[] =>
  scanIdentifiers(text).identifiers.map(
    ({ kind, start, end, nobody }) => `${kind} ${text.slice(start, end)}${nobody ? ` (${nobody})` : ''}`,
  )

/** The texts of one kind. */
export const ofKind = (kind: IdentifierKindId, text: string): string[] =>
  scanIdentifiers(text)
    .identifiers.filter((identifier) => identifier.kind === kind)
    .map(({ start, end }) => text.slice(start, end))
