import type { AssertionRules } from './assertion-rules.ts'

export const de: AssertionRules = {
  before: {
    absent: `kein|keine|keinen|keiner|keinem|keines|keinerlei|nicht|ohne|verneint|verneinte|verneinen|ausschluss|ausschluss von|ausschluss einer|ausschluss eines|negativ für|nie|niemals|weder|noch|kein hinweis auf|kein hinweis für|keine hinweise auf|keine hinweise für|ohne hinweis auf|ohne hinweise auf|kein anhalt für|ohne anhalt für|
      keine anzeichen für|keine anzeichen von|keine zeichen|keine zeichen von|keine zeichen einer|keine zeichen eines|ohne zeichen|ohne zeichen einer|kein nachweis von|kein nachweis einer|ohne nachweis von|frei von|ausgeschlossen|fehlen von|fehlender|fehlende|fehlendes|nichts spricht für|kein verdacht auf|keine vorgeschichte von|z.n. ausschluss|nicht vereinbar mit|statt`,
    possible: `verdacht auf|v.a|v. a|va|v.a. auf|hochgradiger verdacht auf|klinischer verdacht auf|dringender verdacht auf|möglich|mögliche|möglicher|mögliches|möglicherweise|wahrscheinlich|wahrscheinliche|wahrscheinlicher|vermutlich|vermutliche|vermutlicher|vermutete|dd|differentialdiagnostisch|differenzialdiagnostisch|fraglich|fragliche|fraglicher|
      vereinbar mit|hinweis auf|hinweise auf|hinweisend auf|am ehesten|z.a|zum ausschluss|zum ausschluss einer|zum ausschluss eines|nicht auszuschließen|eventuell|evtl|könnte|dringend verdächtig auf|suspekt auf|passend zu|bild einer|im sinne einer|im sinne eines`,
    historical: `z.n|z. n|zustand nach|anamnese von|anamnese einer|anamnese eines|frühere|früherer|früheres|früher|ehemals|anamnestisch|vorgeschichte von|vorgeschichte einer|bekannt war|stattgehabte|stattgehabter|stattgehabtes|in der vorgeschichte|alter|alte|ehemalige|vorangegangene`,
    family: `familienanamnese|familienanamnese für|familienanamnestisch|familiäre|familiärer|familiär|familiäre vorbelastung mit|{relative}|{relative} mit|{relative} hatte|{relative} hat|{relative} verstarb an|{relative} verstorben an|{relative} litt an|{relative} erkrankte an`,
    conditional: `wenn|allergisch auf|allergisch gegen|allergie auf|allergie gegen|unverträglichkeit von|unverträglichkeit gegen|ausgelöst durch|verstärkt durch`,
    hypothetical: `falls|bei auftreten von|bei erneutem auftreten von|risiko für|risiko von|risiko einer|risiko eines|gefahr einer|gefahr von|zur prophylaxe|zur prophylaxe von|prophylaxe von|prophylaxe einer|im falle von|im falle einer|im falle eines|sollte|sollten|zur vorbeugung von|zur vermeidung von|zur vermeidung einer|vorsorge|
      screening auf|impfung gegen|geimpft gegen|angst vor|aufklärung über|aufgeklärt über|wiedervorstellung bei|wiedervorstellung falls|kontrolle bei`,
  },
  behind: {
    absent: `ausgeschlossen|wurde ausgeschlossen|wurden ausgeschlossen|ist ausgeschlossen|verneint|verneinte|negativ|nicht nachweisbar|nicht vorhanden|nicht nachgewiesen|nicht erkennbar|nicht sichtbar|nicht tastbar|nicht palpabel|nicht abgrenzbar|nicht auslösbar|werden verneint|wird verneint|wurden verneint|wurde verneint|fehlt|fehlen|fehlten|bestehen nicht|besteht nicht|
      bestand nicht|bestanden nicht|liegt nicht vor|liegen nicht vor|lag nicht vor|lagen nicht vor|nicht|konnte ausgeschlossen werden|konnten ausgeschlossen werden|nicht bekannt|abgeklungen|rückläufig verschwunden|keine|keiner|nicht mehr nachweisbar`,
    possible: `möglich|wahrscheinlich|nicht ausgeschlossen|fraglich|kann nicht ausgeschlossen werden|konnte nicht ausgeschlossen werden|nicht auszuschließen|nicht sicher auszuschließen|zu vermuten|ist möglich|denkbar`,
    historical: `in der vergangenheit|in der kindheit|vor jahren|als kind|im kindesalter|in der jugend|anamnestisch|in der vorgeschichte`,
    family: `bei der mutter|beim vater|bei mutter|bei vater|in der familie|bei {relative}|der mutter|des vaters`,
    conditional: `bei belastung|unter belastung|beim gehen|bei anstrengung|auf belastung`,
    hypothetical: '',
  },
  answers: `nein|keine|keiner|kein|negativ|verneint|nicht|fehlt`,
  never: `nicht nur|ohne änderung|keine änderung|keine veränderung|ohne befundänderung|keine besserung|ohne besserung|nicht besser|nicht gebessert|nicht ohne|nicht frei von|nicht verneint|nicht ausgeschlossen|nicht sicher ausgeschlossen|kein ausschluss|kein ausschluss von|kein fehlen von|nicht selten|nicht ungewöhnlich|ohne zweifel|kein zweifel an|nicht ausreichend|nicht kontrolliert|
    nicht gut eingestellt|gram negativ|gramnegativ|ohne erfolg|ohne wirkung|nicht ansprechend auf|jahre alter|jahre alte|jährige|jähriger|als ob|auch wenn|in begleitung der {relative}|in begleitung seiner {relative}|in begleitung ihrer {relative}|{relative} berichtet|{relative} berichtete|{relative} gibt an|mit der {relative}|mit seiner {relative}|mit ihrer {relative}|lebt mit {relative}|noch immer|immer noch|noch nicht|weiterhin noch`,
  ends: `aber|jedoch|allerdings|außer|ausser|bis auf|mit ausnahme|mit ausnahme von|abgesehen von|obwohl|obgleich|sondern|die|der|welche|welcher|zeigt|zeigte|zeigten|berichtet|berichtete|klagt|klagte|jetzt|aktuell|derzeit|dafür|hat|hatte|stellt sich vor|stellte sich vor|dagegen|hingegen|es besteht|es bestehen|es bestand|findet sich|fanden sich|fand sich|bekannt|nachdem|bevor|bei bekannter|bei bekanntem|er|sie|entwickelte|leidet|litt`,
  pauses: `mit|wegen|aufgrund|aufgrund von|aufgrund einer|aufgrund eines|infolge|bedingt durch|seit|während|vor|nach`,
  short: `nicht`,
  alternatives: 'oder|noch',
  denials: `verneint|verneinte|verneinen|frei von`,
  affirms: `normal|unauffällig|regelrecht|intakt|positiv|stabil|regelmäßig|weich|frei|gut`,
  overLists: `werden verneint|wurden verneint|verneint|wurden ausgeschlossen|konnten ausgeschlossen werden|fehlen|fehlten|bestehen nicht|bestanden nicht|liegen nicht vor|lagen nicht vor|nicht nachweisbar|nicht vorhanden`,
  joins: 'und|oder|sowie|bzw|noch',
  relatives: `mutter|vater|bruder|brüder|schwester|schwestern|großmutter|großvater|grossmutter|grossvater|oma|opa|onkel|tante|cousin|cousine|eltern|geschwister`,
  sections: {
    family: 'familienanamnese|fa|familiäre vorgeschichte',
    historical:
      'vorerkrankungen|vorgeschichte|eigenanamnese|frühere anamnese|vorbefunde|nebendiagnosen früher|medizinische vorgeschichte|voroperationen',
    hypothetical: 'warnzeichen|wiedervorstellung',
  },
}
