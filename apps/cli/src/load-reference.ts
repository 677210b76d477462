import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Reference, UsageError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { observedReference, type ReadReferenceOptions, referenceById, referenceIds } from '@corpuscope/references'

/** A reference by its id, from a CSV or YAML file, or from the labels of another corpus: the folder of its audit. */
export async function loadReference(name: string, options: ReadReferenceOptions = {}): Promise<Reference> {
  if (referenceIds.includes(name)) return referenceById(name)
  if (existsSync(join(name, 'audit.json'))) {
    await readAudit(name)
    const { documentLabels } = await import('@corpuscope/tables')
    return observedReference(await documentLabels(name), basename(resolve(name)))
  }
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(
      `${name}: is a folder without an audit. To hold a case mix against another corpus, audit that one first, with its labels, and give the folder of its audit.`,
    )
  if (!/[./\\]/.test(name)) return referenceById(name)
  // Files are rare: YAML is read only for them.
  const { readReference } = await import('@corpuscope/references/read-reference')
  return readReference(name, options)
}
