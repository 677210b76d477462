import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CorpusError } from '@corpuscope/core'

/** How standard input is named on the command line. */
export const standardInput = '-'

/**
 * What comes in by standard input, as a file: an input is read more than once, by several threads, and from places in its midst. It
 * lies in a folder of its own that only this user may open, and goes when the process ends.
 */
export function spoolStandardInput(fd = 0): string {
  if (fstatSync(fd).isCharacterDevice())
    throw new CorpusError('"-" reads standard input, but nothing is piped in. Pipe a corpus in, or name a file.')
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-stdin-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'stdin')
  const out = openSync(file, 'wx', 0o600)
  try {
    const buffer = Buffer.allocUnsafeSlow(1 << 16)
    for (let got = read(fd, buffer); got > 0; got = read(fd, buffer))
      for (let from = 0; from < got; ) from += writeSync(out, buffer, from, got - from)
  } finally {
    closeSync(out)
  }
  return file
}

function read(fd: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, buffer, 0, buffer.length, null)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw new CorpusError('Standard input cannot be read. Write it to a file and name that.')
      // The pipe is empty for now; a short sleep keeps the wait from taking a whole core.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
