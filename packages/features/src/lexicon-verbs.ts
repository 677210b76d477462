import type { EuropeanLanguage } from '@corpuscope/text'

/**
 * Finite forms of full verbs that are common in clinical notes and seldom anything else, written by us: 194 in English, 95 to 117 in each of the
 * others. A word that is as often a noun (reports, notes, sounds, controle) is in none of the lists. Participles are in none either: "wound cleaned"
 * has no finite verb.
 */
const verbs: Record<EuropeanLanguage, string> = {
  en: `denies denied takes took gives gave goes went comes came gets got feels felt says said tells told thinks thought knows knew sees saw finds lives
    lived smokes drinks eats ate sleeps slept walks wants wanted seems seemed appears appeared remains remained becomes became begins began keeps kept
    makes lets uses presents presented describes complains complained reveals revealed suggests suggested demonstrates demonstrated shows showed
    indicates indicated continues continued improves improved worsens worsened settles settled resolves persists persisted occurs occurred requires
    required receives responds responded tolerates attends attended returned mentions recalls wakes woke wears brings brought heals
    healed lies stands sits sat runs ran fell falls left stays stayed happens happened started starts stopped stops lost gained loses gains helps
    helped allows believes believed agrees agreed declines declined refuses refused understands understood hopes worries enjoys prefers plays
    studies tries tried asks asked answers answered speaks spoke moved moves turned grew grows bled bleeds hurts aches itches vomits vomited
    coughs coughed collapsed collapses fainted worked works includes included contains consists involves varies varied depends differs exists results
    resulted led leads caused causes affects affected increases increased decreases decreased develops developed decreases represents provides
    provided supports confirms confirmed`,
  fr: `présente présentent présentait retrouve retrouvent retrouvait montre montrent révèle révèlent consulte prend prennent prenait signale signalent
    décrit décrivent rapporte rapportent note notent existe existent persiste persistent reste restent devient deviennent vient viennent tient
    permet permettent nécessite nécessitent objective objectivent met mettent dit disent sait savent voit voient veut veulent souffre souffrent
    évolue évoluent bénéficie bénéficient apparaît apparaissent apparut disparaît montrait débute semble semblent confirme confirment évoque évoquent constate
    constatent décide décident reçoit reçoivent revient reviennent ressent perçoit comprend comprennent entraîne entraînent suggère suggèrent
    réalise réalisent propose proposent pratique pratiquent nie nient vit vivent fume boit mange dort marche travaille habite arrive arrivent
    guérit guérissent augmente augmentent diminue diminuent concerne concernent correspond correspondent représente représentent`,
  es: `presenta presentan refiere refieren acude acuden niega niegan muestra muestran evidencia evidencian observa observan realiza realizan ingresa
    ingresan toma toman tomó persiste persisten consulta consultan indica indican inicia inician aparece aparecen mejora mejoran empeora empeoran
    sugiere sugieren revela revelan comenta comentan describe describen encuentra encuentran recibe reciben precisa precisan requiere requieren
    decide deciden aumenta aumentan disminuye disminuyen continúa continúan mantiene mantienen permanece permanecen queda quedan comienza comienzan
    duele duelen siente sienten dice dicen sabe saben ve ven quiere quieren viene vienen vive viven fuma bebe come duerme camina trabaja llega llegan
    tolera toleran confirma confirman existe existen aprecia aprecian aconseja recomienda recomiendan solicita solicitan hace hacen hizo dio vio`,
  pt: `apresenta apresentam refere referem nega negam relata relatam mostra mostram evidencia evidenciam observa observam realiza realizam ingressa
    toma tomam persiste persistem procura procuram indica indicam inicia iniciam aparece aparecem melhora melhoram piora pioram sugere sugerem
    revela revelam descreve descrevem encontra encontram recebe recebem necessita necessitam requer requerem decide decidem aumenta aumentam diminui
    diminuem continua continuam mantém mantêm permanece permanecem fica ficam começa começam dói doem sente sentem diz dizem sabe sabem vê quer
    querem vem vêm vive vivem fuma bebe come dorme caminha trabalha chega chegam tolera toleram confirma confirmam existe existem faz fazem fez
    deu recebeu sofreu ocorreu apareceu permaneceu desenvolveu`,
  de: `klagt klagte klagten berichtet berichtete berichteten gibt gab gaben kommt kam kamen zeigt zeigte zeigten erfolgt erfolgte erfolgten besteht
    bestehen bestanden fand fanden findet finden ergab ergaben ergibt liegt lag lagen liegen leidet litt nimmt nahm nahmen stellt stellte stellten
    verneint verneinte verneinten tritt trat traten bleibt blieb blieben geht ging gingen sieht sah lässt ließ ließen nimmt trinkt raucht rauchte isst
    schläft lebt lebte arbeitet arbeitete wohnt spricht sprach sprachen heilt heilte verläuft verlief verliefen empfehlen empfahl empfiehlt bitten
    beginnt begann begannen erhält erhielt erhielten führt führte führten zog entließ entlassen konnten macht machte hält hielt bittet verbleibt
    beträgt betrug entspricht entsprach weist wies scheint schien stürzte fiel erlitt entwickelte bemerkte verspürt verspürte wirkt wirkte steht stand`,
  it: `presenta presentano riferisce riferiscono lamenta lamentano nega negano mostra mostrano evidenzia evidenziano assume assumono giunge giungono
    esegue eseguono persiste persistono appare appaiono rimane rimangono risulta risultano accusa accusano descrive descrivono rileva rilevano
    indica indicano inizia iniziano migliora migliorano peggiora peggiorano suggerisce rivela ricorda riceve ricevono richiede richiedono decide
    decidono aumenta aumentano diminuisce continua continuano mantiene resta restano comincia sente sentono dice dicono sa sanno vede vedono vuole
    vogliono vive vivono fuma beve mangia dorme cammina lavora arriva arrivano tollera conferma confermano esiste esistono consiglia fa fanno fece
    prende prendono soffre dimostra dimostrano prosegue guarisce si`,
}

