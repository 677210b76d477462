import {
  annotationConsistency,
  annotationLabels,
  consistency,
  labelErrors,
  namedConcepts,
  splitKnownAnnotations,
} from '@corpuscope/concepts'
import type { Feature, Suite, SuiteOptions } from '@corpuscope/core'
import {
  against,
  collapse,
  compressionRatioAnalysis,
  embeddingSpread,
  nearestNeighboursAnalysis,
  pairwiseCosine,
  semanticMap,
  vendiScoreAnalysis,
  wording,
} from '@corpuscope/diversity'
import {
  canaries,
  containedDocuments,
  copyForward,
  exactDuplicates,
  isKeepRule,
  memorisation,
  type NearDuplicateOptions,
  nearDuplicates,
  nearestRecords,
  partDuplicates,
  repeatedRuns,
  semanticPairs,
  splitLeakage,
  timeCutoff,
} from '@corpuscope/duplication'
import { ageSexStructure, caseMix, categoryCoverage, codedCaseMix, labelNoise, populationFit } from '@corpuscope/epidemiology'
import { type Embedding, embeddedBy, embedding, vectorsFile, wordSequences } from '@corpuscope/features'
import { annotations, damagedText, doubledIds, emptyDocuments, textForms } from '@corpuscope/integrity'
import {
  attackRisks,
  directIdentifiers,
  type Identification,
  identification,
  membershipInference,
  namesPerson,
  quasiIdentifiers,
  reappearingIdentifiers,
} from '@corpuscope/privacy'
import {
  documentLength,
  lexicalRichness,
  mattr,
  misspellings,
  overusedPhrases,
  readability,
  register,
  rhythm,
  roleAsymmetry,
  structure,
  styleByField,
  styleDistance,
  templates,
  vocabularyGrowth,
  voices,
  wordClasses,
} from '@corpuscope/stylometry'
import { language } from '@corpuscope/text'

/** What gives documents their points: a file, a model or service, or, by default, a fit on the corpus. */
function embeddingFor(
  { vectors, againstVectors, basis, embedder, seed }: SuiteOptions,
  { of: identifiers }: Identification,
): Feature<never, Embedding> {
  if (vectors !== undefined) return vectorsFile(vectors, againstVectors) as Feature<never, Embedding>
  return (embedder ? embeddedBy(embedder) : embedding({ seed, ...(basis !== undefined && { basis }), identifiers })) as Feature<
    never,
    Embedding
  >
}

function nearOptions({ shingles, keep }: SuiteOptions['duplication'] = {}): NearDuplicateOptions {
  return { ...(shingles && { shingles }), ...(keep !== undefined && isKeepRule(keep) && { keep }) }
}

/** The families, for notes that clinicians write or that stand for such notes. */
export const clinicalNotes = (options: SuiteOptions): Suite => suiteOf(options, identification(options.privacy))

