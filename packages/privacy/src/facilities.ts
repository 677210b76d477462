import { isEnglishWord } from '@corpuscope/features'
import { isWordy } from './characters.ts'
import { isForeign } from './foreign.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { isUpper } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'

// As in `places.ts`: expressions are sticky or run over a slice of fixed length.
const longest = 80
const word = "[\\p{Lu}][\\p{L}'’.-]{1,24}"

const kinds =
  'Hospital|Hospitals|Clinic|Infirmary|Hospice|Surgery|Polyclinic|Nursing Home|Aged Care|Care Home|Medical Cent(?:re|er)|Health Cent(?:re|er)|Health Service|Family Practice|Medical Practice|General Practice|Medical Clinic|Rehabilitation Cent(?:re|er)|Day Surgery|HOSPITAL|CLINIC|INFIRMARY|HOSPICE|MEDICAL CENT(?:RE|ER)|HEALTH CENT(?:RE|ER)|NURSING HOME|HEALTH SYSTEM|Health System|Eye Institute|Cancer Cent(?:re|er)|Pharmacy|Chemist|Ziekenhuis|Medisch Centrum|Kliniek|Medical Group|Ambulance Station'
const facilityBefore = new RegExp(`(?:(?:${word}|of|and|&|the)[ ]){1,5}(?:${kinds})(?![\\p{L}\\d])`, 'uy')
const kindAtEnd = new RegExp(`(?:${kinds})$`)
const facilityAfter =
  /(?:Hôpital|Hôpitaux|HÔPITAL|HOPITAL|CLINIQUE|POLYCLINIQUE|CENTRE HOSPITALIER|MAISON DE SANTÉ|HOSPITAL|CLÍNICA|CLINICA|CENTRO DE SALUD|SANTA CASA|OSPEDALE|CASA DI CURA|POLICLINICO|KLINIKUM|KRANKENHAUS|KLINIK|FACHKLINIK|SENIORENHEIM|UBS|Institut|Maison de santé|Residencia|UPA|Clinica|Istituto|ASL|AUSL|Ospedali Riuniti|Ospedale Civile|Huisartsenpraktijk|Verpleeghuis|Medisch Centrum|Fachklinik|Medizinische Hochschule|Kreiskrankenhaus|Rehaklinik|Clinique|Polyclinique|CHU|CHRU|CHR|CH|Centre [Hh]ospitalier|EHPAD|Hospital|Clínica|Centro de Salud|Centro de Saúde|Centro Médico|Complejo Hospitalario|Santa Casa|UBS|UMC|MVZ|Casa di Cura|Azienda Ospedaliera|Ospedale|Policlinico|Krankenhaus|Klinikum|Klinik|Spital|LKH|KH|AKH|BKH|KKH|UKH|ÖHK|Diakonissenkrankenhaus|Universitätsklinikum|Universitätsklinik|Landeskrankenhaus|Krankenanstaltenverbund|Reha(?:bilitations)?[ -]?[Zz]entrum|Reha-?[Kk]linik|Therapiezentrum|Gesundheitszentrum|Pflegeheim|Seniorenheim|Altenheim|Pflegezentrum|Hospiz|Sanatorium|Praxis|Gemeinschaftspraxis|Ziekenhuis|Sjukhus|Sykehus|Sairaala)(?: (?:de|del|della|di|do|da|das|dos|du|des|la|le|les|los|St\.|San|Santa|Sankt|der|Univ\.|Universitaire|universitaire|Universitario|Universitário|das Clínicas|São|Virgen|DE|DU|DES|DI|DA|DO|LA|SAN|SÃO|UNIVERSITAIRE|UNIVERSITARIO|UNIVERSITÁRIO|MUNICIPAL|GENERAL|Universitari|Infantil|Comarcal|Regional|Provincial|Municipal|Civil|General|Geral|Clínico|[Bb]armherzigen|Brüder|Schwestern)){0,3}(?: | ?\n(?=[\p{Lu}][\p{L}-]{2,24},))(?!Dr\b|Prof\b|Frau\b|Herr)[\p{Lu}][\p{L}'’-]{1,24}(?:[ -][\p{Lu}][\p{L}'’-]{2,24}){0,3}/uy
const compound =
  /(?:St\. )?(?:[\p{Lu}][\p{L}]{1,20}\.?-){1,3}(?:Klinik|Klinikum|Krankenhaus|Spital|Hospital)(?![\p{L}])(?: [\p{Lu}][\p{L}-]{2,24})?|(?:St\. )?[\p{Lu}][\p{L}]{3,24}(?:ziekenhuis|hospital)(?![\p{L}])(?: [\p{Lu}][\p{L}-]{2,24})?|[\p{Lu}][\p{L}-]{2,30}(?:-|)(?:[Kk]linik|KLINIK|[Kk]linikum|KLINIKUM|[Kk]rankenhaus|KRANKENHAUS|[Ss]pital|[Kk]rankenanstalt)(?: (?:der|des|am|im) (?=[\p{Lu}]))?(?: [\p{Lu}][\p{L}.-]{2,24}){1,4}|[Kk]linik für [\p{Lu}][\p{L}-]{2,30}(?:, [\p{Lu}][\p{L}-]{2,30})?(?: und [\p{Lu}][\p{L}-]{2,30})? (?:des|der|am|im) [\p{Lu}][\p{L}-]{2,40}(?: [\p{Lu}][\p{L}.-]{2,24}){1,3}/uy