/** Pronouns that are subjects, or stand before a verb alone: where one is, there is a clause. */
const subjects: Record<EuropeanLanguage, string> = {
  en: `i he she we they i'm i've i'd i'll he's he'd he'll she's she'd she'll it's we're we've we'll we'd they're they've they'd they'll you're you've who`,
  fr: 'je tu il elle on ils elles ne se me te nous',
  es: 'yo él ella ellos ellas se me nos te os le les',
  pt: 'eu ele ela eles elas se me te lhe lhes',
  de: 'ich du er wir man',
  it: 'io lui lei mi ti ci vi',
}

/** Endings of finite verbs alone, but for the words behind them. */
const endings: Partial<Record<EuropeanLanguage, readonly [RegExp, ReadonlySet<string>]>> = {
  fr: [
    /[a-zéè]{2,}(?:ait|aient|èrent|issent)$/,
    new Set('parfait imparfait retrait extrait portrait attrait souhait abstrait distrait bienfait'.split(' ')),
  ],
  es: [/[\p{L}]{2,}(?:ó|aron|ieron|aba|aban|ará|erá|irá|arán|erán|irán)$/u, new Set('sílaba haba baba'.split(' '))],
  pt: [/[\p{L}]{3,}(?:ou|aram|eram|iram|avam|iu|ará|erá|irá)$/u, new Set('outrou'.split(' '))],
  it: [/[\p{L}]{3,}(?:ò|arono|irono|erono|avano|evano|isce|iscono)$/u, new Set(['però', 'bisce', 'lisce'])],
}

const known = new Map<EuropeanLanguage, ReadonlySet<string>>()

/**
 * Whether a lower-cased word shows that its sentence has a finite verb, auxiliaries and copulas apart: a common verb form, an ending that only verbs have,
 * or a pronoun that is a subject.
 */
export function showsVerb(word: string, language: EuropeanLanguage): boolean {
  let list = known.get(language)
  if (!list) known.set(language, (list = new Set(`${verbs[language]} ${subjects[language]}`.trim().split(/\s+/))))
  if (list.has(word)) return true
  const [ending, none] = endings[language] ?? []
  return ending !== undefined && none !== undefined && ending.test(word) && !none.has(word)
}

/** How many finite forms of full verbs the list of a language holds. */
export const finiteVerbs = (language: EuropeanLanguage): number => new Set(verbs[language].split(/\s+/)).size
