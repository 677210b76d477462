/** Words that tell a name from another capitalised word; a row a language, written for this project. */
const words = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')))

/** Directly before a name, in lower case without a final point. */
export const titles = words(
  'dr drs dres mr mrs ms miss mx mister prof professor doctor nurse sister rev reverend sir dame matron',
  'herr herrn frau fr fräulein kollege kollegin kollegen doz dozent oä prim ass ddr oberarzt oberärztin chefarzt chefärztin assistenzarzt assistenzärztin stationsarzt stationsärztin dgks dgkp prim.a dr.in mag',
  'mme mlle m docteur docteure pr madame mademoiselle monsieur',
  'sr sra srta don doña dra doctora doctor señor señora',
  'dott dottor dottore dottoressa professore sig signora signor signorina',
  'dona professora professeur profesor profesora sho rmo hmo jmo',
  'senhor senhora enf doutor doutora d dña',
  'mevr mevrouw mw dhr meneer',
)

/** A title by itself only with its point, or in this case: Sr. and M., not the element strontium or metres. */
export const pointedTitles = words('m d fr sr ass don rev sig mag')

/** Also in small letters, with a point. */
export const smallTitles = words('mr mrs ms dr prof')

/** Written out, in small letters too before a word with a capital: "el doctor Echevarría". */
export const smallFullTitles = words(
  'doctor professor señor señora doctora profesor profesora monsieur madame mademoiselle docteur docteure professeur dottor dottore dottoressa professore signor signora signorina senhor senhora doutor doutora professora mevrouw meneer dona doña',
)

/** Grades of doctors, in capitals before a name that is not. */
export const capitalTitles = words('sho rmo hmo jmo')

/** May stand between a title and the name. */
export const degrees = words(
  'med mult univ univers univer dent rer nat habil hc h.c phil jur msc mba md phd',
  'a',
  'mag dipl ing bsc di ba',
  'practitioner manager educator coordinator',
  'dr ddr drs prof doz priv pd priv.-doz oa oä ass fa in prim',
  'kollege kollegin collega colega colleague collègue confrère compañero compañera',
  'dr.med dr.dr prof.dr univ.prof univ.-prof',
)

/** Before a colon, or before a name directly where `bareLabels` has them too. */
export const labels = words(
  'name names patient pt client surname lastname givenname middlename firstname forename attending attn attention cc re regarding transcribed interpreted resident fellow cardiologist therapist technician author editor witness interpreter performed verified dictating requester named author clinician doctor gp provider consultant surgeon physician practitioner nurse dictated signed reviewed registrar supervisor carer relative nok contact guardian responsible referrer pcp operator assistant anaesthetist anesthesiologist secretary mum dad mother father wife husband son daughter partner',
  'geschrieben diktiert freigegeben erstellt verfasst validiert unterschrieben vidiert empfänger einsender zuweiser überweiser pflege nachrichtlich kopie patientin patienten pat betr betreff betrifft untersucher arzt ärztin hausarzt hausärztin vorstand direktor direktorin assistenz anästhesist operateur unterschrift nachname vorname familienname schreiber oberarzt chefarzt stationsarzt ansprechpartner angehörige angehöriger kontakt überweisender',
  'moglie marito figlia figlio épouse époux fille fils esposa esposo hija hijo filha filho echtgenote echtgenoot dochter zoon',
  'nom prénom médecin patiente nombre nombres apellido apellidos responsable cabecera tratante traitant référent curante assistente acompañante madre padre identité prenom prénoms cognome paciente médico nome cognome paziente medico rédigé dicté redactado escrito elaborado redigido solicitado destinatario remitente firmado asunto objet concerne destinataire signé utente mãe madre pai padre beneficiario assistito',
  'betreft patiënt patiënte huisarts behandelaar naam achternaam voornaam verwijzer arts specialist hoofdbehandelaar contactpersoon',
)
/** Labels of a letter's head, where they begin with a capital: in small letters they are words like others. */
export const capitalLabels = words('to from an à para')

