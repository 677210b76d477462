declare module 'papaparse' {
  interface Step {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly code: string }[]
    /** Where the row ended, in code units of the text given. */
    readonly meta: { readonly cursor: number }
  }
  /** The parser under `Papa.parse`: one text, one call, a callback a row. */
  class Parser {
    constructor(config: { delimiter: string; newline: string; preview?: number; step?: (step: Step) => void })
    parse(text: string, baseIndex: number, ignoreLastRow: boolean): { readonly data: readonly (readonly string[])[] }
    abort(): void
  }
  const papa: { readonly Parser: typeof Parser }
  export default papa
}
