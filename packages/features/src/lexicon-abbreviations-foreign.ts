import type { EuropeanLanguage } from '@corpuscope/text'

/**
 * Abbreviations and acronyms of clinical notes in five languages, lower-cased, as words are cut. Written by us from common clinical usage: French 270
 * entries, Spanish 299, Portuguese 254, German 353, Italian 312; those that are everyday words too (`as`, `das`, `sala`) are left out.
 */
export const foreignAbbreviations: Readonly<Record<Exclude<EuropeanLanguage, 'en'>, string>> = {
  fr: `aag acfa acsos aeg ains airp amm amp anapath aomi apgar arv asa atb atcd atcds avc avf avk avp bav bb bdc bgn bgp bhe bilat bmi bmr bnp bpco bpm
    bu bzd cae cat cbh cbp ccr cgr chc chir cmi cmv cnv cp cpk cr crh crp cv cvc cvf ddn ddr dfg did dlr dmla dnid dsa dt eag ebv ecbu ecg echo eeg
    eer efr emg endo ep epp etf eto ett fa fc fcs fcv fdr fev fid fo fr frcv fv fx gaj gcs gds gea geu ggt gnr gsc hba1c hbpm hcg hdl hdm hdt hed hgpo
    hla hmg hnf hsa hta htap htic htp hvb hvc ic idm iec imc img imv inr iot ipp ira irc irm isrs itk iv ivd ivg ivl ivse jvp kc kta lal lam lcr ldh
    lec lmc lmnh lnh mapa mav mig mmii mms mmss mrc mt mtev mvte nac nb nfs nle nn nno np nyha oap od og ogi omi orl osm pac pam pbh pbr pce pcr pct
    pec pl pld plq pnn ponc pr preop prn psa ptg pth pto puv qsp qt rao rcp rcv rdv rgo rp rx rxt sao2 saos sc sdf sdra sf sfa sg shag siad sidaa sihd
    slp smur sn snc spo2 ssr sv svd t3 t4 tad tca tcc tck tdm tdr tep tfi tgo tgp tjp tnf tp tr trt tsh ttt tv tvp tx ubs uf ui uscc usi usic vads vb
    vbp vc vci vcs vd vems vg vgm vhb vhc vih vl vni vpp vr vrs vs vvc vvp`,
  es: `aas abd ac acfa acv acxfa adenop adn adt af afeb ag aines ait am amp ams anat ango aoc apgar aprox ast atb auscult avd bav bcg bdb bhe bic bil
    bipap bnm bp bq bqt bz caq cbp ccee ccr cdo cir cirug cm cmf cmv coc coor cpap cpk cr creat ctas cv cvc cx ddr derm dg dig dlp dm dm2 dmid dmo dx
    ebv ecg ecocardio eeg efr eg eii emg enf eo eot ep epi epid epoc erc erge esv etev eto ett ev expl fc fcc fcr feb fev fevi fg fi fiv fq fr frcv
    ftk fum fur fx gab gds gea ggt gl glc got gpt gr hb hba1c hbpm hc hcg hcto hda hdb hdl hdv hematol hgt hic hta htco hto htp hvi iam iao ibp ic icc
    icp ieca ig ilq im imc inh inr iq ira irc irm isrs itu iu iv ivrs iy izda izdo izq kt lcr ldh ldl lepr leuc lla llc lma lmc lsc lsd lsi lvd mae
    mav mcp md mdr med mii mmc mmii mmss ms msd msi mvc nac naf neuro nfr nl npl nrl nsg ntg nyha od oi om orl pa paaf pad pas pcr pct pfr pic pinr
    pla plaq po pp ppl pr prl psa ptc pth ptr qt qx rce rcp rcto rcv rgo rha rm rmn rnm rpm rs rsc rtu rx rxt sato2 sc scacest scasest sd sdra seg
    serol sf sfc sg sl smd snc sng sop sp spo2 ss st sv svd tac tad tas tb tbc tce tep tgi tia tm tp tpsv tr tsh tsv tto ttpa tv tvp tx uci ucias uds
    udvp us uvi vb vcm vhb vhc vih vm vmni vni vo vsg vvz vx`,
  pt: `aas abd acm acv afeb ain ait ams aprox atb atc avc avch avci avd bav bcf bcg bcnf bd bic bnf bp bpm bq cbp ccih cd cet ch cir cmv cpap cpk cr
    creat ct ctgo cv cvc cx dac db dcv dge dheg dlp dm dm1 dm2 dmg dpn drc drge dst dvp dx dxt ea ebv ecg ecocg ed eda eeg ef efz emg eo ep esf etiol
    eup evol fa fav fc fcc feb ferv fig fis fo fr fx gaso ggt glic got gpt gt hb hba1c hbpm hc hcg hd hda hdb hdl hf hgt hiv hma hmf hmp hpb hpp hsa
    ht hto htp hvb hvc iam ic icc inr irc irpm isrs ist iv ivc ivus jvp lcr ldh ldl les lla lma lmc lnh loc lotad lsd lsn mae mav mcp meg mmss msd mse
    mv mvf nac ncr nn npo npt ntg nyha od orl orot pad pas pc pcr pct pcte pcts pfr pic pl ppd ppl prn psf pvc qp qt rcp rcr rge rha rm rmn rn rpm rs
    rsr rt rtu rx rxt sae sat sc scq sd sdra sf sg sl smd snc sne sng sp spo2 ss ssvv sup sv svd tac tb tbc tc tce td tep tev tgo tgp tm tp tr trm tsh
    tt ttm tto ttpa tv tvp tx ubs ucin umb upa usg ut uti va vas vb vcg vcm vcs vd ve vhb vhc vhs vm vmni vni vo vr vsg`,
  de: `abd abs acb acc ace acvb ado ak akz allg amb amp anamn ant ap aprx asd ass av avk az azv bal bcg bds bek bga bipap bks bls bpl bsg bsp bv bwk bws
    bz ca cabg cch ccs cct ce cea chem chir chron ck ckmb clc cll cml copd cor cpap crp ct cvi cys dd derm dg diab diag diast dk dka dm dmp dms dn dp
    dsa dva dx ebv ecg echo ecmo eeg egd ekg emg entl eo erc ercp esbl etc ev ez fa fam fev fev1 ffp fk fo fr ft ga gcs geb gfr ggt gi gn got gpt gyn
    hb hba1c hbs hcc hcv hd hdl her2 hf hg hiv hk hkt hla hn hno ho hrst ht hts hv hwi hwk hws hwz hyp ias icb icd icr ie iga ige igg il imp inh inj
    inr int ips isg its iv jcs kh khk kis kj kl klin km knr kof kolo konv kp kps ks ldh ldl leuk lig lk lufu lv lvef lwk lws lz mcl mcp mcv med mi
    mibi mm mmse mrcp mrgn mrsa mrt ms mtx nap nb ndb neg neph neur nin nmh nn nnh noak nr nsar nsclc nstemi nt nw nyha o2 oad oak oar obb op opg ops
    ortho os osg ot oä pap pat path patn pavk pca pci pcp pcr pdk ped peg pet pkt pkv pm pmr pn pnp po poc postop ppi proc prog präop psa psych pta
    ptca pth ptt pv qs qt ra rea rez rezid rf rg rkn rls ro rr rt rv rö röntg sab sah sapv sd sek sg sgb sht sis sle sm sn sono sp spect spo2 ss ssw
    st stat std stemi stn sup susp syst tab tabl tbc tbvt te tee tep tgl thx tia tk tm tnf tnm to tps tsh tte tv tvt tx ucn ue uk urol us usg uv uz
    vac vas vd verd vergl verl vhf vk vmu vorh vsd vt wd whg wk wks ws wv zn zns zvd zvk zw ösoph`,
  it: `aa aaa abd ac acc ace acr aff ag ago aice aids ami amp anca ang aocp ap app appr apr asa ast atb av avk bav bbdx bbsx bcg bdz bpco bpm ca cad cbp
    cc ccr cea chir cid ckmb cmv cpap cpk cr creat crp ct cv cvc cvp dca dd dea derm dg dh diab dm dm2 dn dp dr dvt dx eab ebpm ebv ecg ecoc eda eeg
    ef ega egds emg eo eog ep er ercp es esp eto ett ev fans fav fc fe feb fev fia fibr fis fkst fkt fo fr frat ft fv fx gb gcs gea ggt gi glic gn got
    gpt gr gtt hb hba1c hbv hcc hcg hcv hdl hiv hpv ht ic ici icp ids ig im ima imc imr inf inr int ipb ipp ira irc irm isr iu iv ivc ivg ivs ivu kt
    lad lap las ldh ldl les lic lla llc lma lmc lnh mav mc mcv md mici mm mmc mmg mmse mov mrge msc mv nac nas ndd nn np npt nrs nstemi nyha oncol op
    orl os osas oss pa pad paf pao2 pas pbp pcr pct pdd pet pfr pic pl plt pm pmk pna po ponv postop pp ppi prc preop prn ps psa psi pta ptca pti ptt
    pv pz pzt qt ra rad rao rcp rct rcu reum rge rm rmn rp rs rsa rt rvb rx rxt sat sc sca sclc sd sdo sf sg sgot sii sim simb sind sla sm snc sng snp
    sog spo2 ss st stemi sv svd sx ta tac tao tap tb tbc tc tcc td tep terap tev tia tiv tnf to tp tpn tr trap ts tsa tsh tso tt tvp tx uo uoc us usc
    uti utic vas vb vcs vd ve ves vg vmn vs vvz`,
}
