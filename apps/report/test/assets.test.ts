import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAssets } from '../src/index.ts'
import { builtAssets } from './built.ts'

test('the build gives a script and a style', async () => {
  const { script, style } = await builtAssets()
  expect(script.length).toBeLessThan(600_000)
  expect(style).toContain('prefers-color-scheme')
})

test('without a build the error says how to make one', async () => {
  await expect(loadAssets(join(tmpdir(), 'nothing-is-here'))).rejects.toThrow(/report-client\.js.*pnpm run build/s)
})
