import { expect, test } from 'vitest'
import { found, ofKind } from './found.ts'

test.each([
  ['She lives with her husband Peter in Kettering and smokes', ['Kettering']],
  ['A 45-year-old man from Toowoomba', ['Toowoomba']],
  ['born in Great Yarmouth, moved to Newcastle upon Tyne', ['Great Yarmouth', 'Newcastle upon Tyne']],
  ['Paciente natural de Jerez de la Frontera y vecino de Albacete', ['Jerez de la Frontera', 'Albacete']],
  ['née le 27 septembre 1938 à Béziers, elle habite à Quimper', ['Béziers', 'Quimper']],
  ['Der Patient stammt aus Bad Tölz und wohnt in Passau', ['Bad Tölz', 'Passau']],
  ['nata a Bergamo il 3/4/1950, residente a Lecce', ['Bergamo', 'Lecce']],
  ['zij woont in Amersfoort', ['Amersfoort']],
  ['paciente natural de Sorocaba, mora em Campinas', ['Sorocaba', 'Campinas']],
  ['City: Boise\nSuburb: Carlton', ['Boise', 'Carlton']],
  ['Wohnort\tKassel', ['Kassel']],
  ['wohnhaft Rote Str. 3, 24937 Flensburg', ['Flensburg']],
  ['14 Wattle Grove Road, Ballarat VIC 3350', ['Ballarat']],
  ['12 rue de la République\n29000 Quimper', ['Quimper']],
  ['Quimper, le 3 mars 2020\n\nCher confrère,', ['Quimper']],
  ['transferred to Geelong overnight', ['Geelong']],
  ['pt lives in geelong. no pain today, eats well', ['geelong']],
])('towns in %j', (text, towns) => expect(ofKind('place', text)).toEqual(towns))

test.each([
  'lives in Queensland, born in Vietnam, from England',
  'lives in Residential Aged Care, was in ICU and moved to HDU',
  'Vit D PRN, low Vit D OTC',
  'information comes from Orphanet',
  'However, 6 years later',
  'born in April, from Monday',
])('no town in %j', (text) => expect(ofKind('place', text)).toEqual([]))

test.each([
  ['Lot 264 Young Tce', ['address Lot 264 Young Tce']],
  ['1750 N Lewis Blvd', ['address 1750 N Lewis Blvd']],
  ['158 42nd Ave', ['address 158 42nd Ave']],
  ['1078 County Road 89', ['address 1078 County Road 89']],
  ['Camino de Cadena 99', ['address Camino de Cadena 99']],
  ['Vicolo Gonzaga 12', ['address Vicolo Gonzaga 12']],
  ['PASEO DE LA GALLARDA Nº 47', ['address PASEO DE LA GALLARDA Nº 47']],
  ['Arienshof 346', ['address Arienshof 346']],
  ['7659ZM Zwolle', ['postcode 7659ZM', 'place Zwolle']],
  ['CLINIQUE BERGER', ['facility CLINIQUE BERGER']],
  ['admise au Centre hospitalier universitaire de Quimper', ['facility Centre hospitalier universitaire de Quimper']],
  ['Spoke to Rosie Kirwan (098 962 143)', ['person Rosie Kirwan', 'phone 098 962 143']],
  ['BP 120/80, BP 130', []],
  ['HOSPITAL COURSE: Hospital Course and Hospital Day 3', []],
])('%j', (text, expected) => expect(found(text)).toEqual(expected))
