/** Names as they may be shown: what could steer a terminal or turn the reading direction is replaced. */
export const plain = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd')

export const quoted = (name: string): string => `"${plain(name)}"`

/** Names shown in a message; more are counted. */
const mostNames = 20
const longestName = 40

/**
 * Field names for a message. A name of many characters is likely a text that stands where a header should be, and texts stay out of
 * messages: it is counted among "more". So is one that looks like a value of a record, where a table has no header: words in capitals, a long
 * number, an address.
 *
 * @example nameList(['id', 'note']) // '"id", "note"'
 */
export function nameList(names: Iterable<string>): string {
  const all = [...names]
  const shown = all.filter((name) => name.length > 0 && name.length <= longestName && !isValue(name)).slice(0, mostNames)
  const rest = all.length - shown.length
  if (shown.length === 0) return rest === 0 ? 'none' : count(rest, 'name that cannot be shown', 'names that cannot be shown')
  return shown.map(quoted).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

const isValue = (name: string): boolean => /@|\d[\d -]{3,}\d|^(?:\p{Lu}[\p{Ll}'’.-]+[ ,]+){1,3}\p{Lu}[\p{Ll}'’-]+$/u.test(name)

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
