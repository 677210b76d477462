import { expect, test } from 'vitest'
import { ofKind } from './found.ts'

// Made-up names that no list has: only what stands beside them says that they are names.
test.each([
  ['Discussed with Zoltrek from physio', ['Zoltrek']],
  ['Please ask Vimdra to call back', ['Vimdra']],
  ['Handed over to Kestral Womba at 7', ['Kestral Womba']],
  ['Ondrexa denies any pain. She is well.', ['Ondrexa']],
  ['Quilven Tashor presented for review', ['Quilven Tashor']],
  ['Vostra Mellin is a 48 yo woman', ['Vostra Mellin']],
  ['Phone call from Mistrel (daughter)', ['Mistrel']],
  ['Merci de rappeler Vostrane au plus vite', ['Vostrane']],
  ['Valorado por Trevanka Ulmis en la consulta de la tarde', ['Trevanka Ulmis']],
  ['Vive con su marido y con su hija Ondrexa en el pueblo', ['Ondrexa']],
  ['Die Patientin kam mit ihrer Tochter Runastra in die Klinik', ['Runastra']],
  ['Nachtdienst: bezoek van zoon Veldrik en de wond is verzorgd', ['Veldrik']],
  ['Gentile Dott.ssa Ombrelda,', ['Ombrelda']],
  ['Geachte collega van Trostel,', ['van Trostel']],
])('beside what only a person does or meets: %j', (text, names) => expect(ofKind('person', text)).toEqual(names))

test.each([
  'Discussed with Ortho and Haematology. Referred to Cardiology.',
  'followed by Cetuximab, then a bacterium called Campylobacter',
  'Father: Hypertension. Mother had Diabetes.',
  'Die Mutter Brustkrebs, der Vater Herzinfarkt, und die Schwester ist gesund',
  'Treatment was stopped. Symptoms reported. Nortel said profits fell.',
  'IgE, RecQ and MenB lives on',
])('nobody is named in %j', (text) => expect(ofKind('person', text)).toEqual([]))

test('in a note without capitals names are read behind titles, labels and kin', () => {
  expect(ofKind('person', 'name: orla quennell\npt seen with wife ines. d/w dr tremova. review in two weeks')).toEqual([
    'orla quennell',
    'ines',
    'tremova',
  ])
  expect(ofKind('person', 'the dr will see the patient and her wife reports pain. no name given')).toEqual([])
})

test('a table names persons in the columns that its head says', () => {
  expect(ofKind('person', 'Surname\tGiven name\tDOB\nTrostel\tVimdra\t3/4/1950\nMelk\tAnna\t5/6/1961\n\nSeen today')).toEqual([
    'Trostel',
    'Vimdra',
    'Melk',
    'Anna',
  ])
  expect(ofKind('person', '| Name | Vostra Mellin |\n| City | Perth |')).toEqual(['Vostra Mellin'])
  expect(ofKind('person', 'QUENNELL, ORLA M\nMRN 1234567')).toEqual(['QUENNELL, ORLA M'])
  expect(ofKind('person', 'PAIN, CHEST\nNausea')).toEqual([])
})
