import type { EuropeanLanguage } from '@corpuscope/text'
import { foreignAbbreviations } from './lexicon-abbreviations-foreign.ts'

/**
 * Abbreviations and acronyms of English clinical notes, lower-cased, as words are cut: `o/e` is `o` and `e` and is not here. Written by us from
 * common clinical usage: 516 entries; those that are everyday words too (`all`, `it`, `or`) are left out.
 */
export const clinicalAbbreviations: readonly string[] = `
  abd abdo abg abgs abi abx acei acl acr acs adhd adl adls adr adrs af afib aka alp als alt ama amb amd ana anc aom appt appts approx arb ards asap
  asd asst ast atn avm avn bbb bcc bd bgl bgls bhcg bibems bid bilat bka bld bloods bmi bnp bp bpd bph bpm bpad bppv bsl btl bx
  ca cabg cad caps cbc cbd cbt cca ccf ccu cdt cea cf chd chf chr ckd cld cmt cn cns cnt conj cons cont cop copd covid cpap cpr crp crf crt
  csf cst ct ctg cts ctpa cva cvd cvs cxr dbp dc dcis ddx dept dexa dka dm dmard dnr doa dob doe dre dsd dtr dtrs dvt dx dxa dz
  ebv ecg echo ecog ecv ed edc edd eeg ef egd egfr ekg elisa emg eml ent eomi eor epds ercp esr esrd etoh ett euc eucs
  fb fbc fbe fbs fess ffp fhx fnab fobt fp fsh fu fx gad gca gcs gdm gerd gfr ggt gi gn gord gp gpmp gps gtn gtt gu gyn
  hb hba1c hbv hcg hcv hdl hf hfref hiv hlh hpi hpc hpv hr hrt hs hsm hsv htn hx hz ibd ibs icd icp icu idc ido iddm ifob ihd im imi imp inr
  ints iop ipf irreg isq itp itu iu iucd iud ivc ivdu ivf ivig ix ixs jvp kub lad lap lbbb lbp ldh ldl le lfts lft lh lhs lif lle llq lmn lmp ln loc
  lof lois lol los lp lscs lue luq lut luts lv lvef lvf lvh mane mca mcl mcs mcv mdd mdi mdt meds mets mg mgmt mi mins mmr mmse mod moca mrc mri mrsa
  ms msk msu mtp mtx mva mvp mx nad nafld nbm nc neg ng ngt nhl niddm nil nkda nkfa nocte nof nrt ns nsaid nsaids nsclc nstemi nvd nyha
  obs occ occas ocd ocp od oe ogtt om ooh opd orif ot otc oth ou pa paf palp palps pap pcos pcp pcr pda pe pefr perl perla perrl perrla
  pfo pft pid picc pls pmh pmhx pmr pnd po pod poct ppi pr preg prev prn pt pts prob psa psh psx ptsd ptx pud puva pv pvd qd qid qhs qol
  ra rad rbc rbg rbs rca rds resp rf rhd rhf rhs ria rif rle rlq rr rsi rta rtc rtw rue ruq rv rvf rx sah sbo sbp scc sca sccs scd scfe scr sdh sero
  sga sgx shx sib sif sle slr smbg snhl snri sob sobar sobe sochx sol spf spo2 sr ssri ssris staph std stds stemi sti stis strep subcut
  subling sup supp surg susp svd svt sx syph tah tavi tb tca tds tens tft tfts tia tibc tid tka tkr tmj tms tnf toe tpn trus tsh tte turp tx
  uc ue umn uo urti urtis us usg uss uta uti utis va vaga vax vbg vc vf vitb12 vit vte vs vsd vt vzv wbc wcc wks wl wnl wpw wt xr yo yrs yr
`
  .trim()
  .split(/\s+/)

/** The clinical abbreviations of a language. */
export const clinicalAbbreviationsOf = (language: EuropeanLanguage): readonly string[] =>
  language === 'en' ? clinicalAbbreviations : foreignAbbreviations[language].trim().split(/\s+/)

/** Units of measurement, lower-cased; a number stands before them or they stand against it (`5mg` is one word, and its tail is looked at). */
export const units: readonly string[] = `
  mg mcg ug µg g gm gms kg kgs ml mls l dl cl mm cm m km iu units unit mmol umol µmol nmol pmol mol meq ng pg mmhg kpa bpm hz khz db kcal cal kj
  hr hrs h min mins sec secs s d day days wk wks week weeks mo mths month months yr yrs year years hour hours minute minutes second seconds
  tab tabs tablet tablets cap caps capsule capsules puff puffs drop drops gtt tsp tbsp pack packs percent pts inch inches ft lb lbs oz c f
`
  .trim()
  .split(/\s+/)
