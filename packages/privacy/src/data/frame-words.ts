/** Words that stand beside a person's name and seldom beside another: a row a language, written for this project. */
const words = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')))

/** Whom they have for their object is a person. */
const asked = words(
  'ask asked asking tell told informed notified phoned rang remind reminded thank thanked texted',
  'llame llamar pregunte soy',
  'appeler rappeler',
  'heiße heisse rufen',
  'ligue ligar encaminho chamo sou',
  'chiamo chiamare sono',
  'bel bellen',
)

/** A person comes behind one of `ties`. */
const met = words(
  'discussed discuss spoke spoken speaking talked seen reviewed handed accompanied escorted attended brought liaised call calls meeting visited assessed examined performed inserted assisted dictated transcribed typed signed agreed belongs d rv consultation appointment conversation forms sent referred verified written prepared completed administered witnessed authorised authorized arranged booked',
  'comenta comentado comentada valorado valorada contacto contactar hablado acompañado acompañada visto vista firmado remitido remitida atendido atendida revisado revisada derivado derivada intervenido intervenida consulta tía',
  'vu vue appel accompagné accompagnée adressé adressée signé avis entretien discuté examiné examinée opéré opérée suivi suivie rendez-vous reçu reçue',
  'rücksprache anruf besprochen begleitung betreut untersucht verbandwechsel gespräch vorstellung telefonat konsil versorgt vorgestellt',
  'contato contacto avaliado avaliada acompanhado acompanhada visto vista assinado encaminhado encaminhada seguido seguida atendido atendida operado operada',
  'telefonata valutato valutata visto vista accompagnato accompagnata inviato inviata seguito seguita consulenza colloquio visitato visitata operato operata',
  'gezien overleg telefoontje verzorgd verwezen begeleid bezoek gebracht behandeling besproken',
)

/** Things are met with as well: only a name that is known is believed. */
const came = words(
  'contact contacted contacting met found saw see visit visited reviewed helped reach email message followed obtained reported named concerning include included including join joined',
  'presenta contactar joindre contacter suivi envio bereiken',
)

/** Word -> how a person's name may follow it. */
export const meetings: ReadonlyMap<string, { readonly directly: boolean; readonly tied: boolean; readonly known: boolean }> = new Map(
  [...asked, ...met, ...came].map((word) => [word, { directly: asked.has(word), tied: met.has(word), known: came.has(word) }]),
)

/** Small words before the name of whom somebody met, or who did it. */
export const ties = words(
  'with by to from w',
  'con por a al',
  'avec par de du',
  'mit von durch bei sie',
  'com pelo pela para',
  'da dal dalla di',
  'met door van',
)
/** Small words that may come before a tie. */
export const fillers = words('over in out back up again together briefly today', 'el la los le les der den dem die het de')

/** What only a person does, in small letters behind the name. */
export const deeds = words(
  'reports reported states stated denies denied says said complains complained feels felt lives lived presented presents attended attends visits visited asks asked told rang phoned smokes drinks agrees agreed wants wanted was is returns returned mobilised mobilized remains consented understands wishes moved retired tolerated awake works',
  'refiere niega acude ingresa vive nació fue cuenta consulta trabaja tranquilo tranquila viven reside',
  'rapporte vit habite habitent a est se née né dit consulte travaille calme signale',
  'berichtet lebt wohnt wurde kam klagt ist stammt arbeitet wohnen gibt stellte verneint',
  'relata nega refere mora moram nasceu foi recebeu deu trabalha calma calmo queixa',
  'riferisce abita abitano è viene lavora lamenta dimessa dimesso tranquilla tranquillo',
  'meldt woont wonen werd ging kwam klaagt werkt vertelt ontkent rustig',
)

/** Deeds that firms, drugs and diseases do too: only a given name that is known is believed before them. */
export const commonDeeds = words(
  'was is a se est è ist wurde werd fue foi presented presents remains told felt feels said says asked asks wants wanted agreed agrees returned returns moved retired visits visited attended tolerated works kam ging deu recebeu viene gibt stellte calma calme calmo tranquilla tranquillo tranquilo tranquila rustig ingresa cuenta consulta consulte understands states stated consented awake reside signale dit',
)

/** A department or body in short: no name, though no word of a dictionary. */
export const departments = words(
  'ortho neuro cardio gastro uro onco haem haematology gynae gyn obs paeds peds psych physio derm endo rheum renal vasc plastics maxfax ent rehab anaesthetics microbiology micro rads dietetics dietician pharmacy ambulance centrelink medicare lifeline bupa medibank headspace radiology medline pubmed imms urgencias urgences neumo digestivo trauma cirugía dialyse kardio chirurgie innere geriatrie reha',
)

/** Endings of drugs, diseases, bodies' parts and procedures. */
export const thingEnding =
  /(?:ines?|mab|nib|ol|ides?|ates?|ycin|icin|acin|pril|artan|statine?|azole?|olone|sone|itis|osis|osum|oma|[ae]mia|cillin|prazol|oxin|triptan|vir|parin|xaban|ium|ase|ellae?|coccus|bacter|therapy|scopy|gram|graphy|tomy|plasty|logy|logi[ea]|logía|iatr[iy]e?|pathy|pat[ií]a|graf[ií]a|terapia|therapie|ema|trophy|genesis|lysis|phil|phage|plasma|virus|zumab|tinib)$/
