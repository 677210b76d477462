const elision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|un|dell|all|nell|sull|dall|quest|quell|tutt|com|dov|anch)['\u2019](?=\p{L})/u
const possessive = /['\u2019]s$/
const marks = /\p{M}+/gu
const beyondAscii = /[^\x00-\x7f]/

/** Units of an elided article before the word itself: 2 in `l'oreille`, 0 in `don't`. */
export const elisionOf = (word: string): number =>
  word.includes("'") || word.includes('\u2019') ? (elision.exec(word)?.[0].length ?? 0) : 0

/**
 * The form under which a word of a vocabulary and a word of a text are the same: no elided article, no possessive, no diacritics, no plural s on words
 * of five letters or more (shorter ones are often abbreviations: AIDS is no aid), ae and oe as e inside longer words.
 *
 * @param word  lower-cased
 * @example foldWord("l'œdème") // 'edeme'
 */
export function foldWord(word: string): string {
  let folded = word
  if (folded.includes("'") || folded.includes('\u2019')) folded = folded.slice(elisionOf(folded)).replace(possessive, '')
  if (beyondAscii.test(folded))
    folded = folded.replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').normalize('NFKD').replace(marks, '').normalize('NFC')
  if (folded.length < 5) return folded
  if (folded.includes('ae') || folded.includes('oe'))
    folded = folded.replace(/[ao]e(?=[a-z])/g, (pair, at: number) => (at === 0 || folded.length > 6 ? 'e' : pair))
  if (!folded.endsWith('s') || folded.endsWith('ss') || folded.endsWith('us') || folded.endsWith('is')) return folded
  return folded.endsWith('ies') ? `${folded.slice(0, -3)}y` : folded.slice(0, -1)
}
