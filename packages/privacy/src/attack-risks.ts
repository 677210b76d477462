import {
  type Analysis,
  type Context,
  type Estimate,
  type Measure,
  notApplicable,
  type Result,
  type Rows,
  type Table,
} from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { privacyRisk, successRate } from './attack-success.ts'
import { type AttackCounts, distinctRecords, inference, linkability, type Records, recordsAt, singlingOut } from './attacks.ts'
import { coded, quasiList, quasiOf, quasiValues } from './quasi-fields.ts'

const id = 'attack-risks'

const mostAttacks = 500
/** More synthetic documents than this are a sample of so many, even by place in key order. */
const mostRecords = 5000
const fewest = 10

const source = {
  text: 'Giomi et al. 2023, A Unified Framework for Quantifying Privacy Risk in Synthetic Data, PoPETs 2023(2):312-328',
  url: 'https://doi.org/10.56553/popets-2023-0055',
}
const risk =
  'Risk = (success on the real corpus - success on the holdout) / (1 - success on the holdout), each the centre of its Wilson interval, errors propagated; without a holdout the success on the real corpus itself. Not applicable to linking and inferring where neither this corpus nor a copy of the real one would show a risk beyond the margin. Attributes are the quasi-identifiers that the corpora share (fields of the metadata, and age, sex, occupation, family, postcode and month that the texts say) and the label.'

const common: Pick<Measure, 'unit' | 'range' | 'direction' | 'source'> = { unit: 'risk', range: [0, 1], direction: 'lower', source }
const measures: readonly Measure[] = [
  {
    ...common,
    id: 'singling-out-risk',
    title: 'Singling out',
    definition: `Up to ${mostAttacks} predicates of three attributes that one document here alone meets, and that one document of the real corpus alone meets too. Documents with the same attributes count once; real corpus and holdout are cut to one size. ${risk}`,
  },
  {
    ...common,
    id: 'linkability-risk',
    title: 'Linkability',
    definition: `Up to ${mostAttacks} real documents whose attributes are cut into two halves that both lead to the same document here as the closest: who holds both halves learns that they are one person. ${risk}`,
  },
  {
    ...common,
    id: 'inference-risk',
    title: 'Inference',
    definition: `Up to ${mostAttacks} real documents whose label (without labels, whose attribute of most values) the document here that is closest in all other attributes gives away. ${risk}`,
  },
]

/** Attacks of one who holds this corpus on the real one it was made from (`--against`), beside the same attacks on a holdout. */
export const attackRisks = (): Analysis<Record<string, never>> => ({
  id,
  measures,
  alone: true,
  create: () => ({}),
  // The same list that k-anonymity leaves: either may run without the other.
  observe: (_, document) => ({ lists: { [quasiList]: quasiOf(document) } }),
  merge: () => {},
  conclude: (_, context) => concluded(context),
})

function concluded({ rows, against, holdout, seed }: Context): Result {
  const none = (reason: string): Result => ({ estimates: measures.map((measure) => notApplicable(measure.id, reason, rows.n)) })
  if (!against || Math.min(rows.n, against.rows.n, holdout?.rows.n ?? fewest) < fewest)
    return none(`each corpus needs ${fewest} documents or more`)
  const { names, tables, labelled } = shared([rows, against.rows, ...(holdout ? [holdout.rows] : [])])
  if (names.length < 2) return none('the corpora share fewer than two quasi-identifiers that differ between documents')
  const [synthetic, original, control] = tables as [Records, Records, Records | undefined]
  const random = (attack: string) => seededRandom(`${seed} ${attack}`)
  const cut = sameSize(distinctRecords(original), control && distinctRecords(control))
  const secret = labelled ? names.length - 1 : mostVaried(original)
  const results: readonly AttackCounts[] = [
    singlingOut(cut.original, distinctRecords(synthetic), cut.control, mostAttacks, random('singling out')),
    linkability(original, synthetic, control, halvesOf(names.length), mostAttacks, random('linkability')),
    inference(original, synthetic, control, secret, mostAttacks, random('inference')),
  ]
  // What the same attacks would show if this corpus were the real one, word for word.
  const copies: readonly (AttackCounts | undefined)[] = [
    undefined,
    linkability(original, original, control, halvesOf(names.length), mostAttacks, random('linkability of a copy')),
    inference(original, original, control, secret, mostAttacks, random('inference of a copy')),
  ]
  return {
    estimates: results.map((counts, i) => estimateOf(measures[i]!, counts, copies[i])),
    tables: [tableOf(results, copies)],
    notes: [
      {
        analysis: id,
        text: `Attributes of the attacks: ${names.join(', ')}; the secret to infer is ${names[secret]!}.${holdout ? '' : ' Without a holdout (--holdout) what any corpus of the kind would give away counts as risk too.'}`,
      },
    ],
  }
}

