import type { AssertionRules } from './assertion-rules.ts'

export const es: AssertionRules = {
  before: {
    absent: `no|sin|niega|niegan|negaba|negó|negando|ausencia de|descarta|descartan|se descarta|se descartan|se descartó|se descartaron|descartó|descartando|descartada|descartado|ni|negativo para|negativa para|negativos para|nunca|nunca ha tenido|jamás|tampoco|libre de|libres de|exento de|exenta de|
      no presenta|no presentaba|no refiere|no refería|sin evidencia de|sin signos de|sin datos de|sin síntomas de|sin antecedentes de|sin historia de|no antecedentes de|no hay|no había|no se observa|no se observan|no se aprecia|no se aprecian|no se objetiva|no se objetivan|
      no se evidencia|no se evidencian|no tiene|no tenía|no padece|no muestra|no mostró|no existe|no existen|ningún|ninguna|ninguno|carece de|excluye|se excluye|sin sospecha de|no sugestivo de|no compatible con|en ausencia de`,
    possible: `posible|posibles|posiblemente|probable|probables|probablemente|sospecha de|sospecha|se sospecha|sospechoso de|sospechosa de|sospecha clínica de|sugestivo de|sugestiva de|sugestivos de|sugiere|sugieren|compatible con|compatibles con|a descartar|para descartar|podría ser|podría tratarse de|podrían ser|puede ser|pudiera ser|descartar|
      impresiona de|impresión de|dudoso|dudosa|no se puede descartar|no se puede excluir|no se descarta|no puede descartarse|sin poder descartar|presunto|presunta|diagnóstico diferencial con|diagnóstico diferencial de|parece|orienta a|indicativo de`,
    historical: `antecedentes de|antecedente de|historia de|previo|previa|previos|previas|antecedentes personales de|tuvo|había tenido|padeció|antiguo|antigua|historia previa de|historia pasada de|con antecedentes de|ap de`,
    family: `antecedentes familiares de|antecedente familiar de|historia familiar de|familiares con|familiar con|familiares de|{relative}|{relative} con|{relative} tuvo|{relative} tiene|{relative} falleció de|{relative} murió de|{relative} diagnosticado de|{relative} diagnosticada de`,
    conditional: `cuando|al realizar|alérgico a|alérgica a|alergia a|alergias a|intolerancia a|desencadenado por|desencadenada por|empeora con`,
    hypothetical: `si|en caso de|riesgo de|vigilar|prevención de|profilaxis de|acudir si|volver si|consultar si|para prevenir|prevenir|evitar|cribado de|despistaje de|vacuna contra|vacunación contra|factores de riesgo de|en el caso de que|alto riesgo de`,
  },
  behind: {
    absent: `negativo|negativa|negativos|negativas|descartado|descartada|descartados|descartadas|fue descartado|fue descartada|fueron descartados|fueron descartadas|ha sido descartado|ha sido descartada|se descarta|se descartó|ausente|ausentes|no presente|no presentes|resuelto|resuelta|resueltos|
      no se observa|no se observan|no se aprecia|no se aprecian|no palpable|no palpables|excluido|excluida|desaparecieron|ha desaparecido|desapareció`,
    possible: `probable|posible|a descartar|no descartado|no descartada|no se puede descartar|no se puede excluir|dudoso|dudosa|por descartar|es posible|es probable`,
    historical: `en el pasado|en la infancia|hace años|hace meses|de niño|de niña|previamente|en la juventud`,
    family: `en la madre|en el padre|en la familia|en su madre|en su padre|en un hermano|en una hermana|en su hermano|en su hermana|en {relative}`,
    conditional: `con el esfuerzo|al esfuerzo|de esfuerzo|con el ejercicio|al caminar|a esfuerzos`,
    hypothetical: '',
  },
  answers: `no|negativo|negativa|ninguno|ninguna|ausente`,
  never: `no sólo|no solo|no solamente|no cambios|sin cambios|sin modificaciones|no mejora|no mejoró|sin mejoría|no cede|no cedía|no cedió|no responde a|sin respuesta a|no sin|no niega|no negaba|no ausencia de|no libre de|no descartado|no descartada|sin duda|no cabe duda de|sin control de|no controlado|no controlada|no puede|no tolera|
    no obstante|no tratado|sin tratamiento|historia de la enfermedad|historia actual|historia clínica|gram negativo|gramnegativo|gram negativos|si bien|así como|{relative} refiere|{relative} comenta|{relative} niega|acompañado por {relative}|con su {relative}|vive con {relative}|vive con su {relative}|hasta que no`,
  ends: `pero|aunque|excepto|salvo|sin embargo|no obstante|que|quien|presenta|presentaba|presentó|refiere|refería|ahora|actualmente|ingresa|ingresó|desarrolló|desarrolla|muestra|mostró|consulta por|acude por|excepción de|aparte de|además de|sí presenta|sí|diagnosticado de|diagnosticada de`,
  pauses: `con|por|debido a|a causa de|secundario a|secundaria a|tras|después de|antes de|durante|desde|mientras`,
  short: ``,
  alternatives: 'o|u|ni',
  denials: `niega|niegan|negaba|negó|negando|ausencia de|no refiere|sin antecedentes de`,
  affirms: `normal|normales|conservado|conservada|conservados|positivo|positiva|estable|rítmico|rítmica|blando|buen estado`,
  overLists: `negativos|negativas|descartados|descartadas|fueron descartados|fueron descartadas|ausentes|no presentes|no se observan|no se aprecian|desaparecieron`,
  joins: 'y|e|o|u|ni|así como',
  relatives: `madre|padre|hermano|hermana|hermanos|hermanas|abuela|abuelo|abuelos|tía|tío|tíos|primo|prima|abuela materna|abuelo materno|abuela paterna|abuelo paterno|tía materna|tío materno`,
  sections: {
    family: 'antecedentes familiares|historia familiar|a. familiares|af',
    historical:
      'antecedentes personales|antecedentes|antecedentes patológicos|antecedentes médicos|antecedentes quirúrgicos|a. personales|ap|historia médica previa',
    hypothetical: 'signos de alarma|recomendaciones al alta',
  },
}