export const bareLabels = words(
  'betrifft patientin pat patient patienten pt client paciente patiente paziente patiënt patiënte',
  'dear hi hey hola bonjour ciao olá moin hej hello hallo liebe lieber cher chère estimado estimada apreciado apreciada querido querida caro cara prezado prezada geachte beste gentile egregio egregia gentilissimo gentilissima geehrte geehrter',
  'gez signed',
  'regards sincerely',
)

/** Lines after which a name stands alone: the end of a letter. */
export const closings = words(
  'regards sincerely truly respectfully cordially confraternellement groet groeten hilsen hälsningar gentilmente saludo abraço atenciosamente faithfully grüßen grüssen grüße gruß gruss cordialement saludos atentamente saluti cumprimentos thanks',
)

/** Small words inside a name. */
export const particles = words('von van de da del der den di la le du des dos das bin ibn al el ter ten zu zum zur af av')

/** Capitalised, after a title or beside a name, and no name. */
export const notNames = words(
  'the a an and or of in on at to for from with without by as is was are has had will he she they it i we you his her their this that these those there here if when then no not yes all any also but per via who what which where how',
  'abdo anglo google review reviewed reviews note notes notified discussed seen called phone phoned rang advised aware informed states says said reports agreed practice practitioner practitioners surgery clinic hospital centre center medical health healthcare nursing ward team unit department referral refer referred letter name names surname signature signed date dob age sex gender address phone fax mobile email patient patients pt client gp rn registrar consultant specialist physician surgeon doctor nurse nurses student visit plan history exam examination assessment impression diagnosis treatment management medication medications allergies social family past current follow subjective objective results bloods pathology imaging supervisor reason presenting complaint problem problems',
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember',
  'keine kein der die das den dem des ein eine einer und oder mit ohne im in am an auf bei von vom zur zum für ist war wird wurde hat hatte kann konnte sich nach aus über unter bis seit als wie auch nicht wir ich sie er es ihr ihre ihren ihrem',
  'kollege kollegin kollegen kolleginnen patient patientin patienten doktor professor klinik krankenhaus abteilung station ambulanz praxis hausarzt facharzt oberarzt oberärztin chefarzt assistenzarzt stationsarzt direktor direktorin anamnese befund diagnose diagnosen therapie verlauf medikation epikrise labor procedere beurteilung entlassung aufnahme datum geburtsdatum geboren telefon telefax straße adresse versicherung beruf fallnummer damen herren universität universitätsklinik universitätsklinikum innere medizin chirurgie neurologie psychiatrie radiologie pathologie',
  'colleague colleagues sir sirs madam whom parent parents guardian family carers reader tel tél tfno fon fax mobile cell ext nhs phone mail email url confrère confrères consoeur collega collègue kollegen compañero',
  "i’m i’ve i’ll i’d i'm i've i'll i'd um uh hi hello yes yeah okay",
  'votre notre nos vos les une des pour avec sans dans chez son sa ses leur leurs cette ce ces mon ma mes elle il ils elles nous vous est sont',
  'el la los las su sus se con sin por para una un del al que en es os as um uma no na ao dos das',
  'given first last middle none nil unknown self alive deceased dead ok nad awake alone independent well good other others both ward clerk home team staff admin reception duty call',
  'desconocido ninguno ninguna sí médico centro servicio urgencias ambulatorio calle fecha edad sexo inconnu inconnue aucun aucune service adresse date né née âge sexe nessuno nessuna ignoto reparto indirizzo data età sesso desconhecido nenhum nenhuma serviço endereço idade geen onbekend afdeling adres datum leeftijd geslacht unbekannt keiner alter geschlecht',
  'madame monsieur docteur señor señora doctora',
  'enfermera enfermero infirmière infirmier interne externe enfermeira enfermeiro infermiera infermiere verpleegkundige pflege schwester pfleger hijo hija fils fille figlio figlia filho filha zoon dochter sohn tochter ehefrau ehemann esposa esposo épouse époux moglie marito echtgenote echtgenoot patiënt patiënte paciente patiente paziente naam',
  'mr mrs ms dr prof herr frau miss',
  'pain chest blood pressure heart rate left right upper lower acute chronic mild moderate severe normal abnormal positive negative diabetes asthma hypertension depression anxiety type vitamin insulin',
  'ia ib iia iib iic iiia iiib',
  'st street road avenue lane drive court place north south east west new old saint',
)

