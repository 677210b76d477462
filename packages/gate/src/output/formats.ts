import { ConfigError, suggestion, type Verdict } from '@corpuscope/core'
import { verdictJson } from '../verdict-json.ts'
import { verdictText } from '../verdict-text.ts'
import { badgeSvg } from './badge.ts'
import { githubAnnotations } from './github.ts'
import { gitlabCodeQuality } from './gitlab.ts'
import { junitXml } from './junit.ts'
import { markdownComment } from './markdown.ts'
import type { Reported } from './reported.ts'
import { sarifLog } from './sarif.ts'

type All = readonly Reported[]

/** How the verdicts on one audit or several become one text. */
const writers: Readonly<Record<string, (all: All) => string>> = {
  text: (all) =>
    all
      .map(({ name, verdict }) => `${name === undefined ? '' : `${name}\n`}${verdictText(verdict, { color: false, width: 100 })}`)
      .join('\n'),
  json: (all) =>
    all.length === 1
      ? verdictJson(all[0]!.verdict)
      : `${JSON.stringify({ exit: worstExit(all), audits: all.map(({ name, verdict }) => ({ name, verdict })) }, null, 2)}\n`,
  junit: junitXml,
  sarif: sarifLog,
  github: githubAnnotations,
  gitlab: gitlabCodeQuality,
  markdown: markdownComment,
  badge: (all) => badgeSvg({ exit: worstExit(all) }),
}

/** The exit code of several verdicts: what could not be measured wins over what failed. */
export function worstExit(all: readonly Pick<Reported, 'verdict'>[]): Verdict['exit'] {
  const exits = all.map(({ verdict }) => verdict.exit)
  return exits.includes(3) ? 3 : exits.includes(1) ? 1 : 0
}

/** What a verdict can be written as. */
export const formats: readonly string[] = Object.keys(writers)

/** @throws ConfigError for a format that does not exist */
export function checkFormat(format: string): void {
  if (!formats.includes(format))
    throw new ConfigError(`--format: there is no format "${format}".${suggestion(format, formats)} Known: ${formats.join(', ')}.`)
}

/**
 * A verdict, or several under their names, in one of the formats.
 *
 * @throws ConfigError for a format that does not exist
 */
export function formatted(format: string, reported: Reported | All): string {
  checkFormat(format)
  return writers[format]!(Array.isArray(reported) ? reported : [reported as Reported])
}
