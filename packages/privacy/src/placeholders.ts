/** Said of a value that stands where none is known. */
export const placeholder = 'a placeholder'

/** 000000, 999999, 123456 …: six digits or more that are all the same or count up, or zeros alone. */
const filled = /^(?:0+|(\d)\1{5,}|0?123456(?:7(?:8(?:90?)?)?)?)$/

/** Whether the digits of a number are what people write where they have none. */
export const isFilledIn = (number: string): boolean => filled.test(number)

/** Days that systems write for one they do not have. */
const days: ReadonlySet<string> = new Set(['1900-01-01', '1899-12-30', '1899-12-31', '1901-01-01', '2099-12-31'])

export const isFilledInDay = (day: string): boolean => days.has(day)
