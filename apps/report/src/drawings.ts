import { createHash } from 'node:crypto'
import { pageTheme, svgOf } from '@corpuscope/charts'
import type { Chart } from '@corpuscope/core'
import { type Html, html, trusted } from './html.ts'

/** Gives a chart as a still picture of a width in pixels, named for screen readers. */
export type Draw = (chart: Chart, width: number) => Promise<Html>

/**
 * Draws charts for a page; what an earlier page of the same audit has drawn is taken from there, which spares most of the time that a
 * page takes. Each picture carries a hash of all that it is made from.
 *
 * @param maker   what decides how charts are drawn: another version, another drawing
 * @param before  the earlier page. Whoever wrote it is not trusted with markup of ours: only plain shapes are taken
 */
export function drawings(maker: string, before?: string): Draw {
  const drawn = before === undefined ? new Map<string, string>() : drawingsIn(before)
  return async (chart, width) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([maker, width, chart]))
      .digest('hex')
      .slice(0, 20)
    const svg = drawn.get(hash) ?? named(await svgOf(chart, pageTheme, width), chart.summary)
    return trusted(`<!--${hash}-->${svg}`)
  }
}

/** Gives Vega's drawing a name for screen readers; what is inside it is then skipped. */
const named = (svg: string, summary: string): string =>
  html`<svg role="img" aria-label="${summary}"${trusted(svg.slice('<svg'.length))}`.markup

function drawingsIn(page: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, hash, svg] of page.matchAll(/<!--([0-9a-f]{20})-->(<svg [\s\S]*?<\/svg>)/g)) if (isPlain(svg!)) found.set(hash!, svg!)
  return found
}

/** Shapes and texts that show and do nothing else: no script, style, link or handler. */
const plainTag =
  /^<(?:\/(?:svg|g|path|line|rect|text|title)|(?:svg|g|path|line|rect|text|title)(?: (?!on|ON|On|oN|href|style)[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*\/?)>$/

export const isPlain = (svg: string): boolean => (svg.match(/<[^>]*>?/g) ?? []).every((tag) => plainTag.test(tag))
