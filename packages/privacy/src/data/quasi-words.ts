/** What people do and how they live, as a note says it; a row a language, written for this project. Order is part of what a partial means: add at the end. */
const words = (...rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split('|'))

/** Before an occupation. */
export const occupationCues: readonly string[] = words(
  'works|worked|working|work|employed|occupation|profession|job|retired|ex|former|is|self-employed',
  'arbeitet|beruf|berentete|berenteter|pensionierte|pensionierter',
  'travaille|profession|retraité|retraitée|ancien|ancienne',
  'trabaja|profesión|jubilado|jubilada|trabalha|aposentado|aposentada',
  'ist|war|est|es|era|é|lavora|professione|pensionato|pensionata|werkt|beroep|gepensioneerd',
)
export const occupations: readonly string[] = words(
  'teacher|farmer|carpenter|electrician|plumber|builder|mechanic|welder|painter|miner|truck driver|bus driver|taxi driver|driver|pilot|soldier|veteran|police officer|firefighter|paramedic|nurse|midwife|doctor|dentist|pharmacist|vet|veterinarian|lawyer|solicitor|judge|accountant|bookkeeper|banker|engineer|architect|scientist|programmer|software developer|designer|journalist|writer|musician|actor|artist|photographer|chef|cook|baker|butcher|waiter|waitress|barista|cleaner|gardener|hairdresser|receptionist|secretary|clerk|librarian|manager|shop assistant|salesman|cashier|childcare worker|aged care worker|social worker|psychologist|student|priest|pastor|fisherman|forester|shearer|tailor|seamstress|factory worker|labourer|concreter|roofer|bricklayer|plasterer|tiler|postman|sailor|jockey|athlete|coach|lecturer|professor|politician|security guard|warehouse worker|office worker|public servant|tradesman|childminder|housewife|homemaker|unemployed|student nurse',
  'lehrer|lehrerin|landwirt|landwirtin|schreiner|tischler|elektriker|maurer|mechaniker|bergmann|kraftfahrer|polizist|krankenschwester|altenpflegerin|arzt|ärztin|apotheker|rechtsanwalt|ingenieur|architekt|journalist|musiker|koch|köchin|bäcker|metzger|kellner|kellnerin|friseurin|friseur|sekretärin|verkäuferin|verkäufer|student|studentin|pfarrer|schlosser|maler|dachdecker|briefträger|hausfrau',
  'instituteur|institutrice|agriculteur|menuisier|électricien|plombier|maçon|mécanicien|mineur|chauffeur|policier|infirmière|infirmier|pharmacien|avocat|ingénieur|architecte|journaliste|musicien|cuisinier|boulanger|boucher|serveuse|serveur|coiffeuse|secrétaire|vendeuse|étudiant|étudiante|ouvrier|femme de ménage',
  'maestro|maestra|agricultor|carpintero|electricista|fontanero|albañil|mecánico|minero|camionero|policía|enfermera|enfermero|farmacéutico|abogado|ingeniero|arquitecto|periodista|músico|cocinero|panadero|carnicero|camarero|peluquera|secretaria|estudiante|ama de casa|professora|professor|pedreiro|motorista|costureira|dona de casa',
  'insegnante|agricoltore|falegname|elettricista|idraulico|muratore|meccanico|autista|poliziotto|infermiera|infermiere|farmacista|avvocato|ingegnere|architetto|giornalista|cuoco|panettiere|cameriere|parrucchiera|segretaria|studente|studentessa|casalinga',
  'leraar|lerares|boer|timmerman|elektricien|loodgieter|metselaar|monteur|vrachtwagenchauffeur|politieagent|verpleegkundige|apotheker|advocaat|ingenieur|architect|journalist|kok|bakker|kapster|secretaresse|huisvrouw',
)

