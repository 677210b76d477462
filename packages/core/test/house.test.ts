import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The house of CONTRIBUTING.md, from the roof down: a package imports only from floors below its own. */
const floors: readonly (readonly string[])[] = [
  ['corpuscope', 'bench'],
  ['report'],
  ['suites', 'engine', 'gate', 'charts', 'cards', 'tables'],
  ['epidemiology', 'stylometry', 'diversity', 'duplication', 'privacy', 'integrity', 'concepts'],
  ['features'],
  ['text', 'corpus', 'references'],
  ['core'],
  ['statistics'],
]
const floorOf = (name: string): number => floors.findIndex((floor) => floor.includes(name))
const root = new URL('../../../', import.meta.url)

function* sources(folder: URL): Generator<URL> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* sources(new URL(`${entry.name}/`, folder))
    else if (entry.name.endsWith('.ts')) yield new URL(entry.name, folder)
  }
}

const rooms = ['apps', 'packages'].flatMap((wing) =>
  readdirSync(new URL(`${wing}/`, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shims')
    .map((entry) => {
      const folder = new URL(`${wing}/${entry.name}/`, root)
      const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Record<string, Record<string, string>>
      return {
        name: String(manifest['name']).replace('@corpuscope/', ''),
        folder,
        declared: { ...manifest['dependencies'], ...manifest['devDependencies'] },
      }
    }),
)

test.each(rooms)('$name has its floor', ({ name }) => expect(floorOf(name)).toBeGreaterThanOrEqual(0))

test.each(rooms)('$name imports downwards only, and only what its package.json names', ({ name, folder, declared }) => {
  const wrong: string[] = []
  for (const file of sources(new URL('src/', folder))) {
    for (const [, other] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'@corpuscope\/([a-z-]+)[/']/g)) {
      if (other === undefined) continue
      if (floorOf(other) <= floorOf(name))
        wrong.push(`${file.pathname.slice(root.pathname.length)} imports ${other}, which is not below ${name}`)
      if (!Object.hasOwn(declared, `@corpuscope/${other}`)) wrong.push(`${name}/package.json does not name @corpuscope/${other}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
})
