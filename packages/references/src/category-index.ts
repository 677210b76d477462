import type { Reference } from '@corpuscope/core'

/** A label as it is compared: one Unicode form, any case, any dash, single blanks. */
export const comparableLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Where each comparable name and alias of a reference stands among its categories; a name wins over another category's alias, and
 * both over a code. `*50` answers for A50 to Z50, rubric 50 of every ICPC-2 chapter.
 *
 * @example categoryIndex(beachRfe).get(comparableLabel('SKIN symptom - other')) // 15
 */
export function categoryIndex(reference: Reference): ReadonlyMap<string, number> {
  const index = new Map(reference.categories.map(({ id }, i) => [comparableLabel(id), i]))
  reference.categories.forEach(({ aliases }, i) => {
    for (const alias of aliases) if (!index.has(comparableLabel(alias))) index.set(comparableLabel(alias), i)
  })
  reference.categories.forEach(({ codes = [] }, i) => {
    for (const code of codes.flatMap(everyChapter)) if (!index.has(comparableLabel(code))) index.set(comparableLabel(code), i)
  })
  return index
}

const chapters = [...'ABDFHKLNPRSTUWXYZ']

const everyChapter = (code: string): string[] =>
  /^\*\d\d$/.test(code) ? [code, `-${code.slice(1)}`, ...chapters.map((letter) => letter + code.slice(1))] : [code]
