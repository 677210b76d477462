/** Month names and their usual abbreviations, a row a language; a further language is a further row. */
const rows = {
  en: 'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  fr: 'janvier|janv février|fevrier|févr|fevr|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc',
  es: 'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic',
  pt: 'janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro|set outubro|out novembro dezembro|dez',
  de: 'januar|jänner|jaenner februar|feber märz|maerz|mrz|mär april mai juni juli august september oktober|okt november dezember|dez',
  nl: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  no: 'januar februar mars april mai juni juli august september oktober november desember',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  it: 'gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre',
} as const

/** Lower-cased name -> month, 1 to 12. */
export const monthNames: ReadonlyMap<string, number> = new Map(
  Object.values(rows).flatMap((row) =>
    row.split(' ').flatMap((names, i) => names.split('|').map((name): [string, number] => [name, i + 1])),
  ),
)

/** Longest name, in UTF-16 code units, with room for marks written apart. */
export const longestMonthName = 14
