import {
  type Analysis,
  type Document,
  type Estimate,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Rows,
  type Rule,
} from '@corpuscope/core'
import { hash32, hash53 } from '@corpuscope/statistics'
import { normalisedText } from '@corpuscope/text'
import { clusteredShare } from './clustered-share.ts'

const analysis = 'part-duplicates'
const partList = 'part-duplicates.parts'
/** Numbers a part in the list: its name's hash and two of its text. */
const width = 3

const source = {
  text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
  url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
}

const repeated: Measure = {
  id: 'part-duplicate-share',
  title: 'Documents that repeat a part of another',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'For each part that documents are made of (question, answer, instruction ...; turns of a dialogue are none): documents whose part, lower-cased, with white space squeezed and trimmed, is that of another document / documents with that part.',
  source,
}

const conflicting: Measure = {
  id: 'part-conflict-share',
  title: 'Documents that repeat a part with other parts',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'For each part: documents whose part is that of another document while another of their parts is not, as a question that is asked again and answered otherwise / documents with that part and another one.',
  source,
}

const rule: Rule = {
  id: 'repeated-part',
  title: 'Part of another document, with other parts',
  severity: 'note',
  measure: conflicting.id,
  definition:
    'A part of the document is word for word that of an earlier document, and another of its parts is not: a question with another answer.',
}

/** Documents that repeat each other's parts: a question asked twice, with the same answer or another. */
export const partDuplicates = (): Analysis<{ readonly names: Map<number, string> }> => ({
  id: analysis,
  measures: [repeated, conflicting],
  rules: [rule],
  create: () => ({ names: new Map() }),
  observe({ names }, document) {
    const parts = partsOf(document)
    if (parts.length === 0) return undefined
    const list = new Uint32Array(width * parts.length)
    for (const [at, { name, text }] of parts.entries()) {
      const number = hash32(name)
      names.set(number, name)
      const hash = hash53(normalisedText(text))
      list.set([number, hash, Math.floor(hash / 4294967296)], width * at)
    }
    return { lists: { [partList]: list } }
  },
  merge({ names }, other) {
    for (const [number, name] of other.names) names.set(number, name)
  },
  conclude({ names }, { rows }) {
    if (names.size === 0)
      return { estimates: [repeated, conflicting].map(({ id }) => notApplicable(id, 'no document is made of named parts', rows.n)) }
    const estimates: Estimate[] = []
    const findings: Finding[] = []
    for (const [number, name] of [...names].sort((a, b) => (a[1] < b[1] ? -1 : 1))) {
      const { groups, have, haveOthers, conflicts } = repeatsOf(rows, number)
      const shared = clusteredShare(
        groups.map(({ length }) => length),
        have,
      )!
      const way = groups.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson'
      const left = rows.n - have
      estimates.push({
        measure: repeated.id,
        part: name,
        value: shared.share,
        interval: shared.interval,
        intervalMethod: way,
        n: have,
        left,
        status: 'measured',
        ...(left > 0 && { reason: `${left} left out: no part "${name}"` }),
      })
      const apart = clusteredShare(
        conflicts.map(({ length }) => length),
        haveOthers,
      )
      estimates.push(
        apart
          ? {
              measure: conflicting.id,
              part: name,
              value: apart.share,
              interval: apart.interval,
              intervalMethod: way,
              n: haveOthers,
              left: rows.n - haveOthers,
              status: 'measured',
            }
          : { ...notApplicable(conflicting.id, `no document has another part beside "${name}"`, rows.n), part: name },
      )
      for (const members of conflicts)
        for (const i of members.slice(1))
          findings.push({
            rule: rule.id,
            severity: rule.severity,
            document: rows.ids[i]!,
            message: `same ${name} as ${rows.ids[members[0]!]!}, with other parts`,
            fingerprint: fingerprint(rule.id, rows.ids[i]!, name),
          })
    }
    return { estimates, findings }
  },
})

/** Parts with a name that is no turn's, the first of each name. */
function partsOf({ parts, text }: Document): { name: string; text: string }[] {
  const found = new Map<string, string>()
  for (const { name, role, start, end } of parts) {
    if (/^turn \d+$/.test(name)) continue
    const known = role ?? name
    if (!found.has(known)) found.set(known, text.slice(start, end))
  }
  return Array.from(found, ([name, part]) => ({ name, text: part }))
}

/** Documents that share the part of this name: groups, and those of which another part differs. */
function repeatsOf(rows: Rows, name: number) {
  const groups = new Map<number, { members: number[]; others: Set<string> }>()
  let have = 0
  let haveOthers = 0
  for (let i = 0; i < rows.n; i++) {
    const list = rows.list(partList, i)
    let hash = -1
    let others = ''
    for (let at = 0; at < list.length; at += width)
      if (list[at] === name) hash = list[at + 2]! * 4294967296 + list[at + 1]!
      else others += `${list.subarray(at, at + width).join(' ')}\n`
    if (hash < 0) continue
    have++
    if (others !== '') haveOthers++
    const group = groups.get(hash)
    if (group) {
      group.members.push(i)
      group.others.add(others)
    } else groups.set(hash, { members: [i], others: new Set([others]) })
  }
  const several = [...groups.values()].filter(({ members }) => members.length > 1)
  return {
    have,
    haveOthers,
    groups: several.map(({ members }) => members),
    conflicts: several.filter(({ others }) => others.size > 1).map(({ members }) => members),
  }
}
