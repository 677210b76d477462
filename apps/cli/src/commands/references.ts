import { type Reference, suggestion, UsageError } from '@corpuscope/core'
import { checkReference, referenceById, referenceIds, unknownCodes, unstatedFacts } from '@corpuscope/references'
import { plural, wrap } from '../format.ts'
import { loadReference } from '../load-reference.ts'
import { colors, print, say, width } from '../terminal.ts'

const what = ['list', 'show', 'check'] as const

/** `corpuscope references`. */
export async function references(
  [action, name]: readonly [string, string | undefined],
  { json, normalise = false }: { json?: boolean; normalise?: boolean },
): Promise<number> {
  const known = what.find((each) => each === action)
  if (!known) throw new UsageError(`references: there is no "${action}".${suggestion(action, what)} Known: ${what.join(', ')}.`)
  if (known === 'list') {
    listAll(Boolean(json))
    return 0
  }
  if (name === undefined)
    throw new UsageError(`references ${known}: give the id of a reference, or a CSV or YAML file. Known ids: ${referenceIds.join(', ')}.`)
  if (known === 'check') return check(name, normalise, Boolean(json))
  show(await loadReference(name, { normalise }), Boolean(json))
  return 0
}

function listAll(json: boolean): void {
  const all = referenceIds.map(referenceById)
  if (json)
    print(
      JSON.stringify(
        all.map(({ id, title, kind, categories }) => ({ id, title, kind, categories: categories.length })),
        null,
        1,
      ),
    )
  else {
    const column = Math.max(...all.map(({ id }) => id.length)) + 2
    for (const { id, title, kind, categories } of all)
      print(
        `${colors.cyan(id.padEnd(column))}${`${kind}, ${plural(categories.length, 'category', 'categories')}`.padEnd(28)}${title}`.slice(
          0,
          width() + 20,
        ),
      )
  }
}

function show(reference: Reference, json: boolean): void {
  if (json) {
    print(JSON.stringify(reference, null, 1))
    return
  }
  const { title, id, kind, source, denominator, provenance, tolerance, sampleSize, stratum, categories } = reference
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['kind', kind],
    ['source', source.text],
    ['edition', source.edition],
    ['page', source.page],
    ['url', source.url],
    ['licence', source.licence],
    ['counts', denominator],
    ['sample', sampleSize === undefined ? undefined : String(sampleSize)],
    [
      'stratum',
      stratum &&
        Object.entries(stratum)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
    ],
    [
      'tolerance',
      kind !== 'distribution'
        ? undefined
        : tolerance === undefined
          ? '2 percentage points, a convention'
          : `${Number((100 * tolerance).toPrecision(6))} percentage points`,
    ],
    ['provenance', provenance],
  ]
  print(`${colors.cyan(id)}  ${title}`)
  for (const [fact, value] of facts)
    if (value !== undefined && value !== '') print(`${fact.padEnd(12)}${wrap(value, width(), ' '.repeat(12)).trimStart()}`)
  print('')
  for (const { id: category, share, title: full, group, codes } of categories) {
    const value = share === null ? '' : `${(100 * share).toFixed(2)} %`
    const more = [full === category ? undefined : full, group, codes?.join(' ')].filter((each) => each !== undefined && each !== '')
    print(`${value.padStart(9)}  ${category}${more.length > 0 ? `  (${more.join('; ')})` : ''}`)
  }
}

/** Tells all that is wrong at once: what would stop an audit, and what a reader would ask for. */
async function check(name: string, normalise: boolean, json: boolean): Promise<number> {
  const told: string[] = []
  const reference = await loadReference(name, { normalise, onProblem: (sentence) => told.push(sentence) })
  const problems = [...new Set([...told, ...checkReference(reference), ...unknownCodes(reference), ...unstatedFacts(reference)])]
  if (json) print(JSON.stringify({ id: reference.id, problems }, null, 1))
  else if (problems.length === 0)
    print(
      `${reference.id}: a ${reference.kind} of ${plural(reference.categories.length, 'category', 'categories')}, and nothing is wrong with it.`,
    )
  else for (const problem of problems) say(`${reference.id}: ${problem}`)
  return problems.length === 0 ? 0 : 2
}
