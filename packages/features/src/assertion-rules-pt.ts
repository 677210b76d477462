import type { AssertionRules } from './assertion-rules.ts'

export const pt: AssertionRules = {
  before: {
    absent: `não|sem|nega|negou|negava|negam|negando|ausência de|descarta|descartou|descartado|descartada|descartados|descartadas|descartou-se|nem|nunca|nunca teve|jamais|tampouco|negativo para|negativa para|negativos para|livre de|isento de|isenta de|sem evidência de|sem evidências de|sem sinais de|sem sinal de|sem queixas de|sem antecedentes de|sem história de|não apresenta|
      não apresentava|não apresentou|não refere|não referia|não há|não havia|não tem|não tinha|não teve|não se observa|não se observam|não se observou|não se identifica|não se identificam|não foram observados|não foram observadas|não foi observado|não foi observada|não foram identificados|não mostra|não mostrou|não evidenciou|não revelou|nenhum|nenhuma|exclui|excluiu|excluiu-se|excluída|
      excluído|sem suspeita de|não sugestivo de|não compatível com|na ausência de|deixou de ter`,
    possible: `possível|possíveis|possivelmente|provável|prováveis|provavelmente|suspeita de|suspeita-se de|suspeito de|suspeitou-se de|suspeita clínica de|sugestivo de|sugestiva de|sugestivos de|sugere|sugerem|compatível com|compatíveis com|a esclarecer|hipótese de|hipótese diagnóstica de|hd|pode ser|poderá ser|poderia ser|descartar|para descartar|excluir|para excluir|a excluir|não se pode excluir|não se exclui|
      não se pode descartar|diagnóstico diferencial|presumível|parece|em favor de|a favor de|duvidoso|duvidosa`,
    historical: `antecedentes de|antecedente de|história de|história prévia de|história pregressa de|prévio|prévia|prévios|prévias|antecedentes pessoais de|teve|tinha tido|antigo|antiga|com antecedentes de|ap de`,
    family: `antecedentes familiares de|história familiar de|história familiar positiva para|familiares com|familiar com|{relative}|{relative} com|{relative} teve|{relative} tem|{relative} tinha|{relative} faleceu de|{relative} morreu de|{relative} faleceu por|{relative} diagnosticado com|{relative} diagnosticada com`,
    conditional: `quando|alérgico a|alérgica a|alérgico à|alérgica à|alergia a|alergia à|intolerância a|intolerância à|desencadeado por|desencadeada por|piora com|agravado por`,
    hypothetical: `se|em caso de|no caso de|risco de|vigiar|prevenção de|prevenção da|prevenção do|profilaxia de|profilaxia da|profilaxia do|para prevenir|prevenir|evitar|retornar se|voltar se|recorrer se|rastreio de|rastreio do|rastreamento de|vacina contra|vacinação contra|fatores de risco de|fatores de risco para|receio de|medo de|alto risco de`,
  },
  behind: {
    absent: `negativo|negativa|negativos|negativas|ausente|ausentes|descartado|descartada|descartados|descartadas|foi descartado|foi descartada|foram descartados|foram descartadas|excluído|excluída|excluídos|excluídas|foi excluído|foi excluída|não presente|não presentes|resolvido|resolvida|não palpável|não palpáveis|não observado|não observada|desapareceu|desapareceram`,
    possible: `provável|possível|a esclarecer|a excluir|por excluir|não excluído|não excluída|não se pode excluir|não descartado|não descartada|duvidoso|duvidosa|é possível|é provável`,
    historical: `no passado|na infância|há anos|em criança|quando criança|previamente|na juventude`,
    family: `na mãe|no pai|na família|num irmão|numa irmã|no irmão|na irmã|em {relative}`,
    conditional: `aos esforços|ao esforço|de esforço|com o esforço|com esforço|ao caminhar|à marcha`,
    hypothetical: '',
  },
  answers: `não|nega|negativo|negativa|nenhum|nenhuma|ausente|ausentes`,
  never: `não só|não apenas|não somente|sem alterações|sem alteração|sem melhora|sem melhoria|sem melhoras|sem mudança|não melhora|não melhorou|não cede|não cedeu|não responde a|sem resposta a|não sem|não nega|não negou|não livre de|não excluído|não descartado|sem dúvida|não controlado|não controlada|não tolera|não consegue|não obstante|não tratado|não tratada|história da doença|história atual|história clínica|gram negativo|gram-negativo|
    mesmo se|como se|queixa-se|trata-se|encontra-se|apresenta-se|{relative} refere|{relative} relata|{relative} nega|acompanhado da {relative}|acompanhada da {relative}|acompanhado pela {relative}|acompanhado pelo {relative}|vive com {relative}|vive com a {relative}|mora com a {relative}`,
  ends: `mas|porém|contudo|todavia|no entanto|entretanto|exceto|excepto|salvo|com exceção de|embora|apesar de|que|quem|apresenta|apresentava|apresentou|refere|referia|agora|atualmente|actualmente|mostra|mostrou|revelou|desenvolveu|além de|à exceção de|sim|diagnosticado com|diagnosticada com|ele|ela`,
  pauses: `com|por|devido a|por causa de|secundário a|secundária a|após|depois de|antes de|durante|desde|enquanto`,
  short: ``,
  alternatives: 'ou|nem',
  denials: `nega|negou|negava|negam|negando|ausência de|não refere|sem antecedentes de`,
  affirms: `normal|normais|preservado|preservada|positivo|positiva|estável|rítmico|rítmica|mole|depressível|bom estado`,
  overLists: `negativos|negativas|ausentes|descartados|descartadas|foram descartados|foram descartadas|excluídos|excluídas|não presentes|desapareceram`,
  joins: 'e|ou|nem|bem como',
  relatives: `mãe|pai|irmão|irmã|irmãos|irmãs|avó|avô|avós|tia|tio|tios|primo|prima|pais|avó materna|avó paterna|avô materno|avô paterno|tia materna|tio materno`,
  sections: {
    family: 'antecedentes familiares|história familiar|af',
    historical:
      'antecedentes pessoais|antecedentes|antecedentes médicos|antecedentes cirúrgicos|história pregressa|história médica pregressa|ap',
    hypothetical: 'sinais de alarme|sinais de alerta',
  },
}
