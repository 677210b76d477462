import type { EuropeanLanguage } from '@corpuscope/text'
import { foreignMedicalWords } from './lexicon-medical-foreign.ts'

/**
 * Medical vocabulary of English notes: endings that make a term, and words without such an ending. Written by us: 89 endings, 904 words,
 * 287 drugs. It recognises general clinical language; a specialty's own terms beyond it are not counted.
 */
const endings: ReadonlySet<string> = new Set(
  `itis osis oses emia aemia uria pathy pathies plasty ectomy ectomies otomy otomies ostomy oscopy oscopic ography graphic algia
  algic dynia rrhoea rrhea rrhage rrhagic trophy trophic plegia plegic paresis phagia phasia pnoea pnea cardia cardiac opia ophthalmic oma omas omata
  penia philia cytosis genic lysis megaly sclerosis stenosis thrombosis embolism ptysis emesis paraesthesia aesthesia esthesia mab nib pril sartan
  olol statin azole mycin cillin floxacin cycline prazole tidine triptan gliptin gliflozin glutide oxetine azepam azolam dipine thiazide semide parin
  xaban gatran setron dronate terol tropium sone solone vir`
    .trim()
    .split(/\s+/),
)

const words =
  `abdomen abdominal abscess ache aches acne acute adnexal afebrile airway allergic allergy allergies anaesthetic anal anemia angina ankle
  anterior antibiotic antibiotics anticoagulant anticoagulation antidepressant antihistamine antihypertensive anus anxiety anxious aorta aortic appetite
  arm arms arterial arteries artery arthritis ascites aspirin asthma asymptomatic atopic atrial aura auscultation axilla back bilateral bile biliary
  biopsy bladder bleed bleeding blister bloating blood bone bones bowel bowels brain breast breasts breath breathing breathless bronchial bruise bruising
  bruit bulging burn bursa calf cancer candida capillary carcinoma cardiac cardiology cardiovascular carotid cartilage cast cataract catheter
  cell cells cellulitis cervical cervix cessation chemotherapy chest chickenpox chills cholesterol chronic circulation clinic clinical clot clots colic
  colon coma comorbidities concussion confusion congested congestion conjunctiva conscious consent consolidation constipation contact contraception
  contraceptive contraction cornea coronary cough coughing cramp cramping cramps cranial crackles creatinine culture cyanosis cyst cysts deformity
  dehydrated dehydration delivery delusions dementia dental depressed depression dermatology desquamation detox diabetes diabetic diagnosed diagnosis
  diagnoses dialysis diaphragm diastolic diet differential digit disability discharge discomfort disc disease dislocation disorder disorders distal
  distension diuretic dizziness dizzy dorsal dosage dose doses drowsy drug drugs dry duct duodenal dysfunction ear ears eczema effusion elbow elective
  electrolytes embolism embolus emergency enlarged epidural epigastric epilepsy erythema erythematous exacerbation examination examined exercise
  exertion exertional extension extremities extremity eye eyes eyelid facial faecal faint fasting fatigue febrile femoral femur ferritin fertility fever
  feverish fevers fibroid fibroids fibrosis fistula flank flare flexion flu focal foetal foot forearm fracture fractures fungal gait gallbladder
  gallstones gastric gastrointestinal genital gestation gland glands glucose goitre gout groin guarding gum gums gynaecology haematoma haemoglobin
  haemorrhage haemorrhoids hallucinations hamstring hand headache headaches healing hearing heart heartburn heel hepatic hepatomegaly hernia herpes hip
  history hives hormonal hormone hospital hospitalised humerus hydration hypertension hypertensive hypotension hypoxia illness imaging immune immunisation
  immunity impairment implant incision incontinence indigestion infarct infarction infant infected infection infections infectious inferior infertility
  inflamed inflammation inflammatory influenza ingestion inhaler inhalers injection injections injury injuries insomnia insulin intermittent intestinal
  intravenous iron irritable ischaemia ischaemic itch itching itchy jaundice jaw joint joints kidney kidneys knee knees labour laceration lateral
  laxative leg legs lesion lesions lethargic lethargy leukaemia ligament limb limbs limp lip lips liver lobe lumbar lump lumps lung lungs lymph lymphatic
  malaise malignancy malignant mammogram mania mass measles medial medication medications membrane menopause menstrual mental metastases metastatic
  migraine migraines miscarriage mole mood mucosa mucous murmur murmurs muscle muscles muscular musculoskeletal myocardial nail nails nasal nausea neck
  necrosis nerve nerves nervous neural neurological neurology neuropathic node nodes nodule nodules nose numb numbness nurse nutrition obese obesity
  obstruction obstructive occlusion ocular oedema oesophageal oncology operation ophthalmology oral organ orthopaedic outpatient ovarian ovary overdose
  ovulation oxygen pain painful pains pale pallor palpable palpation palpitations pancreas panic paralysis parasite parenteral pathology patient patients
  pelvic pelvis penis peptic perforation perfusion pericardial perineal peripheral peritoneal pharynx phlegm photophobia physio physiotherapy physiotherapist
  pigmented placenta plaque plasma platelet platelets pleural pneumonia polyp polyps posterior postnatal postpartum posture pregnancy pregnant prenatal
  prescribed prescription pressure prognosis prolapse prophylaxis prostate prosthesis proximal psychiatric psychiatrist psychological psychologist
  psychology psychotic ptosis puberty pulmonary pulse pulses pupil pupils purulent pus pustules pyrexia radial radiology radiotherapy radius rash rashes
  rectal rectum recurrent reflex reflexes reflux regurgitation rehab rehabilitation relapse remission renal respiration respiratory retina retinal
  rheumatoid rheumatology rhinitis rhythm rib ribs rigidity rigors saline saliva salivary scalp scan scans scar schizophrenia sciatica scrotal scrotum
  sedation seizure seizures semen sepsis septic serology serum shingles shock shoulder shoulders sick sigmoid sinus sinuses skeletal skin skull sleep
  smear smoker sneezing soreness spasm spasms specimen sperm spinal spine spleen sprain sputum squamous stent steroid steroids stiffness stoma stomach
  stool stools strain stridor stroke stump subacute subcutaneous suicidal suicide superficial superior surgeon surgery surgical suture sutures swab sweating
  sweats swelling swollen symptom symptomatic symptoms syncope syndrome syringe systemic systolic tachycardia tendon tendons tender tenderness testes
  testicle testicular testosterone tetanus therapy thigh thirst thoracic throat thrombus thrush thumb thyroid tibia tibial tinnitus tissue toe toes tongue
  tonsil tonsils tooth topical toxic trachea transplant trauma traumatic tremor trigger triglycerides troponin tumour tumours twitching ulcer ulcers ulna
  ultrasound umbilical unconscious unilateral urea ureter urethra urethral urgency urinary urine urology urticaria uterine uterus vaccination vaccine vaccines
  vagina vaginal valve valvular varicose vascular vasectomy vein veins venous ventilation ventricle ventricular vertebra vertebrae vertebral vertigo
  vesicles vestibular viral virus viruses vision visual vomit vomited vomiting vulva wart warts weakness weight wheeze wheezing wheezy womb wound wounds wrist
  externa interna media minora majora limbus conjunctivae influenzae pneumoniae gonorrhoeae trachomatis habitus meatal meatus planus
  ileal ileum jejunal livedo sitz fissured perfused paeds phoria clonic clonus kempt unkempt snuck prescriber proned valgus varus
  lordosis kyphosis malleolus fascial meniscal meniscus patellar scaphoid talar calcaneal acromial acromion glenoid trochanter
  trochanteric femoris vastus soleus rectus epicondyle olecranon volar dorsum plantar hallux ungual periungual perianal periorbital
  preauricular postauricular submandibular supraclavicular infraclavicular paraspinal interscapular retrosternal suprapubic iliac
  inguinal adnexa introitus labial clitoral cervicitis balanoposthitis nystagmus miosis mydriasis proptosis exophthalmos chemosis
  hyphaema tympanic tympanum cerumen otoscopy rhinoscopy turbinate turbinates maxillary mandibular zygomatic sternal costal costochondral
  xiphoid hilar crepitus crepitations rhonchi stertor tachypnoeic dyspnoeic euthymic dysthymic labile congruent dysarthric dysarthria
  ataxic ataxia hypotonia hypertonia hyperreflexia hyporeflexia dysdiadochokinesis proprioception macular papular maculopapular vesicular
  bullous petechial purpura purpuric lichenified excoriated excoriations comedones keratotic seborrhoeic nodular indurated fluctuant
  blanching nonblanching serous sanguineous haemoserous purulence slough granulating macerated mottled normotensive euvolaemic
  hypovolaemic normocytic microcytic macrocytic eosinophils neutrophils lymphocytes leucocytes nitrites ketones bilirubin albumin
  globulin transaminases creatine amylase lipase lactate bicarbonate electrolyte serologies titres dietitian telehealth bulk billed
  safetynet reassess recheck rebook rescript`
    .trim()
    .split(/\s+/)

