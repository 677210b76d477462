/** Raised where a signal asked the run to stop. */
export class Interrupted extends Error {
  override name = 'Interrupted'
  readonly code: number
  constructor(code: number) {
    super('interrupted; nothing was changed')
    this.code = code
  }
}

const usageErrors = new Set(['UsageError', 'ConfigError', 'CorpusError', 'AuditError'])

/** Prints an error as one line on stderr and gives its exit code: 2 the person can mend it, 130 and 143 interrupted, 70 our fault. */
export async function exitOf(error: unknown, debug: boolean): Promise<number> {
  // Messages name files and fields of the data, which must not steer the terminal; loaded here, as most runs end well.
  const { printable } = await import('@corpuscope/core')
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof Interrupted) {
    process.stderr.write(`corpuscope: ${message}\n`)
    return error.code
  }
  // By name: an error may come from a worker thread or another chunk of the bundle.
  if (usageErrors.has(name)) {
    process.stderr.write(`corpuscope: ${printable(message)}\n`)
    return 2
  }
  process.stderr.write(`corpuscope: unexpected fault: ${printable(message.split('\n')[0]!)} (run with --debug for the stack)\n`)
  if (debug) process.stderr.write(`${stack}\n`)
  return 70
}
