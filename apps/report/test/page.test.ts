import { createHash } from 'node:crypto'
import { auditSchema, verdictSchema } from '@corpuscope/core'
import { beforeAll, expect, test } from 'vitest'
import { type Assets, renderReport } from '../src/index.ts'
import { apples, appleVerdict } from './apples.ts'
import { builtAssets } from './built.ts'

let assets: Assets
let page: string
beforeAll(async () => {
  assets = await builtAssets()
  page = await renderReport({ audit: apples, verdict: appleVerdict }, assets)
})

/** What a reader sees of a page, without markup, scripts and styles. */
const textOf = (markup: string): string =>
  markup
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

test('the sample is an audit and a verdict by their schemas', () => {
  auditSchema.parse(apples)
  verdictSchema.parse(appleVerdict)
})

test('a family that nobody has heard of is shown whole', () => {
  const text = textOf(page)
  for (const category of apples.categories) expect(text).toContain(category.question)
  for (const measure of apples.measures) {
    expect(text).toContain(measure.title)
    expect(text).toContain(measure.definition)
  }
  for (const chart of apples.charts) expect(text).toContain(chart.summary)
  for (const table of apples.tables) expect(text).toContain(table.title)
  for (const note of apples.notes) expect(text).toContain(note.text)
  for (const rule of apples.rules) expect(text).toContain(rule.definition)
  for (const field of apples.corpus.fields) expect(text).toContain(field.name)
  expect(text).toContain('CC0-1.0')
})

test('the first screen tells a number, its interval and its meaning; broken first, what was not measured last', () => {
  const answers = page.slice(page.indexOf('class="answers"'), page.indexOf('</ol>'))
  const order = apples.categories.map(({ title }) => [answers.indexOf(`>${title}</a>`), title] as const).sort(([a], [b]) => a - b)
  expect(order.map(([, title]) => title)).toEqual(['Soundness', 'Sweetness', 'Colour', 'Age'])
  const text = textOf(answers)
  expect(text).toContain('0.0341 bits (0.0210 to 0.0520)')
  expect(text).toContain('over 265 documents; 235 left out')
  expect(text).toContain('sampling noise alone gives about 0.0083 bits')
  expect(text).toContain('Not measured, because no apple says when it was picked')
})

test('the same audit gives the same bytes', async () => {
  expect(await renderReport({ audit: structuredClone(apples), verdict: appleVerdict }, assets)).toBe(page)
})

test('500 documents stay below 1.5 MB', () => expect(Buffer.byteLength(page)).toBeLessThan(1_500_000))

test('nothing outside the page is asked for, and scripts and styles are named by their hash', () => {
  const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)![1]!.replaceAll('&#39;', "'")
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toContain('unsafe')
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(policy).toContain(hash(page.match(/<script>([\s\S]*?)<\/script>/)![1]!))
  expect(policy).toContain(hash(page.match(/<style>([\s\S]*?)<\/style>/)![1]!))
  const tags = page
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .match(/<[^>]+>/g)!
    .join('')
  expect(tags).not.toMatch(/\s(src|srcset|style|on\w+)=|<(link|iframe|object|img|base|form)\b/)
  expect(tags.match(/href="[^"]*"/g)!.filter((href) => !href.startsWith('href="#'))).toEqual([])
})

test('every id is given once, and every link leads somewhere', () => {
  const markup = page.replace(/<script\b(?! type)[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, '')
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of markup.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
})

test('headings go down one step at a time', () => {
  const levels = [...page.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]))
  expect(levels[0]).toBe(1)
  for (let i = 1; i < levels.length; i++) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1)
})

test('an audit with nothing in it is a page that says so', async () => {
  const none = await renderReport(
    {
      audit: {
        ...apples,
        corpus: { ...apples.corpus, documents: 1, labelled: 0, languages: [], fields: [], unread: [] },
        categories: [{ id: 'a', title: 'A', question: 'Is there any?', analyses: [], measures: [], rules: [], headlines: [] }],
        measures: [],
        rules: [],
        estimates: [],
        findings: [],
        findingCounts: [],
        charts: [],
        tables: [],
        notes: [],
        provenance: { ...apples.provenance, instruments: [], references: [], formats: [], options: {} },
      },
    },
    assets,
  )
  const text = textOf(none)
  expect(text).toContain('Audit of 1 document')
  expect(text).toContain('Not measured, because nothing of it is part of this audit.')
  expect(text).toContain('No rule found anything in any document.')
  expect(text).not.toContain('undefined')
})

test('a script that would break out of the page is refused', async () => {
  await expect(renderReport({ audit: apples }, { script: 'x="</script>"', style: '' })).rejects.toThrow('cannot stand inside a page')
})
