import { darkTheme, lightTheme, themeVariables } from '@corpuscope/charts'
import { type Assets, loadAssets } from './assets.ts'
import { assertInlinable, contentSecurityPolicy, inlineText } from './content-security.ts'
import { type Html, html, trusted } from './html.ts'

export interface Shell {
  /** What a window or a tab calls the page. */
  readonly title: string
  /** Of corpuscope. */
  readonly version: string
  /** What stands above the results. */
  readonly header: Html
  readonly main: Html
}

/** Markup of a whole page around its content: one file, its script and style inside and named by hash. */
export async function inShell({ title, version, header, main }: Shell, assets?: Assets): Promise<string> {
  const loaded = assets ?? (await loadAssets())
  const script = inlineText(loaded.script)
  const style = inlineText(themed(loaded.style))
  assertInlinable({ script, style })
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="corpuscope ${version}">
<title>${title}</title>
<style>${trusted(style)}</style></head>
<body><a class="skip" href="#main">Skip to the results</a>
<div class="page">${header}
<main id="main" tabindex="-1">${main}</main></div>
<script>${trusted(script)}</script></body></html>
`.markup
}

/** The bar above every page. The button shows itself once there is a script to answer it. */
export const bar = html`<div class="bar"><p class="mark">corpuscope</p><button type="button" id="theme" hidden>Dark colours</button></div>`

/** The charts' colours for both themes: as the system prefers, unless the reader chose; on paper always light. */
function themed(style: string): string {
  const [light, dark] = [themeVariables(lightTheme), themeVariables(darkTheme)]
  return [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    style,
    `@media print{:root:root:root{${light}}}`,
  ].join('\n')
}
