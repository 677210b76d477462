import type { CodingRule } from '@corpuscope/core'

/** Category, pattern, weight (1 unless told). Words of general practice notes, Australian spelling and shorthand. */
const rows: readonly (readonly [category: string, pattern: string, weight?: number])[] = [
  ['Prescription', '(?:rpt|repeat|new|more|just|need\\w*|wants?|for) (?:\\w+ ){0,2}scripts?|scripts?|prescriptions?|rpts|repeats', 1.6],
  ['Prescription', '(?:med(?:ication)?s?|tablets?|script) (?:refill|renewal|repeat|review)s?|ran out of|running out|refills?', 1.2],
  ['Prescription', '(?:wants?|requesting|needs?) (?:\\w+ ){0,3}(?:tablets?|meds|medication|antibiotics|abx|something to)', 0.7],
  [
    'Check-up',
    '(?:general|gen|full|routine|health|annual|yearly|proper|quick|skin|prostate|heart|well\\w*|womens?|mens?) (?:\\w+ )?(?:check(?: ?-?ups?)?|checks)|check ?-?ups?',
    1.8,
  ],
  [
    'Check-up',
    '(?:health (?:assessment|check)|75\\+|715|gpmp|care plan|cdm|head to toe|make sure everything|check everything|pap|cst|cervical screen\\w*|bp check|antenatal|6\\/52 (?:post|check))',
    1.2,
  ],
  [
    'Check-up',
    '(?:post[- ](?:hosp\\w*|d\\/c|discharge|op|stroke|icu|admission|surg\\w*)|hosp(?:ital)? (?:f\\/u|follow\\w*|d\\/c|discharge)|(?:post|recent) (?:\\w+ ){0,2}(?:admission|discharge|d\\/c))',
    0.8,
  ],
  [
    'Test results',
    '(?:test|bloods?|scan|lab|imaging|us|uss|ultrasound|x-?ray|xr|ct|mri|biopsy|stool|swab|urine|echo|eeg|ecg|path\\w*|sleep study|breathing|fertility) (?:test )?(?:results?|reports?|tests?)|results?',
    1.8,
  ],
  [
    'Test results',
    '(?:go (?:over|through)|discuss|review|r\\/v|f\\/?u|f\\/up|recent|about|re) (?:\\w+ ){0,4}(?:bloods?|blds|tests?|results?|scans?|us|uss|x-?ray|biopsy|eeg|mri|ct|lft|psa|lipids|tft)',
    1.4,
  ],
  ['Test results', '(?:raised|abnormal|high) ?(?:lfts?|psa|inflammatory markers|ferritin|calcium|tsh|esr|crp|cholesterol)', 0.6],
  [
    'Blood test',
    '(?:blood|pathology|path) (?:test|form|request|slip)s?(?! result)|(?:wants?|requesting|request for|needs?) (?:\\w+ ){0,2}(?:bloods|blood tests?)',
    1.3,
  ],
  [
    'Administrative procedure',
    '(?:centrelink|housing|disability|ndis|medical|work\\w*|insurance|licen[cs]e|fitness|capacity|carer|mobility|school|travel|firearms?|super\\w*) (?:\\w+ ?\\/? ?){0,3}(?:forms?|paperwork|cert(?:ificate)?s?|letters?|reports?)',
    2.2,
  ],
  [
    'Administrative procedure',
    '(?:med(?:ical)? cert(?:ificate)?s?|sick (?:cert\\w*|note|leave cert\\w*)|work cert\\w*|centrelink|paperwork|form completion|forms?|certificates?|work ?cover)',
    1.6,
  ],
  [
    'Immunisation/vaccination',
    '(?:vaccin\\w*|vax\\w*|immunis\\w*|imms?|flu ?shot|jabs?|boosters?|needles? for|travel (?:vacc\\w*|shots?))',
    1.8,
  ],
  ['Other referrals NEC', '(?:referrals?|re-?referr?al|referred|refer) ?(?:to|for|letter|request)?', 1.4],
  ['Other referrals NEC', '(?:wants?|needs?|requesting|asking for|renew\\w*|updated?|new) (?:\\w+ ){0,3}(?:referral|specialist)', 1.2],
  [
    'Observation/health education/advice/diet',
    '(?:advice|education|diet(?:ary)?(?! poor)|lifestyle advice|weight (?:loss )?advice|quit smoking|smoking cessation|counselling|information about)',
    0.9,
  ],
  ['Cough', 'cough\\w*|chesty|(?:chest|lung) infection|bronchitis', 1.2],
  [
    'Back complaint',
    '(?:low(?:er)? ?)?back ?(?:pain|ache|sore\\w*|injur\\w*|spasm|strain)|lbp|backs? (?:been |is |s )?(?:playing up|gone|sore|killing)|lumbar|sciatica|(?:low|mid|upper)[- ]*(?:lower )?back|backache',
    1.5,
  ],
  [
    'Rash',
    'rash\\w*|hives|urticaria|itchy (?:spots|patches)|(?:red|scaly|itchy) (?:patch\\w*|spots|bumps)|eczema flare|shingles|blister\\w*',
    1.3,
  ],
  [
    'Throat symptom/complaint',
    '(?:sore|tight|scratchy|itchy|croaky) (?:\\w+ )?throat|throat (?:\\w+ )?(?:pain|sore\\w*|sx|sensation|tight\\w*|feels|weird|symptoms?|lump)|hoarse\\w*|tonsil\\w*|odynophagia|pharyngitis|voice',
    1.4,
  ],
  ['Fever', 'fevers?|febrile|temp(?:erature)?s? (?:x|for|of|since|up)|high temps?|pyrexi\\w*|rigors', 0.9],
  [
    'Depression',
    'depress\\w*|depn|mdd|low mood|mood (?:r\\/v|review|f\\/?u|low|worse|sx)|mood|feeling (?:down|low|flat)|suicid\\w*|not coping',
    1.1,
  ],
  [
    'Abdominal pain',
    '(?:abdo\\w*|abd|tummy|stomach|belly|gut|epigastric|llq|rlq|ruq|luq|rif|lif|pelvic|ulcer) (?:\\w+ )?(?:pains?|ache\\w*|cramps?|sx|discomfort|sore)|(?:gut|tummy|stomach|bowel|belly)s? (?:\\w+ ){0,2}(?:playing up|sore|crook|upset)|abdo pain|ibs|dyspepsia|bloating|pains? (?:\\w+ ){0,4}tummy',
    1.4,
  ],
  [
    'Upper respiratory tract infection',
    'urti|(?:bad |bit of a |head |common )?colds?(?! sore)|flu(?:-?like)?(?! ?(?:shot|vax|vacc))|covid\\w*|viral (?:illness|sx)|cold\\/flu|respiratory infection',
    1.1,
  ],
  ['Headache', 'head ?aches?|migraines?|ha|head (?:pain|hurts|killing|bad)', 1.2],
  [
    'Skin symptom/complaint, other',
    '(?:skin )?(?:moles?|lesions?|sun ?spots?|warts?|skin tags?|acne|pimples?|rosacea|psoriasis|dermatitis|eczema|tinea|itch\\w*|dry skin|boils?|sores?|ulcers?|crusty|scaly|cyst|fungal|nail)|skin (?:sx|issue|problem|concern|infection|spot|cancer)\\w*',
    0.9,
  ],
  [
    'Sneezing/nasal congestion',
    'sneez\\w*|(?:nasal|nose) (?:congestion|block\\w*|sx|obstruction|stuffy)|(?:blocked|stuffy|runny|itchy|snotty|congested) nose|rhinit\\w*|rhinorrhoea|hay ?fever|sinus\\w*|allergies',
    1.2,
  ],
  [
    'Hypertension/high blood pressure',
    'htn|hypertension|high (?:bp|blood pressure)|blood pressure|bp (?:r\\/v|review|f\\/?u|high|up|check|control)',
    1,
  ],
  ['Anxiety', 'anx|anxiety|anxious|panic\\w*|stress(?:ed)?|nerves|worr(?:y|ied) all|social phobia|agoraphob\\w*', 0.9],
  [
    'Weakness/tiredness',
    'tired\\w*|fatig\\w*|exhaust\\w*|no energy|low energy|weak(?:ness)?|lethargy|lethargic|wiped out|run[- ]?down|drained',
    1.2,
  ],
  ['Knee symptom/complaint', 'knees? (?:\\w+ )?(?:pain|sore\\w*|sx|swelling|injur\\w*|ache\\w*|playing|giving|stiff\\w*)|knees?', 1.1],
  [
    'Ear pain/earache',
    'ear ?ache|ears? (?:\\w+ )?(?:pain|ache|sore|sx|block\\w*|hurts|infection|discharge|fullness)|otalgia|otitis|(?:sore|blocked|painful|itchy) (?:\\w+ )?ears?|ears?',
    1.2,
  ],
  ['Diabetes – all', 't[12]dm|diabet\\w*|dm|bsls?|sugars?|hba1c|hypos?', 0.9],
  [
    'Shoulder symptom/complaint',
    'shoulders? (?:\\w+ )?(?:pain|sore\\w*|sx|injur\\w*|ache\\w*|stiff\\w*|playing)|shoulders?|rotator cuff',
    1.2,
  ],
  [
    'Foot/toe symptom/complaint',
    '(?:foot|feet|toes?|heels?) (?:\\w+ )?(?:pain|sore\\w*|sx|lump|ulcer|infection|injur\\w*|ache\\w*)|(?:foot|feet|toes?|heels?|bunion|plantar)|ingrown',
    1.1,
  ],
  ['Diarrhoea', 'diarrh\\w*|loose (?:stools?|bowels?|motions?)|the runs|gastro(?:enteritis)?|d\\+v|v\\+d|watery stools?', 1.3],
  [
    'Sleep disturbance',
    'sleep\\w* (?:\\w+ )?(?:issues?|problems?|disturb\\w*|poor|bad|trouble|tablets?|r\\/v|review)|(?:poor|bad|not|can.?t|trouble|difficulty|broken|cannot) (?:\\w+ )?sleep\\w*|insomnia|sleeping|sleep|nightmares?',
    1.1,
  ],
  ['Swelling', 'swell\\w*|swollen|puff(?:y|iness)|lumps?|oedema|nodules?|gland\\w*|lipoma|bumps?', 1.2],
  [
    'Other',
    '(?:contracepti\\w*|ocp|pill|mirena|implanon|iud|pregnan\\w*|ttc|ivf|infertil\\w*|libido|period\\w*|menstrual|menopaus\\w*|vaginal|discharge|dysuria|uti|urin\\w*|bladder|incontinen\\w*|nocturia|prostat\\w*|testic\\w*|erect\\w*|ed f\\/u|penile|haemat\\w*|sti|genital|pelvic)',
    1.1,
  ],
  [
    'Other',
    '(?:chest (?:pain|tight\\w*|discomfort)|palpitations?|palps|sob|short\\w* of breath|breathless\\w*|wheez\\w*|asthma|copd|dizz\\w*|vertigo|faint\\w*|syncope|collapse|blackout|seizures?|epilep\\w*|tremor|numb\\w*|tingling|pins|memory|forget\\w*|confus\\w*|falls?)',
    1.1,
  ],
  [
    'Other',
    '(?:neck|hip|ankle|wrist|elbow|hand|finger|thumb|arm|leg|groin|calf|thigh|jaw|face|facial|tooth|teeth|dental|gum|mouth|tongue|rib|muscle|joint)s? (?:\\w+ )?(?:pain|sore\\w*|sx|injur\\w*|ache\\w*|stiff\\w*|cramps?|numb\\w*)',
    1.1,
  ],
  [
    'Other',
    '(?:eyes?|vision|visual|sight|blurr\\w*|diplopia|floaters|conjunctiv\\w*|stye|hearing|tinnitus|nausea|vomit\\w*|reflux|gord|heartburn|constipat\\w*|haemorrhoid\\w*|piles|rectal|anal|bleed\\w*|bruis\\w*|weight (?:loss|gain)|obesity|gout|burns?|cuts?|lac(?:eration)?|wounds?|bites?|injur\\w*|trauma)',
    0.9,
  ],
  [
    'Other',
    '(?:ptsd|adhd|autism|psychosis|schizo\\w*|bipolar|alcohol|etoh|drinking|drug use|gambling|dv|domestic|grief|anger|behaviou?r\\w*|agitat\\w*|cancer|chemo\\w*|palliative|warfarin|inr|anaemi\\w*|thyroid)',
    0.8,
  ],
]

/** Rules that code a note by the reason it gives for the visit, in the categories of BEACH. Ours; BEACH publishes none. */
export const beachRfeCoding: readonly CodingRule[] = rows.map(([category, pattern, weight = 1]) => ({ category, pattern, weight }))
