import { Interrupted } from './exit.ts'

const codes = { SIGINT: 130, SIGTERM: 143 } as const

/** Runs work that stops cleanly at Ctrl-C; a second Ctrl-C stops at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals): void => {
    const code = codes[name as keyof typeof codes]
    if (controller.signal.aborted) process.exit(code)
    controller.abort(new Interrupted(code))
  }
  for (const name of Object.keys(codes)) process.on(name, stop)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of Object.keys(codes)) process.off(name, stop)
  }
}
