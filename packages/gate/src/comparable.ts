import type { Estimate } from '@corpuscope/core'

/**
 * Whether two estimates of one measure may be contrasted: numbers that different embedders, lexicons or references made have no
 * common scale, whatever they are called.
 *
 * @returns  undefined when they may; otherwise why not, in a sentence
 */
export function comparable(a: Estimate, b: Estimate): string | undefined {
  if (a.measure !== b.measure) return `${a.measure} and ${b.measure} are different measures.`
  if (a.instrument === b.instrument) return undefined
  return `${a.measure} was made by ${named(a)} in one and by ${named(b)} in the other; values of different instruments are not contrasted. Audit both with the same one.`
}

const named = ({ instrument }: Estimate): string => (instrument === undefined ? 'an unnamed instrument' : `"${instrument}"`)
