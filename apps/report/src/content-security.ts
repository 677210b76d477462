import { createHash } from 'node:crypto'

/** A text as it will stand inside an element: a parser turns other line ends into \n before it hashes. */
export const inlineText = (text: string): string => text.replace(/\r\n?/g, '\n')

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is loaded from anywhere, and of what stands in the page only this script runs and only this style shows. */
export const contentSecurityPolicy = (script: string, style: string): string =>
  [`default-src 'none'`, `script-src ${hashed(script)}`, `style-src ${hashed(style)}`, `base-uri 'none'`, `form-action 'none'`].join('; ')

/** A script that would end its own element early is a mistake of the build, not something to mend here. */
export function assertInlinable({ script, style }: { readonly script: string; readonly style: string }): void {
  if (/<\/script|<!--/i.test(script)) throw new Error('the report script holds "</script" or "<!--" and cannot stand inside a page')
  if (/<\/style/i.test(style)) throw new Error('the report style holds "</style" and cannot stand inside a page')
}
