/** Labels as they stand in a chart: on one line, no wider than their place, and told apart. */

export const fontSize = 12

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const broad = /[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f@%&mwMW—…]/u
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu

/**
 * Width of a text without a canvas to measure it, in pixels at `fontSize`: no less than common system fonts need (DejaVu Sans,
 * the widest of them, is the measure), so that what is laid out by it is not clipped.
 */
export function textWidth(text: string): number {
  let em = 0
  for (const character of text) em += wide.test(character) ? 1.05 : broad.test(character) ? 0.86 : 0.62
  return em * fontSize
}

/** A text on one line, cut to `pixels` with an ellipsis; control and direction marks become blanks. */
export function shorten(text: string, pixels: number): string {
  const line = text.replace(unseen, ' ').replace(/\s+/gu, ' ').trim()
  if (line === '') return '(empty)'
  if (textWidth(line) <= pixels) return line
  const room = pixels - textWidth('…')
  let used = 0
  let kept = ''
  for (const character of line) {
    used += textWidth(character)
    if (used > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Shortened labels, each unlike the others: equal ones carry (2), (3) …  */
export function distinctLabels(texts: readonly string[], pixels: number): string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const short = shorten(text, pixels)
    let label = short
    for (let number = 2; taken.has(label); number++) label = `${shorten(text, pixels - textWidth(` (${number})`))} (${number})`
    taken.add(label)
    return label
  })
}

/** What a legend needs beside each label, in pixels: its symbol, and the gap to the next column. */
export const legendMargin = 44

/** Columns of a legend, at most three, that fit side by side. Vega without a canvas takes 0.8 em for a character, so that counts too. */
export function legendColumns(labels: readonly string[], room: number): number {
  const widest = Math.max(0, ...labels.map((label) => Math.max(textWidth(label), 0.8 * fontSize * label.length)))
  return Math.min(3, Math.max(1, Math.floor(room / (widest + legendMargin))))
}

/** Room for category names beside a chart of this width, in pixels. */
export const labelRoom = (width: number): number => Math.min(230, Math.round(width * 0.4))

/** An axis's or column's title for a unit. */
export const unitTitle = (unit: string): string => (unit === 'share' ? 'share, %' : unit)
