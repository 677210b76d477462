import { type Audit, type Estimate, isWhole, type Measure } from '@corpuscope/core'

/** Half-widths of the interval that a bound leaves: three of them are about six standard errors. */
const slack = 3

/**
 * A policy that a good run passes, with slack from its intervals: a bound for what has a better direction, a band for what is
 * descriptive, nothing for what has no interval. A proposal: a person has to look at every line.
 *
 * @returns  YAML for `corpuscope.yaml`
 */
export function proposedPolicy(audit: Audit): string {
  const lines = audit.estimates.flatMap((estimate) => {
    const measure = audit.measures.find(({ id }) => id === estimate.measure)
    return measure && isWhole(estimate) ? ruleOf(estimate, measure) : []
  })
  const seen = new Map(audit.findingCounts.filter(({ severity }) => severity === 'error').map(({ rule, findings }) => [rule, findings]))
  const findings = [...seen].map(([rule, n]) => `    ${rule}: { max: ${n} } # as many as in this run`)
  return `# Proposed from an audit of ${audit.corpus.documents} documents. Bounds leave ${slack} half-widths of the 95 % interval; look at each.
gate:
  measures:
${lines.map((line) => `    ${line}`).join('\n')}
  findings:
${(findings.length > 0 ? findings : ['    error: { max: 0 }']).join('\n')}
`
}

function ruleOf({ value, interval, measure: id, instrument }: Estimate, { direction, range }: Measure): string[] {
  if (value === null || interval === null) return []
  const low = rounded(clamped(value - slack * Math.max(0, value - interval[0]), range), Math.floor)
  const high = rounded(clamped(value + slack * Math.max(0, interval[1] - value), range), Math.ceil)
  const said = instrument === undefined ? '' : ' # of one instrument only'
  if (direction === 'higher') return [`${id}: { min: ${low} }${said}`]
  if (direction === 'lower') return [`${id}: { max: ${high} }${said}`]
  return [`${id}: { min: ${low}, max: ${high} }${said}`]
}

const clamped = (value: number, [least, greatest]: Measure['range']): number =>
  Math.min(greatest ?? Infinity, Math.max(least ?? -Infinity, value))

/** To three digits, away from the value, so that rounding never takes slack away. */
function rounded(value: number, away: (x: number) => number): number {
  if (value === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2)
  return Number((away(value / unit + (away === Math.floor ? 1e-9 : -1e-9)) * unit).toPrecision(3))
}