/** Columns that all corpora have and that differ somewhere, coded alike; the label last. */
function shared(corpora: readonly Rows[]): { readonly names: string[]; readonly tables: Records[]; readonly labelled: boolean } {
  const kept = corpora.map((rows) => spread(rows.n))
  const values = corpora.map((rows) => new Map(quasiValues(rows).map((field) => [field.name, field.values])))
  const labelled = corpora.every((rows) => rows.labels.some((label) => label !== null))
  if (labelled)
    for (const [i, rows] of corpora.entries())
      values[i]!.set(
        'label',
        rows.writtenLabels.map((label) => label ?? ''),
      )
  const names: string[] = []
  const columns: Uint32Array[][] = corpora.map(() => [])
  for (const name of values[0]!.keys()) {
    if (!values.every((each) => each.has(name))) continue
    const { codes, distinct } = coded(values.flatMap((each, i) => kept[i]!.map((place) => each.get(name)![place]!)))
    if (distinct < 2) continue
    names.push(name)
    let from = 0
    for (const [i, places] of kept.entries()) columns[i]!.push(codes.subarray(from, (from += places.length)))
  }
  return { names, labelled: names.at(-1) === 'label', tables: columns.map((each, i) => ({ n: kept[i]!.length, columns: each })) }
}

/** Places in key order, which is the order of a hash where ids are; spread evenly where there are more than 5,000. */
const spread = (n: number): number[] =>
  Array.from({ length: Math.min(n, mostRecords) }, (_, i) => (n <= mostRecords ? i : Math.floor((i * n) / mostRecords)))

/** A predicate singles out the more easily the fewer records there are: both are cut to the smaller. */
function sameSize(original: Records, control: Records | undefined): { original: Records; control: Records | undefined } {
  if (!control) return { original, control }
  const n = Math.min(original.n, control.n)
  const cut = (records: Records): Records =>
    recordsAt(
      records,
      Array.from({ length: n }, (_, i) => Math.floor((i * records.n) / n)),
    )
  return { original: cut(original), control: cut(control) }
}

/** Every other attribute, so that text and metadata stand in both. */
const halvesOf = (n: number): [number[], number[]] => {
  const all = Array.from({ length: n }, (_, i) => i)
  return [all.filter((i) => i % 2 === 0), all.filter((i) => i % 2 === 1)]
}

const mostVaried = ({ columns }: Records): number => {
  const sizes = columns.map((column) => new Set(column).size)
  return sizes.indexOf(Math.max(...sizes))
}

const rates = ({ attacks, successes, controlAttacks, controlSuccesses, baseline }: AttackCounts) => ({
  attack: successRate(successes, attacks),
  control: controlSuccesses === undefined ? undefined : successRate(controlSuccesses, controlAttacks),
  baseline: successRate(baseline, attacks),
})

const riskOf = (counts: AttackCounts) => {
  const { attack, control } = rates(counts)
  return privacyRisk(attack, control)
}

function estimateOf({ id: measure }: Measure, counts: AttackCounts, copy: AttackCounts | undefined): Estimate {
  if (counts.attacks === 0) return notApplicable(measure, 'no document here is alone with any three attributes')
  const { attack, control, baseline } = rates(counts)
  const { value, interval } = privacyRisk(attack, control)
  const most = copy && riskOf(copy)
  // No risk was seen, and none would be if every document had been copied: the attack has nothing to work with.
  if (most && interval[0] === 0 && interval[1] >= most.value)
    return notApplicable(
      measure,
      `the attributes say too little: a copy of the real corpus, word for word, would show a risk of ${most.value.toFixed(2)}, and up to ${interval[1].toFixed(2)} is in the margin here`,
    )
  return {
    measure,
    value,
    interval: [...interval],
    intervalMethod: 'Wilson, errors propagated',
    n: counts.attacks,
    left: 0,
    status: 'measured',
    ...(attack.value <= baseline.value && { reason: 'the attack does no better than guessing: its success is no evidence of a leak' }),
  }
}

function tableOf(results: readonly AttackCounts[], copies: readonly (AttackCounts | undefined)[]): Table {
  return {
    id: `${id}-attacks`,
    analysis: id,
    title: 'Attacks and how often they succeed',
    columns: [
      { title: 'Attack' },
      { title: 'Attacks' },
      { title: 'Success on the real corpus', unit: 'share' },
      { title: 'on the holdout', unit: 'share' },
      { title: 'by guessing', unit: 'share' },
      { title: 'Risk that a copy of the real corpus would show' },
    ],
    rows: results.map((counts, i) => {
      const { attack, control, baseline } = counts.attacks > 0 ? rates(counts) : { attack: null, control: null, baseline: null }
      const copy = copies[i]
      return [
        measures[i]!.title,
        counts.attacks,
        attack?.value ?? null,
        control?.value ?? null,
        baseline?.value ?? null,
        copy ? riskOf(copy).value : null,
      ]
    }),
  }
}
