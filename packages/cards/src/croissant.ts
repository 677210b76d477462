import { type Audit, type Estimate, isWhole, type Measure, meaningOf } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'

/**
 * What an audit can say in a dataset's Croissant file: the responsible-AI fields that it has evidence for, and each number as a
 * `PropertyValue`. The publisher merges it into a file that names the dataset, its licence and its files; nothing is said of what
 * was not measured.
 *
 * @see Croissant 1.0 and Croissant RAI 1.0, MLCommons 2024
 */
export function croissantFields(audit: Audit): Record<string, unknown> {
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const whole = audit.estimates.filter(isWhole)
  const limitations = limitationsOf(audit, whole)
  const biases = whole.flatMap((estimate) => biasOf(measures.get(estimate.measure)!, estimate))
  return {
    '@context': {
      '@language': 'en',
      '@vocab': 'https://schema.org/',
      sc: 'https://schema.org/',
      cr: 'http://mlcommons.org/croissant/',
      rai: 'http://mlcommons.org/croissant/RAI/',
      dct: 'http://purl.org/dc/terms/',
      conformsTo: 'dct:conformsTo',
    },
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.0', 'http://mlcommons.org/croissant/RAI/1.0'],
    ...(limitations.length > 0 && { 'rai:dataLimitations': limitations }),
    ...(biases.length > 0 && { 'rai:dataBiases': biases }),
    ...personal(audit),
    'sc:variableMeasured': whole.flatMap((estimate) => propertyOf(measures.get(estimate.measure)!, estimate)),
  }
}

function propertyOf({ id, title, unit, definition }: Measure, { value, interval, intervalMethod, n }: Estimate): object[] {
  if (value === null) return []
  const method = intervalMethod === undefined ? '' : ` (${intervalMethod})`
  return [
    {
      '@type': 'sc:PropertyValue',
      'sc:propertyID': id,
      'sc:name': title,
      'sc:value': value,
      'sc:unitText': unit,
      ...(interval && { 'sc:minValue': interval[0], 'sc:maxValue': interval[1] }),
      'sc:description': `${definition} Over ${n} documents${interval ? `; 95 % interval${method}` : ''}.`,
    },
  ]
}

/** A number that lies off its reference or above noise is a known bias of the data; one within them is none. */
function biasOf(measure: Measure, estimate: Estimate): string[] {
  const { tone, status, words } = meaningOf(measure, estimate)
  return tone === 'far' ? [`${measure.title} (${measure.id}): ${status}. ${words}`] : []
}

function limitationsOf({ corpus }: Audit, whole: readonly Estimate[]): string[] {
  return [
    ...(corpus.limit === undefined ? [] : [`Measured on ${count(corpus.limit)} documents drawn by hash.`]),
    ...corpus.unread.map(({ what, count: n }) => `${count(n)} records could not be read: ${what}.`),
    ...whole
      .filter(({ value, status }) => value === null && status !== 'measured')
      .map(({ measure, reason }) => `${measure} was not measured: ${reason}`),
  ]
}

/** Which kinds of identifier rules found, by how often; no value of them. */
function personal({ findingCounts, rules, categories }: Audit): object {
  // The one category whose meaning the vocabulary itself knows.
  const privacy = new Set(categories.filter(({ id }) => id === 'privacy').flatMap(({ rules: ids }) => ids))
  const found = findingCounts.filter(({ rule }) => privacy.has(rule))
  if (privacy.size === 0) return {}
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  return {
    'rai:personalSensitiveInformation':
      found.length === 0
        ? ['No detector of personal identifiers found anything.']
        : found.map(({ rule, findings, documents }) => `${titles.get(rule) ?? rule}: ${count(findings)} in ${count(documents)} documents.`),
  }
}
