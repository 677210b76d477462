import type { EuropeanLanguage } from '@corpuscope/text'

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const english = {
  irregular:
    set(`seen given taken done made told kept held found shown known put set sent brought bought caught felt lost met paid read said sold
    spent taught thought understood worn written broken chosen drawn driven eaten fallen forgotten frozen hidden shaken spoken stolen sworn torn woken
    begun cut hit hurt let shut split spread built dealt fed led lent meant run won undergone undertaken overcome withdrawn withheld rewritten retaken
    overseen forgiven foreseen mistaken beaten bitten blown born borne bound burnt cast fought flown grown heard hung laid learnt lit proven sought shot
    sewn slit stuck struck swept swollen thrown wound bent bled bred`),
  // Words in -ed that are no participles, or describe and tell of no act: "the patient is tired".
  none: set(`naked hundred sacred wicked kindred hatred infrared rugged ragged jagged crooked wretched beloved dogged aged bearded gifted talented skilled
    tired biped quadruped moped embed interested sided handed eyed shaped sized coloured colored legged hearted minded tempered detailed sheltered
    overweighted blessed learned rabid limited advanced sophisticated complicated dedicated unclouded`),
}
const vowelThenEd = /[aeiouy][^\s]*[^e]ed$/

// Participles of verbs whose perfect is made with être: "est venu" is active.
const frenchOfBeing =
  /^(?:all|arriv|entr|rentr|mont|remont|rest|retourn|tomb|retomb|pass|repass|décéd|n)ée?s?$|^(?:parti|sorti|ressorti|reparti|venu|revenu|devenu|parvenu|intervenu|survenu|descendu|redescendu|mort|guéri)e?s?$/
