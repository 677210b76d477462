/**
 * OMOP domain by semantic type: SNOMED CT's semantic tags and the semantic types of the UMLS, lower-cased. Which domain a tag stands in was recalled
 * from the conventions of the OHDSI vocabularies, where single concepts are exceptions: give a table of your own where it matters.
 */
export const omopDomains: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        'Condition',
        'disorder, finding, disease or syndrome, sign or symptom, neoplastic process, injury or poisoning, congenital abnormality',
      ],
      [
        'Condition',
        'acquired abnormality, anatomical abnormality, mental or behavioral dysfunction, pathologic function, cell or molecular dysfunction',
      ],
      ['Procedure', 'procedure, regime/therapy, therapeutic or preventive procedure, diagnostic procedure, health care activity'],
      [
        'Drug',
        'substance, product, product name, medicinal product, clinical drug, medicinal product form, pharmacologic substance, antibiotic',
      ],
      ['Drug', 'hormone, vitamin, organic chemical, immunologic factor, biologically active substance'],
      ['Measurement', 'observable entity, laboratory procedure, clinical attribute, laboratory or test result'],
      [
        'Observation',
        'morphologic abnormality, situation, event, attribute, occupation, role, social context, person, organism, virus, bacterium, finding by site',
      ],
      ['Device', 'physical object, medical device, device'],
      ['Specimen', 'specimen, body substance'],
      ['Spec Anatomic Site', 'body structure, body part, organ, or organ component, cell structure'],
      ['Meas Value', 'qualifier value, qualitative concept, quantitative concept'],
    ] as const
  ).flatMap(([domain, types]) => types.split(', ').map((type) => [type, domain])),
)
