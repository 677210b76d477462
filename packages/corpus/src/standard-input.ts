import { fstatSync, readSync } from 'node:fs'
import { CorpusError } from '@corpuscope/core'
import { spoolFile } from './spool.ts'

/** How standard input is named on the command line. */
export const standardInput = '-'

/** What comes in by standard input, as a file: an input is read more than once, by several threads, and from places in its midst. */
export function spoolStandardInput(fd = 0): Promise<string> {
  if (fstatSync(fd).isCharacterDevice())
    throw new CorpusError('"-" reads standard input, but nothing is piped in. Pipe a corpus in, or name a file.')
  return spoolFile((write) => {
    const buffer = Buffer.allocUnsafeSlow(1 << 16)
    for (let got = read(fd, buffer); got > 0; got = read(fd, buffer)) write(buffer.subarray(0, got))
  })
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
