import { type Estimate, type Measure, notApplicable } from '@corpuscope/core'
import { wilson } from '@corpuscope/statistics'

/** The share of documents with a property, with Wilson's interval. */
export function shareOfDocuments({ id }: Measure, having: number, n: number, left = 0, leftOut = ''): Estimate {
  if (n === 0) return notApplicable(id, left > 0 ? `every document was left out: ${leftOut}` : 'there is no document', left)
  const interval = wilson(having, n)
  return {
    measure: id,
    value: having / n,
    interval: interval && [...interval],
    ...(interval && { intervalMethod: 'Wilson' }),
    n,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${left} left out: ${leftOut}` }),
  }
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
