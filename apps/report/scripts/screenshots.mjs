/**
 * Screenshots of a page, to be looked at: node apps/report/scripts/screenshots.mjs <page.html> <folder>
 * The first screen and the whole page at 1440, 1024 and 390 pixels in both colours. Chromium is $CHROMIUM, or "chromium" of the path.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [page, folder] = process.argv.slice(2)
if (!page || !folder) {
  console.error('usage: node apps/report/scripts/screenshots.mjs <page.html> <folder>')
  process.exit(2)
}
const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const width of [1440, 1024, 390])
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
    const tab = await context.newPage()
    await tab.goto(pathToFileURL(resolve(page)).href)
    const name = (what) => join(folder, `${basename(page, '.html')}-${width}-${colorScheme}${what}.png`)
    await tab.screenshot({ path: name('') })
    // What is far away is laid out when a reader comes near: here all of it is wanted at once.
    await tab.evaluate(() => {
      for (const each of document.querySelectorAll('*'))
        if (getComputedStyle(each).contentVisibility === 'auto') each.style.contentVisibility = 'visible'
    })
    // Maps come alive when they are near.
    const map = tab.locator('figure.map').first()
    if ((await map.count()) > 0) {
      await map.scrollIntoViewIfNeeded()
      await tab.locator('.live canvas[role=img]').first().waitFor()
    }
    await tab.screenshot({ path: name('-whole'), fullPage: true })
    await context.close()
  }
await browser.close()
