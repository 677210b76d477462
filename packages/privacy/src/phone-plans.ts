/** A national way of writing telephone numbers. A further country is a further row. */
export interface PhonePlan {
  readonly name: string
  /** One sign a digit: itself, `#` any, `N` 2 to 9, `A` an Australian area (2, 3, 7, 8), `D` 1 to 9. */
  readonly digits: string
  /** How many digits stand in each group. */
  readonly groups: readonly string[]
  /** Country code of E.164, and how many leading digits it replaces. */
  readonly country: string
  readonly trunk: number
  /** Where blanks alone are too common among other numbers, a hyphen, point or bracket has to be among the separators. */
  readonly notBlanksAlone?: boolean
  /** Only with its area in brackets. */
  readonly bracketed?: boolean
  /** Too short to be believed without a word such as "phone" before it. */
  readonly needsCue?: boolean
}

export const phonePlans: readonly PhonePlan[] = [
  {
    name: 'Australian mobile',
    digits: '04########',
    groups: ['10', '4-3-3', '4-6', '4-2-2-2', '4-2-4', '4-4-2', '2-4-4', '2-8', '3-3-4', '5-5', '2-2-2-2-2', '7-3'],
    country: '61',
    trunk: 1,
  },
  {
    name: 'Australian landline',
    digits: '0A########',
    groups: ['10', '2-4-4', '2-8', '2-2-2-2-2', '2-3-5', '2-5-3', '6-4'],
    country: '61',
    trunk: 1,
  },
  {
    name: 'Australian 1300 number',
    digits: '1300######',
    groups: ['10', '4-3-3', '4-6', '4-2-2-2', '4-2-4', '1-3-3-3'],
    country: '61',
    trunk: 0,
  },
  {
    name: 'Australian 1800 number',
    digits: '1800######',
    groups: ['10', '4-3-3', '4-6', '4-2-2-2', '4-2-4', '1-3-3-3'],
    country: '61',
    trunk: 0,
  },
  { name: 'Australian 13 number', digits: '13####', groups: ['2-2-2', '2-4', '6'], country: '61', trunk: 0, needsCue: true },
  { name: 'British mobile', digits: '07#########', groups: ['11', '5-6', '5-3-3', '4-3-4', '4-4-3', '3-4-4'], country: '44', trunk: 1 },
  { name: 'British landline', digits: '01#########', groups: ['5-6', '5-3-3', '4-3-4', '4-7', '3-4-4'], country: '44', trunk: 1 },
  { name: 'British landline', digits: '02#########', groups: ['3-4-4', '3-8', '5-6', '5-3-3'], country: '44', trunk: 1 },
  { name: 'British 03 and 08 number', digits: '03#########', groups: ['4-3-4', '5-6', '4-7'], country: '44', trunk: 1 },
  { name: 'British 03 and 08 number', digits: '08#########', groups: ['4-3-4', '5-6', '4-7'], country: '44', trunk: 1 },
  { name: 'North American', digits: 'N##N######', groups: ['3-3-4'], country: '1', trunk: 0, notBlanksAlone: true },
  { name: 'North American', digits: '1N##N######', groups: ['1-3-3-4'], country: '1', trunk: 1, notBlanksAlone: true },
  { name: 'Spanish', digits: '9########', groups: ['2-3-2-2', '3-2-2-2'], country: '34', trunk: 0 },
  { name: 'Spanish mobile', digits: '6########', groups: ['3-2-2-2'], country: '34', trunk: 0 },
  { name: 'Brazilian landline', digits: 'DD########', groups: ['2-4-4'], country: '55', trunk: 0, bracketed: true },
  { name: 'Brazilian mobile', digits: 'DD9########', groups: ['2-5-4'], country: '55', trunk: 0 },
  { name: 'French', digits: '0D########', groups: ['2-2-2-2-2'], country: '33', trunk: 1 },
  { name: 'French mobile', digits: '06########', groups: ['10'], country: '33', trunk: 1 },
  { name: 'French mobile', digits: '07########', groups: ['10'], country: '33', trunk: 1 },
  { name: 'Dutch mobile', digits: '06########', groups: ['2-8', '2-4-4'], country: '31', trunk: 1 },
  { name: 'Dutch landline', digits: '0D########', groups: ['3-7', '4-6'], country: '31', trunk: 1, notBlanksAlone: true },
  { name: 'Italian mobile', digits: '3#########', groups: ['3-7', '3-3-4'], country: '39', trunk: 0, notBlanksAlone: true },
  { name: 'Irish mobile', digits: '08########', groups: ['3-3-4', '3-7'], country: '353', trunk: 1 },
  { name: 'Portuguese mobile', digits: '9########', groups: ['3-3-3'], country: '351', trunk: 0, needsCue: true },
]

/** Country codes whose numbers have a known length after the code, least and most; others have 7 to 12. */
export const countryLengths: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['1', [10, 10]],
  ['33', [9, 9]],
  ['34', [9, 9]],
  ['351', [9, 9]],
  ['41', [9, 9]],
  ['44', [9, 10]],
  ['46', [7, 9]],
  ['55', [10, 11]],
  ['61', [9, 9]],
  ['64', [8, 10]],
])

/** Numbers set aside for films, books and tests, in E.164 digits, `#` any: ACMA, Ofcom and NANPA list them. */
export const fictionalPhones: readonly string[] = [
  '61491570006',
  '61491570156',
  '61491570157',
  '61491570158',
  '61491570159',
  '61#5550####',
  '61#7010####',
  '447700900###',
  '442079460###',
  '441##4960###',
  '441914980###',
  '441632960###',
  '1###55501##',
  '###55501##',
  '55501##',
]

/** Helplines that notes give to everybody, in E.164 digits: Lifeline, Poisons Information, Quitline, Healthdirect, Beyond Blue, Kids Helpline, 1800RESPECT, MensLine. */
export const helplines: ReadonlySet<string> = new Set([
  '61131114',
  '61131126',
  '61137848',
  '611800022222',
  '611300224636',
  '611800551800',
  '611800737732',
  '611300789978',
])
