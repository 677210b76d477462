import {
  type Analysis,
  digestOfKey,
  type Finding,
  fingerprint,
  idOfKey,
  type Measure,
  notApplicable,
  plural,
  type Rule,
} from '@corpuscope/core'

const measure: Measure = {
  id: 'doubled-id-share',
  title: 'Documents whose id is not theirs alone',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents whose id another document has too / documents with an id of their own. Ids made from the text, where the corpus gives none, are left out. It is counted over the whole corpus and has no interval: ids are given out, not sampled.',
  source: {
    text: 'Wilkinson et al. 2016, The FAIR Guiding Principles, F1: a unique identifier',
    url: 'https://doi.org/10.1038/sdata.2016.18',
  },
}

const rule: Rule = {
  id: 'doubled-id',
  title: 'Id of another document too',
  severity: 'warning',
  measure: measure.id,
  definition: 'The id stands at an earlier document of the corpus. In this audit the document carries "#2", "#3" and so on behind it.',
}

/** Ids that more than one document has: what joins by id (labels, splits, corrections) meets the wrong one. */
export const doubledIds = (): Analysis<null> => ({
  id: 'doubled-ids',
  measures: [measure],
  rules: [rule],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows }) {
    const places = new Map<string, number[]>()
    let n = 0
    for (const [i, key] of rows.keys.entries()) {
      const id = idOfKey(key)
      if (digestOfKey(key).startsWith(id)) continue
      n++
      const at = places.get(id)
      if (at) at.push(i)
      else places.set(id, [i])
    }
    const left = rows.n - n
    const groups = [...places.values()].filter(({ length }) => length > 1)
    const doubled = groups.reduce((sum, { length }) => sum + length, 0)
    const findings = groups.flatMap((members): Finding[] => {
      const texts = new Set(members.map((i) => digestOfKey(rows.keys[i]!))).size
      const message = `one of ${members.length} documents with the id of ${rows.ids[members[0]!]!}, with ${plural(texts, 'text')} among them`
      return members.slice(1).map((i) => ({
        rule: rule.id,
        severity: rule.severity,
        document: rows.ids[i]!,
        message,
        fingerprint: fingerprint(rule.id, rows.ids[i]!, digestOfKey(rows.keys[i]!)),
      }))
    })
    if (n === 0) return { estimates: [notApplicable(measure.id, 'no document has an id of its own', left)] }
    return {
      estimates: [
        {
          measure: measure.id,
          value: doubled / n,
          interval: null,
          n,
          left,
          status: 'measured',
          ...(left > 0 && { reason: `${left} left out: no id of their own` }),
        },
      ],
      findings,
    }
  },
})
