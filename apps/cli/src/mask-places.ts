import type { Document } from '@corpuscope/core'
import { namesPerson, shiftOf } from '@corpuscope/privacy'

/** Where documents stand that come one after the other: their file, and how many of it came before. */
export function placesIn(nameOf: (file: string) => string): (document: Document) => string {
  const counts = new Map<string, number>()
  return ({ source }) => {
    const file = nameOf(source.file)
    const place = counts.get(file) ?? 0
    counts.set(file, place + 1)
    return `${file}\0${place}`
  }
}

const ending = /(?:\.[A-Za-z\d]{1,8})?\.[A-Za-z\d]{1,8}$/
const packed = /\.(?:gz|zst)$/

/** A path with other names: of the file, and of each folder that names somebody or has a number; endings tell readers the format and stay. */
export function renamed(relative: string, idOf: (id: string) => string): string {
  const steps = relative.split('/')
  const file = steps.pop()!
  const end = (packed.test(file) ? ending.exec(file)?.[0] : /\.[A-Za-z\d]{1,8}$/.exec(file)?.[0]) ?? ''
  return [...steps.map((step) => (/\d{4}/.test(step) || namesPerson(step) ? idOf(step) : step)), `${idOf(relative)}${end}`].join('/')
}

const mostShifts = 500

/** A shift after which no date of the group is one of the corpus, or at least none of the group. */
export function chosenShift(key: Uint8Array, group: string, own: readonly string[], all: ReadonlySet<string>): number {
  const full = own.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date))
  const meets = (days: number, those: ReadonlySet<string>): boolean =>
    full.some((date) => those.has(new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)))
  const among = new Set(full)
  let second: number | undefined
  for (let attempt = 0; attempt < mostShifts; attempt++) {
    const days = shiftOf(key, group, attempt)
    if (!meets(days, all)) return days
    if (second === undefined && !meets(days, among)) second = days
  }
  return second ?? shiftOf(key, group)
}
