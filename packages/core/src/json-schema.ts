import * as z from 'zod'
import { auditSchema, runSchema } from './audit.ts'
import { baselineSchema } from './baseline.ts'
import { configSchema } from './config.ts'
import { documentSchema } from './document-schema.ts'
import { findingSchema } from './finding.ts'
import { partialSchema } from './partial.ts'
import { referenceFileSchema } from './reference-file.ts'
import { verdictSchema } from './verdict.ts'

/** The published JSON Schemas by file name, made from the zod schemas that the program itself checks with. */
export const jsonSchemas = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['audit.schema.json', z.toJSONSchema(auditSchema)],
    ['run.schema.json', z.toJSONSchema(runSchema)],
    ['document.schema.json', z.toJSONSchema(documentSchema)],
    ['finding.schema.json', z.toJSONSchema(findingSchema)],
    ['baseline.schema.json', z.toJSONSchema(baselineSchema)],
    ['partial.schema.json', z.toJSONSchema(partialSchema)],
    ['verdict.schema.json', z.toJSONSchema(verdictSchema)],
    ['reference.schema.json', z.toJSONSchema(referenceFileSchema, { io: 'input' })],
    ['config.schema.json', z.toJSONSchema(configSchema, { io: 'input' })],
  ])