/** Family names that are parts of the body or colours too: they count where a title or label stands before, not wherever they recur. */
export const ambiguousNames = words(
  'leber hand herz niere lunge kopf fuß arm bein haut blut magen blau weiß schwarz braun grün groß klein lang kurz jung alt young long short white black brown green gray small little love day may june best good hope stone wood hill field summer winter price head hand foot',
)

/** Persons of the textbooks: with an 's, or before a noun such as "disease", they name what they described. */
export const eponyms = words(
  'gehrig lasègue lasegue forrest pratt strauss churg sokolow lyon pendred vaughan gorlin hartmann antoni balthazar baltazar verocay duarte kossa widal petit hippel lindau willi prader azar kisskalt achilles addison adson albright alport alzheimer apgar apley asperger babinski baker barlow barrett barthel bartholin basedow bechterew bekhterev blumberg pouteau rovsing horton gougerot mallampati karnofsky framingham child pugh ranson behçet behcet bell bence bennett berger binet bishop blalock boerhaave bouchard bowen bright broca brown brudzinski budd buerger burkitt burnett charcot chagas cheyne chiari chvostek colles cooper coombs couvelaire crohn cullen cushing doppler down dressler duchenne dupuytren ebstein edinburgh ehlers eisenmenger epley epstein erb ewing fabry fallot felty fitz flemming foley fontaine fournier friedreich froment gaucher gilbert glasgow gleason gowers gram graves grave guillain guthrie hansen hashimoto hawkins heberden henoch hirschsprung hodgkin hoffmann hoffman homans horner huntington hutchinson jones kaplan kaposi kawasaki kernig kerley killip kleinfelter klinefelter kocher korotkoff korsakoff lachman lasègue lasegue lewy lisfranc ludwig mallory mantoux marfan mcburney mcmurray meckel menière meniere ménière mini-mental mohs morton munchausen murphy neer nissen osgood osler osteopath paget papanicolaou parkinson perthes peyronie phalen pick pott potter prader prehn prinzmetal quervain raynaud reiter rett reye rinne romberg rorschach schatzker schmorl schober sjögren sjogren spurling stevens stokes sudeck sydenham takayasu thomas tinel tietze tourette trendelenburg trousseau turner valsalva virchow von waldenström weber wegener weil wernicke whipple widal willebrand wilms wilson wolff zollinger ziehl hb bouchardat dix hallpike spurlings tanner bristol braden waterlow morse norton',
)
export const eponymHeads = words(
  'splint splints drain drains protein proteins proteinuria procedure procedures pouch staining serology type forceps patch incision disc discs algorithm frame retractor clamp virus tube disease diseases syndrome syndromes sign signs test tests catheter catheters palsy fracture fractures score scale scores criteria maneuver manoeuvre maneuvre tendon tendonitis tendinopathy cyst cysts chorea dementia lymphoma sarcoma tumour tumor phenomenon contracture nodes node oesophagus esophagus hernia ulcer ulcers procedure operation reflex triad tetralogy law index classification stage grade stain method technique position thyroiditis nephropathy psoriasis anaemia anemia body bodies coma scan ultrasound line lines point thumb esotropia exercises exercise spots rash lesion glands gland duct gastritis attack personality stool chart screening infant',
  'krankheit erkrankung syndrom zeichen test katheter demenz lymphom sarkom index skala klassifikation stadium score sonographie sonografie anämie',
  'maladie enfermedad enfermedades síndrome malattia sindrome',
)