const drugs =
  `paracetamol ibuprofen naproxen diclofenac celecoxib meloxicam aspirin codeine oxycodone morphine tramadol tapentadol fentanyl buprenorphine
  methadone naloxone pregabalin gabapentin amitriptyline nortriptyline duloxetine venlafaxine desvenlafaxine sertraline fluoxetine escitalopram
  citalopram paroxetine mirtazapine bupropion quetiapine olanzapine risperidone aripiprazole haloperidol clozapine lithium valproate lamotrigine
  levetiracetam carbamazepine phenytoin topiramate diazepam temazepam lorazepam clonazepam alprazolam zolpidem melatonin methylphenidate dexamfetamine
  lisdexamfetamine atomoxetine metformin gliclazide glimepiride sitagliptin linagliptin empagliflozin dapagliflozin semaglutide dulaglutide liraglutide
  insulin glargine aspart lispro levothyroxine thyroxine carbimazole propylthiouracil prednisone prednisolone dexamethasone hydrocortisone betamethasone
  mometasone budesonide fluticasone beclometasone salbutamol terbutaline formoterol salmeterol tiotropium ipratropium montelukast cetirizine loratadine
  fexofenadine promethazine adrenaline epinephrine amoxicillin amoxycillin clavulanate flucloxacillin dicloxacillin cefalexin cephalexin cefaclor
  ceftriaxone cefuroxime trimethoprim sulfamethoxazole nitrofurantoin doxycycline minocycline azithromycin clarithromycin erythromycin roxithromycin
  clindamycin metronidazole tinidazole ciprofloxacin norfloxacin moxifloxacin vancomycin gentamicin penicillin phenoxymethylpenicillin rifampicin
  isoniazid aciclovir valaciclovir famciclovir oseltamivir fluconazole itraconazole terbinafine clotrimazole miconazole nystatin ivermectin permethrin
  albendazole mebendazole hydroxychloroquine methotrexate sulfasalazine leflunomide azathioprine adalimumab etanercept infliximab rituximab tocilizumab
  colchicine allopurinol febuxostat alendronate risedronate denosumab zoledronic calcium cholecalciferol colecalciferol folate cyanocobalamin
  hydroxocobalamin thiamine ferrous perindopril ramipril lisinopril enalapril candesartan irbesartan telmisartan valsartan losartan olmesartan amlodipine
  felodipine nifedipine lercanidipine diltiazem verapamil metoprolol atenolol bisoprolol carvedilol propranolol nebivolol frusemide furosemide
  hydrochlorothiazide indapamide spironolactone eplerenone digoxin amiodarone flecainide sotalol atorvastatin rosuvastatin simvastatin pravastatin ezetimibe
  fenofibrate warfarin apixaban rivaroxaban dabigatran enoxaparin heparin clopidogrel ticagrelor prasugrel nitroglycerin isosorbide nicorandil omeprazole
  esomeprazole pantoprazole rabeprazole lansoprazole famotidine ranitidine ondansetron metoclopramide domperidone prochlorperazine loperamide docusate
  senna lactulose macrogol bisacodyl psyllium mesalazine tamsulosin prazosin finasteride dutasteride solifenacin oxybutynin mirabegron sildenafil
  tadalafil oestradiol estradiol progesterone levonorgestrel etonogestrel norethisterone drospirenone medroxyprogesterone tamoxifen anastrozole
  letrozole testosterone isotretinoin tretinoin adapalene benzoyl mupirocin latanoprost timolol chloramphenicol fluorescein nicotine varenicline
  naltrexone acamprosate disulfiram donepezil rivastigmine galantamine memantine levodopa carbidopa pramipexole ropinirole sumatriptan rizatriptan
  eletriptan baclofen botulinum lidocaine lignocaine bupivacaine ketamine propofol midazolam`
    .trim()
    .split(/\s+/)

