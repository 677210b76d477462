import english from 'natural/lib/natural/util/stopwords.js'
import spanish from 'natural/lib/natural/util/stopwords_es.js'
import french from 'natural/lib/natural/util/stopwords_fr.js'
import italian from 'natural/lib/natural/util/stopwords_it.js'
import portuguese from 'natural/lib/natural/util/stopwords_pt.js'

/** The languages we hold function words and stemmers for. */
export const europeanLanguages = ['en', 'fr', 'es', 'pt', 'de', 'it'] as const
export type EuropeanLanguage = (typeof europeanLanguages)[number]

export const isEuropean = (language: string): language is EuropeanLanguage => (europeanLanguages as readonly string[]).includes(language)

// natural's lists hold digits, signs and the whole alphabet; one-letter words are named here instead. Its English list has some content words.
const contentWords = new Set(['like', 'make', 'take', 'came', 'come', 'said', 'see', 'got', 'get', 'way', 'well'])

const added: Record<EuropeanLanguage, string> = {
  en: `a i no not nor off down yes us shall may upon within without against among via although though whether either neither every
    everyone everything someone something anyone anything nobody nothing nowhere somewhere else ever yet just even quite rather almost
    already always often perhaps however therefore thus hence whose whoever whatever whichever yourselves having were being isn't aren't wasn't
    weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't haven't hasn't hadn't i'm i've i'd i'll it's he's she's that's there's
    you're you've you'd you'll they're they've we're we've we'd we'll let's`,
  fr: `a à y il elle elles leur donc or ni car si comme quand lorsque puisque dont tout tous toute toutes plus moins très aussi bien
    chez vers entre depuis pendant avant après contre sous lequel laquelle lesquels lesquelles celui celle ceux celles était c'est n'est
    d'un d'une qu'il qu'elle l'on s'est`,
  es: `a e o u y es son era eran fue fueron ser sido está están estaba ha han había habían he hay esta este estas estos esa esas
    aquel aquella si no ante bajo cada entre hacia según tras unas unos les le nos os tanto tan todo toda todos todas cuyo cuya sino aunque mientras`,
  pt: `a e o à é são era eram foi foram ser sido está estão estava estavam há havia tem têm tinha mas ou já pela após sob sobre até desde
    cada todo toda todos todas outro outra outros outras onde porque pois porém ainda sendo`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim beiden bin bis bist bzw da dabei
    dadurch dafür dagegen daher damit danach dann daran darauf darüber das dass daß davon dazu dein deine dem den denn der deren des dessen
    desweiteren deutlich die dies diese diesem diesen dieser dieses doch dort du durch ebenfalls ein eine einem einen einer eines einige er es etwa
    euch euer für gegen hab habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja
    je jede jedem jeden jeder jedes jedoch jene kann kein keine keinem keinen keiner keines können könnte man manche mehr mein meine mich mir mit
    muss musste nach nachdem nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seines seit selbst sich sie sind
    so sobald sofern solche soll sollte sondern sonst sowie sowohl über um und uns unser unsere unserem unseren unserer unter vom von vor
    während war waren warum was weder weil weiter welche welchem welchen welcher welches wenn wer werden werde wie wieder will wir wird wo
    worden wurde wurden würde zu zum zur zwar zwischen`,
  it: `a e i o è che di da in con su per tra fra il lo la gli le un uno una del della nel nella al alla dal dalla sul sulla non si
    come più anche ma se ed od questo questa ogni altro altra altri altre senza dopo prima durante presso mentre quando dove l'ha`,
}

const fromNatural: Record<EuropeanLanguage, readonly string[]> = {
  en: english.words,
  fr: french.words,
  es: spanish.words,
  pt: portuguese.words,
  de: [],
  it: italian.words,
}

const lists = new Map<EuropeanLanguage, ReadonlySet<string>>()

/** The function words of a language, lower-cased: articles, prepositions, pronouns, auxiliaries, conjunctions, and the negations. */
export function stopWords(language: EuropeanLanguage): ReadonlySet<string> {
  let list = lists.get(language)
  if (!list) {
    const words = fromNatural[language].filter((word) => word.length > 1 && !contentWords.has(word))
    lists.set(language, (list = new Set([...words, ...added[language].split(/\s+/)].map((word) => word.toLowerCase()))))
  }
  return list
}

/**
 * Whether a lower-cased word is a function word of the language; false for languages we have no list of.
 * Elided French and Italian articles are read with their word (`l'homme` is no function word); the typographic apostrophe is the plain one.
 *
 * @example isStopWord('with', 'en') // true
 */
export function isStopWord(word: string, language: string): boolean {
  if (!isEuropean(language)) return false
  return stopWords(language).has(word.includes('\u2019') ? word.replaceAll('\u2019', "'") : word)
}
