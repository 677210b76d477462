/** Markup that is safe to put into a page. Only `html` makes it, so text of a corpus cannot become it by oversight. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Control characters (except tab and line breaks) and half surrogates have no place in HTML and no meaning to a reader.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu

const escaped = (text: string): string => text.replace(unprintable, '\ufffd').replace(/[&<>"']/g, (character) => entities[character]!)

function flat(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(flat).join('')
}

/**
 * A template whose parts are escaped unless they are `Html` themselves; lists are joined, absent parts leave nothing.
 *
 * @example html`<b>${'1 < 2'}</b>`.markup // '<b>1 &lt; 2</b>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((page, text, i) => page + flat(parts[i - 1]) + text) }
}

/** Markup made by a program of ours: static SVG, a hashed script. Never a text from data. */
export const trusted = (markup: string): Html => ({ markup })

/** A text of the corpus (an id, a label, a file name): isolated, so that its writing direction stays its own. */
export const quoted = (text: string): Html => html`<bdi>${text}</bdi>`
