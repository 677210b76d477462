import {
  type Analysis,
  type Context,
  type Estimate,
  type FindingDraft,
  fieldFact,
  type Measure,
  masked,
  meanEstimate,
  notApplicable,
  type Reference,
  type Result,
  type Rule,
  shareEstimate,
} from '@corpuscope/core'
import { ageSex, cues, remotenessBands } from '@corpuscope/features'
import { beachAge1998, beachSex1998, consultationSettings, populationCells } from '@corpuscope/references'
import { multinomialNull, sumOf, totalVariation } from '@corpuscope/statistics'
import { crossTables, placeTable, type Side } from './cross-tables.ts'
import { distanceInterval } from './distance-interval.ts'

const id = 'age-sex'

const ageMeasure: Measure = {
  id: 'patient-age',
  title: 'Age of patients',
  unit: 'years',
  range: [0, null],
  direction: 'descriptive',
  definition: 'Mean over documents of the age that the text states of its patient; documents that state none are left out.',
  source: { text: 'This project: read from the text in English, French, Spanish, German and Portuguese' },
}

const femaleMeasure: Measure = {
  id: 'female-patient-share',
  title: 'Female patients',
  unit: 'share',
  range: [0, 1],
  direction: 'near',
  definition:
    'Share of documents about a female patient, among those whose text gives the sex: stated with the age, or by a clear majority of pronouns and such words. The reference is that of encounters in Australian general practice in 1998, for orientation.',
  source: { text: 'BEACH, first six months, AIHW media release April 1999 (58 %)' },
}

const ageMarginMeasure: Measure = {
  id: 'age-total-variation',
  title: 'Age groups: total variation from general practice',
  unit: 'ratio',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Total variation of the shares under 25, 25 to 44, 45 to 64 and 65 and over from those of encounters in Australian general practice in 1998, a quarter each as the source rounds them. Documents that state no age are left out.',
  source: { text: 'BEACH, first six months, AIHW media release April 1999' },
}

const measures = [ageMeasure, femaleMeasure, ageMarginMeasure]

const rule: Rule = {
  id: 'patient-contradiction',
  title: 'Two ages or sexes of one patient',
  severity: 'warning',
  definition:
    'The introduction of a note states a second age, more than a year away, or another sex at the same age. Relatives that are named as such do not count.',
}

const usualBands = ['0-4', '5-14', '15-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75-84', '85+']
const usualFrom = [0, 5, 15, 25, 35, 45, 55, 65, 75, 85]

/** Bands of a pyramid, youngest first, and what the population has in each; undefined where none gives cells of age by sex. */
interface Bands {
  readonly names: readonly string[]
  readonly of: (age: number) => number
  readonly shares?: { readonly title: string; readonly left: readonly number[]; readonly right: readonly number[] }
}

function bandsOf(population: readonly Reference[]): Bands {
  for (const reference of population) {
    const cells = populationCells(reference)
    if (!cells[0]?.age || !cells[0].sex) continue
    const edges = [...new Map(cells.map(({ age }) => [age!.join(), age!])).values()].sort((a, b) => a[0] - b[0])
    const total = reference.categories.reduce((sum, { share }) => sum + share!, 0)
    const shares = (sex: 'female' | 'male'): number[] =>
      edges.map((age) => {
        const at = cells.findIndex((cell) => cell.sex === sex && cell.age![0] === age[0] && cell.age![1] === age[1])
        return at < 0 ? 0 : reference.categories[at]!.share! / total
      })
    return {
      names: edges.map(([from, to]) => (to === Infinity ? `${from}+` : to - from === 1 ? String(from) : `${from}-${to - 1}`)),
      of: (age) => edges.findIndex(([from, to]) => from <= age && age < to),
      shares: { title: reference.title, left: shares('female'), right: shares('male') },
    }
  }
  return { names: usualBands, of: (age) => usualFrom.findLastIndex((from) => from <= age) }
}

const quarterOf = (age: number): number => (age < 25 ? 0 : age < 45 ? 1 : age < 65 ? 2 : 3)

const settingIds = consultationSettings.categories.map((category) => category.id)

/** Who the patients are: age, sex, the pyramid, and where the consultations may have taken place. */
export function ageSexStructure(population: readonly Reference[] = []): Analysis<null> {
  const bands = bandsOf(population)
  return {
    id,
    measures,
    rules: [rule],
    create: () => null,
    observe(_, document) {
      const { age, sex, contradictions } = ageSex(document)
      const { settings, remoteness } = cues(document)
      const findings: FindingDraft[] = contradictions.map(({ what, span }) => ({
        rule: rule.id,
        severity: rule.severity,
        message: `Another ${what} of the patient is stated here than before.`,
        span,
        identity: `${what} ${masked(document.text.slice(span.start, span.end))}`,
      }))
      return {
        values: { [ageMeasure.id]: age ?? null, [femaleMeasure.id]: sex === undefined ? null : sex === 'female' ? 1 : 0 },
        lists: {
          [`${id}.place`]: Uint8Array.of(
            settings[0] ? settingIds.indexOf(settings[0].value) + 1 : 0,
            remoteness[0] ? remotenessBands.indexOf(remoteness[0].value) + 1 : 0,
          ),
        },
        ...(findings.length > 0 && { findings }),
      }
    },
    merge: () => undefined,
    conclude: (_, context) => concludeAgeSex(context, bands),
  }
}

