/** Characters of texts that a page carries in all: about three megabytes of it. */
export const mostCharacters = 6_000_000

/**
 * The texts as a page carries them: whole while all fit, else the long ones cut to one length.
 *
 * @param most  UTF-16 code units in all
 * @returns     `longest` is that length, undefined when every text is whole; a cut text ends in "…"
 */
export function briefTexts(
  texts: readonly (string | null)[],
  most = mostCharacters,
): { readonly texts: readonly (string | null)[]; readonly longest?: number } {
  const longest = longestOf(
    texts.map((text) => text?.length ?? 0),
    most,
  )
  if (longest === undefined) return { texts }
  return { texts: texts.map((text) => (text === null || text.length <= longest ? text : `${cut(text, longest)}…`)), longest }
}

/** The length to which the longest have to be cut for all to fit. */
function longestOf(lengths: number[], most: number): number | undefined {
  let left = most
  lengths.sort((a, b) => a - b)
  for (const [i, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - i))
    if (length > share) return share
    left -= length
  }
  return undefined
}

/** Half a surrogate pair is no character. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}