/** Kin in small letters, or capitalised in German: a name may follow, with or without a comma. */
export const kin = words(
  'wife husband spouse partner son daughter mother father mum mom dad brother sister grandmother grandfather grandson granddaughter grandma grandpa aunt uncle niece nephew cousin girlfriend boyfriend fiancé fiancée fiance fiancee stepmother stepfather stepson stepdaughter carer caregiver neighbour neighbor friend roommate twin guardian mummy daddy stepdad stepmum nan nana pop grandparent flatmate housemate',
  'ehefrau ehemann tochter sohn mutter vater bruder lebensgefährtin lebensgefährte lebenspartner lebenspartnerin betreuer betreuerin enkel enkelin schwiegertochter schwiegersohn nachbarin nachbar schwester cousin cousine tante onkel oma opa freundin freund mann frau',
  'épouse époux mari femme fils fille frère sœur soeur mère père conjoint conjointe compagne compagnon voisine voisin belle-fille beau-fils tante oncle neveu nièce ami amie tuteur tutrice',
  'esposa esposo marido mujer hijo hija hermano hermana madre padre cuñada cuñado nieto nieta sobrino sobrina pareja vecino vecina cuidador cuidadora tía tío abuela abuelo nuera yerno tutor tutora',
  'filha filho irmã irmão mãe pai nora genro companheiro companheira cuidadora cuidador marido esposa vizinha vizinho tia tio avó avô neta neto sobrinha sobrinho',
  'moglie marito figlio figlia fratello sorella vicina vicino compagna compagno zia zio nipote nonna nonno badante cognata cognato madre padre mamma papà',
  'echtgenote echtgenoot dochter zoon moeder vader broer zus man vrouw partner buurvrouw buurman vriendin vriend kleinzoon kleindochter mantelzorger',
)

/** Those who treat, in small letters before their name. */
export const carers = words(
  'nurse midwife physician surgeon doctor therapist psychologist psychiatrist counsellor counselor physio physiotherapist pharmacist paramedic dietitian podiatrist dentist cardiologist neurologist oncologist urologist radiologist pathologist anaesthetist anesthesiologist hospitalist intensivist registrar intern resident fellow officer pastor chaplain interpreter',
  'schwester pfleger pflegefachfrau pflegefachmann logopädin physiotherapeutin sozialarbeiterin sozialarbeiter kollegin kollege hausarzt hausärztin',
  'interne infirmière infirmier aide-soignante aide-soignant médecin chirurgien kinésithérapeute psychologue sage-femme confrère consœur collègue',
  'enfermera enfermero médico médica cirujano doctora compañero compañera psicóloga',
  'enfermeira enfermeiro médico médica colega fisioterapeuta psicóloga assistente',
  'infermiera infermiere medico collega oss fisioterapista',
  'collega verpleegkundige huisarts fysiotherapeut assistente',
)

/** Behind a name: degrees and offices, without their points. */
export const postNominals = words(
  'md do rn np pa phd lpn lvn cna cnm crna aprn dnp bsn msn lcsw lmsw msw lmft lpc psyd pharmd rph dpm dds dmd dc facs facc facp fnp arnp en een ide iade ain mbbs mbchb frcp frcs frcgp mrcp mrcgp fracgp fracp fracs facem fachsc fanzca franzcp frcpc ccfp ot otr pt dpt slp rd rdn ma cma emt',
)

/** Family names of two letters: behind a title they are not cut short. */
export const shortFamilyNames = words('ng wu li xu ho yu le vo do ma lu hu he qi oh ko bo ly ha ku su tu fu du gu yi an ip mo ong')

/** Given names that are places, plants or peoples too: alone they prove nothing. */
export const placesToo = words(
  'sri vera aust bones gluteus medius maximus hydatidiform aniridia asia america german georgian irish philippine quincy willis clark lowe humphrey oriented christian muslim april august summer cleveland dallas houston jackson lincoln savannah paris madison chelsea georgia virginia kenya china india brooklyn denver orlando adelaide perth preston chester kent devon clinton hamilton milton kingston kelvin allen alma marshall tyler valsalva victoria florence charlotte carolina chen lee ken jin kim ling ming wang sydney austin milan dallas israel jordan chad lima lena rosemary violet iris flora angela alba max rita milena maria jude max ada eva jan mai april june august sam bob ray roman gene jack bill olive ivy sophie stella gina mia guy luc pilar rosario mercedes dolores concepción valentina regina marina gloria magda nele neil lang lina alena dana santiago francisco antonio diego jose josé paulo pedro juan nicolas lorenzo jakob jacob creutzfeldt',
)

/** Behind two capitalised words they make an organisation or a street of them. */
export const organisationWords = words(
  'hospital clinic klinik klinikum krankenhaus street road avenue university universität college foundation institute inc ltd gmbh company group bank',
)
