import type { AssertionRules } from './assertion-rules.ts'

export const fr: AssertionRules = {
  elides: true,
  before: {
    absent: `pas de|pas d'|pas|sans|absence de|absence d'|absence d|aucun|aucune|ni|nie|niait|nient|dénie|négatif pour|négative pour|exclut|excluait|élimine|éliminait|a éliminé|permet d'éliminer|permet d'exclure|jamais de|jamais d'|jamais|jamais eu|ne présente pas de|ne présente pas d'|ne présente pas|ne présentait pas|n'a pas de|
      n'a pas|n'a pas eu de|n'avait pas|n'a jamais eu|non|indemne de|indemne d'|exempt de|dépourvu de|pas d'argument pour|pas d'argument en faveur de|pas d'argument en faveur d'|sans argument pour|sans argument en faveur de|pas de signe de|pas de signes de|pas de notion de|pas d'antécédent de|pas d'antécédents de|sans antécédent de|sans antécédents de|aucun antécédent de|aucun signe de|
      sans signe de|sans signes de|ne montre pas|ne montrait pas|n'a pas montré|ne retrouve pas|ne retrouvait pas|n'a pas retrouvé|ne met pas en évidence|n'a pas mis en évidence|n'a pas révélé|ne révèle pas|n'objective pas|disparition de|disparition des|en l'absence de|en l'absence d'|plus de|n'a plus de|n'a plus|nul`,
    possible: `possible|possibles|possiblement|probable|probables|probablement|suspicion de|suspicion d'|suspicion d|suspecté|suspectée|on suspecte|suspecte|évoquant|évoque|évoquait|évocateur de|évocatrice de|évocateur d'|évocatrice d'|faisait évoquer|fait évoquer|en faveur de|en faveur d'|en faveur du|en faveur d|éventuel|éventuelle|
      compatible avec|compatibles avec|faisant suspecter|faisant craindre|hypothèse de|hypothèse d'|doute sur|vraisemblable|vraisemblablement|pourrait être|peut être|semble|ne peut exclure|ne permet pas d'exclure|ne peut être exclu|à la recherche de|à la recherche d'|diagnostic différentiel|présumé|présumée`,
    historical: `antécédent de|antécédents de|antécédent d'|antécédents d'|antécédent d|antécédents d|antécédent|antécédents|atcd de|atcd d'|atcd|histoire de|ancien|ancienne|anciens|a eu|avait eu|antérieur|antérieure|a présenté dans l'enfance|séquelles de|séquelle de`,
    family: `antécédents familiaux de|antécédent familial de|antécédents familiaux d'|antécédent familial d'|antécédents familiaux d|histoire familiale de|histoire familiale d'|terrain familial|{relative}|{relative} atteint de|{relative} atteinte de|{relative} atteint d'|{relative} atteinte d'|{relative} décédé de|{relative} décédée de|{relative} décédé d'|{relative} décédée d'|{relative} avec|{relative} a eu|{relative} présente`,
    conditional: `lorsque|allergique à|allergique au|allergique aux|allergie à|allergie au|allergie aux|intolérance à|intolérance au|déclenché par|déclenchée par|aggravé par|aggravée par`,
    hypothetical: `si|en cas de|en cas d'|en cas d|risque de|risque d'|risque d|risques de|risques d'|surveiller|surveillance de|prévention de|prévention d'|prévention du|prévenir|prophylaxie de|prophylaxie d'|dépistage de|dépistage du|dépistage d'|vaccin contre|vaccination contre|facteurs de risque de|afin d'éviter|pour éviter|crainte de|peur de`,
  },
  behind: {
    absent: `négatif|négative|négatifs|négatives|absent|absente|absents|absentes|est absent|est absente|sont absents|sont absentes|éliminé|éliminée|éliminés|éliminées|a été éliminé|a été éliminée|ont été éliminés|ont été éliminées|exclu|exclue|exclus|exclues|a été exclu|a été exclue|écarté|écartée|écartés|a été écarté|a été écartée|
      a disparu|ont disparu|résolu|résolue|non retrouvé|non retrouvée|non retrouvés|non visible|non palpable|non palpables|n'est pas retrouvé|n'est pas retrouvée|n'est pas palpable|n'est pas présent|n'est pas présente|nul|nulle`,
    possible: `probable|possible|suspecté|suspectée|à éliminer|non exclu|non exclue|non éliminé|non éliminée|ne peut être exclu|ne peut être exclue|ne peut être éliminé|ne peut être éliminée|est suspecté|est suspectée|est évoqué|est évoquée|était évoqué|était évoquée|a été évoqué|a été évoquée|à confirmer|douteux|douteuse`,
    historical: `dans l'enfance|dans le passé|il y a|pendant l'enfance|autrefois|à l'adolescence`,
    family: `chez la mère|chez le père|chez sa mère|chez son père|chez sa sœur|chez sa soeur|chez son frère|chez un frère|chez une sœur|chez une soeur|dans la famille|chez {relative}`,
    conditional: `à l'effort|d'effort|à la marche|au froid`,
    hypothetical: '',
  },
  answers: `non|aucun|aucune|négatif|négative|absent|absente|nul`,
  never: `pas seulement|non seulement|pas uniquement|pas que|sans changement|pas de changement|pas de modification|sans modification|sans difficulté|sans doute|pas d'amélioration|sans amélioration|pas amélioré|non amélioré|non amélioré par|non insulinodépendant|non insulinodépendante|non contrôlé|non contrôlée|mal contrôlé|non traité|non traitée|
    pas sans|non sans|jamais sans|n'exclut pas|n'élimine pas|ne nie pas|pas exclu|pas éliminé|pas indemne de|gram négatif|plus de la|plus de deux|plus de trois|sans relation|ne répondant pas|pas de réponse|pas soulagé par|non soulagé par|non calmé par|non calmée par|non calmés par|même si|comme si|ne dort pas|ne peut pas|
    accompagné de sa {relative}|accompagnée de sa {relative}|accompagné par sa {relative}|sa {relative} rapporte|sa {relative} signale|la {relative} rapporte|la {relative} signale|{relative} rapporte|{relative} signale|{relative} dit|vit avec sa {relative}|vit avec son {relative}|histoire de la maladie|ancien fumeur|ancienne fumeuse`,
  ends: `mais|cependant|toutefois|néanmoins|sauf|hormis|excepté|à l'exception de|à l'exception d'|car|qui|que|présente|présentait|a présenté|retrouve|retrouvait|révèle|révélait|a révélé|montre|montrait|a montré|actuellement|puis|rapporte|se plaint de|en dehors de|en dehors d'|en revanche|par contre|alors que|tandis que|hospitalisé pour|hospitalisée pour|consulte pour|est apparu|est apparue|sont apparus|a développé|développe|elle|il`,
  pauses: `avec|malgré|dû à|due à|dus à|en raison de|en raison d'|secondaire à|après|avant|pendant|lors de|depuis`,
  short: ``,
  alternatives: 'ou|ni',
  denials: `nie|niait|nient|dénie|absence de|absence d'`,
  affirms: `normal|normale|normaux|normales|positif|positive|stable|régulier|régulière|souple|conservé|conservée|libre|libres`,
  overLists: `négatifs|négatives|absents|absentes|sont absents|sont absentes|éliminés|éliminées|ont été éliminés|ont été éliminées|exclus|exclues|ont disparu|non retrouvés`,
  joins: 'et|ou|ni|ainsi que',
  relatives: `mère|père|frère|frères|sœur|soeur|sœurs|soeurs|grand-mère|grand-père|tante|oncle|cousin|cousine|parents|fratrie|grand-mère maternelle|grand-mère paternelle|grand-père maternel|grand-père paternel|tante maternelle|oncle maternel`,
  sections: {
    family: 'antécédents familiaux|histoire familiale|atcd familiaux|familiaux',
    historical:
      'antécédents|antécédents personnels|antécédents médicaux|antécédents chirurgicaux|antécédents médico-chirurgicaux|atcd|atcds|histoire médicale',
    hypothetical: "signes d'alerte|consignes de surveillance",
  },
}
