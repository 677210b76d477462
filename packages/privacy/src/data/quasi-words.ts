/** What people do and how they live, as a note says it; a row a language, written for this project. Order is part of what a partial means: add at the end. */
const words = (...rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split('|'))

/** Before an occupation. */
export const occupationCues: readonly string[] = words(
  'works|worked|working|work|employed|occupation|profession|job|retired|ex|former|is|self-employed',
  'arbeitet|beruf|berentete|berenteter|pensionierte|pensionierter',
  'travaille|profession|retraité|retraitée|ancien|ancienne',
  'trabaja|profesión|jubilado|jubilada|trabalha|aposentado|aposentada',
)
export const occupations: readonly string[] = words(
  'teacher|farmer|carpenter|electrician|plumber|builder|mechanic|welder|painter|miner|truck driver|bus driver|taxi driver|driver|pilot|soldier|veteran|police officer|firefighter|paramedic|nurse|midwife|doctor|dentist|pharmacist|vet|veterinarian|lawyer|solicitor|judge|accountant|bookkeeper|banker|engineer|architect|scientist|programmer|software developer|designer|journalist|writer|musician|actor|artist|photographer|chef|cook|baker|butcher|waiter|waitress|barista|cleaner|gardener|hairdresser|receptionist|secretary|clerk|librarian|manager|shop assistant|salesman|cashier|childcare worker|aged care worker|social worker|psychologist|student|priest|pastor|fisherman|forester|shearer|tailor|seamstress|factory worker|labourer|concreter|roofer|bricklayer|plasterer|tiler|postman|sailor|jockey|athlete|coach|lecturer|professor|politician|security guard|warehouse worker|office worker|public servant|tradesman|childminder|housewife|homemaker|unemployed|student nurse',
  'lehrer|lehrerin|landwirt|landwirtin|schreiner|tischler|elektriker|maurer|mechaniker|bergmann|kraftfahrer|polizist|krankenschwester|altenpflegerin|arzt|ärztin|apotheker|rechtsanwalt|ingenieur|architekt|journalist|musiker|koch|köchin|bäcker|metzger|kellner|kellnerin|friseurin|friseur|sekretärin|verkäuferin|verkäufer|student|studentin|pfarrer|schlosser|maler|dachdecker|briefträger|hausfrau',
  'instituteur|institutrice|agriculteur|menuisier|électricien|plombier|maçon|mécanicien|mineur|chauffeur|policier|infirmière|infirmier|pharmacien|avocat|ingénieur|architecte|journaliste|musicien|cuisinier|boulanger|boucher|serveuse|serveur|coiffeuse|secrétaire|vendeuse|étudiant|étudiante|ouvrier|femme de ménage',
  'maestro|maestra|agricultor|carpintero|electricista|fontanero|albañil|mecánico|minero|camionero|policía|enfermera|enfermero|farmacéutico|abogado|ingeniero|arquitecto|periodista|músico|cocinero|panadero|carnicero|camarero|peluquera|secretaria|estudiante|ama de casa|professora|professor|pedreiro|motorista|costureira|dona de casa',
)

/** How a person lives, and with whom. */
export const family: readonly string[] = words(
  'married|divorced|separated|widowed|widow|widower|single mother|single father|lives alone|de facto|engaged|twin|triplet|adopted|foster child|only child|no children|one child|two children|three children|four children|five children|six children|same-sex partner',
  'verheiratet|geschieden|verwitwet|ledig|alleinlebend|alleinstehend|zwei kinder|drei kinder|vier kinder|ein kind|keine kinder|zwilling|adoptiert',
  'marié|mariée|divorcé|divorcée|veuf|veuve|célibataire|vit seul|vit seule|deux enfants|trois enfants|jumeau|jumelle',
  'casado|casada|divorciado|divorciada|viudo|viuda|soltero|soltera|vive solo|vive sola|dos hijos|tres hijos|gemelo|viúvo|viúva|solteiro|solteira|dois filhos|três filhos',
)
