/** What the words around a mention say of it as the reason for a visit: denied, past, the main one, one more. */

// A denial holds to the end of its clause: "No SOB, CP, rash" denies all three.
const denied =
  /(?:^|[^a-z])(?:pas d['’]|(?:no|nil|not (?:any|had|having)|denies|denied|denying|without|w\/o|neither|nor|neg(?:ative)? for|never|free of|hasn.t (?:had|got)|absence of|pas de|sans|nie|sin|niega|kein(?:e|en|er)?|ohne|nega|sem)(?![a-z]))(?:(?!\b(?:but|except|c\/o|presents|here|wants|today|now|mais|aber|pero)\b)[^.;:()\n]){0,70}$/
const past =
  /(?:^|[^a-z])(?:known|k\/c|hx(?: of)?|h\/o|history(?: of)?|pmhx?|phx|background(?: of)?|b\/g(?: of)?|prev(?:ious)?(?:ly)?|past|chronic|since|after|following|post|due to|because of|from|father|mother|mum|dad|brother|sister|fhx?|family)[ :]+(?:[a-z0-9/'+-]+[ ,]+){0,3}$/
const main =
  /(?:^|[^a-z])(?:main(?:ly)?(?: (?:issue|concern|complaint|problem|worry|reason|thing|aim|c\/o|re))?|mostly|primar(?:y|ily)|chiefly|came (?:in )?(?:today )?(?:for|about|re|because)|really here (?:for|re|about)|but (?:actually|really)|biggest (?:issue|concern|worry)|focus(?:ed|sing)?(?: on)?|priority|most worried about)[ :=(→-]*(?:is |was |today |now |re |about |on |for |issue |[a-z0-9/'’“"-]+ ){0,4}[“"'(]*$/
const further =
  /(?:^|[^a-z])(?:also|as well as|incidental(?:ly)?|while (?:here|i.m here)|by the way|in addition|additional(?:ly)?|another (?:thing|issue)|secondary|other issues?|#[2-9]|[2-9][.)])[ :=(-]*(?:[a-z0-9/'’“"-]+ ){0,4}[“"'(]*$/
/** Multiplies the points of a mention. */
const contextFactors = { denied: 0, past: 0.5, main: 1.8, further: 0.6 }

/**
 * How much a mention counts as the reason, from the words of its clause before it.
 *
 * @param text  in lower case
 * @returns     0 where it is denied, 1 where the words around it say nothing
 */
export function contextFactor(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 90), start)
  const clause = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1)
  if (denied.test(clause)) return contextFactors.denied
  let factor = 1
  if (main.test(clause)) factor *= contextFactors.main
  else if (further.test(clause)) factor *= contextFactors.further
  if (past.test(clause)) factor *= contextFactors.past
  return factor
}
