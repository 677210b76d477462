/** Bundles the command, the worker, the suite and the library into dist/: nothing of the workspace is needed to run them. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { notices } from './notices.mjs'

const at = (path) => new URL(`../${path}`, import.meta.url).pathname

/** A large table is quicker to read as JSON than as the script that esbuild would make of it. */
const parsedAsJson = {
  name: 'parsed as JSON',
  setup: ({ onLoad }) =>
    onLoad({ filter: /lexicon_from_posjs\.json$/ }, async ({ path }) => {
      const compact = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return { contents: `module.exports = JSON.parse(${JSON.stringify(compact)})`, loader: 'js' }
    }),
}

await rm(at('dist'), { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: {
    main: at('src/main.ts'),
    index: at('src/index.ts'),
    worker: at('../../packages/engine/src/worker.ts'),
    suite: at('../../packages/suites/src/index.ts'),
    'pairs-suite': at('../../packages/suites/src/pairs.ts'),
  },
  outdir: at('dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node 20 knows them; esbuild would else make /\p{L}/u into a new RegExp at every call.
  supported: { 'regexp-unicode-property-escapes': true },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  external: ['plotly.js-dist-min', 'onnxruntime-node'],
  plugins: [parsedAsJson],
  // CommonJS libraries inside the bundle (danfojs-node, natural) call require for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
})
await cp(at('../report/dist'), at('dist/report'), { recursive: true })
await cp(at('../../packages/core/schemas'), at('dist/schemas'), { recursive: true })
await writeFile(at('dist/meta.json'), JSON.stringify(metafile))

// What the package carries beside the bundle; the page's script is a bundle of its own.
const page = JSON.parse(await readFile(at('../report/dist/meta.json'), 'utf8'))
const sources = [
  ...Object.keys(metafile.inputs).map((path) => at(path)),
  ...Object.keys(page.inputs).map((path) => at(`../report/${path}`)),
]
await rm(at('dist/report/meta.json'))
await writeFile(at('THIRD-PARTY-NOTICES'), notices(sources))
for (const name of ['README.md', 'LICENSE']) await cp(at(`../../${name}`), at(name))
