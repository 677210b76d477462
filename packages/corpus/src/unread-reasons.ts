/** Why a record could not be read; each is a phrase of the report, never with words of the record. */
export const notUtf8 = 'not valid UTF-8'
export const notJson = 'line is not JSON'
export const notAnObject = 'record is not an object'
export const noText = 'record has no text'
export const wrongColumns = 'row has the wrong number of columns'
export const wrongQuotes = 'quotes do not match'
export const noHeader = 'table has no readable header'
export const noFile = 'file cannot be read'
export const restUnread = 'rest of the table is not read'
export const tooLong = (limit: number): string => `record is longer than ${limit / 2 ** 20} MB`
