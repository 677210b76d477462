import { normalQuantile } from './normal.ts'

/** Low end, high end. */
export type Interval = [low: number, high: number]

/** How many standard errors a normal interval of this level reaches to each side: 1.96 for 0.95. */
export function criticalValue(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, such as 0.95, but got ${level}`)
  return normalQuantile((1 + level) / 2)
}
