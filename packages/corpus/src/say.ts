import { looksLikeField } from '@corpuscope/core'

/** Names as they may be shown: what could steer a terminal or turn the reading direction is replaced. */
export const plain = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd')

export const quoted = (name: string): string => `"${plain(name)}"`

/** Names shown in a message; more are counted. */
const mostNames = 20

/**
 * Field names for a message. One that does not look like the name of a field is likely a value that stands where a header should be, and
 * these stay out of messages: it is counted among "more".
 *
 * @param others  names that are counted and not shown
 * @example nameList(['id', 'note']) // '"id", "note"'
 */
export function nameList(names: Iterable<string>, others = 0): string {
  const all = [...names]
  const shown = all.filter(looksLikeField).slice(0, mostNames)
  const rest = all.length - shown.length + others
  if (shown.length === 0) return rest === 0 ? 'none' : count(rest, 'name that cannot be shown', 'names that cannot be shown')
  return shown.map(quoted).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

/** @example count(2, 'file') // '2 files' */
export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`

/** Size in decimal units. @example size(2124332) // '2.1 MB' */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte')
  for (const [unit, factor] of units)
    if (bytes >= factor) return `${Number((bytes / factor).toPrecision(bytes < 10 * factor ? 2 : 3))} ${unit}`
  return `${bytes} bytes`
}

const units = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const