const suiteOf = (options: SuiteOptions, identified: Identification): Suite => ({
  id: 'clinical-notes',
  title: 'Clinical notes',
  categories: [
    {
      id: 'case-mix',
      title: 'Case mix',
      question: 'Is the case mix that of the population it stands for?',
      analyses: [
        ...(options.reference ? [caseMix(options.reference), categoryCoverage(options.reference)] : []),
        ...(options.reference?.coding ? [codedCaseMix(options.reference)] : []),
        ageSexStructure(options.population),
        ...(options.population?.length ? [populationFit(options.population, options.reference)] : []),
        labelNoise(),
      ],
      headlines: ['case-mix-jensen-shannon', 'case-mix-total-variation'],
      summary: [
        'case-mix-total-variation',
        'case-mix-jensen-shannon',
        'coded-case-mix-total-variation',
        'population-covered',
        'category-coverage',
        'age-total-variation',
        'patient-age',
        'female-patient-share',
        'label-noise',
      ],
    },
    {
      id: 'style',
      title: 'Style',
      question: 'Does the writing vary as real writing does?',
      analyses: [
        documentLength(),
        mattr({ window: 25 }),
        mattr({ window: 50 }),
        mattr({ window: 100 }),
        lexicalRichness(),
        vocabularyGrowth(),
        register(),
        wordClasses(),
        rhythm(),
        roleAsymmetry(),
        readability(),
        misspellings(),
        structure(),
        templates(),
        voices(),
        ...(options.by ?? []).map(styleByField),
        ...(options.against ? [styleDistance(), overusedPhrases()] : []),
      ],
      headlines: ['mattr-50', 'document-length'],
      summary: [
        'mattr-50',
        'document-length',
        'sentence-length-cv',
        'misspelling-rate',
        'abbreviation-rate',
        'medical-term-density',
        'template-share',
        'effective-voices',
      ],
    },
    {
      id: 'diversity',
      title: 'Diversity',
      question: 'Does the meaning cover the field, or circle a few points?',
      analyses: [
        pairwiseCosine(),
        vendiScoreAnalysis(),
        nearestNeighboursAnalysis(),
        embeddingSpread(),
        collapse(),
        wording(),
        compressionRatioAnalysis(),
        semanticMap(),
        ...(options.against ? [against()] : []),
      ],
      headlines: ['vendi-score', 'pairwise-cosine'],
      summary: [
        'vendi-score',
        'pairwise-cosine',
        'nearest-neighbour-distance',
        'near-identical-share',
        'template-excess',
        'compression-ratio',
        'distinct-2',
      ],
    },
    {
      id: 'duplication',
      title: 'Duplication',
      question: 'What is here twice?',
      analyses: [
        exactDuplicates(),
        nearDuplicates(nearOptions(options.duplication)),
        repeatedRuns(),
        containedDocuments(),
        partDuplicates(),
        semanticPairs(),
        ...(options.duplication?.copyForward !== undefined ? [copyForward(options.duplication.copyForward)] : []),
        ...(options.duplication?.cutoff !== undefined ? [timeCutoff(options.duplication.cutoff)] : []),
        ...(options.duplication?.canaries ? [canaries(options.duplication.canaries)] : []),
        ...(options.against ? [splitLeakage(), memorisation(), nearestRecords()] : []),
      ],
      headlines: ['near-duplicate-share', 'exact-duplicate-share'],
      summary: ['near-duplicate-share', 'exact-duplicate-share', 'content-duplicate-share', 'repeated-run-share', 'boilerplate-share'],
    },
    {
      id: 'privacy',
      title: 'Privacy',
      question: 'Does it leak a person?',
      analyses: [
        directIdentifiers(identified),
        quasiIdentifiers({ population: options.privacy?.population }),
        ...(options.against ? [reappearingIdentifiers(identified), attackRisks()] : []),
        ...(options.against && options.holdout ? [membershipInference()] : []),
      ],
      headlines: ['direct-identifier-rate'],
      summary: ['direct-identifier-rate', 'documents-with-identifiers', 'k-anonymity', 'sample-uniqueness', 'singling-out-fields'],
    },
    {
      id: 'integrity',
      title: 'Integrity',
      question: 'Did the files come through whole?',
      analyses: [doubledIds(), emptyDocuments(), damagedText(), textForms(), annotations()],
      headlines: ['damaged-text-share', 'annotation-problem-share'],
      summary: ['damaged-text-share', 'empty-document-share', 'doubled-id-share', 'not-nfc-share', 'annotation-problem-share'],
    },
    {
      id: 'concepts',
      title: 'Concepts',
      question: 'Are the annotations worth training on, and the notes consistent?',
      analyses: [
        ...(options.concepts ? [namedConcepts(options.concepts)] : []),
        annotationLabels(),
        annotationConsistency(),
        labelErrors(),
        splitKnownAnnotations(),
        consistency(),
      ],
      headlines: ['annotation-missing-share', 'annotation-conflict-share', 'inconsistent-document-share'],
      summary: [
        'annotation-missing-share',
        'annotation-conflict-share',
        'annotation-label-error-share',
        'annotation-density',
        'inconsistent-document-share',
        'concepts-per-document',
        'concept-word-share',
        'concept-absent-share',
      ],
    },
  ],
  features: [embeddingFor(options, identified), wordSequences(), ...(identified.feature ? [identified.feature] : [])],
  references: [...(options.reference ? [options.reference] : []), ...(options.population ?? [])],
  language: (document) => language(document).language,
  namesPerson,
})
