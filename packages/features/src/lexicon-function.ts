import type { EuropeanLanguage } from '@corpuscope/text'

/** Closed classes of words, by language. Contracted and elided forms stand where the class needs them. */
export interface FunctionWords {
  readonly articles: string
  readonly copulas: string
  readonly pronouns: string
  readonly negations: string
  /** Verbs that show a clause by themselves: finite auxiliaries and modals, without the copulas. */
  readonly auxiliaries: string
  /** What an apostrophe joins to the next word (l', j', dell'), by what it is: in the order of articles, pronouns, and other function words. */
  readonly joined: readonly [articles: string, pronouns: string, others: string]
}

/**
 * Written by us from the grammars of the six languages: 121 forms in English, 103 to 119 in each of the others. `nil` and `denies` are how clinicians
 * negate; French ne is no negation of its own, since pas, aucun or another follows it. Participles (stato, estado, worden) are no copulas: the
 * auxiliary before them is. The English copulas are the list that fits the published copula density of SynGP500; `be` is not in it.
 */
export const functionWords: Record<EuropeanLanguage, FunctionWords> = {
  en: {
    articles: 'a an the',
    copulas: 'is am are was were been being',
    pronouns: `i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours
      ourselves they them their theirs themselves i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
      we're we've we'd we'll they're they've they'd they'll`,
    negations: `no not nor never none nothing nobody nowhere neither without nil cannot denies denied denying negative absent isn't aren't wasn't
      weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't haven't hasn't hadn't mustn't needn't ain't`,
    auxiliaries: `be has have had having do does did can could will would shall should may might must isn't aren't wasn't weren't don't doesn't didn't
      won't can't couldn't wouldn't shouldn't haven't hasn't hadn't i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll
      they're they've they'll that's there's what's cannot`,
    joined: ['', '', ''],
  },
  fr: {
    articles: 'le la les un une des du au aux',
    copulas: 'est sont suis es sommes êtes était étaient étais étions étiez été étant sera seront serait seraient fut furent',
    pronouns: `je tu il elle on nous vous ils elles me te se lui leur leurs moi toi soi eux mon ma mes ton ta tes son sa ses notre nos votre vos
      le-même lui-même elle-même eux-mêmes y en`,
    negations: 'pas non ni jamais aucun aucune rien personne sans nul nulle',
    auxiliaries: `a ai as avons avez ont avait avaient avais aura auront aurait avoir eu peut peuvent pouvait doit doivent devait faut va vont fait font
      être`,
    joined: ['l', 'j m t s', 'c d n qu jusqu lorsqu puisqu quoiqu presqu'],
  },
  es: {
    articles: 'el la los las un una unos unas al del',
    copulas: `es son soy eres somos era eran fue fueron sido siendo ser será serán está están estoy estaba estaban estuvo estuvieron estando estar`,
    pronouns: `yo tú él ella usted nosotros nosotras vosotros ellos ellas ustedes me te se nos os lo le les mi mis tu tus su sus mío mía suyo suya nuestro
      nuestra nuestros nuestras mí ti sí conmigo consigo`,
    negations: 'no ni nunca jamás nada nadie ninguno ninguna ningún sin tampoco niega negativo negativa',
    auxiliaries: 'ha han he hemos había habían hay hubo haber puede pueden podía debe deben debía tiene tienen tenía tuvo va van',
    joined: ['', '', ''],
  },
  pt: {
    articles: `o a os as um uma uns umas ao à aos às do da dos das no na nos nas num numa nuns numas dum duma pelo pela pelos pelas`,
    copulas: `é são sou era eram foi foram sido sendo ser será serão está estão estava estavam esteve estando estar`,
    pronouns: `eu tu ele ela você nós vós eles elas vocês me te se vos lhe lhes meu minha meus minhas teu tua seu sua seus suas nosso nossa
      nossos nossas mim ti si comigo consigo dele dela deles delas`,
    negations: 'não nem nunca jamais nada ninguém nenhum nenhuma sem tampouco nega negativo negativa',
    auxiliaries: 'há havia tem têm tinha tinham teve ter pode podem podia deve devem devia vai vão',
    joined: ['', '', 'd'],
  },
  de: {
    articles: `der die das den dem des ein eine einen einem einer eines am im zum zur vom beim ins ans`,
    copulas: 'ist sind bin bist seid war waren wurde wurden wird werden sei',
    pronouns: `ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein meine meinen meinem meiner dein deine sein seine seinen seinem
      seiner ihre ihren ihrem ihrer unser unsere euer sich man`,
    negations: 'nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder ohne nein verneint negativ unauffällig',
    auxiliaries: `hat haben hatte hatten habe kann können konnte konnten muss müssen musste soll sollen sollte will wollen wollte darf dürfen durfte
      möchte mag`,
    joined: ['', '', ''],
  },
  it: {
    articles: `il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei
      negli nelle sul sullo sulla sui sugli sulle col coi`,
    copulas: 'è sono sei siamo era erano fu furono essere essendo sarà saranno sta stanno stava',
    pronouns: `io tu lui lei noi voi loro mi ti si ci vi gli me te sé mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre esso essa`,
    negations: 'non no né mai niente nulla nessuno nessuna nessun senza nega negativo negativa neanche',
    auxiliaries: 'ha hanno ho abbiamo aveva avevano ebbe avere può possono poteva deve devono doveva viene vengono va vanno',
    joined: ['l un dell all nell sull dall coll', 'm t s v', 'c d quest quell com dov anch tutt'],
  },
}
