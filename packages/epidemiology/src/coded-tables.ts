import type { Table } from '@corpuscope/core'
import type { ReliabilityBin } from '@corpuscope/features'
import { type Interval, wilson } from '@corpuscope/statistics'
import { type Confusion, type correctedPrevalence, roganGladen } from './prevalence.ts'

interface Counted {
  /** Documents a category, by label and by code. */
  readonly byLabel: Float64Array
  readonly byCode: Float64Array
  /** Null for a reference without shares. */
  readonly expected: Float64Array | null
  readonly corrected: ReturnType<typeof correctedPrevalence>
  readonly confusion?: Confusion
}

const mostListed = 1000

/** Raw shares beside those corrected for the coder: all categories at once by its confusion with the labels, and each alone by Rogan & Gladen. */
export function codedCategoriesTable(
  analysis: string,
  names: readonly string[],
  { byLabel, byCode, expected, corrected, confusion }: Counted,
): Table {
  const n = byLabel.reduce((sum, count, i) => sum + count + byCode[i]!, 0)
  return {
    id: 'coded-case-mix-categories',
    analysis,
    title: 'Categories of labelled and coded documents',
    columns: [
      { title: 'Number' },
      { title: 'Category' },
      { title: 'Labelled', unit: 'documents' },
      { title: 'Coded', unit: 'documents' },
      { title: 'Raw share', unit: 'share' },
      { title: 'Corrected share', unit: 'share' },
      { title: 'Low', unit: 'share' },
      { title: 'High', unit: 'share' },
      { title: 'Rogan-Gladen', unit: 'share' },
      { title: 'Low (Rogan-Gladen)', unit: 'share' },
      { title: 'High (Rogan-Gladen)', unit: 'share' },
      { title: 'Reference', unit: 'share' },
    ],
    rows: names.slice(0, mostListed).map((name, i) => {
      const alone = confusion ? roganGladenOf(i, byLabel, byCode, confusion) : null
      return [
        i + 1,
        name,
        byLabel[i]!,
        byCode[i]!,
        n > 0 ? (byLabel[i]! + byCode[i]!) / n : null,
        corrected?.shares[i] ?? null,
        corrected?.intervals[i]?.[0] ?? null,
        corrected?.intervals[i]?.[1] ?? null,
        alone?.share ?? null,
        alone?.interval[0] ?? null,
        alone?.interval[1] ?? null,
        expected ? expected[i]! : null,
      ]
    }),
  }
}

/** One category against all others: labels count as they are, codes by the sensitivity and specificity that the held-out labels give. */
function roganGladenOf(
  of: number,
  byLabel: Float64Array,
  byCode: Float64Array,
  { classes, counts }: Confusion,
): { readonly share: number; readonly interval: Interval } | null {
  let [labelled, coded, has, hit, others, falsely] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < classes; i++) {
    labelled += byLabel[i]!
    coded += byCode[i]!
    for (let j = 0; j < classes; j++) {
      const count = counts[i * classes + j]!
      if (i === of) has += count
      else others += count
      if (i === of && j === of) hit += count
      if (i !== of && j === of) falsely += count
    }
  }
  const found = roganGladen(byCode[of]!, coded, [hit, has], [others - falsely, others])
  if (!found) return null
  const together = (share: number): number => (byLabel[of]! + share * coded) / (labelled + coded)
  return { share: together(found.prevalence), interval: [together(found.interval[0]), together(found.interval[1])] }
}

export const reliabilityTable = (analysis: string, bins: readonly ReliabilityBin[]): Table => ({
  id: 'coded-case-mix-reliability',
  analysis,
  title: 'How often the coder is right, by how sure it is (held out)',
  columns: [
    { title: 'Documents', unit: 'documents' },
    { title: 'Confidence', unit: 'share' },
    { title: 'Right', unit: 'share' },
    { title: 'Low', unit: 'share' },
    { title: 'High', unit: 'share' },
  ],
  rows: bins.map(({ n, confidence, accuracy }) => {
    const [low, high] = wilson(Math.round(accuracy * n), n)!
    return [n, confidence, accuracy, low, high]
  }),
})
