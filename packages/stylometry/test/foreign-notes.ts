import { seededRandom } from '@corpuscope/statistics'

/** Sentences of clinical notes in three languages, written for these tests, with abbreviations and drug names as they are typed. */
const sentences = {
  fr: `patient suivi pour une douleur thoracique depuis trois jours, sans irradiation
    la douleur est constante et augmente pendant les efforts
    antécédents de diabète et d'hypertension artérielle, tabac sevré
    traitement habituel par metformine, ramipril et atorvastatine
    examen clinique sans particularité, auscultation normale
    la fièvre persiste malgré le traitement par amoxicilline
    bilan sanguin demandé: nfs, crp, iono, créat
    la radiographie du thorax montre un épanchement pleural gauche
    surveillance de la tension et contrôle dans une semaine
    fatigue importante avec perte de poids récente, appétit diminué
    douleurs abdominales diffuses, transit normal, pas de vomissement
    le scanner retrouve une lésion du foie droit
    poursuite du traitement et nouvelle consultation si aggravation
    toux sèche depuis une semaine, pas de dyspnée, sat correcte
    la patiente présente des céphalées chroniques et une fatigue
    prescription de paracétamol et repos, arrêt de travail de trois jours
    évolution favorable après antibiotique, douleur contrôlée
    consultation de contrôle, tension normale, bon état général
    prise de sang de contrôle et surveillance du poids
    lésion cutanée du bras gauche, aspect normal, surveillance simple`,
  es: `paciente con dolor torácico desde hace tres días, sin irradiación
    el dolor es constante y aumenta durante el esfuerzo
    antecedentes de diabetes e hipertensión arterial, fumador previo
    tratamiento habitual con metformina, ramipril y atorvastatina
    exploración física sin hallazgos, auscultación normal
    la fiebre persiste a pesar del tratamiento con amoxicilina
    analítica solicitada: hto, pcr, iones, creat
    la radiografía del tórax muestra un derrame pleural izquierdo
    control de la tensión y nueva consulta en una semana
    cansancio importante con pérdida de peso reciente, apetito disminuido
    dolores abdominales difusos, tránsito normal, sin vómitos
    la ecografía muestra una lesión del hígado derecho
    continuar el tratamiento y nueva consulta si empeora
    tos seca desde hace una semana, sin disnea, sat correcta
    la paciente presenta cefalea crónica y cansancio
    receta de paracetamol y reposo, baja laboral de tres días
    evolución favorable después del antibiótico, dolor controlado
    consulta de control, tensión normal, buen estado general
    control de analítica y vigilancia del peso
    lesión cutánea del brazo izquierdo, aspecto normal, control simple`,
  pt: `paciente com dor torácica há três dias, sem irradiação
    a dor é constante e aumenta durante o esforço
    antecedentes de diabetes e hipertensão arterial, fumante prévio
    tratamento habitual com metformina, ramipril e atorvastatina
    exame físico sem alterações, ausculta normal
    a febre persiste apesar do tratamento com amoxicilina
    exames pedidos: hmg, pcr, ionograma, creat
    a radiografia do tórax mostra um derrame pleural esquerdo
    controle da pressão e nova consulta em uma semana
    cansaço importante com perda de peso recente, apetite diminuído
    dores abdominais difusas, trânsito normal, sem vômitos
    a ecografia mostra uma lesão do fígado direito
    continuar o tratamento e nova consulta se piorar
    tosse seca há uma semana, sem dispneia, sat correta
    a paciente apresenta cefaleia crônica e cansaço
    receita de paracetamol e repouso, atestado de três dias
    evolução favorável depois do antibiótico, dor controlada
    consulta de controle, pressão normal, bom estado geral
    controle dos exames e vigilância do peso
    lesão cutânea do braço esquerdo, aspecto normal, controle simples`,
} as const

/** Notes of nine sentences each, drawn with a seed. */
export function foreignNotes(language: keyof typeof sentences): (readonly [id: string, text: string])[] {
  const pool = sentences[language].split('\n').map((sentence) => sentence.trim())
  const random = seededRandom(`notes in ${language}`)
  return Array.from({ length: 120 }, (_, i) => [
    `${language}${i}`,
    Array.from({ length: 9 }, () => pool[Math.floor(random() * pool.length)]).join('\n'),
  ])
}
