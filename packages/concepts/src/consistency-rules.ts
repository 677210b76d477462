/** A rule that holds one place of a note against another, or against what there can be. */
interface ConsistencySource {
  /** What says that notes have such errors, or what the bounds are. */
  readonly text: string
  readonly url?: string
}

/** Where each rule comes from. Patterns are English and written by us; what they look for is not. */
export const consistencySources = {
  sex: {
    text: 'Blacketer et al. 2021, Increasing trust in real-world evidence through evaluation of observational data quality (plausibleGender)',
    url: 'https://doi.org/10.1093/jamia/ocab132',
  },
  age: {
    text: 'Kahn et al. 2016, A harmonized data quality assessment terminology and framework (atemporal plausibility)',
    url: 'https://doi.org/10.13063/2327-9214.1244',
  },
  vital: {
    text: 'Extremes survived, widened: 13.7 °C (Gilbert et al. 2000), 46.5 °C (Slovis et al. 1982), 480 beats a minute (Chhabra et al. 2012), 370/360 mmHg (Narloch & Brandstater 1995)',
    url: 'https://doi.org/10.1016/S0140-6736(00)01021-7',
  },
  dose: {
    text: 'Doherty & Mc Donnell 2012, Tenfold medication errors; largest doses by us from general prescribing knowledge',
    url: 'https://doi.org/10.1542/peds.2011-2526',
  },
  laterality: {
    text: 'Sangwaiya et al. 2009, Errare humanum est: frequency of laterality errors in radiology reports',
    url: 'https://doi.org/10.2214/AJR.08.1778',
  },
  date: {
    text: 'Weiskopf & Weng 2013, Methods and dimensions of electronic health record data quality assessment (plausibility, concordance)',
    url: 'https://doi.org/10.1136/amiajnl-2011-000681',
  },
  negation: {
    text: 'Bell et al. 2020, Frequency and types of patient-reported errors in electronic health record ambulatory care notes',
    url: 'https://doi.org/10.1001/jamanetworkopen.2020.5867',
  },
} as const satisfies Readonly<Record<string, ConsistencySource>>

/** Words for what only one sex has, English; written by us. A relative in the sentence, a denial or a plan takes them out. */
export const femaleOnly =
  'pregnant(?! (?:women|woman|lad|people|patients|friend))|pregnancy test positive|gravida|primigravida|endometriosis|menorrhagia|dysmenorrhoea|dysmenorrhea|amenorrhoea|menopausal|postmenopausal|perimenopausal|hysterectomy|ovarian cysts?|pcos|polycystic ovar(?:y|ian)(?: syndrome)?|pre-?eclampsia|vaginal discharge|vaginal bleeding|cervical screening test|pap smear'
export const maleOnly =
  'prostatitis|prostatectomy|benign prostatic hyperplasia|bph|erectile dysfunction|testicular torsion|testicular pain|epididymitis|vasectomy|balanitis|phimosis|enlarged prostate'

/** Conditions by the ages, in years, at which they are not seen; far outside, so that a rare case is not called an error. */
export const ageRules: readonly { readonly pattern: string; readonly below?: number; readonly above?: number }[] = [
  { pattern: 'pregnant(?! (?:women|woman|lad|people|patients|friend))', below: 9, above: 60 },
  {
    pattern:
      'menopausal|postmenopausal|perimenopausal|erectile dysfunction|benign prostatic hyperplasia|bph|prostate cancer|dementia|vasectomy',
    below: 10,
  },
  { pattern: 'croup|bronchiolitis|nappy rash|teething', above: 30 },
]

/** Vital signs and the range that a living person has had: see `consistencySources.vital`. */
export const vitalRules: readonly { readonly id: string; readonly pattern: string; readonly low: number; readonly high: number }[] = [
  { id: 'heart rate', pattern: '(?:hr|pulse|heart rate)\\s*[:=]?\\s*(?<value>\\d{1,4})(?:\\s?bpm)?(?![\\d/.%+-])', low: 20, high: 480 },
  { id: 'oxygen saturation', pattern: '(?:spo2|sao2|sats?|o2 sats?)\\s*[:=]?\\s*(?<value>\\d{2,4})\\s?%', low: 30, high: 100 },
  { id: 'respiratory rate', pattern: '(?:rr|resp rate|respiratory rate)\\s*[:=]?\\s*(?<value>\\d{1,3})(?![\\d/.%-])', low: 4, high: 100 },
  { id: 'temperature', pattern: '(?:temp|temperature)\\s*[:=]?\\s*(?<value>\\d{2,3}(?:\\.\\d)?)\\s?°?\\s?c(?![a-z])', low: 13, high: 47 },
]