const frenchRegular = /^(?!âg|ais|sant|beaut|qualit|foss|pavé)[a-zàâéèêëîïôûùç'-]{2,}(?:ée?s?)$/
const frenchIrregular =
  /(?:fait|mis|pris|dit|crit|vu|connu|reçu|perdu|tenu|endu|suivi|duit|truit|teint|joint|ouvert|couvert|offert|fini|établi|rempli|choisi|élargi|subi|saisi|servi|résolu|exclu|inclu|inclus|conclu|élu|lu|voulu|dû|cru|bu|battu|battu|rompu|attendu|averti|défini|fourni|réuni|réparti|refroidi|assis|acquis|requis|conquis)(?:e?s?)$/

const iberianNone =
  set(`estado grado lado resultado cuidado mercado sábado adecuado inadecuado delgado elevado moderado pesado avanzado prolongado variado apropiado
  privado complicado adequado inadequado avançado apropriado quadrado sagrado magro passado pasado partido sentido líquido sólido rápido ácido
  tímido húmido húmedo pálido grávido válido inválido úmido lúcido fluido fluído vida ida medida salida comida bebida herida caída saída ferida
  cada nada fada dotado`)
const iberianRegular = /^[\p{L}]+[aií]d[oa]s?$/u
const spanishIrregular =
  /(?:visto|hecho|puesto|dicho|escrito|scrito|abierto|cubierto|roto|resuelto|vuelto|impreso|muerto|vista|hecha|puesta|dicha|scrita|abierta|cubierta|rota|suelta|vuelta|impresa)s?$/
const portugueseIrregular =
  /(?:visto|feito|posto|dito|scrito|aberto|coberto|pago|gasto|entregue|aceite|aceito|suspenso|expulso|impresso|morto|ganho|vista|feita|posta|dita|scrita|aberta|coberta|paga|gasta|aceita|suspensa|expulsa)s?$/

const italianNone =
  set(`stato stata stati state lato prato grado mercato soldato privato delicato adeguato inadeguato elevato moderato avanzato partito vestito
  andato andata andati andate venuto venuta venuti venute caduto caduta caduti cadute arrivato arrivata arrivati arrivate partita partiti partite uscito uscita usciti
  uscite entrato entrata entrati entrate rimasto rimasta rimasti nato nata nati nate morto morta morti deceduto deceduta deceduti tornato tornata tornati
  salito salita sceso scesa giunto giunta giunti diventato diventata divenuto divenuta migliorato migliorata peggiorato peggiorata aumentato aumentata
  vita dita acuta acuto minuto minuti appetito tessuto tessuti contenuto`)
const italianRegular = /^[\p{L}]{2,}(?:[aiu]t[oaie])$/u
const italianIrregular =
  /(?:fatt|dett|scritt|vist|mess|pres|chius|apert|copert|spint|dimess|ammess|trasmess|ridott|prodott|condott|introdott|indott|espost|propost|sottopost|post|rispost|decis|esclus|inclus|diffus|conclus|estratt|asportat|tolt|raccolt|risolt|svolt|rivolt|accolt|corrett|letto|elett|protett|scelt|persa|pers|mort|rotto|rotta|corrotto|interrott|assunt|giunt|aggiunt|raggiunt|distint|dipint|vint|convint)[oaie]$/

const germanNone =
  set(`gewicht gebiet geburt gericht gesicht gerät geschlecht gesamt gerecht gemüt gebet geist geest gerüst gehalt gespinst gestalt gewalt geduld gelegenheit
  bericht verlust besucht verdacht verbot bereit vernunft verwandt unterkunft unterricht übersicht bett begriff bestand beidseits bekannt bewusst unbekannt
  gut gelenken gegen gelben gern geht gibt vorgeht eingeht ausgeht angeht zugeht übergeht gefäßen gesunden gebeten beginnt bekommt besteht befindet
  verbleibt erfolgt ergibt erscheint entspricht enthält erhält verläuft verneint verzicht übelkeit bewusstsein nacht macht kraft dienst`)
const germanRegular =
  /^(?:ab|an|auf|aus|bei|dar|durch|ein|fehl|fest|fort|her|heraus|hin|hoch|hinzu|los|mit|nach|nieder|statt|über|um|unter|voll|vor|vorbei|weg|weiter|wieder|zu|zurück|zusammen)?ge[a-zäöüß]{2,}t$|^(?:ab|an|auf|aus|ein|mit|nach|um|vor|zu)?(?:be|ver|er|ent|emp|zer|miss|über|unter|durch|wider)[a-zäöüß]{3,}t$|^[a-zäöüß]{2,}iert$/
const germanStrong =
  /(?:ge|be|ver|er|ent|zer|über|unter|durch|wider|miss)(?:nommen|geben|sehen|funden|schrieben|zogen|schlossen|schieden|hoben|loren|wiesen|sprochen|lassen|tragen|halten|wonnen|gonnen|troffen|bunden|boren|brochen|schnitten|griffen|boten|trunken|worfen|laden|schoben|messen|lesen|rufen|wogen|standen|trieben|fangen|schlagen|stochen|rieben|lungen|nossen|gossen|strichen|rissen|bissen|wandt|setzt|legt)$/
const germanNouns = /(?:heit|keit|schaft|ität|kraft|sicht)$/

/**
 * Whether a lower-cased word may be a past participle that makes a passive with its auxiliary: by regular endings, by lists of irregular ones, and
 * without adjectives and nouns that look alike and, in French and Italian, the verbs whose perfect is made with "to be". Written by us.
 */
export function isParticiple(word: string, language: EuropeanLanguage): boolean {
  if (language === 'en')
    return (
      english.irregular.has(word) ||
      (vowelThenEd.test(word) && !english.none.has(word) && !(word.startsWith('un') && !/^un(?:der|it)/.test(word)))
    )
  if (language === 'fr') return !frenchOfBeing.test(word) && (frenchRegular.test(word) || frenchIrregular.test(word))
  if (language === 'es') return !iberianNone.has(word) && (iberianRegular.test(word) || spanishIrregular.test(word))
  if (language === 'pt') return !iberianNone.has(word) && (iberianRegular.test(word) || portugueseIrregular.test(word))
  if (language === 'it') return !italianNone.has(word) && (italianRegular.test(word) || italianIrregular.test(word))
  return !germanNone.has(word) && !germanNouns.test(word) && (germanRegular.test(word) || germanStrong.test(word))
}

/** The auxiliary of the passive, where it is one form of a verb and not a tense of "to be" that makes the perfect too. */
export const passiveAuxiliaries: Record<EuropeanLanguage, ReadonlySet<string>> = {
  en: set(`be am is are was were been being isn't aren't wasn't weren't ain't i'm you're we're they're`),
  fr: set('est sont suis sommes était étaient été étant être sera seront serait seraient soit soient fut furent'),
  es: set('es son era eran fue fueron sido siendo ser será serán sería serían sea sean fuera fueran'),
  pt: set('é são era eram foi foram sido sendo ser será serão seria seriam seja sejam fosse fossem'),
  de: set('werde wirst wird werden werdet wurde wurdest wurden wurdet worden'),
  it: set('stato stata stati state essere venire viene vengono veniva venivano venne vennero verrà verranno'),
}

/** Adverbs and negations that stand between the two, besides those in -ly, -ment and -mente. */
const between: Record<EuropeanLanguage, ReadonlySet<string>> = {
  en: set(`not never also now still then just only ever yet already often always usually since thus therefore again soon first once all both well further
    subsequently later otherwise n't sometimes almost largely best`),
  fr: set('pas plus jamais bien mal déjà toujours aussi encore alors ensuite puis très peu tout souvent enfin initialement donc'),
  es: set('no ya también nunca siempre luego después bien mal aún todavía previamente además'),
  pt: set('não já também nunca sempre depois bem mal ainda então além'),
  de: set(''),
  it: set('non già anche mai sempre poi bene male ancora quindi inoltre'),
}
const adverb: Partial<Record<EuropeanLanguage, RegExp>> = {
  en: /^(?!family$|early$|daily$|weekly$|monthly$|only$|likely$|unlikely$)[a-z]{2,}ly$/,
  fr: /[a-zé]{3,}ment$/,
  es: /[\p{L}]{3,}mente$/u,
  pt: /[\p{L}]{3,}mente$/u,
  it: /[\p{L}]{3,}mente$/u,
}

/** Whether a word may stand between the auxiliary and its participle. */
export const isBetween = (word: string, language: EuropeanLanguage): boolean =>
  between[language].has(word) || (adverb[language]?.test(word) ?? false)
