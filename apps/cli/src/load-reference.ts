import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Reference } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { observedReference, readReference, referenceById, referenceIds } from '@corpuscope/references'
import { documentLabels } from '@corpuscope/tables'

/** A reference by its id, from a CSV or YAML file, or from the labels of another corpus: the folder of its audit. */
export async function loadReference(name: string): Promise<Reference> {
  if (referenceIds.includes(name)) return referenceById(name)
  if (existsSync(join(name, 'audit.json'))) {
    await readAudit(name)
    return observedReference(await documentLabels(name), basename(resolve(name)))
  }
  return /[./\\]/.test(name) ? readReference(name) : referenceById(name)
}
