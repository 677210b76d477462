import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compare } from '@corpuscope/gate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderComparison, renderReport, renderSite } from '../src/index.ts'
import { appleDocuments, apples, applesLater, appleVerdict } from './apples.ts'
import { builtAssets } from './built.ts'
import { hostile, hostileDocuments } from './hostile.ts'
import { injections } from './injections.ts'

const executable = chromiumPath()
if (executable === undefined && process.env['CORPUSCOPE_REQUIRE_CHROMIUM'])
  throw new Error('CORPUSCOPE_REQUIRE_CHROMIUM is set and there is no Chromium: the page would go untested')
if (executable === undefined) console.warn('no Chromium here (set CHROMIUM to its path): the browser tests of the report are skipped')

function chromiumPath(): string | undefined {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM']
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {}
  return undefined
}

/** As many documents as a page carries; the last category holds markup. */
const manyDocuments = {
  ids: Array.from({ length: 10_000 }, (_, i) => `orchard/${i}.txt`),
  columns: [
    { name: 'weight', values: Array.from({ length: 10_000 }, (_, i) => i / 3) },
    { name: 'field.kind', values: Array.from({ length: 10_000 }, (_, i) => `<b>${i}`) },
  ],
}

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(executable === undefined)('in Chromium', () => {
  let browser: Browser
  let folder: string
  const address = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'corpuscope-report-'))
    const assets = await builtAssets()
    writeFileSync(
      join(folder, 'apples.html'),
      await renderReport({ audit: apples, verdict: appleVerdict, documents: appleDocuments }, assets),
    )
    writeFileSync(join(folder, 'many.html'), await renderReport({ audit: apples, documents: manyDocuments }, assets))
    writeFileSync(
      join(folder, 'hostile.html'),
      await renderReport({ audit: hostile, verdict: appleVerdict, documents: hostileDocuments }, assets),
    )
    const comparison = compare(apples, applesLater, {
      before: [
        ['a', 'x', null],
        ['b', 'y', null],
      ],
      after: [
        ['b', 'y', null],
        ['c', 'w', null],
      ],
    })
    writeFileSync(
      join(folder, 'comparison.html'),
      await renderComparison({ comparison, before: apples, after: applesLater, names: ['v1', 'v2'] }, assets),
    )
    const entries = [
      { name: 'v1', href: 'apples.html', audit: apples, verdict: appleVerdict },
      { name: 'v2', href: 'many.html', audit: applesLater },
    ]
    writeFileSync(join(folder, 'site.html'), await renderSite(entries, true, assets))
    // A page of a real audit, as it is committed.
    copyFileSync(new URL('../../../reports/sample/report.html', import.meta.url), join(folder, 'sample.html'))
    browser = await chromium.launch({ executablePath: executable!, headless: true, args: flags.split(' ') })
  })
  afterAll(async () => {
    await browser?.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  interface Opened {
    readonly page: Page
    /** Console errors, requests, violations of the policy. */
    readonly complaints: string[]
  }

  async function open(
    name: string,
    { width = 1440, scheme = 'light', javaScript = true }: { width?: number; scheme?: 'light' | 'dark'; javaScript?: boolean } = {},
  ): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: javaScript })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => request.url() !== address(name) && complaints.push(`request for ${request.url()}`))
    await page.exposeFunction('complain', (text: string) => complaints.push(text))
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', (e) => complain('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`,
    )
    await page.goto(address(name))
    return { page, complaints }
  }

  /** Comes to the map and waits until it is drawn. */
  async function toMap(page: Page): Promise<void> {
    await page.locator('figure.map').scrollIntoViewIfNeeded()
    await page.locator('.live canvas[role=img]').waitFor()
  }

  test.each([1440, 1024, 390])(
    'the sample audit opens at %i px without an error, a request or a sideways scroll, in both themes',
    async (width) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { page, complaints } = await open('sample', { width, scheme })
        await toMap(page)
        expect(await page.locator('h1').textContent()).toContain('200 documents')
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        expect(complaints).toEqual([])
        await page.context().close()
      }
    },
  )

  test.each(['comparison', 'site'].flatMap((name) => [1440, 390].map((width) => ({ name, width }))))(
    'the page of a $name at $width px: no complaint, no sideways scroll, no serious fault of access',
    async ({ name, width }) => {
      const { page, complaints } = await open(name, { width })
      await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.evaluate(axe)
      expect(
        await page.evaluate(
          `axe.run().then((r) => r.violations.filter((v) => /serious|critical/.test(v.impact)).map((v) => [v.id, v.nodes[0].html]))`,
        ),
      ).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  test('a comparison opens what is new, by keyboard; a site leads to its pages', async () => {
    const { page } = await open('comparison')
    const fresh = page.locator('#documents details', { hasText: 'New: 1' })
    expect(await fresh.locator('li').isVisible()).toBe(false)
    await fresh.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await fresh.locator('li').isVisible()).toBe(true)
    expect(await fresh.locator('li').textContent()).toBe('c')
    await page.context().close()
    const { page: site } = await open('site')
    await site.getByRole('link', { name: 'v1' }).first().click()
    expect(await site.locator('#verdict').count()).toBe(1)
    await site.context().close()
  })

  test.each([1440, 390])('a line of the first screen leads to the top of its section at %i px', async (width) => {
    const { page } = await open('sample', { width })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const targets = (await page.evaluate(`[...document.querySelectorAll('#summary a[href^="#category"]')].map((a) => a.hash)`)) as string[]
    expect(targets.length).toBeGreaterThan(5)
    for (const target of targets) {
      await page.evaluate('scrollTo(0, 0)')
      await page.locator(`#summary a[href="${target}"]`).click()
      const top = () => page.evaluate(`document.querySelector('${target}').getBoundingClientRect().top`)
      await expect.poll(top, { message: target, timeout: 5000 }).toBeGreaterThanOrEqual(0)
      await expect.poll(top, { message: target, timeout: 5000 }).toBeLessThan(450)
    }
    await page.context().close()
  })

  const shoot = async (page: Page, name: string): Promise<void> => {
    const directory = process.env['CORPUSCOPE_SHOTS']
    if (!directory) return
    mkdirSync(directory, { recursive: true })
    await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true })
  }

  test.each(([1440, 1024, 390] as const).flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme }))))(
    'at $width pixels, $scheme: no complaint, no sideways scrolling, no serious fault of access',
    async ({ width, scheme }) => {
      const { page, complaints } = await open('apples', { width, scheme })
      await toMap(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      // The protocol evaluates outside of the page's policy.
      await page.evaluate(axe)
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; impact: string; nodes: { html: string }[] }[]
      }
      expect(
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]!.html]),
      ).toEqual([])
      await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = !!d.closest(".verdict") && !d.closest("td")')
      await page.evaluate('scrollTo(0, 0)')
      await shoot(page, `apples-${width}-${scheme}`)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  test('the button changes the colours of page and map, and nothing remembers it', async () => {
    const { page, complaints } = await open('apples')
    await toMap(page)
    const background = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const picture = (): Promise<string> => page.evaluate('document.querySelector(".live canvas").toDataURL()')
    const [before, drawn] = [await background(), await picture()]
    const point = (): Promise<unknown> => page.evaluate('getComputedStyle(document.querySelector("figure.bars path[fill]")).fill')
    expect(await point()).toBe('rgb(0, 114, 178)')
    await page.getByRole('button', { name: 'Dark colours' }).click()
    expect(await background()).not.toBe(before)
    expect(await point()).toBe('rgb(86, 180, 233)')
    await page.waitForFunction(`document.querySelector('.live canvas[role=img]')`)
    expect(await picture()).not.toBe(drawn)
    await page.reload()
    expect(await background()).toBe(before)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the map tells the document under the pointer, and takes its colours from a field chosen by keyboard', async () => {
    const { page, complaints } = await open('apples')
    await toMap(page)
    const canvas = page.locator('.live canvas')
    const box = (await canvas.boundingBox())!
    const pointed = page.locator('.pointed')
    let told = ''
    for (let i = 0; i < 400 && !told.includes('orchard/'); i++) {
      await page.mouse.move(box.x + box.width * (0.2 + 0.6 * ((i * 0.618) % 1)), box.y + box.height * (0.3 + 0.6 * ((i * 0.377) % 1)))
      told = (await pointed.textContent())!
    }
    expect(told).toMatch(/^orchard\/.*\.txt: colour /)
    const drawn = await page.evaluate('document.querySelector(".live canvas").toDataURL()')
    await page.getByLabel('Colour by').focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(`document.querySelector('.live canvas[role=img]')`)
    expect(await page.evaluate('document.querySelector(".live canvas").toDataURL()')).not.toBe(drawn)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a rectangle drawn on the map chooses documents for the table, which open with all that is known of them', async () => {
    const { page, complaints } = await open('apples')
    await toMap(page)
    const told = page.locator('.told')
    expect(await told.textContent()).toBe('500 of 500 documents')
    const box = (await page.locator('.live canvas').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.95, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => told.textContent()).not.toBe('500 of 500 documents')
    const chosen = Number((await told.textContent())!.split(' ')[0])
    expect(chosen).toBeGreaterThan(20)
    expect(chosen).toBeLessThan(480)
    await page.getByRole('button', { name: /Show all/ }).click()
    await expect.poll(() => told.textContent()).toBe('500 of 500 documents')
    // The same by keyboard: a rectangle in the middle, which is empty here, moved to the right edge, and made smaller.
    const count = async (): Promise<number> => Number((await told.textContent())!.split(' ')[0])
    await page.locator('.live .canvas').focus()
    await page.keyboard.press('ArrowDown')
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(count).toBeLessThan(500)
    const right = await count()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(count).toBeLessThan(right)
    await page.keyboard.press('Escape')
    await expect.poll(() => told.textContent()).toBe('500 of 500 documents')
    // By keyboard: the first document, its profile, the one like it, and back.
    const first = page.locator('.window tbody th button').first()
    await first.focus()
    await page.keyboard.press('Enter')
    const profile = page.locator('.profile')
    expect(await profile.locator('h3').textContent()).toBe(apples.charts[4]!.form === 'map' ? apples.charts[4]!.document[0] : '')
    expect(await profile.textContent()).toContain('Worm (error) 1')
    expect(await profile.textContent()).toContain('similarity 0.99')
    await profile.getByRole('button', { name: /_8\.txt/ }).click()
    expect(await profile.locator('h3').textContent()).toMatch(/_8\.txt$/)
    await page.keyboard.press('Escape')
    expect(await profile.count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('documents are filtered by a range of numbers or a name, and columns are chosen', async () => {
    const { page, complaints } = await open('apples')
    const told = page.locator('.told')
    await page.selectOption('#documents-filter', { label: 'Weight' })
    await page.getByLabel('Weight, from').fill('270')
    const heavy = appleDocuments.columns[2]!.values.filter((value) => (value as number) >= 270).length
    expect(await told.textContent()).toBe(`${heavy} of 500 documents`)
    await page.selectOption('#documents-filter', { label: 'colour' })
    await page.locator('.filter').getByLabel('colour').selectOption({ label: 'red' })
    const red = appleDocuments.columns[1]!.values.filter((value) => value === 'red').length
    expect(await told.textContent()).toBe(`${red} of 500 documents`)
    await page.selectOption('#documents-filter', { label: 'nothing' })
    await page.locator('.columns summary').click()
    const shown = await page.locator('.window thead th').count()
    await page.locator('.columns').getByLabel('Weight').uncheck()
    expect(await page.locator('.window thead th').count()).toBe(shown - 1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the wheel scrolls the page, and with Ctrl it comes closer to the map; the button brings it back', async () => {
    const { page, complaints } = await open('apples')
    await toMap(page)
    const picture = (): Promise<string> => page.evaluate('document.querySelector(".live canvas").toDataURL()')
    const box = (await page.locator('.live canvas').boundingBox())!
    // On the empty middle: a point under the mouse would be told.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    const before = await picture()
    const top = (await page.evaluate('scrollY')) as number
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -240)
    await expect.poll(picture).not.toBe(before)
    await page.keyboard.up('Control')
    expect(await page.evaluate('scrollY')).toBe(top)
    await page.getByRole('button', { name: 'Whole map' }).click()
    await page.locator('.live canvas[role=img]').waitFor()
    await expect.poll(picture).toBe(before)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.wheel(0, -240)
    await expect.poll(() => page.evaluate('scrollY')).not.toBe(top)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('ten thousand documents can be sorted, searched and scrolled, and only those seen are drawn', async () => {
    const { page, complaints } = await open('many')
    const rows = page.locator('.window tbody tr:not(.spacer)')
    const first = (): Promise<string | null> => rows.first().locator('th').textContent()
    await page.locator('.window').scrollIntoViewIfNeeded()
    expect(await page.locator('.told').textContent()).toBe('10,000 of 10,000 documents')
    expect(await rows.count()).toBeLessThan(60)
    const heading = page.locator('.window thead button', { hasText: 'Weight' })
    await heading.press('Enter')
    expect(await first()).toBe('orchard/9999.txt')
    expect(await page.locator('.window th[aria-sort=descending]').count()).toBe(1)
    await heading.press('Enter')
    expect(await first()).toBe('orchard/0.txt')
    await page.evaluate(`document.querySelector('.window').scrollTop = 1e9`)
    await page.locator('.window tbody th', { hasText: /^orchard\/9999\.txt$/ }).waitFor()
    await page.locator('#documents-search').fill('<b>7777')
    expect(await page.locator('.told').textContent()).toBe('1 of 10,000 documents')
    expect(await page.locator('.window tbody tr:not(.spacer) td bdi').first().textContent()).toBe('<b>7777')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('without JavaScript numbers, tables and still charts remain', async () => {
    const { page } = await open('apples', { javaScript: false })
    await expect.poll(() => page.locator('.answers > li').count()).toBe(4)
    expect(await page.locator('figure .wide svg[role=img]:visible').count()).toBe(apples.charts.length)
    expect(await page.locator('#theme').isVisible()).toBe(false)
    expect(await page.locator('.live').isVisible()).toBe(false)
    await page.locator('figure.bars summary').click()
    expect(await page.locator('figure.bars table').isVisible()).toBe(true)
    await shoot(page, 'apples-no-script')
    await page.context().close()
  })

  test('the keyboard reaches the results, the button, tables and the map', async () => {
    const { page } = await open('apples')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the results')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await toMap(page)
    const reached = new Set<unknown>()
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate('document.activeElement.tagName + "." + document.activeElement.className'))
    }
    for (const kind of ['A.', 'SUMMARY.', 'DIV.scroll', 'SELECT.', 'BUTTON.']) expect(reached).toContain(kind)
    await page.context().close()
  })

  test(`${injections.length} harmful texts in names and numbers' labels are shown as texts`, async () => {
    const { page, complaints } = await open('hostile', { width: 1024 })
    await toMap(page)
    expect(await page.evaluate('window.harm')).toBeUndefined()
    expect(
      await page.evaluate(
        `document.querySelectorAll('img, iframe, base, object, form:not(.vega-bindings), noscript, math, template, link').length`,
      ),
    ).toBe(0)
    expect(await page.evaluate(`document.querySelectorAll('h1').length`)).toBe(1)
    const shown = (await page.evaluate(`[...document.querySelectorAll('#corpus td bdi')].map((e) => e.textContent)`)) as string[]
    const readable = (text: string): string => text.replace(/[\u0000\u001b]/g, '\ufffd').replace(/\r\n/g, '\n')
    expect(shown.map(readable)).toEqual(injections.map(readable))
    for (let i = 0; i < 3; i++) await page.getByLabel('Colour by').selectOption({ index: i })
    await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024)
    await shoot(page, 'hostile')
    // Each document in the panel: its name, values and text.
    const search = page.locator('#documents-search')
    await search.fill('<')
    await search.fill('')
    for (let i = 0; i < 25; i++) {
      await page.locator('.window tbody th button').nth(i).click()
      const name = (await page.locator('.profile h3').textContent())!
      expect(injections.map(readable)).toContain(readable(name))
      expect(injections.map(readable)).toContain(readable((await page.locator('.profile pre.text').textContent())!))
    }
    expect(await page.evaluate('window.harm')).toBeUndefined()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('on paper it is light and the map is the still one', async () => {
    const { page } = await open('apples', { scheme: 'dark' })
    await toMap(page)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('.live').isVisible()).toBe(false)
    expect(await page.locator('figure.map .wide svg').isVisible()).toBe(true)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.length).toBeGreaterThan(10_000)
    if (process.env['CORPUSCOPE_SHOTS']) writeFileSync(join(process.env['CORPUSCOPE_SHOTS'], 'apples.pdf'), pdf)
    await page.context().close()
  })
})
