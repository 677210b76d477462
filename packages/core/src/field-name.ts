/** Words that names of fields are made of; with one of them, words with capitals name no person. */
const fieldWords: ReadonlySet<string> = new Set(
  (
    'text note notes id ids date time name names type types label labels class code codes title body report reports summary history complaint chief ' +
    'diagnosis diagnoses discharge admission clinical medical patient patients record records document documents number no age sex gender ' +
    'race ethnicity status source file path url language lang category categories specialty speciality department unit ward site setting ' +
    'hospital clinic provider author doctor physician nurse service encounter visit event section subject question answer context ' +
    'keyword keywords description comment comments content message transcript transcription sentence abstract finding findings impression ' +
    'plan assessment result results value values count score key index row column field split set group version year month day text2 raw ' +
    'full long short first last primary secondary main other start end created updated data info list order reason outcome'
  ).split(' '),
)

const longest = 40

/** Two words with a capital each, as persons are named. */
const namelike = /(?<!\p{L})\p{Lu}\p{Ll}[\p{L}'’]*[ _.-]*\p{Lu}[\p{L}'’]*/u

/**
 * Whether a word looks like the name of a field rather than a value of one: short, without a long number, a date or an address, and if its words have capitals, then
 * one of them is a word that names of fields are made of.
 *
 * @example looksLikeField('Chief Complaint') // true
 * @example looksLikeField('Ada Moran') // false
 */
export function looksLikeField(name: string): boolean {
  if (!/\p{L}/u.test(name) || name.length > longest || /\d{5}|@|\d[/.-]\d{1,2}[/.-]\d|:\/\/|^\W*\d+(?:[.,]\d+)?\W*$/.test(name))
    return false
  const words = name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|\d+/gu) ?? []
  if (name.split(/\s+/).length > 5) return false
  return !namelike.test(name) || words.some((word) => fieldWords.has(word.toLowerCase()))
}

/**
 * A path as it may be written: a part that looks like a name or a number of a person gives way to a sign.
 *
 * @param reveals  whether a word holds an identifier
 */
export function shownPath(path: string, reveals: (word: string) => boolean): string {
  return path
    .split(/([\\/])/)
    .map((part) => (part.length > 2 && (reveals(part) || isNamedAfter(part)) ? '(name not shown)' : part))
    .join('')
}

const isNamedAfter = (part: string): boolean =>
  namelike.test(part.replace(/\.\w{1,8}$/, '')) && !looksLikeField(part.replace(/\.\w{1,8}$/, '').slice(0, longest))
