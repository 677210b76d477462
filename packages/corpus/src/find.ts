import { existsSync, lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, extname, resolve, sep } from 'node:path'
import { CorpusError } from '@corpuscope/core'
import { head, withFile } from './bytes.ts'
import { charsetOf } from './charset.ts'
import { compressionOf, compressionOfBytes, unpackedName } from './compression.ts'
import { feed, unwrappedHead } from './feed.ts'
import { type FoundFile, isBinary, walk } from './folder.ts'
import { globTest, isGlob, splitGlob } from './glob.ts'
import { guessKind, isArrow, kindInside } from './guess-kind.ts'
import { type Format, type Kind, kindOfExtension, kindOfFormat, kinds, readable } from './kinds.ts'
import { plain } from './say.ts'
import { createSkipped, type Skipped, skip, skippedList } from './skipped.ts'
import { spoolFile } from './spool.ts'
import { spoolStandardInput, standardInput } from './standard-input.ts'
import { annotationPath } from './text.ts'

export interface Found {
  readonly kind: Kind
  readonly files: readonly FoundFile[]
  readonly skipped: readonly Skipped[]
  /** Texts with annotations beside them, in BRAT's form. */
  readonly standoff: boolean
}

/**
 * The files of an input and what they are. Files that are named are all read, and must be of one kind; of what lies in folders, the
 * kind with the most bytes is read and the rest is skipped.
 *
 * @param format   what the person says it is; otherwise guessed
 * @param besides  a file that is no document although it lies there: the labels table
 * @param without  kinds of what lies in folders that turned out to hold no text
 */
export async function findFiles(
  inputs: readonly string[],
  format: Format | undefined,
  besides: string | undefined,
  without: ReadonlySet<Format> = new Set(),
): Promise<Found> {
  if (inputs.length === 0) throw new CorpusError('No input. Give a folder or a file to read.')
  const skipped = createSkipped()
  const named: { kind: Kind; file: FoundFile }[] = []
  const byExtension = new Map<string, FoundFile[]>()
  const addFolder = (folder: string, wanted?: (path: string) => boolean): void => {
    for (const [extension, files] of walk(folder, wanted ? createSkipped() : skipped)) {
      const chosen = wanted ? files.filter(({ relative }) => wanted(relative)) : files
      if (chosen.length > 0) byExtension.set(extension, (byExtension.get(extension) ?? []).concat(chosen))
    }
  }
  for (const input of inputs) {
    const path = input === standardInput ? await spoolStandardInput() : resolve(input)
    const missing = lstatSync(path, { throwIfNoEntry: false }) === undefined
    if (missing && isGlob(input)) {
      const [folder, pattern] = splitGlob(input)
      if (stat(resolve(folder), folder).isDirectory()) addFolder(resolve(folder), globTest(pattern))
      continue
    }
    const stats = stat(path, input)
    if (stats.isFile()) named.push(await nameFile(path, input, stats.size, format))
    else if (stats.isDirectory()) addFolder(path)
    else throw new CorpusError(`${plain(input)} is neither a file nor a folder. Give one of these.`)
  }
  const [first] = named
  const other = named.find(({ kind }) => kind.format !== first?.kind.format)
  if (first && other) {
    throw new CorpusError(
      `${plain(first.file.relative)} is a ${first.kind.singular} but ${plain(other.file.relative)} is a ${other.kind.singular}. Audit them apart, or say what both are with --format.`,
    )
  }
  if (besides !== undefined) setAside(byExtension, besides, skipped)

  const chosen = await chooseKind(byExtension, first?.kind.format ?? format, skipped, without)
  const kind = first?.kind ?? chosen?.kind
  const standoff =
    kind?.format === 'text' && (byExtension.delete('.ann') || named.some(({ file }) => existsSync(annotationPath(file.file))))
  for (const [extension, files] of byExtension) for (const { relative } of files) skip(skipped, called(extension), relative)
  const all = [...named.map(({ file }) => file), ...(chosen?.files ?? [])]
  const files = inputs.length > 1 ? toldApart(unique(all)) : all
  if (!kind || files.length === 0) throw nothing(inputs, format, skippedList(skipped))
  return { kind, files: await withCharsets(kind, files), skipped: skippedList(skipped), standoff }
}

const charsetBytes = 1 << 20

/** Files of records with the encoding they have to be converted from. A text is looked at as a whole when it is read. */
async function withCharsets(kind: Kind, files: readonly FoundFile[]): Promise<FoundFile[]> {
  if (kind.binary) return Promise.all(files.map(unpacked))
  if (kind.format === 'text') return [...files]
  const found: FoundFile[] = []
  for (const file of files) {
    const start = await unwrappedHead(file, charsetBytes).catch(() => Buffer.alloc(0))
    const charset = charsetOf(start)
    found.push(charset ? { ...file, charset } : file)
  }
  return found
}

/** A packed file of columns, whose reader goes from place to place, as a file for the time of this run. What is damaged is cut short there. */
async function unpacked({ compression, ...found }: FoundFile): Promise<FoundFile> {
  if (compression === undefined) return found
  const packed = { file: found.file, compression }
  const file = await spoolFile(async (write) => {
    await feed(packed, (bytes) => {
      write(bytes)
      return true
    }).catch(() => undefined)
  })
  return { ...found, file, bytes: statSync(file).size }
}

function stat(path: string, input: string): Stats {
  try {
    return statSync(path)
  } catch {
    const dangling = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    if (dangling) throw new CorpusError(`${plain(input)} is a link that leads nowhere. Give the file or folder itself.`)
    throw new CorpusError(`${plain(input)} does not exist or cannot be reached. Check the path.`)
  }
}

