/** Check digit rules that national numbers share; each takes digits as a string of `0` to `9`. */
const digit = (digits: string, i: number): number => digits.charCodeAt(i) - 48

/**
 * Sum of weight times digit.
 *
 * @example weightedSum('123', [3, 2, 1]) // 10
 */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * digit(digits, i)
  return sum
}

/**
 * Luhn: ISO/IEC 7812-1, Annex B.
 *
 * @example isLuhn('4111111111111111') // true
 */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = digit(digits, digits.length - 1 - i) * (i % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** Remainder of a number too long for a double, letters counting A = 10 to Z = 35 as in ISO 7064 and ISO 13616. */
export function remainder(characters: string, modulus: number): number {
  let rest = 0
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    rest = code >= 65 ? (rest * 100 + code - 55) % modulus : (rest * 10 + code - 48) % modulus
  }
  return rest
}

/** ISO 7064 MOD 11,10 over all digits, the check digit last. */
export function isMod11Of10(digits: string): boolean {
  let product = 10
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digit(digits, i) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === digit(digits, digits.length - 1)
}

const dihedral = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const permutations = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258']

/** Verhoeff 1969: the dihedral group of order 10. */
export function isVerhoeff(digits: string): boolean {
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    const permuted = digit(permutations[i % 8]!, digit(digits, digits.length - 1 - i))
    check = digit(dihedral[check]!, permuted)
  }
  return check === 0
}

/**
 * Whether digits have the form of a SNOMED CT identifier: 6 to 18, partition 00 to 05 or 10 to 15, check digit by Verhoeff. It names a
 * concept and no person.
 *
 * @example isSnomedIdentifier('73211009') // true
 */
export const isSnomedIdentifier = (digits: string): boolean => /^[1-9]\d{2,14}[01][0-5]\d$/.test(digits) && isVerhoeff(digits)
