import type { EuropeanLanguage } from '@corpuscope/text'

/** What a text says of a concept that it names. */
export const assertionStatuses = ['present', 'absent', 'possible', 'conditional', 'historical', 'family', 'hypothetical'] as const
export type AssertionStatus = (typeof assertionStatuses)[number]

/** Triggers of a language, words between bars; a scope runs to the end of the sentence or to a word that ends it. */
export interface AssertionRules {
  /** Before the concept, by what they make of it. */
  readonly before: Partial<Record<AssertionStatus, string>>
  /** Behind the concept. */
  readonly behind: Partial<Record<AssertionStatus, string>>
  /** Look like triggers and are none. */
  readonly never: string
  /** End every scope. */
  readonly ends: string
}

/**
 * NegEx and ConText as data: triggers written by us from clinical usage, in the manner of Chapman et al. 2001 (A simple algorithm for identifying negated
 * findings and diseases) and Harkema et al. 2009 (ConText). English first; the other languages hold what is commonest.
 */
export const assertionRules: Partial<Record<EuropeanLanguage, AssertionRules>> = {
  en: {
    before: {
      absent: `no|not|nil|without|denies|denied|denying|deny|negative for|neg for|absence of|absent|free of|never|never had|no evidence of|no sign of|no signs of|
        no history of|no hx of|nil hx of|nil history of|no evidence for|rules out|ruled out|excludes|excluded|fails to reveal|does not have|did not have|doesn't have|
        didn't have|hasn't had|has not had|no longer has|not had|no more|neither|nor|cannot see|lack of|lacks|resolution of|unremarkable for|non|nil evidence of`,
      possible: `?|possible|possibly|probable|probably|likely|suspected|suspect|suspicious for|suspicion of|may have|might have|may be|might be|could be|query|rule out|r/o|
        cannot exclude|cannot rule out|can't rule out|differential|differentials|ddx|consider|concern for|concerned about|worried about|consistent with|suggestive of|versus|vs|
        presumed|presumptive|questionable|to exclude|exclude|not excluded|unlikely|less likely`,
      historical: `history of|hx of|h/o|past history of|pmh of|pmhx|previous|previously|prior|past|had|childhood|old|status post|s/p|known history of|remote`,
      family: `family history of|family hx of|fhx of|fhx|fh of|mother had|mother has|mother with|mother's|father had|father has|father with|father's|mum had|mum has|dad had|
        dad has|brother had|brother has|brother with|sister had|sister has|sister with|aunt had|aunt has|aunt with|uncle had|uncle has|uncle with|grandmother had|grandmother has|
        grandfather had|grandfather has|cousin has|cousin had|parents have|parents had|maternal|paternal|family history|runs in the family|mother died of|father died of|mother|father|sibling with`,
      conditional: `when|whenever|exacerbated by|triggered by|brought on by|allergic to|reacts to|allergy to`,
      hypothetical: `if|should|in case of|return for|return with|return if|come back for|watch for|monitor for|look out for|risk of|at risk of|to prevent|prevention of|prophylaxis|
        advised about|warned about|such as new|unless|red flags|screening for|screen for|as needed for|prn for`,
    },
    behind: {
      absent: `absent|denied|negative|ruled out|has been ruled out|was ruled out|excluded|was excluded|not present|not seen|not found|not detected|not felt|not noted|none|nil|no|resolved|has resolved|
        is not present|was not seen|were not seen|not identified|has settled|has gone|unremarkable`,
      possible: `possible|likely|suspected|is suspected|not excluded|cannot be excluded|cannot be ruled out|can't be excluded|unlikely|to be excluded|?|in question|on the differential`,
      historical: `in the past|years ago|as a child|in childhood|previously|in remission|last year`,
      family: `in mother|in father|in her mother|in his mother|in her father|in his father|in the family|in family|in sister|in brother|in a sister|in a brother|in her sister|in his brother`,
      conditional: `on exertion|with exercise|on exercise|with activity|when walking|when lying|on walking|on standing|with movement|on movement|after meals|with meals`,
      hypothetical: '',
    },
    never: `no increase|no change|no significant change|not only|no further|not certain|without difficulty|gram negative|not necessarily|no doubt|no interval change|
      history of presenting|history of present|history and|day history of|days history of|week history of|weeks history of|month history of|months history of|year history of|years history of|
      hour history of|mother reports|mother states|mother says|mother concerned|mother denies|father reports|father states|father says|brought in by mother|with mother|mother notes|lives with mother|
      with father|had a|had an|had some|had been|when seen|when reviewed|old male|old female|old man|old woman|year old|years old|yo|not sure|no problem|not improving|not resolving|no relief|no improvement|
      does not drain|not responding|no better|not controlled|past two|past three|past few|past week|past month|past day|past days|past weeks|past months|known`,
    ends: `but|however|although|though|except|except for|apart from|other than|aside from|besides|yet|still|nevertheless|because|since|secondary to|due to|cause of|which|who|has|have|reports|reported|
      complains of|complaining of|c/o|presents|presented|presenting|admits|endorses|noted|with|shows|showed|revealed|reveals|and has|now|today|then|positive for|started|given|tolerating|while`,
  },
  es: {
    before: {
      absent: `no|sin|niega|niegan|negaba|ausencia de|descarta|se descarta|se descartó|ni|negativo para|nunca|tampoco|libre de|no presenta|no refiere|sin evidencia de|sin signos de|no hay|no se observa|no se observan|no tiene`,
      possible: `posible|probable|sospecha de|sugestivo de|compatible con|a descartar|podría ser|descartar|impresiona de|dudoso|dudosa`,
      historical: `antecedentes de|antecedente de|historia de|previo|previa|antecedentes personales de|tuvo`,
      family: `antecedentes familiares de|madre con|padre con|hermano con|hermana con|historia familiar de|familiares con|abuela con|abuelo con|tía con|tío con`,
      conditional: `cuando|al realizar|alérgico a|alérgica a`,
      hypothetical: `si|en caso de|riesgo de|vigilar|prevención de|profilaxis de|acudir si|para prevenir`,
    },
    behind: {
      absent: `negativo|negativa|negativos|descartado|descartada|ausente|ausentes|no presente|resuelto|resuelta`,
      possible: `probable|posible|a descartar`,
      historical: `en el pasado|en la infancia|hace años`,
      family: `en la madre|en el padre|en la familia`,
      conditional: `con el esfuerzo|al esfuerzo|de esfuerzo`,
      hypothetical: '',
    },
    never: `no sólo|no solo|no cambios|sin cambios|no mejora|sin mejoría|no cede`,
    ends: `pero|aunque|excepto|salvo|sin embargo|por|debido a|que|quien|presenta|refiere|con|ahora|actualmente|mientras|ingresa`,
  },
  fr: {
    before: {
      absent: `pas de|pas d|pas|sans|absence de|absence d|aucun|aucune|ni|nie|dénie|négatif pour|exclut|élimine|jamais de|jamais|ne présente pas de|n'a pas de|n'a pas|non|indemne de|pas d'argument pour|pas de signe de|pas de notion de`,
      possible: `possible|probable|suspicion de|suspicion d|suspecté|évoquant|en faveur de|en faveur d|éventuel|éventuelle|compatible avec|faisant suspecter|hypothèse de|doute sur`,
      historical: `antécédent de|antécédents de|antécédent d|antécédents d|atcd de|histoire de|ancien|ancienne|a eu`,
      family: `antécédents familiaux de|antécédent familial de|antécédents familiaux d|mère atteinte de|père atteint de|frère atteint de|soeur atteinte de|sœur atteinte de|mère|père|histoire familiale de`,
      conditional: `lorsque|allergique à|allergique au|allergie à`,
      hypothetical: `si|en cas de|en cas d|risque de|risque d|surveiller|prévention de|prévenir|prophylaxie de|dépistage de`,
    },
    behind: {
      absent: `négatif|négative|négatifs|négatives|absent|absente|éliminé|éliminée|exclu|exclue|écarté|écartée|a disparu|résolu`,
      possible: `probable|possible|suspecté|suspectée|à éliminer`,
      historical: `dans l'enfance|dans le passé|il y a`,
      family: `chez la mère|chez le père|chez sa mère|chez son père|chez sa sœur|chez son frère|dans la famille`,
      conditional: `à l'effort|d'effort`,
      hypothetical: '',
    },
    never: `pas seulement|non seulement|sans changement|pas de changement|sans difficulté|pas d'amélioration|sans amélioration|non insulinodépendant`,
    ends: `mais|cependant|toutefois|sauf|hormis|excepté|malgré|dû à|due à|car|qui|présente|présentait|avec|retrouve|révélait|actuellement|puis|rapporte|en dehors de`,
  },
  de: {
    before: {
      absent: `kein|keine|keinen|keiner|keinem|keinerlei|nicht|ohne|verneint|ausschluss|ausschluss von|negativ für|nie|niemals|weder|noch|kein hinweis auf|keine hinweise auf|kein anhalt für|keine anzeichen für|frei von|ausgeschlossen`,
      possible: `verdacht auf|v.a|va|möglich|mögliche|möglicher|wahrscheinlich|wahrscheinliche|vermutlich|vermutliche|dd|fraglich|fragliche|vereinbar mit|hinweis auf|hinweisend auf|am ehesten|z.a`,
      historical: `z.n|zustand nach|anamnese von|früher|frühere|früherer|ehemals|anamnestisch|vorgeschichte von|bekannt war`,
      family: `familienanamnese|mutter mit|vater mit|bruder mit|schwester mit|mutter hatte|vater hatte|schwester hatte|bruder hatte|familiäre|familiär|mutter|vater|großmutter|großvater`,
      conditional: `wenn|allergisch auf|allergie auf|allergie gegen`,
      hypothetical: `falls|bei auftreten von|risiko für|risiko von|zur prophylaxe|prophylaxe von|im falle von|im falle einer|sollte|sollten|zur vorbeugung von`,
    },
    behind: {
      absent: `ausgeschlossen|wurde ausgeschlossen|verneint|negativ|nicht nachweisbar|nicht vorhanden|nicht nachgewiesen|werden verneint|wird verneint|fehlt|fehlen|bestehen nicht|besteht nicht|liegt nicht vor|liegen nicht vor|nicht|konnte ausgeschlossen werden`,
      possible: `möglich|wahrscheinlich|nicht ausgeschlossen|fraglich|kann nicht ausgeschlossen werden|nicht auszuschließen`,
      historical: `in der vergangenheit|in der kindheit|vor jahren`,
      family: `bei der mutter|beim vater|bei mutter|bei vater|in der familie`,
      conditional: `bei belastung|unter belastung`,
      hypothetical: '',
    },
    never: `nicht nur|ohne änderung|keine änderung|keine besserung|ohne besserung|nicht besser`,
    ends: `aber|jedoch|allerdings|außer|ausser|bis auf|obwohl|wegen|aufgrund|aufgrund von|sondern|die|der|mit|zeigt|zeigte|berichtet|klagt|seit|jetzt|aktuell|dafür|hat`,
  },
  pt: {
    before: {
      absent: `não|sem|nega|negou|negava|ausência de|descarta|descartado|descartada|nem|nunca|negativo para|livre de|sem evidência de|sem sinais de|não apresenta|não refere|não há|nenhum|nenhuma|exclui`,
      possible: `possível|provável|suspeita de|sugestivo de|compatível com|a esclarecer|hipótese de|hipótese diagnóstica de|pode ser|descartar`,
      historical: `antecedentes de|antecedente de|história de|prévio|prévia|antecedentes pessoais de|teve`,
      family: `antecedentes familiares de|história familiar de|mãe com|pai com|irmão com|irmã com|avó com|avô com|tia com|tio com`,
      conditional: `quando|alérgico a|alérgica a`,
      hypothetical: `se|em caso de|risco de|vigiar|prevenção de|profilaxia de|para prevenir|retornar se`,
    },
    behind: {
      absent: `negativo|negativa|ausente|ausentes|descartado|descartada|excluído|excluída|não presente|resolvido|resolvida`,
      possible: `provável|possível|a esclarecer|a excluir`,
      historical: `no passado|na infância|há anos`,
      family: `na mãe|no pai|na família`,
      conditional: `aos esforços|ao esforço|de esforço`,
      hypothetical: '',
    },
    never: `não só|não apenas|sem alterações|sem melhora|sem mudança|não melhora`,
    ends: `mas|porém|contudo|exceto|salvo|embora|devido a|que|apresenta|refere|com|agora|atualmente|enquanto|por`,
  },
}
