import { type Annotation, annotationProblems } from '@corpuscope/core'

const form = /^(?:([BIESLU])[-_](.+)|O)$/

/** The mark and the type of a tag; neither for "O"; undefined for what is no tag. @example bioTag('B-DRUG') // { mark: 'B', type: 'DRUG' } */
export function bioTag(tag: string): { readonly mark?: string; readonly type?: string } | undefined {
  const found = form.exec(tag)
  if (!found) return undefined
  const [, mark, type] = found
  return mark === undefined || type === undefined ? {} : { mark, type }
}

/** Makes annotations of tokens as their tags come (IOB, IOB2, IOBES, BILOU). */
export function bioSpans() {
  const annotations: Annotation[] = []
  let open: { type: string; start: number; end: number; problem?: typeof annotationProblems.order } | undefined
  const close = (): void => {
    if (open) annotations.push(open)
    open = undefined
  }
  return {
    annotations,
    /** Between sentences, and at the end. */
    close,
    take({ mark, type }: { readonly mark?: string; readonly type?: string }, start: number, end: number): void {
      if (mark === undefined || type === undefined) {
        close()
        return
      }
      const goesOn = mark !== 'B' && mark !== 'S' && mark !== 'U'
      if (goesOn && open?.type === type) open.end = end
      else {
        close()
        // IOB1 begins with I; told apart from a lost beginning only by what stands before, so an I behind another type is the problem.
        open = { type, start, end, ...(goesOn && mark !== 'I' && { problem: annotationProblems.order }) }
      }
      if (mark === 'E' || mark === 'L' || mark === 'S' || mark === 'U') close()
    },
  }
}
