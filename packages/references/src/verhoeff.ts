const product = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const
const first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const

/**
 * Whether the last digit of a number is its Verhoeff check digit: every single wrong digit and every swap of neighbours is found.
 *
 * @see Verhoeff 1969, Error Detecting Decimal Codes; SNOMED CT identifiers carry it
 * @example verhoeff('2363') // true
 */
export function verhoeff(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48
    for (let turn = i % 8; turn > 0; turn--) digit = first[digit]!
    check = product[check]![digit]!
  }
  return check === 0
}

/** Whether it is formed as a SNOMED CT concept identifier: 6 to 18 digits, partition 00 or 10, a check digit that holds. */
export const isSnomedConcept = (code: string): boolean =>
  /^[1-9]\d{5,17}$/.test(code) && /^[01]0$/.test(code.slice(-3, -1)) && verhoeff(code)
