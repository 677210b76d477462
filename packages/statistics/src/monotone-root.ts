/**
 * Where an increasing function crosses 0: Newton's steps, halving the bracket whenever one would leave it.
 *
 * @param low   0 or more; the function is below 0 there
 * @param high  may be Infinity; the function is above 0 there
 */
export function monotoneRoot(f: (x: number) => number, slope: (x: number) => number, start: number, low: number, high: number): number {
  let below = low
  let above = high
  let x = start
  for (let step = 0; step < 2000; step++) {
    const value = f(x)
    if (value === 0) return x
    if (value > 0) above = x
    else below = x
    let next = x - value / slope(x)
    if (!(next > below && next < above)) next = above === Infinity ? 2 * x : (below + above) / 2
    if (Math.abs(next - x) <= Number.EPSILON * next) return next
    x = next
  }
  return x
}
