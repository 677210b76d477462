/** Density of the standard normal; z is split so that rounding z * z does not reach the exponent of far tails. */
function density(z: number): number {
  const near = Math.trunc(z * 16) / 16
  return (Math.exp((-near * near) / 2) * Math.exp((-(z - near) * (z + near)) / 2)) / Math.sqrt(2 * Math.PI)
}

/** Phi(z) - 1/2 for small |z|: density times the series of z^(2k+1) / (2k+1)!!. */
function aboveHalf(z: number): number {
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > Math.abs(sum) * 1e-17; k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return density(z) * sum
}

/** 1 - Phi(z) for z above 1: Laplace's continued fraction, from a depth that leaves less than 1e-17. */
function upperTail(z: number): number {
  let fraction = z
  for (let k = Math.ceil(400 / (z * z)) + 10; k > 0; k--) fraction = z + k / fraction
  return density(z) / fraction
}

/**
 * Cumulative distribution of the standard normal, good to some 1e-15 of its value far into the lower tail.
 *
 * @returns 0 to 1
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('normalCdf: z must be a number, but got NaN')
  if (Math.abs(z) < 1.2) return 0.5 + aboveHalf(z)
  if (z < -40) return 0
  if (z > 40) return 1
  return z < 0 ? upperTail(-z) : 1 - upperTail(z)
}

const polynomial = (x: number, coefficients: readonly number[]): number => {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}

// The coefficients of the paper, shortened to the doubles they are.
const centre = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
    2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
    5226.495278852854,
  ],
] as const
const tail = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
    1.0507500716444169e-9,
  ],
] as const
const farTail = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548, 1.421511758316446e-7,
    2.0442631033899397e-15,
  ],
] as const

const ratio = (x: number, [above, below]: readonly [readonly number[], readonly number[]]): number =>
  polynomial(x, above) / polynomial(x, below)

/**
 * Quantile of the standard normal, to full double accuracy.
 *
 * @param p  0 to 1; 0 and 1 give -Infinity and Infinity
 * @see Wichura 1988, Algorithm AS 241 (PPND16)
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile: p must be between 0 and 1, but got ${p}`)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, centre)
  const smaller = q < 0 ? p : 1 - p
  if (smaller === 0) return q < 0 ? -Infinity : Infinity
  const r = Math.sqrt(-Math.log(smaller))
  const distance = r <= 5 ? ratio(r - 1.6, tail) : ratio(r - 5, farTail)
  return q < 0 ? -distance : distance
}