async function nameFile(path: string, input: string, bytes: number, format: Format | undefined): Promise<{ kind: Kind; file: FoundFile }> {
  let start: Buffer
  try {
    start = withFile(path, (fd) => head(fd, 8))
  } catch {
    throw new CorpusError(`${plain(input)} cannot be opened. Check that you may read it.`)
  }
  const compression = compressionOf(path) ?? compressionOfBytes(start)
  const file = { file: path, relative: basename(path), bytes, ...(compression && { compression }) }
  const extension = extname(unpackedName(path)).toLowerCase()
  const byName = format ? kindOfFormat(format) : kindOfExtension(extension)
  const isColumns = start.toString('latin1', 0, 4) === 'PAR1' || isArrow(start)
  if (!byName?.binary && !isColumns && !compression && isBinary(path))
    throw new CorpusError(`${plain(input)} is a binary file (it holds NUL bytes). Give ${readable}.`)
  if (format && byName) return { kind: byName, file }
  if (!byName || byName.format === 'json') return { kind: await guessKind(file, file.relative), file }
  // With annotations beside it, a text is a text.
  return { kind: existsSync(annotationPath(path)) ? byName : await kindInside(file, file.relative, byName), file }
}

function setAside(byExtension: Map<string, FoundFile[]>, besides: string, skipped: ReturnType<typeof createSkipped>): void {
  const path = resolve(besides)
  for (const [extension, files] of byExtension) {
    const at = files.findIndex(({ file }) => file === path)
    if (at < 0) continue
    skip(skipped, 'labels table', files[at]!.relative)
    byExtension.set(extension, files.toSpliced(at, 1))
  }
}

/**
 * The kind of lowest rank with most bytes, among those that have a file which is no stray binary. What it takes, and what turns out to be binary, leaves
 * `byExtension`.
 */
async function chooseKind(
  byExtension: Map<string, FoundFile[]>,
  format: Format | undefined,
  skipped: ReturnType<typeof createSkipped>,
  without: ReadonlySet<Format>,
): Promise<{ kind: Kind; files: FoundFile[] } | undefined> {
  const candidates = kinds
    .filter((kind) => (format === undefined || kind.format === format) && !without.has(kind.format))
    .map((kind) => {
      const files = kind.extensions.flatMap((extension) => byExtension.get(extension) ?? [])
      return { kind, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
    })
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => a.kind.rank - b.kind.rank || b.bytes - a.bytes)
  for (const { kind, files } of candidates) {
    const texts: FoundFile[] = []
    for (const found of files) {
      if (!kind.binary && !found.compression && isBinary(found.file)) skip(skipped, 'binary files', found.relative)
      else texts.push(found)
    }
    for (const extension of kind.extensions) byExtension.delete(extension)
    // Code units, not a locale: the same order on every machine.
    if (texts.length === 0) continue
    const sorted = texts.sort((a, b) => (a.relative < b.relative ? -1 : 1))
    // A .json file may hold JSON lines as well.
    const isLines = kind.format === 'json' && format === undefined && (await guessKind(sorted[0]!, sorted[0]!.relative)).format === 'jsonl'
    if (isLines) return { kind: kindOfFormat('jsonl'), files: sorted }
    if (format !== undefined || byExtension.has('.ann')) return { kind, files: sorted }
    const looks = await Promise.all(sorted.slice(0, lookedInside).map((found) => kindInside(found, found.relative, kind).catch(() => kind)))
    return { kind: looks.every((look) => look === looks[0]) ? looks[0]! : kind, files: sorted }
  }
  return undefined
}

/** Files whose content may tell that they are no texts: all of them have to agree. */
const lookedInside = 5

/** A file that two inputs lead to is read once. */
function unique(files: readonly FoundFile[]): FoundFile[] {
  const seen = new Set<string>()
  return files.filter(({ file }) => {
    const real = realPath(file)
    return !seen.has(real) && seen.add(real)
  })
}

/** Files of several inputs under different names: those called alike take in as many folders above them as tell them apart. */
function toldApart(files: readonly FoundFile[]): FoundFile[] {
  const steps = files.map(({ file }) => file.split(sep))
  let names = files.map(({ relative }) => relative)
  for (let more = 1; ; more++) {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    if (counts.size === names.length) return files.map((file, i) => ({ ...file, relative: names[i]! }))
    names = names.map((name, i) =>
      counts.get(name) === 1
        ? name
        : steps[i]!.slice(-files[i]!.relative.split('/').length - more)
            .join('/')
            .replace(/^\//, ''),
    )
  }
}

function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    // Gone since the folder was listed; the reader says so.
    return file
  }
}

const called = (extension: string): string =>
  extension === '' ? 'files without extension' : extension.length > 16 ? 'other files' : `${plain(extension)} files`

function nothing(inputs: readonly string[], format: Format | undefined, skipped: readonly Skipped[]): CorpusError {
  const where = inputs.map(plain).join(', ')
  const held = skipped
    .map(({ what, count }) => `${count.toLocaleString('en-US')} ${count === 1 ? what.replace(/(file|link|folder)s\b/, '$1') : what}`)
    .join(', ')
  const audit = skipped.find(({ what, examples }) => what === 'audit folders' && examples[0] === '.')
  if (audit) return new CorpusError(`${where} is an audit, not a corpus. Give the folder or file that it was made of.`)
  const wanted = format ? kindOfFormat(format).plural : readable
  if (held === '') return new CorpusError(`${where} is empty. Give a folder with ${wanted}.`)
  return new CorpusError(`${where} holds no ${format ? wanted : 'documents that can be read'}, only ${held}. Give ${readable}.`)
}
