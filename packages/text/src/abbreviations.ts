// Lower-cased, without the last full stop. The second list may end a sentence, the first never does.

const neverLast = `
  dr drs mr mrs ms mx prof st sr jr rev hon messrs assoc asst dept
  vs cf viz approx ca al eg ie fig figs eq ref refs vol vols pp ed eds ch sect sec
  pt pts hx rx dx sx tx mx fx ix ax appt appts temp resp wt ht max min est neg pos abd
  e.g i.e n.b q.v s.l
  mme mlle mm dr pr me env éd réf fig p.ex c.-à-d n.d.l.r
  sra srta dra dna uds ud vd vds núm nro pág págs ej p.ej aprox depto av avda cía
  dª dº profa exmo exma sto sta tel ex p.ex ltda pág obs
  hr hrn fr fam dipl ing med univ priv doz ärztl bzw ggf evtl vgl z.b d.h u.a u.ä o.ä s.o s.u i.d.r i.v i.m s.c p.o o.b n.b
  z.n v.a z.t m.e ca sog inkl exkl insb insbes entspr bds beids li re tgl stdl stündl wö tbl tabl kps amp susp pat pth path unauff anamn
  cont incl prev freq hosp surg disch exam
  klin stat amb chron rez akt orth ophth neurol urol gyn derm psych geb verh led str nr abs art abb kap lfd max mind
  sig sigg dott dottssa dott.ssa sigra sig.ra prof.ssa egr gent es pag pagg art ecc cfr ca
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
`
const sometimesLast = `
  a.m p.m q.d b.i.d t.i.d q.i.d q.h q.h.s q.o.d p.r.n a.c p.c h.s stat.
  u.s u.k u.s.a e.u d.c ph.d m.d b.sc m.sc r.n etc inc ltd co corp bros dob yr yrs mo mos wk wks hr hrs min mins sec secs tab tabs cap caps
  mg ml kg cm mm mcg ug iu oz lb lbs ft in mane nocte prn bid tid qid qd od bd tds qds no nos
  usw u.s.w etc.pp u.s.f dergl std stdn min sek wo
  etc ss sgtes
`

const table = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((entry) => entry !== ''))

/** Titles, references and short forms that another word must follow. */
export const abbreviationsInside = table(neverLast)
/** Short forms that close a sentence as often as they stand inside one: what follows decides. */
export const abbreviationsAnywhere = table(sometimesLast)

/** Capitalised or not, these seldom follow an abbreviation inside a sentence: lower-case ones open the sentences of hurried notes. */
export const openers: ReadonlySet<string> = table(`
  the a an he she it they we i you this that these those there his her their its our my patient pt nil no not denies denied reports reported
  states stated also advised otherwise examination exam review plan impression in on at after before since when while if as for
  il elle ils elles le la les un une ce cette nous on l'examen
  el los las ella ellos este esta se
  o os as ele ela
  der die das er sie es wir ein eine bei nach im am aufgrund zur zum keine kein patient
  lo gli lui lei i`)

/** Words of two letters that end a sentence, and shorten no other. */
export const shortLast: ReadonlySet<string> = table('is it me us up on so do go be he ok')

/** A day and one of these make a date, after the German full stop of ordinals. */
export const monthNames: ReadonlySet<string> = table(
  'januar jänner februar feber märz april mai juni juli august september oktober november dezember jan feb mär mrz apr jun jul aug sep sept okt nov dez',
)
