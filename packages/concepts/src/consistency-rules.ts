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

/** Vital signs and the range that a living person's measurement lies in, wide. Source: extremes reported in case reports, rounded outwards by us. */
export const vitalRules: readonly { readonly id: string; readonly pattern: string; readonly low: number; readonly high: number }[] = [
  { id: 'heart rate', pattern: '(?:hr|pulse|heart rate)\\s*[:=]?\\s*(?<value>\\d{1,4})(?:\\s?bpm)?(?![\\d/.%+-])', low: 20, high: 300 },
  { id: 'oxygen saturation', pattern: '(?:spo2|sao2|sats?|o2 sats?)\\s*[:=]?\\s*(?<value>\\d{2,4})\\s?%', low: 30, high: 100 },
  { id: 'respiratory rate', pattern: '(?:rr|resp rate|respiratory rate)\\s*[:=]?\\s*(?<value>\\d{1,3})(?![\\d/.%-])', low: 4, high: 100 },
  { id: 'temperature', pattern: '(?:temp|temperature)\\s*[:=]?\\s*(?<value>\\d{2,3}(?:\\.\\d)?)\\s?°?\\s?c(?![a-z])', low: 25, high: 45 },
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