interface MedicalLexicon {
  readonly terms: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
}

const lexicons = new Map<EuropeanLanguage, MedicalLexicon>()

function lexiconOf(language: EuropeanLanguage): MedicalLexicon {
  let lexicon = lexicons.get(language)
  if (lexicon) return lexicon
  if (language === 'en') lexicon = { terms: new Set([...words, ...drugs]), endings }
  else {
    const foreign = foreignMedicalWords[language]
    lexicon = { terms: new Set([...split(foreign.words), ...split(foreign.drugs)]), endings: new Set(split(foreign.endings)) }
  }
  lexicons.set(language, lexicon)
  return lexicon
}

const split = (list: string): string[] => list.trim().split(/\s+/)

/** The words of the medical lexicon of a language, drugs among them. */
export const medicalWords = (language: EuropeanLanguage = 'en'): ReadonlySet<string> => lexiconOf(language).terms

/** The endings that make a term of a word of seven letters or more. */
export const medicalEndings = (language: EuropeanLanguage): ReadonlySet<string> => lexiconOf(language).endings

const shortestWithEnding = 7
const shortestEnding = 3
const longestEnding = 12

/** Whether a lower-cased word is a medical term by list or, from 7 letters on, by its ending. */
export function isMedicalTerm(word: string, language: EuropeanLanguage = 'en'): boolean {
  const { terms, endings } = lexiconOf(language)
  if (terms.has(word)) return true
  if (word.length < shortestWithEnding) return false
  for (let length = shortestEnding; length <= longestEnding; length++)
    if (endings.has(word.slice(-length))) return language !== 'en' || !everyday.has(word)
  return false
}

// Words of the language that end like terms.
const everyday = new Set(
  `diplomas diploma aroma sarcasm analysis catalysis paralysis emphasis synopsis person someone reason season lesson prison poison
  anyone everyone stone telephone milestone cornerstone geographic photographic graphic demographic photography geography utopia catastrophic elvis
  personal philosophic atrophy trophy arsenic photogenic`.split(/\s+/),
)
