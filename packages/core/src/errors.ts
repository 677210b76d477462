/** A mistake of the person or the input: one sentence that says what, where and what to do. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The configuration file or an option is wrong. */
export class ConfigError extends UsageError {
  override name = 'ConfigError'
}

/** The input cannot be read as a corpus. */
export class CorpusError extends UsageError {
  override name = 'CorpusError'
}

/** A folder is no audit, or an audit of another version. */
export class AuditError extends UsageError {
  override name = 'AuditError'
}
