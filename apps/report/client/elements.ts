import { amount } from '@corpuscope/core/number-text'

/** Elements made without markup: text of the corpus only ever becomes text. */

type Child = Node | string | undefined | false

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/** A text of the corpus, isolated so that its writing direction stays its own. */
export const quoted = (text: string): HTMLElement => element('bdi', {}, text)

export const none = (): HTMLElement => element('span', { class: 'none' }, 'none')

/** A number as the rest of the page shows it; shares as per cent. */
export const shown = (value: number, unit = ''): string => amount(value, unit)