/** The largest single dose by mouth in use, in mg. Written by us from general prescribing knowledge; a dose is flagged at ten times it. */
export const largestDose: Readonly<Record<string, number>> = {
  paracetamol: 1000,
  acetaminophen: 1000,
  ibuprofen: 800,
  aspirin: 1000,
  amoxicillin: 3000,
  cefalexin: 1500,
  metformin: 2000,
  atorvastatin: 80,
  rosuvastatin: 40,
  simvastatin: 80,
  ramipril: 10,
  perindopril: 10,
  amlodipine: 10,
  sertraline: 200,
  escitalopram: 30,
  prednisolone: 100,
  prednisone: 100,
  levothyroxine: 0.4,
  thyroxine: 0.4,
  digoxin: 0.5,
  pantoprazole: 80,
  omeprazole: 80,
  furosemide: 500,
  frusemide: 500,
  oxycodone: 80,
  doxycycline: 300,
  codeine: 120,
  warfarin: 20,
  apixaban: 10,
}

/** Parts of the body that there are two of. */
export const pairedParts =
  'knee|hip|shoulder|elbow|wrist|ankle|foot|hand|arm|leg|eye|ear|breast|kidney|thumb|calf|thigh|testicle|groin|heel|forearm|achilles|big toe|index finger|ovary|lung|cheek|buttock|temple'

/** Words that speak of both sides at once: the other side is meant. */
export const comparesSides =
  /\b(?:both|bilateral(?:ly)?|other|opposite|contralateral|unaffected|uninjured|compar(?:ed?|ison|ing)|versus|vs|normal|than|previous(?:ly)?|old|years? ago|also|dominant|handed)\b/i

/** Lasting conditions, which one note cannot both deny and state of one patient. */
export const lastingConditions: Readonly<Record<string, string>> = {
  diabetes:
    '(?<!(?:gestational|pre|pre-|steroid-induced) ?)diabet(?:es(?! insipidus)|ic(?! (?:relative|diet|range|screen)))(?: mellitus)?|t[12]dm|niddm|iddm',
  hypertension: '(?<!(?:pulmonary|portal|intracranial|ocular|white coat) )hypertension|htn|hypertensive',
  asthma: 'asthma|asthmatic',
  epilepsy: 'epilepsy|epileptic',
  'atrial fibrillation': 'atrial fibrillation',
  'heart failure': '(?:congestive )?(?:heart|cardiac) failure|ccf',
  'obstructive lung disease': 'copd|chronic obstructive (?:lung|pulmonary|airways) disease',
  'chronic kidney disease': 'ckd|chronic kidney disease',
  hypothyroidism: 'hypothyroidism|hypothyroid',
  'coeliac disease': 'coeliac(?: disease)?|celiac(?: disease)?',
}

/** What stands right before a lasting condition that the patient has not, and before one that the patient has: whatever else is said of it is left alone. */
export const plainly = {
  denied:
    '(?:no|nil|denies|denied|without) (?:any )?(?:known |past |previous |personal )?(?:(?:history|hx) of )?|(?:does not|doesn.t) have |never had |not (?=[a-z]+ic\\b)',
  stated:
    '(?:known|has|with|diagnosed with|(?<!no |nil |any |family )(?:history|hx) of|h/o|pmhx?:?|past (?:medical )?history:?|background(?: of)?:?) (?:a )?(?:type [12] |mild |severe |longstanding )?',
}

/** That no allergy is known, and that there is one. */
export const noAllergy =
  /\b(?:nkda|nka|nil known (?:drug )?allerg(?:y|ies)|no known (?:drug )?allerg(?:y|ies)|allergies:? (?:nil|none))\b/giu
export const someAllergy = /\b(?:allergic to|anaphylaxis to) [a-z]{4,}/giu

/** What cannot come before what: words in front of a date. */
export const orderedEvents: readonly { readonly first: string; readonly later: string }[] = [
  {
    first: 'born(?: on)?|d\\.?o\\.?b\\.?:?|date of birth:?',
    later: 'admitted(?: on)?|admission(?: date)?:?|seen(?: on)?|reviewed(?: on)?|discharged(?: on)?|died(?: on)?',
  },
  {
    first: 'admitted(?: on)?|admission(?: date)?:?|date of admission:?',
    later: 'discharged(?: on)?|discharge(?: date)?:?|date of discharge:?',
  },
]
