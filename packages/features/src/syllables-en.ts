import { matches } from './matches.ts'

/*
 * English spelling hides its syllables: a last e is silent, and two vowels side by side are one sound in "pain" and two in "science". Rules of spelling,
 * written by us. Each match takes one syllable from the number of vowel groups, or gives one.
 */

const vowelGroups = /[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]+/g

/** Silent e, and vowels that a spelling holds and the tongue does not. */
const fewer: readonly RegExp[] = [
  /[^aeiouyl]es$/g,
  /[aeiouy]les$/g,
  /[^aeiouydt]ed$/g,
  /[^aeiouyl]e$/g,
  /(?:[aeiouy]|l)le$/g,
  /lles$/g,
  /[a-z][^aeiou]ely$/g,
  /(?<!th)e(?:ful|less)/g,
  /[^aeiouy]eness/g,
  /[dhkyr]aches$|^aches$/g,
  /[a-z][^aeioul]ement/g,
  /[gq]ues?$/g,
  /ically$/g,
  /rriage/g,
  /(?:saf|nin)ety/g,
  // The first half of a compound: somewhat, household.
  /^(?:some|home|house|life|base|face|fire|time|side|where|there|fore(?!s)|nine|space|make|take|like|name|note|store|cake|wide|come|whole|guide|wine|stone|stage|frame|grape|pipe|snake|love|gate|bone|ware|safe)(?!less|ful|ment|ly$|ness|ver)(?=[bcdfghjklmnpqrstvwz][a-z]{2}|by$)/g,
  /every/g,
  // i is a consonant: union, million, senior, behaviour, but not ion.
  /[aeiouy][a-z]*(?:[ln]i(?:on|ors?$|us$)|li(?:a(?:ns?|r)?$|a(?:r[lis]|m))|(?:orn|van)ia$)|(?:brill|val)ian[ct]/g,
  /vio(?:u?r)/g,
]

/** Two vowels side by side that are two syllables, and syllables without a vowel letter. */
const more: readonly RegExp[] = [
  /(?:[cgsxz]|sh|ch)es$/g,
  /(?<![cstg]|sh)i[aou]|(?<=[cstg])i(?=at|as[mt])|giant|(?<=[st])io(?=s?$)|^sci[ao]/g,
  /[aeiouy]ing(?:s|ly)?$/g,
  /[^gq]ua[lt]|[^gqs]uary|[^q]uou|[^gq]uen[ctz]|[^gq]uit(?:y|i[ov])|[^gqb]ui[dn](?!g)|[^gq]uici/g,
  /eo/g,
  /sms?$|thms?$/g,
  /creat(?!ur)/g,
  /[^ctsg]ie(?:t|n[ct])|ciet|(?<!con)scien/g,
  /[aeiouy][^aeiouy]+eas?$|oea(?:l|s)?$/g,
  /[aoe]y(?!ing)[aiou]|[ao]ye(?=[er])|[^aeiouw]y(?!ing|e[ds]?$)[aeiou]/g,
  /^co(?:op(?!ers?$)|ord|ex|ag|ali|inci|ed)|^pre(?:e[^n]|a[^ck])|^rea(?:ct|l[iï]|ss|ff)|^re(?:i[nmt][a-z]{3}|e(?:n|x|l(?!$)|m|st)|u[ns])/g,
  /thea[t]|eums?$|aic|oics?$|(?<=[cstg])i(?=um|olog)|[a-z]{3}eus$|nuclea|inear$|poe[mt]|ao(?!h)|[^aeiou]ii/g,
  /[aeiouy][a-z]*(?:ng?|ag|ch|r)eal/g,
  /[aeiouy][a-z]*[^aeiouyc]eans?$/g,
  /[aeiouy][a-z]*(?:[fklprvz]|th|ss|nn|dd|tt|as)ie(?:r|rs|st)$/g,
  /[^aeiouylrw]led$|[bcdgt]re[sd]?$/g,
]

/** What the rules above count once too often. */
const undone: readonly RegExp[] = [/xio/g, /geo(?:us|n|r)|cheon|[sc]eou|eopard/g]

const exceptions: ReadonlyMap<string, number> = new Map(
  `diabetes 4 people 2 peoples 2 everyone 3 everything 3 being 2 does 1 fluids 2 anyone 3 business 2 businesses 3 wednesday 2 evening 2 several 3 medicine 3
  maybe 2 naked 2 wicked 2 rugged 2 ragged 2 jagged 2 crooked 2 wretched 2 beloved 3 learned 1 acne 2 syncope 3 recipe 3 recipes 3 systole 3 diastole 4 cafe 2
  rely 2 argue 2 argues 2 aisle 1 isle 1 ion 2 ions 2 ratio 3 cement 2 chocolate 2 colonel 2 alien 3 aliens 3 someone 2 awesome 2 whereas 2 genre 2 vegetable 3 vegetables 3 catholic 2 theory 3 nevertheless 4 eyes 1 eye 1
  cruel 2 fuel 2 duel 2 parliament 3 poetry 3`
    .trim()
    .split(/\s+(?=[a-z])/)
    .map((entry): [string, number] => [entry.split(' ')[0]!, Number(entry.split(' ')[1])]),
)

/** Syllables of a lower-cased English word; 0 or less for one without a vowel. */
export function englishSyllables(word: string): number {
  const exception = exceptions.get(word)
  if (exception !== undefined) return exception
  let count = matches(word, vowelGroups)
  for (const rule of fewer) count -= matches(word, rule)
  for (const rule of more) count += matches(word, rule)
  for (const rule of undone) count -= matches(word, rule)
  return count
}
