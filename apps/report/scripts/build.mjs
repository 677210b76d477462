// Bundles what the page carries: node scripts/build.mjs [directory]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const home = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, home))

const out = process.argv[2] ?? path('dist')
const { metafile } = await build({
  entryPoints: { 'report-client': path('client/main.ts'), report: path('src/report.css') },
  outdir: out,
  metafile: true,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  legalComments: 'none',
  charset: 'ascii',
  // The page is built once and read anywhere: nothing of this machine may enter it.
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
})

// Which packages the script is made of, for the notices of whoever ships it.
await writeFile(join(out, 'meta.json'), JSON.stringify({ inputs: metafile.inputs }))