/** How a person lives, and with whom. */
export const family: readonly string[] = words(
  'married|divorced|separated|widowed|widow|widower|single mother|single father|lives alone|de facto|engaged|twin|triplet|adopted|foster child|only child|no children|one child|two children|three children|four children|five children|six children|same-sex partner',
  'verheiratet|geschieden|verwitwet|ledig|alleinlebend|alleinstehend|zwei kinder|drei kinder|vier kinder|ein kind|keine kinder|zwilling|adoptiert',
  'marié|mariée|divorcé|divorcée|veuf|veuve|célibataire|vit seul|vit seule|deux enfants|trois enfants|jumeau|jumelle',
  'casado|casada|divorciado|divorciada|viudo|viuda|soltero|soltera|vive solo|vive sola|dos hijos|tres hijos|gemelo|viúvo|viúva|solteiro|solteira|dois filhos|três filhos',
  'sposato|sposata|divorziato|divorziata|vedovo|vedova|celibe|nubile|vive da solo|vive da sola|due figli|tre figli',
  'gehuwd|getrouwd|gescheiden|weduwe|weduwnaar|ongehuwd|alleenstaand|twee kinderen|drie kinderen',
)

/** Somebody else, whose occupation says less of the patient. */
export const relatives: readonly string[] = words(
  'husband|wife|partner|mother|father|mum|dad|brother|sister|son|daughter|boyfriend|girlfriend|uncle|aunt|grandmother|grandfather',
  'mann|ehemann|frau|ehefrau|mutter|vater|bruder|schwester|sohn|tochter|mari|femme|mère|père|frère|sœur|fils|fille',
  'marido|esposa|madre|padre|hermano|hermana|hijo|hija|mãe|pai|irmão|irmã|filho|filha|marito|moglie|fratello|sorella|figlio|figlia|vrouw|moeder|vader|broer|zus|zoon|dochter',
)

/** Conditions that fewer than 5 of 10,000 people have (Regulation (EC) 141/2000, article 3), in their usual spellings; a condition an entry. */
export const rareConditions: readonly string[] = [
  "huntington(?:'s|’s|s)?(?: disease| chorea)?|chorea huntington|maladie de huntington|enfermedad de huntington|corea di huntington",
  'cystic fibrosis|mukoviszidose|zystische fibrose|mucoviscidose|fibrosis quística|fibrose cística|fibrosi cistica',
  'ha?emophilia|hämophilie|hémophilie|hemofilia|emofilia|hemofilie',
  'sickle cell|sichelzell\\p{L}*|drépanocytose|drepanocitosis|anemia falciforme',
  'marfan(?: syndrome|-syndrom)?|syndrome de marfan|síndrome de marfan|sindrome di marfan',
  'amyotrophic lateral sclerosis|motor neurone? disease|amyotrophe lateralsklerose|sclérose latérale amyotrophique|esclerosis lateral amiotrófica|esclerose lateral amiotrófica|sclerosi laterale amiotrofica',
  'myasthenia gravis|myasthénie|miastenia',
  'duchenne',
  "wilson(?:'s|’s)? disease|morbus wilson|maladie de wilson|enfermedad de wilson",
  'gaucher|morbus gaucher',
  'fabry',
  'phenylketonuria|phenylketonurie|phénylcétonurie|fenilcetonuria',
  'acromegaly|akromegalie|acromégalie|acromegalia',
  'tuberous sclerosis|tuberöse sklerose|sclérose tubéreuse|esclerosis tuberosa',
  'neurofibromatosis|neurofibromatose|neurofibromatosi',
  'osteogenesis imperfecta|glasknochenkrankheit',
  'prader[- ]willi',
  'turner syndrome|turner-syndrom|syndrome de turner|síndrome de turner',
  'klinefelter',
  'scleroderma|systemic sclerosis|sklerodermie|sclérodermie|esclerodermia|sclerodermia',
  'porphyria|porphyrie|porfiria',
  'creutzfeldt[- ]jakob',
  'narcolepsy|narkolepsie|narcolepsie|narcolepsia|narcolessia',
  'spinal muscular atrophy|spinale muskelatrophie|amyotrophie spinale|atrofia muscular espinal',
]
