import { isLuhn, isMod11Of10, remainder, weightedSum } from './check-digits.ts'

// Check digits and forms of the schemes in `schemes.ts`, a function each.

export const last = (value: string): number => value.charCodeAt(value.length - 1) - 48

/** Day and month of DDMMYY or, with `yearFirst`, of YYMMDD exist. */
export function isDay(value: string, yearFirst = false): boolean {
  const day = Number(yearFirst ? value.slice(4, 6) : value.slice(0, 2))
  const month = Number(value.slice(2, 4))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Weights falling from `from` to 2; what is missing to a multiple of 11 is the check digit, 11 counts as 0 and 10 is not issued. */
export function isMod11(value: string, from: number): boolean {
  const weights = Array.from({ length: from - 1 }, (_, i) => from - i)
  return (11 - (weightedSum(value, weights) % 11)) % 11 === last(value)
}

export function isAbn(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value)) return false
  return (weightedSum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0
}

const places = '0123456789ABCDEFGHJKLMNPQRTUVWXY'

export function isProvider(value: string): boolean {
  if (!/^\d{6}[0-9A-HJ-NP-RT-Y][ABFHJKLTWXY]$/.test(value)) return false
  return 'YXWTLKJHFBA'[(weightedSum(value, [3, 5, 8, 4, 2, 1]) + 6 * places.indexOf(value[6]!)) % 11] === value[7]
}

export function isPrescriber(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false
  return value.startsWith('0')
    ? weightedSum(value, [0, 5, 8, 4, 2, 1]) % 11 === last(value)
    : weightedSum(value, [1, 3, 7, 9, 1, 3]) % 10 === last(value)
}

const voidSsn: ReadonlySet<string> = new Set(['078051120', '219099999', '457555462'])
export const isSsn = (value: string): boolean => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value) && !voidSsn.has(value)
export const isItin = (value: string): boolean => /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(value)
/** One that was printed on sample cards, or stands where none is known. */
export const isSsnOrVoid = (value: string): boolean => isSsn(value) || voidSsn.has(value) || value === '000000000'
/** Nine digits that are called so: what the SSA never issued is nobody's. */
export const isCalledSsn = (value: string): boolean => /^\d{9}$/.test(value) && !isItin(value)
export const isNoSsn = (value: string): boolean => !isSsn(value)

export function isNir(value: string): boolean {
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(value)) return false
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - remainder(digits, 97) === Number(value.slice(13))
}

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
export const isDni = (value: string): boolean => /^\d{8}[A-Z]$/.test(value) && dniLetters[Number(value.slice(0, 8)) % 23] === value[8]

export function isKvnr(value: string): boolean {
  if (!/^[A-Z]\d{9}$/.test(value)) return false
  const digits = String(value.charCodeAt(0) - 64).padStart(2, '0') + value.slice(1, 9)
  let sum = 0
  for (let i = 0; i < 10; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === last(value)
}

export function isGermanTaxNumber(value: string): boolean {
  if (!/^[1-9]\d{10}$/.test(value) || !isMod11Of10(value)) return false
  const times = new Map<string, number>()
  for (const each of value.slice(0, 10)) times.set(each, (times.get(each) ?? 0) + 1)
  const repeated = [...times.values()].filter((count) => count > 1)
  return repeated.length === 1 && repeated[0]! <= 3
}

export function isCpf(value: string): boolean {
  if (!/^\d{11}$/.test(value) || /^(\d)\1+$/.test(value)) return false
  const check = (length: number): number => {
    const rest =
      11 -
      (weightedSum(
        value,
        Array.from({ length }, (_, i) => length + 1 - i),
      ) %
        11)
    return rest > 9 ? 0 : rest
  }
  return check(9) === Number(value[9]) && check(10) === Number(value[10])
}

const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

export function isCodiceFiscale(value: string): boolean {
  if (!/^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/.test(value)) return false
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const code = value.charCodeAt(i)
    const rank = code >= 65 ? code - 65 : code - 48
    sum += i % 2 === 0 ? oddValues[rank]! : rank
  }
  return value.charCodeAt(15) - 65 === sum % 26
}

export function isPersonnummer(value: string): boolean {
  if (!/^(?:(?:18|19|20)\d{2}|\d{2})\d{8}$/.test(value)) return false
  const ten = value.slice(-10)
  const day = Number(ten.slice(4, 6))
  const calendar = ten.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0')
  return isDay(calendar, true) && isLuhn(ten)
}

export function isFodselsnummer(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false
  const day = Number(value.slice(0, 2))
  const month = Number(value.slice(2, 4))
  const calendar = String(day > 40 ? day - 40 : day).padStart(2, '0') + String(month > 80 ? month - 80 : month).padStart(2, '0')
  const first = (11 - (weightedSum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11
  const second = (11 - (weightedSum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return isDay(calendar) && first === Number(value[9]) && second === Number(value[10])
}

export function isHetu(value: string): boolean {
  const parts = /^(\d{6})[-+A-FU-Y]?(\d{3})([0-9A-Y])$/.exec(value)
  return parts !== null && isDay(value) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(parts[1]! + parts[2]!) % 31] === parts[3]
}

export const issuers =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14,17}|(?:1800|2131)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12,15}|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{10,17})$/
export const testCards: ReadonlySet<string> = new Set(['4111111111111111', '378282246310005', '5555555555554444', '4012888888881881'])

export const ibanLengths = new Map(
  'AD24 AE23 AT20 BE16 BG22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SA24 SE24 SI19 SK24 SM27 TR26'
    .split(' ')
    .map((row): [string, number] => [row.slice(0, 2), Number(row.slice(2))]),
)

export const isIban = (value: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value) &&
  ibanLengths.get(value.slice(0, 2)) === value.length &&
  remainder(value.slice(4) + value.slice(0, 4), 97) === 1
