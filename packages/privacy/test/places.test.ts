import { expect, test } from 'vitest'
import { found } from './found.ts'

test.each([
  ['lives at 14 Wattle Grove Road, Ballarat VIC 3350', ['address 14 Wattle Grove Road', 'place Ballarat', 'postcode 3350']],
  ['12/45 Station St', ['address 12/45 Station St']],
  ['wohnhaft Rote Str. 3, 24937 Flensburg', ['address Rote Str. 3', 'postcode 24937', 'place Flensburg']],
  ['Erich-Kästner-Platz 5', ['address Erich-Kästner-Platz 5']],
  ['12 rue de la République', ['address 12 rue de la République']],
  ['Via Garibaldi 12', ['address Via Garibaldi 12']],
  ['Petőfi tér 19., Budapest', ['address Petőfi tér 19.', 'place Budapest']],
  ['wohnt Birkengatan 7', ['address Birkengatan 7']],
  ['Fjordvænget 15', ['address Fjordvænget 15']],
  ['lives at 86 Fuente Vieja 34, second floor', ['address 86 Fuente Vieja 34']],
  ['His address is 9 The Old Mill', ['address 9 The Old Mill']],
  ['27 Kastanja 46\n Suite 501', ['address 27 Kastanja 46', 'address Suite 501']],
  ['wohnhaft in 73333 Neudorf', ['postcode 73333', 'place Neudorf']],
  ['Klinik für Neurologie des Marienkrankenhauses Neudorf', ['facility Klinik für Neurologie des Marienkrankenhauses Neudorf']],
  ['zur Kur im Rehazentrum Neudorf', ['facility Rehazentrum Neudorf']],
  ['London SW1A 2AA', ['place London', 'postcode SW1A 2AA']],
  ['Ottawa K1A 0B1', ['place Ottawa', 'postcode K1A 0B1']],
  ['Springfield, IL 62704-1234', ['place Springfield', 'postcode 62704-1234']],
  ['admitted to Royal Melbourne Hospital', ['facility Royal Melbourne Hospital']],
  ['ROYAL MELBOURNE HOSPITAL\nDischarge summary', ['facility ROYAL MELBOURNE HOSPITAL']],
  ['seen at ROYAL MELBOURNE HOSPITAL twice', ['facility ROYAL MELBOURNE HOSPITAL']],
  ['Klinikum Neustadt', ['facility Klinikum Neustadt']],
  ['Hôpital Saint-Louis', ['facility Hôpital Saint-Louis']],
])('%j', (text, expected) => expect(found(text)).toEqual(expected))

test.each([
  'The Hospital, local Hospital, Pain Clinic',
  'BP 120/80 Left Arm',
  '5 mg Once Daily',
  '2 Panadol 500',
  'lives with 2 Cats',
  'Klinik für Neurologie',
  '2 Way referral',
  'PREFERENCE FOR HOSPITAL close by',
  'A COUGH BROUGHT THIS WOMAN TO THE CLINIC',
  'Am Tag 3, Im Jahr 2016, During 1971',
  '',
])('none in %j', (text) => expect(found(text)).toEqual([]))
