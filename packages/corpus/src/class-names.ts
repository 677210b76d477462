import { isRecord } from './fields.ts'

const mostNames = 10_000

/**
 * Names of the numbers that a dataset's features keep instead of words: of the card's `dataset_info.features` (a list, names by
 * number) or of what files of columns carry under "huggingface" (by field, names in a list).
 */
export function classNamesOf(features: unknown): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const named: (readonly [unknown, unknown])[] = Array.isArray(features)
    ? features.flatMap((each: unknown) => (isRecord(each) ? [[each['name'], each] as const] : []))
    : isRecord(features)
      ? Object.entries(features)
      : []
  for (const [field, feature] of named) {
    const names = typeof field === 'string' ? namesIn(feature, 0) : undefined
    if (names) found.set(field as string, names)
  }
  return found
}

const wrappers = ['sequence', 'list', 'feature', 'dtype', 'class_label']
const deepest = 6

function namesIn(feature: unknown, depth: number): readonly string[] | undefined {
  if (!isRecord(feature) || depth > deepest) return undefined
  const own = Object.hasOwn(feature, 'names') ? feature['names'] : undefined
  const names = Array.isArray(own) ? own : isRecord(own) ? byNumber(own) : undefined
  if (names?.every((name) => typeof name === 'string')) return names
  for (const wrapper of wrappers) {
    const inside = Object.hasOwn(feature, wrapper) ? namesIn(feature[wrapper], depth + 1) : undefined
    if (inside) return inside
  }
  return undefined
}

function byNumber(names: Record<string, unknown>): unknown[] {
  const listed: unknown[] = []
  for (const [number, name] of Object.entries(names))
    if (/^\d{1,4}$/.test(number) && Number(number) < mostNames) listed[Number(number)] = name
  return Array.from(listed, (name, i) => name ?? String(i))
}

/** The same from the text of a file's own metadata; nothing for what is no such text. */
export function classNamesIn(huggingface: string | undefined): Map<string, readonly string[]> {
  if (huggingface === undefined) return new Map()
  try {
    const card: unknown = JSON.parse(huggingface)
    const info = isRecord(card) ? card['info'] : undefined
    return classNamesOf(isRecord(info) ? info['features'] : undefined)
  } catch {
    return new Map()
  }
}
