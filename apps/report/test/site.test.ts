import type { Audit } from '@corpuscope/core'
import { compare } from '@corpuscope/gate'
import { expect, test } from 'vitest'
import { renderComparison, renderSite } from '../src/index.ts'
import { apples, appleVerdict, applesLater as later } from './apples.ts'
import { builtAssets } from './built.ts'
import { injections } from './injections.ts'

const assets = await builtAssets()
const [first] = apples.estimates
const entry = (name: string, audit: Audit) => ({ name, href: `${name}.html`, audit })

test('releases are joined to a line, corpora are not', async () => {
  const entries = [entry('v1', apples), entry('v2', later)]
  const [course, list] = [await renderSite(entries, true, assets), await renderSite(entries, false, assets)]
  expect(course).toContain('2 releases')
  expect(list).toContain('2 corpora')
  expect(course.match(/<figure/g)!.length).toBe(list.match(/<figure/g)!.length)
  expect(course).not.toBe(list)
})

test('the index leads to each page and shows verdicts as words', async () => {
  const page = await renderSite([entry('v1', apples), { ...entry('v2', later), verdict: appleVerdict }], true, assets)
  expect(page).toContain('<a href="v1.html"><bdi>v1</bdi></a>')
  expect(page).toContain(`>${appleVerdict.passed ? 'passed' : 'failed'}</span>`)
  expect(await renderSite([entry('v1', apples), { ...entry('v2', later), verdict: appleVerdict }], true, assets)).toBe(page)
})

test('numbers of different instruments are shown and not joined', async () => {
  const other = { ...later, estimates: later.estimates.map((estimate) => ({ ...estimate, instrument: 'another scale' })) }
  const page = await renderSite([entry('v1', apples), entry('v2', other)], true, assets)
  expect(page).toContain('cannot be contrasted')
})

test('a comparison gives what moved first, then the rest, and the documents', async () => {
  const digests = {
    before: [
      ['a', 'x', null],
      ['b', 'y', null],
    ],
    after: [
      ['b', 'z', null],
      ['c', 'w', null],
    ],
  } as const
  const comparison = compare(apples, later, digests as never)
  const page = await renderComparison({ comparison, before: apples, after: later, names: ['v1', 'v2'] }, assets)
  const moved = comparison.measures.filter(({ adjusted }) => adjusted !== null && adjusted <= 0.05)
  expect(moved.length).toBeGreaterThan(0)
  expect(page.indexOf('id="moved"')).toBeLessThan(page.indexOf('id="same"'))
  expect(page.split('id="documents"')[0]).toContain(first!.measure)
  for (const [title, id] of [
    ['New: 1', 'c'],
    ['Gone: 1', 'a'],
    ['With another text: 1', 'b'],
  ])
    expect(page).toContain(`<summary>${title}</summary><ul><li><bdi>${id}</bdi></li></ul>`)
})

test('names and ids are text on both pages, whatever they hold', async () => {
  const names = injections.slice(0, 200)
  const site = await renderSite(
    names.map((name, i) => ({ ...entry(`e${i}`, apples), name })),
    false,
    assets,
  )
  const comparison = compare(apples, later, { before: [], after: names.map((name) => [name, '', null] as never) })
  const page = await renderComparison({ comparison, before: apples, after: later, names: [names[0]!, names[1]!] }, assets)
  for (const made of [site, page]) {
    const markup = made.replace(/<script>[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, '')
    expect(markup.match(/<script/g) ?? []).toEqual([])
    expect(markup).not.toMatch(/<[^>]*\son\w+=/i)
    expect(markup).not.toMatch(/<(img|iframe|object|embed|svg on)/i)
  }
})
