import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { head, withFile } from './bytes.ts'
import { type Charset, utf16Of } from './charset.ts'
import { type Compression, compressionOf, unpackedName } from './compression.ts'
import { type createSkipped, skip } from './skipped.ts'

export interface FoundFile {
  /** Absolute. */
  readonly file: string
  /** Inside its input, with "/". */
  readonly relative: string
  readonly bytes: number
  readonly compression?: Compression
  readonly charset?: Charset
  /** What is known of all its documents: their split. */
  readonly metadata?: Readonly<Record<string, string>>
}

/**
 * The files below a folder, by extension in lower case, in no order. Hidden files, audits,
 * links that leave the folder or lead to what is read anyway, and what is neither file nor folder are skipped, and counted.
 */
export function walk(root: string, skipped: ReturnType<typeof createSkipped>): Map<string, FoundFile[]> {
  const found = new Map<string, FoundFile[]>()
  const realRoot = realpathSync(root)
  const add = (file: string, path: string): void => {
    const compression = compressionOf(path)
    const extension = extname(unpackedName(path)).toLowerCase()
    const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    const one = { file, relative: path, bytes, ...(compression && { compression }) }
    const list = found.get(extension)
    if (list) list.push(one)
    else found.set(extension, [one])
  }
  const open: string[] = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = list(join(root, folder))
    if (!entries) {
      skip(skipped, 'folders that cannot be opened', folder)
      continue
    }
    if (entries.some(({ name }) => name === 'audit.json') && isAuditFolder(join(root, folder))) {
      skip(skipped, 'audit folders', folder === '' ? '.' : folder)
      continue
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const file = join(root, path)
      if (entry.name.startsWith('.')) skip(skipped, 'hidden files', path)
      else if (entry.isDirectory()) open.push(path)
      else if (entry.isFile()) add(file, path)
      else if (!entry.isSymbolicLink()) skip(skipped, 'pipes, sockets and devices', path)
      else {
        const why = whyNotFollow(file, realRoot)
        if (why === undefined) add(file, path)
        else skip(skipped, why, path)
      }
    }
  }
  return found
}

function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function whyNotFollow(file: string, realRoot: string): string | undefined {
  try {
    const target = realpathSync(file)
    const inside = relative(realRoot, target)
    if (inside === '' || inside.split(sep)[0] === '..') return 'links that leave the folder'
    const stats = statSync(target)
    if (stats.isDirectory()) return 'links to folders'
    if (!stats.isFile()) return 'pipes, sockets and devices'
    // A link is the only way to content kept in a hidden store, as git-annex does; other files are met under their own name.
    return inside.split(sep).some((part) => part.startsWith('.')) ? undefined : 'links to files of the same folder'
  } catch {
    return 'broken links'
  }
}

/** A folder this program wrote: its audit.json says so. */
function isAuditFolder(folder: string): boolean {
  try {
    const start = withFile(join(folder, 'audit.json'), (fd) => head(fd, 1 << 16).toString('latin1'))
    return /"schema"\s*:\s*"corpuscope\/audit\//.test(start)
  } catch {
    return false
  }
}

const lookedAt = 8192

/** Share of control characters that a text may have: a stray NUL makes no binary file, and one has a tenth and more. */
const mostControls = 0.05

/** Whether the first 8 kB hold NUL bytes as binary files do, and it is no UTF-16. A file that cannot be opened is left to the reader, which says so. */
export function isBinary(file: string): boolean {
  try {
    return withFile(file, (fd) => {
      const start = head(fd, lookedAt)
      if (!start.includes(0) || utf16Of(start) !== undefined) return false
      let controls = 0
      for (const byte of start) if (byte < 9 || (byte > 13 && byte < 32)) controls++
      // The last bytes may be part of a character that we cut.
      return controls > start.length * mostControls || !isUtf8(start.subarray(0, Math.max(0, start.length - 3)))
    })
  } catch {
    return false
  }
}
