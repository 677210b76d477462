// Bundles what the page carries: node scripts/build.mjs [directory]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Parts of Vega that no chart of the page draws with: geography, trees, forces, word clouds … A sixth of the script. */
const undrawn = /^(vega-(geo|hierarchy|force|voronoi|wordcloud|label|crossfilter|regression|projection)|d3-geo|topojson-client)$/
const leftOut = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: undrawn }, ({ path }) => ({ path, namespace: 'left-out' }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

const home = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, home))

const out = process.argv[2] ?? path('dist')
const { metafile } = await build({
  entryPoints: { 'report-client': path('client/main.ts'), report: path('src/report.css') },
  outdir: out,
  metafile: true,
  plugins: [leftOut],
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
