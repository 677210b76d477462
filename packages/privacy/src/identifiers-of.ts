import { view } from '@corpuscope/text'
import { scanIdentifiers } from './scan.ts'

/** The direct identifiers of a document: a view, so that every analysis that asks shares one scan. */
export const identifiersOf = view(({ text }) => scanIdentifiers(text).identifiers)
