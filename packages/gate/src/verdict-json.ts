import type { Verdict } from '@corpuscope/core'

/** A verdict as `verdict.json` and `--json` hold it: indented, so that it can be read and compared line by line. */
export const verdictJson = (verdict: Verdict): string => `${JSON.stringify(verdict, null, 2)}\n`