function concludeAgeSex(context: Context, { names: bands, of: bandOf, shares }: Bands): Result {
  const { rows } = context
  const ages = rows.values(ageMeasure.id)
  const female = rows.values(femaleMeasure.id)
  const known = rows.present(femaleMeasure.id)
  const left = Array<number>(bands.length).fill(0)
  const right = Array<number>(bands.length).fill(0)
  const quarters = new Float64Array(4)
  let aged = 0
  for (let i = 0; i < ages.length; i++) {
    if (Number.isNaN(ages[i]!)) continue
    aged++
    quarters[quarterOf(ages[i]!)]!++
    const band = bandOf(ages[i]!)
    if (band < 0) continue
    if (female[i] === 1) left[band]!++
    else if (female[i] === 0) right[band]!++
  }
  const drawn = sumOf(left) + sumOf(right)
  const empty = bands.filter((_, i) => left[i] === 0 && right[i] === 0)
  return {
    estimates: [
      meanEstimate(ageMeasure, context, 'no age is stated'),
      femaleEstimate(known, rows.n),
      ageEstimate(quarters, aged, rows.n, context),
    ],
    charts:
      drawn > 0
        ? [
            {
              id: 'age-sex-pyramid',
              analysis: id,
              form: 'pyramid',
              title: 'Patients by age and sex',
              summary: `${drawn} documents state an age and give a sex: ${sumOf(left)} of women and girls, ${sumOf(right)} of men and boys.${empty.length > 0 ? ` Nobody is ${empty.join(', ')} years old.` : ''} ${shares ? `Marks: as many documents with the ages and sexes of ${shares.title}.` : 'Cells of the population are unknown, so nothing is drawn beside them; --population gives them.'}`,
              unit: 'documents',
              band: [...bands],
              left,
              right,
              leftTitle: 'female',
              rightTitle: 'male',
              ...(shares && {
                leftReference: shares.left.map((share) => share * drawn),
                rightReference: shares.right.map((share) => share * drawn),
                referenceTitle: shares.title,
              }),
            },
          ]
        : [],
    tables: tablesOf(context),
  }
}

function femaleEstimate(known: Float64Array, n: number): Estimate {
  if (known.length === 0) return notApplicable(femaleMeasure.id, 'no document gives the sex of its patient', n)
  const women = sumOf(known)
  return {
    ...shareEstimate(femaleMeasure, women, known.length, { left: n - known.length, leftOut: 'no sex is given' }),
    reference: beachSex1998.categories[0]!.share!,
    instrument: beachSex1998.id,
  }
}

function ageEstimate(quarters: Float64Array, aged: number, n: number, context: Context): Estimate {
  if (aged === 0) return notApplicable(ageMarginMeasure.id, 'no document states an age', n)
  const expected = Float64Array.from(beachAge1998.categories, ({ share }) => share!)
  const of = (shares: Float64Array): number => totalVariation(shares, expected)
  const chance = multinomialNull(expected, aged, of, { random: context.random(`${ageMarginMeasure.id} floor`), draws: 1000 })!
  const interval = distanceInterval(
    quarters,
    { of, scale: 'square' },
    { random: context.random(ageMarginMeasure.id), draws: 500, chance: chance.q95 },
  )
  return {
    measure: ageMarginMeasure.id,
    value: of(quarters.map((count) => count / aged)),
    interval,
    ...(interval ? { intervalMethod: 'basic bootstrap, noise taken off' } : { reason: 'no interval: one document, or one age group' }),
    n: aged,
    left: n - aged,
    floor: chance.mean,
    floor95: chance.q95,
    instrument: beachAge1998.id,
    status: 'measured',
  }
}

/** Labels by sex, setting and remoteness: from metadata of these names where there are some, else from cues in the text. */
function tablesOf(context: Context): NonNullable<Result['tables']> {
  const { rows } = context
  const female = rows.values(femaleMeasure.id)
  const place = Array.from({ length: rows.n }, (_, i) => rows.list(`${id}.place`, i))
  const sex: Side = {
    title: 'sex',
    names: ['female', 'male'],
    of: (i) => (Number.isNaN(female[i] ?? Number.NaN) ? -1 : female[i] === 1 ? 0 : 1),
  }
  const setting = fieldSide('setting', context) ?? { title: 'setting cue', names: settingIds, of: (i) => (place[i]![0] ?? 0) - 1 }
  const remoteness = fieldSide('remoteness', context) ?? {
    title: 'remoteness cue',
    names: remotenessBands,
    of: (i) => (place[i]![1] ?? 0) - 1,
  }
  return [...crossTables(id, [sex, setting, remoteness], rows), ...placeTable(id, setting, remoteness, rows)]
}

/** Settings of a field beyond these would be a table that nobody reads. */
const mostValues = 20

function fieldSide(name: string, { rows }: Context): Side | undefined {
  const field = rows.fields.get(name)
  if (!field) return undefined
  const { kept, kind } = fieldFact(name, field.values, field.inText, field.named)
  if (!kept || kind !== 'category') return undefined
  const names = [...new Set(field.values.flatMap((value) => (value === null || value === '' ? [] : [String(value)])))].sort()
  if (names.length === 0 || names.length > mostValues) return undefined
  const at = new Map(names.map((value, i) => [value, i]))
  return { title: name, names, of: (i) => at.get(String(field.values[i] ?? '')) ?? -1 }
}