/** Begins of sentences and common words that make "The Hospital" or "Local Clinic" a place of no name. */
const generic: ReadonlySet<string> = new Set(
  'course admission discharge stay day my plan the a local public private general nearest this our your my outpatient fracture pain skin breast diabetes eye dental gp specialist antenatal memory sleep cardiology ortho surgical medical pre post day emergency acute after hours walk in travel well women womens mens baby immunisation vaccination asthma wound foot foot hand high risk nurse led nurse-led led plastics plastic derm dermatology gynae urology cataract major minor elective bariatric and of & for to from at with in via hospital back heart cardiac stroke renal liver lung chest falls rapid access warfarin inr review refer referral mental sexual community family aged care rehab rehabilitation allied physio allergy hernia spinal knee hip shoulder oral neuro neurology respiratory oncology virtual district base country regional rural city tertiary chronic recent previous past prior laser urgent open keyhole colorectal thyroid vascular thoracic cosmetic orthopaedic paediatric maternity refractive eyelid abdominal sinus'.split(
    ' ',
  ),
)

/** Facilities that a word names, from each capitalised word before it that none was looked for yet. */
export function facilitiesBefore(scan: Scan, word: number, found: Identifier[]): void {
  const { text } = scan
  for (let at = Math.max(scan.looked.facility, word - longest + 1); at <= word; at++) {
    if (!isUpper(text.charCodeAt(at)) || isWordy(text.charCodeAt(at - 1))) continue
    scan.steps += longest
    const place = facility(text, text.slice(at, at + longest), at)
    if (place) found.push(place)
  }
  scan.looked.facility = word + 1
}

const facilityEnd = /(?:klinik|klinikum|krankenhaus|spital|hospital|ziekenhuis|krankenanstalt)$/i
const longestFacilityEnd = 14

/** Whether a capitalised word ends in the kind of a facility: Augenklinik. */
export const endsInFacility = (text: ScannedText, start: number, end: number): boolean =>
  end - start > 8 &&
  mayEndFacility(text.charCodeAt(end - 1) | 32) &&
  facilityEnd.test(text.slice(Math.max(start, end - longestFacilityEnd), end))
const mayEndFacility = (last: number): boolean => last === 107 || last === 109 || last === 115 || last === 108 || last === 116

/** Words that name a facility, in small letters. */
export const facilityWords =
  'hospital hospitals clinic infirmary hospice surgery polyclinic home care pharmacy chemist station institut maison residencia upa clinica istituto asl ausl ospedali huisartsenpraktijk verpleeghuis medisch kliniek fachklinik medizinische kreiskrankenhaus rehaklinik group centrum centre center service practice institute system hôpital hôpitaux clinique polyclinique chu chru chr ch ehpad clínica centro complejo santa ubs umc mvz casa azienda ospedale policlinico krankenhaus klinikum klinik spital lkh kh diakonissenkrankenhaus universitätsklinikum universitätsklinik landeskrankenhaus akh bkh kkh ukh öhk krankenanstaltenverbund reha rehazentrum rehabilitationszentrum rehaklinik reha-klinik therapiezentrum gesundheitszentrum pflegeheim seniorenheim altenheim pflegezentrum hospiz sanatorium praxis gemeinschaftspraxis ziekenhuis sjukhus sykehus sairaala'.split(
    ' ',
  )
function facility(text: ScannedText, slice: string, at: number): Identifier | undefined {
  facilityBefore.lastIndex = 0
  const before = facilityBefore.exec(slice)
  if (before) {
    const words = before[0].split(' ')
    let first = 0
    while (first < words.length && generic.has(words[first]!.toLowerCase())) first++
    const type = before[0].search(kindAtEnd)
    const start = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
    if (start < type && words.slice(first, -1).some((each) => /^\p{Lu}[\p{L}]/u.test(each) && !generic.has(each.toLowerCase()))) {
      const end = at + before[0].length
      if (isShouted(text, at + start, end)) return undefined
      return { kind: 'facility', start: at + start, end, strength: strengths.cue, identity: before[0].slice(start).toLowerCase() }
    }
  }
  for (const form of [facilityAfter, compound]) {
    form.lastIndex = 0
    const found = form.exec(slice)
    if (found && !(form === facilityAfter && isPhrase(text, found[0])))
      return { kind: 'facility', start: at, end: at + found[0].length, strength: strengths.cue, identity: found[0].toLowerCase() }
  }
  return undefined
}

/** "Hospital Course", "Clinica Data": in English the word behind is no name where a dictionary has it. */
const isPhrase = (text: ScannedText, written: string): boolean =>
  /^(?:hosp|clinic|inst|centr)/i.test(written) && !isForeign(text) && written.split(' ').every((each) => isEnglishWord(each.toLowerCase()))

/** How far a line is looked at on either side of a place. */
const beside = 80

/** Words in a line of capitals are no name for their capitals: one that names a facility has the line to itself, as a letterhead. */
function isShouted(text: ScannedText, start: number, end: number): boolean {
  if (/\p{Ll}/u.test(text.slice(start, end))) return false
  const lineBefore = text
    .slice(Math.max(0, start - beside), start)
    .split('\n')
    .at(-1)!
  const lineAfter = text.slice(end, end + beside).split('\n')[0]!
  return !/\p{Ll}/u.test(lineBefore) && (/\p{L}/u.test(lineBefore) || /\p{Ll}/u.test(lineAfter))
}
