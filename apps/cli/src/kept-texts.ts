import { UsageError } from '@corpuscope/core'
import type { KeptTexts } from '@corpuscope/engine'

export interface TextOptions {
  readonly withText?: 'none' | 'masked' | 'full' | undefined
  /** Somebody answers for a page with full texts made where CI is set, from where it is likely to be published. */
  readonly iMayPublishThisText?: boolean | undefined
}

/**
 * What of the texts an audit is to keep; nothing unless asked for.
 *
 * @throws UsageError for full texts in CI that nobody answers for
 */
export async function keptTexts({ withText = 'none', iMayPublishThisText = false }: TextOptions): Promise<KeptTexts | undefined> {
  if (withText === 'none') return undefined
  if (withText === 'full') {
    const { CI = '' } = process.env
    if (!['', '0', 'false'].includes(CI.toLowerCase()) && !iMayPublishThisText)
      throw new UsageError(
        '--with-text full: CI is set, and what a pipeline makes is often published. Take "--with-text masked", or add --i-may-publish-this-text.',
      )
    return { kept: 'full', of: (text) => text }
  }
  const { applied, masksOf, tagOf } = await import('@corpuscope/privacy')
  return {
    kept: 'masked',
    of: (text) => applied(text, masksOf(text, { replacement: ({ kind }) => tagOf(kind), mayStand: false })),
  }
}
