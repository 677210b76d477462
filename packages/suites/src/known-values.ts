import type { Reference } from '@corpuscope/core'
import { categoryIndex, comparableLabel } from '@corpuscope/references'

/** Words of metadata that stand for no person anywhere: splits, sexes, yes and no. */
const common: ReadonlySet<string> = new Set(
  'train training test testing dev development val valid validation eval evaluation holdout male female man woman m f other unknown none yes no true false'.split(
    ' ',
  ),
)

/** Whether a value is a category of one of these references, or a word that metadata has everywhere. */
export function knownValues(...references: readonly (Reference | undefined)[]): (value: string) => boolean {
  let indices: readonly ReadonlyMap<string, number>[] | undefined
  return (value) => {
    const label = comparableLabel(value)
    indices ??= references.flatMap((reference) => (reference ? [categoryIndex(reference)] : []))
    return common.has(label) || indices.some((index) => index.has(label))
  }
}
