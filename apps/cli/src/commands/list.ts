import { suggestion, UsageError } from '@corpuscope/core'
import { detectors } from '@corpuscope/privacy'
import { referenceById, referenceIds } from '@corpuscope/references'
import { createSuite, suiteIds } from '@corpuscope/suites'
import { detectorLine } from '../detector-text.ts'
import { knownMeasures, knownRules } from '../known.ts'
import { colors, print, width } from '../terminal.ts'

interface Entry {
  readonly id: string
  readonly title: string
  /** What `--json` says beside id and title. */
  readonly more?: Readonly<Record<string, unknown>>
}

const lists: Readonly<Record<string, () => readonly Entry[]>> = {
  measures: knownMeasures,
  rules: knownRules,
  suites: () => suiteIds.map((id) => createSuite({ id, seed: 1 })),
  references: () => referenceIds.map(referenceById),
  detectors: () => detectors().map((each) => ({ id: each.id, title: detectorLine(each), more: { ...each } })),
}

/** `corpuscope list`. */
export function list([what]: readonly [string], { json }: { json?: boolean }): number {
  const entries = Object.hasOwn(lists, what) ? lists[what]?.() : undefined
  if (!entries)
    throw new UsageError(`list: there are no "${what}".${suggestion(what, Object.keys(lists))} Known: ${Object.keys(lists).join(', ')}.`)
  if (json)
    print(
      JSON.stringify(
        entries.map(({ id, title, more }) => ({ id, title, ...more })),
        null,
        1,
      ),
    )
  else {
    const column = Math.max(...entries.map(({ id }) => id.length)) + 2
    for (const { id, title } of entries) print(`${colors.cyan(id.padEnd(column))}${title.slice(0, width() - column)}`)
  }
  return 0
}
