import { ConfigError, suggestion } from '@corpuscope/core'
import { verdictJson } from '../verdict-json.ts'
import { verdictText } from '../verdict-text.ts'
import { badgeSvg } from './badge.ts'
import { githubAnnotations } from './github.ts'
import { gitlabCodeQuality } from './gitlab.ts'
import { junitXml } from './junit.ts'
import { markdownComment } from './markdown.ts'
import type { Reported } from './reported.ts'
import { sarifLog } from './sarif.ts'

const writers: Readonly<Record<string, (reported: Reported) => string>> = {
  text: ({ verdict }) => verdictText(verdict, { color: false, width: 100 }),
  json: ({ verdict }) => verdictJson(verdict),
  junit: junitXml,
  sarif: sarifLog,
  github: githubAnnotations,
  gitlab: gitlabCodeQuality,
  markdown: markdownComment,
  badge: ({ verdict }) => badgeSvg(verdict),
}

/** What a verdict can be written as. */
export const formats: readonly string[] = Object.keys(writers)

/**
 * A verdict in one of the formats.
 *
 * @throws ConfigError for a format that does not exist
 */
export function formatted(format: string, reported: Reported): string {
  const write = Object.hasOwn(writers, format) ? writers[format] : undefined
  if (!write) throw new ConfigError(`--format: there is no format "${format}".${suggestion(format, formats)} Known: ${formats.join(', ')}.`)
  return write(reported)
}
