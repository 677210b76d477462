/** Names of the languages that texts are told to be in; a code that is not here stands for itself. */
const names = new Map([
  ['en', 'English'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['pt', 'Portuguese'],
  ['de', 'German'],
  ['it', 'Italian'],
  ['unknown', 'language unknown'],
])

export const languageName = (code: string): string => names.get(code) ?? code
