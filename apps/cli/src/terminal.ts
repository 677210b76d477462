import { printable } from '@corpuscope/core'
import pc from 'picocolors'

/** Colours for stdout: off without a terminal and with NO_COLOR. */
export const colors = pc.createColors(
  process.env['NO_COLOR'] ? false : process.env['FORCE_COLOR'] ? process.env['FORCE_COLOR'] !== '0' : Boolean(process.stdout.isTTY),
)

/** Columns of the window, at most 100: long lines are hard to read. */
export const width = (): number => Math.min(process.stdout.columns ?? 80, 100)

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** A line of progress or advice on stderr; names in it may come from the data. */
export const say = (text: string): void => {
  process.stderr.write(`${printable(text)}\n`)
}

export interface Bar {
  update(share: number, what: string): void
  clear(): void
}

/** A bar on stderr, only where a person sees it. */
export function progressBar(quiet: boolean): Bar {
  if (quiet || !process.stderr.isTTY) return { update: () => undefined, clear: () => undefined }
  let last = 0
  return {
    update(share, what) {
      const now = Date.now()
      if (now - last < 50 && share < 1) return
      last = now
      const filled = Math.round(Math.min(1, share) * 24)
      process.stderr.write(`\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${what}`.slice(0, (process.stderr.columns ?? 80) + 5))
    },
    clear: () => {
      process.stderr.write('\r\x1b[2K')
    },
  }
}
