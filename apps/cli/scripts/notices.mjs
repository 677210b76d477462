/** THIRD-PARTY-NOTICES: every package that stands in a bundle, with its licence as it ships it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The text of the notices for the packages that these source files belong to. */
export function notices(files) {
  const packages = new Map()
  for (const file of files) {
    const folder = packageFolder(file)
    if (!folder) continue
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    packages.set(`${manifest.name} ${manifest.version}`, { folder, manifest })
  }
  const entries = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { folder, manifest }]) => {
      const text = licenceText(folder) ?? `The package ships no licence file; its package.json says "${manifest.license}".`
      return `${name}\nLicence: ${typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? 'see below')}\n\n${text.trim()}\n`
    })
  return `This file lists the packages whose code or data are part of the corpuscope bundle, each with its licence.\n\n${[...entries, ...dataNotices(files)].join(`\n${'-'.repeat(78)}\n\n`)}`
}

/** Licences of data compiled into our own files, which lie in a folder `licences` beside `src`. */
function dataNotices(files) {
  const folders = new Set(files.filter((file) => !file.includes('node_modules/')).map((file) => join(dirname(file), '../licences')))
  return [...folders]
    .filter((folder) => existsSync(folder))
    .sort()
    .flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map(
          (name) => `${name.replace(/\.txt$/, '')} (data)\n\n${readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim()}\n`,
        ),
    )
}

function packageFolder(file) {
  const at = file.lastIndexOf('node_modules/')
  if (at < 0) return undefined
  for (let folder = dirname(file); folder.length > at + 'node_modules'.length; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name) return folder
  }
  return undefined
}

function licenceText(folder) {
  const name = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n')
}
