import { expect, test } from 'vitest'
import { drawings, isPlain } from '../src/drawings.ts'
import { renderReport } from '../src/index.ts'
import { appleDocuments, apples, appleVerdict } from './apples.ts'
import { builtAssets } from './built.ts'

const picture = /<!--[0-9a-f]{20}--><svg [\s\S]*?<\/svg>/g

test('a page that takes the pictures of an earlier one is the same, byte for byte', async () => {
  const assets = await builtAssets()
  const fresh = await renderReport({ audit: apples, verdict: appleVerdict, documents: appleDocuments }, assets)
  const before = await renderReport({ audit: apples }, assets)
  expect(before.match(picture)!.length).toBe(2 * apples.charts.length)
  for (const [each] of before.matchAll(picture)) expect(isPlain(each.slice(each.indexOf('<svg'))), each.slice(0, 400)).toBe(true)
  expect(await renderReport({ audit: apples, verdict: appleVerdict, documents: appleDocuments, before }, assets)).toBe(fresh)
})

test('a picture is taken from the page before when it is of the same chart, and drawn when it is not', async () => {
  const [chart] = apples.charts
  const { markup } = await drawings('1')(chart!, 340)
  const painted = markup.replace('role="img"', 'role="img" id="mine"')
  expect((await drawings('1', painted)(chart!, 340)).markup).toBe(painted)
  for (const other of [drawings('2', painted)(chart!, 340), drawings('1', painted)({ ...chart!, summary: 'Other' }, 340)])
    expect((await other).markup).not.toContain('id="mine"')
  expect((await drawings('1', painted)(chart!, 600)).markup).not.toContain('id="mine"')
})

test.each([
  '<script>harm()</script>',
  '<a href="https://example.org"><text>here</text></a>',
  '<path d="M0,0" onload="harm()"/>',
  '<path d="M0,0" style="x"/>',
  '<image href="x"/>',
  '<foreignObject><b>x</b></foreignObject>',
  '<text x="1">a<</text>',
  '<path d="M0,0" ONLOAD="harm()"/>',
  "<path d='M0,0'/>",
])('%s is not taken from an earlier page', async (harm) => {
  const [chart] = apples.charts
  const { markup } = await drawings('1')(chart!, 340)
  const changed = markup.replace('</svg>', `${harm}</svg>`)
  expect((await drawings('1', changed)(chart!, 340)).markup).toBe(markup)
})
