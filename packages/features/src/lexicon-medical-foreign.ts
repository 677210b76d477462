import type { EuropeanLanguage } from '@corpuscope/text'

interface MedicalWords {
  /** What terms end in, and hardly any other word of seven letters or more. */
  readonly endings: string
  readonly words: string
  readonly drugs: string
}

/**
 * Medical vocabulary of notes in five languages: endings that make a term, words without such an ending, drugs. Written by us: French 469 (123
 * endings), Spanish 430 (69 endings), Portuguese 425 (101 endings), German 394 (102 endings), Italian 412 (102 endings) words and drugs. It
 * recognises general clinical language; German compounds are found by their endings alone.
 */
export const foreignMedicalWords: Readonly<Record<Exclude<EuropeanLanguage, 'en'>, MedicalWords>> = {
  fr: {
    endings: `rthrite rthrites onchite onchites iolite iolites astrite épatite épatites ystite ystites hinite nusite nusites ningite ndicite colite rvicite
      éphrite lonéphrite tonite angite aryngite dermite dermites ctivite ardite ndinite ndinites lulite évrite thymite mmatite gdalite oïdite uvéite
      otite otites lébite rculite osite taxite vascularite pneumonite parotidite némie cémie chémie xémie rémie plémie témie urie pathie pathies
      plastie ectomie ectomies tomie tomies stomie scopie scopies diographie diographies échographie échographies mographie tigraphie algie algies
      rrhée rragie rragies trophie trophique plégie plégique parésie phagie phasie pnée cardie cardiaque omatose cinome cinomes élanome arcome phome
      phomes pénie cytose cytoses mégalie sclérose sténose thrombose embolie ptysie emèse esthésie thérapie mab pril sartan olol statine azole mycine
      cilline floxacine cycline prazole triptan gliptine gliflozine oxétine azépam dipine parine xaban osine`,
    words: `abcès abdomen abdominal abdominale abdominales abdominaux accouchement aigu aiguë aigus aiguës allergie allergies allergique amygdales anévrysme
      angine angor ankylose antécédent antécédents antibiotique antibiotiques anticoagulant anticoagulants aorte aortique appendice artère artères
      artériel artérielle arthrose articulaire articulation ascite asthénie asthme asymptomatique auscultation avortement biopsie biopsies bronche
      bronches bronchique bassin bilatéral bilatérale bilirubine calcul calculs cancer cancers carcinome cardiaque cardiologie cartilage cataracte
      cathéter céphalée céphalées cérébral cérébrale cervical cervicale cheville chimiothérapie chirurgical chirurgicale chirurgie choc cholestérol
      chronique chroniques cicatrice cicatrisation clavicule clinique coagulation cœur colique colon côlon coma comprimé comprimés convulsion
      convulsions coronaire coronaires côte côtes coude crâne créatinine crise cutané cutanée cutanées cyanose cystite décès déficit démence
      dermatologie diabète diabétique diagnostic dialyse diarrhée diarrhées digestif digestive diurèse dorsal douleur douleurs douloureuse douloureux
      drain drainage dyspnée échographie ecchymose eczéma embolie encéphale endoscopie enzymes épanchement épaule épilepsie érythème estomac examen
      fatigue fausse fébrile fémoral fémur fièvre fibrillation fistule foie fracture fractures gastrique genou genoux glycémie goitre gorge greffe
      grippe grossesse hanche hématome hématurie hémoglobine hémorragie hémorragique hépatique hernie hormone hypertension hypotension hypophyse
      ictère iléon infarctus infection infections infectieux inflammation inflammatoire insuffisance insuline intestin intestinal intestinale
      irradiation ischémie ischémique jambe jambes jaunisse laryngé larynx leucocytes lésion lésions ligament lithiase lobe lobaire lombaire lombalgie
      lymphe lymphocytes malaise maladie maladies malin maligne mammaire médicament médicaments médullaire métastase métastases moelle muqueuse
      musculaire muscle muscles myocarde naissance nausée nausées nécrose néphrologie nerf nerfs neurologie neurologique neurologiques nodule nodules
      œdème œdèmes œsophage ophtalmologie orteil os osseuse osseux ovaire ovaires palpation palpitations pancréas paralysie patient patiente patients
      péricarde péritoine perfusion peau phlébite plaie plaies plaque plaquettes plèvre pleural pleurale pneumonie pneumothorax poignet pouls poumon
      poumons pression prothèse prurit pulmonaire pulmonaires purpura pus rachis radial radiographie radiothérapie rate rectal rectum réflexe réflexes
      règles rein reins rénal rénale respiratoire rhinite rotule rougeole saignement saignements sang sanguin sanguine scanner sciatique scoliose
      sérologie sinus souffle spasme stent stomie suture symptôme symptômes syncope syndrome système systolique tachycardie tendon tension tête
      thoracique thorax thrombus thyroïde tibia toux trachée traitement traitements transfusion traumatisme tremblement tremblements trouble troubles
      tuberculose tumeur tumeurs ulcération ulcère ulcères urée uretère urètre urinaire urinaires urine urines utérus vaccin vaccination vaginal valve
      varices vasculaire veine veines veineuse ventricule ventriculaire vertèbre vertèbres vertige vertiges vésicule vessie virus viral virale
      vomissement vomissements`,
    drugs: `paracétamol ibuprofène kétoprofène diclofénac naproxène aspirine codéine morphine oxycodone tramadol fentanyl prégabaline gabapentine
      amitriptyline sertraline escitalopram citalopram paroxétine venlafaxine mirtazapine quétiapine olanzapine rispéridone aripiprazole halopéridol
      clozapine lithium valproate lamotrigine lévétiracétam carbamazépine diazépam lorazépam alprazolam zolpidem metformine gliclazide glargine
      lévothyroxine prednisone prednisolone dexaméthasone hydrocortisone bétaméthasone budésonide salbutamol terbutaline tiotropium ipratropium
      montélukast cétirizine adrénaline amoxicilline clavulanique ceftriaxone céfotaxime cotrimoxazole nitrofurantoïne vancomycine gentamicine
      aciclovir valaciclovir fluconazole méthotrexate azathioprine infliximab rituximab colchicine allopurinol furosémide spironolactone
      hydrochlorothiazide indapamide bisoprolol aténolol amlodipine vérapamil diltiazem digoxine amiodarone warfarine apixaban rivaroxaban héparine
      énoxaparine clopidogrel oméprazole pantoprazole ondansétron métoclopramide dompéridone lopéramide lactulose macrogol tamsulosine finastéride
      sildénafil tamoxifène létrozole baclofène lidocaïne kétamine propofol midazolam`,
  },
  es: {
    endings: `itis nemia cemia xemia remia quemia lemia uria patía patías plastia ectomía ectomías tomía tomías stomía scopia scopias algia algias rrea rragia
      rragias trofia trófico plejia plejía paresia fagia fasia pnea cardia cárdico cinoma cinomas elanoma arcoma infoma infomas penia citosis megalia
      esclerosis estenosis trombosis embolia ptisis emesis estesia terapia mab pril sartán olol estatina azol micina cilina floxacino ciclina prazol
      triptán gliptina gliflozina oxetina azepam dipino parina xabán`,
    words: `abdomen abdominal abdominales aborto absceso accidente adenopatía adenopatías aguda agudo agudas agudos alergia alergias alérgica alérgico
      amígdalas anestesia aneurisma angina antibiótico antibióticos anticoagulante anticoagulación antecedentes aorta aórtica aórtico apendicitis
      arritmia arteria arterial arterias articulación articulaciones asintomática asintomático asma astenia auscultación bazo biopsia bilateral
      bilirrubina boca brazo bronquial bronquios cabeza cadera cálculo cáncer carcinoma cardíaca cardíaco cardiaca cardiaco cardiología catarata
      catéter cefalea cefaleas cerebral cervical cianosis cicatriz cirugía clínica clínico coágulo codo cólico colon columna coma comprimido
      comprimidos consciente contusión convulsiones coronaria coronario corazón costilla cráneo creatinina crisis crónica crónico crónicas crónicos
      cuello cutánea cutáneo deglución demencia dermatología derrame diabetes diabética diabético diagnóstico diálisis diarrea digestivo digestiva
      disnea diuresis dolor dolores dorsal drenaje ecografía eczema edema edemas embarazo embolia endoscopia enfermedad enfermedades epilepsia
      epistaxis eritema escalofríos esófago espalda estómago estreñimiento exantema exploración expectoración facial faringe fémur fibrilación fiebre
      fístula flebitis fractura fracturas ganglio ganglios garganta gástrica gástrico glándula glucemia gota gripe hematoma hemorragia hepática
      hepático herida heridas hernia hígado hinchazón hipertensión hipotensión hombro hormona hueso huesos ictericia íleon infarto infección
      infecciones infecciosa inflamación inflamatorio inguinal insuficiencia insulina intestinal intestino isquemia isquémica isquémico laringe lesión
      lesiones leucocitos ligamento linfocitos litiasis lumbar lumbalgia mama mamografía mareo mareos médica médico médula melenas menisco metástasis
      miocardio muscular músculo músculos muslo nariz náuseas necrosis nefrología nervio neumonía neumotórax neurología neurológica neurológico nódulo
      nódulos obesidad ocular oftalmología orina ósea óseo ovario ovarios paciente pacientes páncreas parálisis pecho pelvis pericardio peritoneo pie
      piel pierna piernas plaqueta plaquetas pleura pleural próstata prótesis prurito pulmón pulmonar pulmonares pulmones pulso quimioterapia
      quirófano quirúrgica quirúrgico quiste radiografía radioterapia reflejos rectal recto renal respiratoria respiratorio riñón riñones rodilla
      rodillas sangrado sangre sanguínea sanguíneo sarpullido saturación sedación serología síncope síndrome síntoma síntomas sutura sistólica
      sistólico taquicardia tendón tensión tobillo tórax torácico torácica tos transfusión tráquea traumatismo tratamiento tromboembolismo tumor
      tumores tumoral úlcera úlceras uretra urinaria urinario urología urticaria útero vacuna vacunación vaginal válvula varices vascular vejiga vena
      venas venosa venoso ventricular ventrículo vértebra vértebras vértigo vesícula viral virus vómito vómitos`,
    drugs: `paracetamol ibuprofeno dexketoprofeno diclofenaco naproxeno metamizol aspirina codeína morfina oxicodona tramadol fentanilo pregabalina
      gabapentina amitriptilina sertralina escitalopram citalopram paroxetina venlafaxina mirtazapina quetiapina olanzapina risperidona aripiprazol
      haloperidol clozapina litio valproato lamotrigina levetiracetam carbamazepina diazepam lorazepam alprazolam zolpidem metformina gliclazida
      glargina levotiroxina prednisona prednisolona metilprednisolona dexametasona hidrocortisona budesonida salbutamol terbutalina tiotropio
      ipratropio montelukast cetirizina adrenalina amoxicilina clavulánico ceftriaxona cefuroxima cotrimoxazol nitrofurantoína vancomicina gentamicina
      aciclovir valaciclovir fluconazol metotrexato azatioprina infliximab rituximab colchicina alopurinol furosemida espironolactona
      hidroclorotiazida bisoprolol atenolol amlodipino verapamilo diltiazem digoxina amiodarona warfarina acenocumarol apixabán rivaroxabán heparina
      enoxaparina clopidogrel omeprazol pantoprazol ondansetrón metoclopramida domperidona loperamida lactulosa tamsulosina finasterida sildenafilo
      tamoxifeno letrozol baclofeno lidocaína ketamina propofol midazolam`,
  },
  pt: {
    endings: `rtrite rtrites onquite onquiolite astrite epatite epatites istite rinite nusite ningite dicite colite rvicite nefrite tonite angite aringite
      dermite matite ivite ardite ndinite lulite eurite migdalite roidite veíte otite ebite rculite osite vasculite pneumonite nemia cemia xemia remia
      quemia lemia úria patia patias plastia ectomia ectomias tomia tomias stomia scopia scopias algia algias reia rragia rragias trofia trófico
      plegia paresia fagia fasia pneia cardia cárdico cinoma cinomas elanoma arcoma infoma penia citose megalia esclerose estenose trombose embolia
      ptise êmese estesia terapia mabe pril sartana olol statina azol micina cilina floxacino floxacina ciclina prazol triptano gliptina gliflozina
      oxetina azepam dipino parina xabana`,
    words: `abdome abdômen abdómen abdominal abdominais aborto abscesso aguda agudo agudas agudos alergia alergias alérgica alérgico alta amígdalas
      anestesia aneurisma angina antibiótico antibióticos anticoagulante anticoagulação antecedentes aorta aórtica aórtico apendicite arritmia artéria
      artérias arterial articulação articulações ascite asma assintomática assintomático astenia ausculta auscultação baço bacia bexiga bilateral
      bilirrubina biópsia boca braço brônquica brônquico brônquios cabeça cálculo câncer cancro carcinoma cardíaca cardíaco cardiologia catarata
      cateter cefaleia cerebral cervical cianose cicatriz cirurgia cirúrgica cirúrgico clínica clínico cólica cólon coluna coma comprimido comprimidos
      consciente convulsão convulsões coração coronária coronário costela crânio creatinina crise crônica crônico crónica crónico crônicas cutânea
      cutâneo deglutição demência dermatologia derrame diabetes diabética diabético diagnóstico diálise diarreia digestivo diurese doença doenças dor
      dores dorsal drenagem ecografia edema edemas embolia endoscopia enfarte epilepsia eritema esôfago esófago estômago exame exantema expectoração
      faringe febre fêmur fémur ferida feridas fibrilação fígado fístula fratura fraturas gânglios garganta gástrica gástrico glândula glicemia gota
      gravidez gripe hematoma hemorragia hepática hepático hérnia hipertensão hipotensão hormônio icterícia infarto infecção infecções infecciosa
      infeção inflamação inflamatório inguinal insuficiência insulina intestinal intestino isquemia isquêmica isquémica joelho joelhos laringe lesão
      lesões leucócitos ligamento linfócitos litíase lombar lombalgia mama mamografia medicação medicamento médica médico medula menisco metástase
      metástases miocárdio muscular músculo músculos nariz náusea náuseas necrose nefrologia nervo neurologia neurológica neurológico nódulo nódulos
      obesidade oftalmologia ombro óssea ósseo osso ossos ovário ovários paciente pacientes pâncreas paralisia peito pele pelve perna pernas
      pericárdio peritônio plaquetas pleura pleural pneumonia pneumotórax próstata prótese prurido pulmão pulmões pulmonar pulmonares pulso punho
      quimioterapia quadril radiografia radioterapia reflexos retal reto renal respiratória respiratório rim rins sangramento sangue sanguínea
      sanguíneo saturação sedação síncope síndrome sintoma sintomas sorologia sutura sistólica taquicardia tendão tensão tireoide tireóide tiroide
      tonturas tontura tórax torácica torácico tornozelo tosse transfusão traqueia trauma traumatismo tratamento tumor tumores tumoral úlcera úlceras
      ultrassonografia uretra urina urinária urinário urologia urticária útero vacina vacinação vaginal válvula varizes vascular veia veias venosa
      venoso ventricular ventrículo vértebra vértebras vertigem vesícula viral vírus vômito vômitos vómitos`,
    drugs: `paracetamol ibuprofeno diclofenaco naproxeno dipirona metamizol aspirina codeína morfina oxicodona tramadol fentanil fentanila pregabalina
      gabapentina amitriptilina sertralina escitalopram citalopram paroxetina venlafaxina mirtazapina quetiapina olanzapina risperidona aripiprazol
      haloperidol clozapina lítio valproato lamotrigina levetiracetam carbamazepina diazepam lorazepam alprazolam clonazepam zolpidem metformina
      gliclazida glargina levotiroxina prednisona prednisolona dexametasona hidrocortisona budesonida salbutamol fenoterol tiotrópio ipratrópio
      montelucaste cetirizina loratadina adrenalina amoxicilina clavulanato ceftriaxona cefalexina nitrofurantoína vancomicina gentamicina aciclovir
      fluconazol metotrexato azatioprina infliximabe rituximabe colchicina alopurinol furosemida espironolactona hidroclorotiazida bisoprolol atenolol
      losartana anlodipino amlodipina verapamil diltiazem digoxina amiodarona varfarina apixabana rivaroxabana heparina enoxaparina clopidogrel
      omeprazol pantoprazol ondansetrona metoclopramida domperidona bromoprida loperamida lactulose tansulosina finasterida sildenafila tamoxifeno
      letrozol baclofeno lidocaína cetamina propofol midazolam`,
  },
  de: {
    endings: `itis itiden nämie kämie chämie xämie zämie rämie urie pathie pathien plastik ektomie ektomien tomie tomien stomie skopie skopien algie algien
      rrhoe rrhö rrhagie trophie plegie parese paresen phagie phasie pnoe kardie zinom zinome elanom arkom ymphom ymphome penie zytose megalie
      sklerose stenose stenosen thrombose thrombosen embolie embolien ptoe emesis ästhesie therapie therapien onographie tigraphie giographie
      diographie tomographie fraktur frakturen insuffizienz karzinom karzinome syndrom tumor tumoren infarkt schmerz schmerzen beschwerden erkrankung
      erkrankungen entzündung ödem ödeme blutung blutungen drainage punktion läsion läsionen infektion infektionen mab pril sartan olol statin azol
      mycin cillin floxacin cyclin prazol triptan gliptin gliflozin oxetin azepam dipin parin xaban`,
    words: `abdomen abdominal abdominell abszess adipositas akut akute akuten allergie allergien allergisch anamnese aneurysma angina antibiotika
      antibiotikum antikoagulation aorta appendix arterie arterien arteriell arterielle arzt arthrose asthma aszites atemnot atmung auge augen
      ausfluss auskultation bandscheibe bauch bauchdecke becken befund bein beine beinödeme beschwerden beschwerdefrei bewusstlos bewusstsein
      bilirubin biopsie blase blutdruck blut blutbild blutzucker bronchien brust brustkorb chirurgie chirurgisch chronisch chronische chronischen darm
      demenz dermatologie diabetes diagnose diagnostik dialyse diarrhoe druckschmerz durchfall dyspnoe echokardiographie ekzem embolie endoskopie
      epilepsie erbrechen erguss ergüsse erkältung exanthem extremitäten fieber fistel fraktur fuß füße galle gallenblase gallensteine gastritis
      gefäße gehirn gelenk gelenke genese geschwollen geschwür gewebe grippe hals halsschmerzen hämatom hämoglobin harn harnblase harnwege haut
      hautausschlag hernie herz herzinfarkt herztöne hirn hormon hüfte husten hypertonie hypotonie ikterus ileus infarkt infekt infusion insulin
      intubation ischämie kardial kardiale kardiologie karzinom katheter klinik knie knochen knochenmark knoten koma kopf kopfschmerzen koronar
      koronare krampfanfall krampfanfälle krankheit kreatinin krebs kreislauf labor lähmung läsion leber leiste leukozyten lunge lungen lungenembolie
      lymphknoten lymphozyten magen mamma medikament medikamente medikation meniskus metastase metastasen milz mundschleimhaut muskel muskeln
      muskulatur myokard myokardinfarkt nabel nacken narbe narkose nase nerv nerven neurologie neurologisch neurologische niere nieren
      niereninsuffizienz notaufnahme ödem ödeme ohr ohren operation operativ ovar palpation pankreas parese patient patienten patientin perikard
      peritoneum pleura pleuraerguss pneumonie pneumothorax prellung prostata prothese psychiatrie puls pulmonal pupillen quaddel rachen radiologie
      rasselgeräusche reflexe rektum rezidiv rheuma rippe rippen röntgen rötung rücken rückenmark rückenschmerzen schädel schilddrüse schlaganfall
      schleim schleimhaut schmerz schmerzen schulter schwanger schwangerschaft schwellung schwindel sedierung sepsis sinusrhythmus sonographie sputum
      stent stuhlgang symptom symptome syndrom synkope tablette tabletten tachykard thorax thrombose thrombozyten tinnitus trachea trauma tumor tumore
      ulkus übelkeit unterbauch oberbauch untersuchung urin urologie uterus vagina varizen vene venen ventrikel verletzung verletzungen verstopfung
      virus wirbel wirbelsäule wunde wunden zahn zehe zyanose zyste zysten zerebral zerebrale`,
    drugs: `paracetamol ibuprofen diclofenac naproxen metamizol novaminsulfon aspirin codein morphin oxycodon tramadol tilidin fentanyl pregabalin
      gabapentin amitriptylin sertralin escitalopram citalopram paroxetin venlafaxin mirtazapin quetiapin olanzapin risperidon aripiprazol haloperidol
      clozapin lithium valproat lamotrigin levetiracetam carbamazepin diazepam lorazepam zopiclon metformin glargin levothyroxin thyroxin prednisolon
      dexamethason hydrocortison budesonid salbutamol formoterol tiotropium ipratropium montelukast cetirizin adrenalin amoxicillin clavulansäure
      ampicillin sulbactam ceftriaxon cefuroxim cotrimoxazol nitrofurantoin fosfomycin vancomycin gentamicin aciclovir fluconazol methotrexat
      azathioprin infliximab rituximab colchicin allopurinol furosemid torasemid spironolacton hydrochlorothiazid bisoprolol metoprolol amlodipin
      verapamil digitoxin amiodaron phenprocoumon apixaban rivaroxaban heparin enoxaparin clopidogrel omeprazol pantoprazol ondansetron metoclopramid
      loperamid lactulose macrogol tamsulosin finasterid sildenafil tamoxifen letrozol baclofen lidocain ketamin propofol midazolam`,
  },
  it: {
    endings: `rtrite rtriti onchite onchiti iolite astrite epatite epatiti istite rinite nusite ningite dicite colite rvicite nefrite tonite angite aringite
      dermite matite untivite ardite ndinite lulite eurite nsillite roidite veite otite otiti ebite rcolite osite vasculite olmonite nemia cemia
      ossiemia chemia lemia uria patia patie oplastica ectomia ectomie tomia tomie stomia scopia scopie algia algie rrea rragia rragie trofia trofico
      plegia paresi fagia fasia pnea cardia cardico cinoma cinomi elanoma arcoma infoma penia citosi megalia sclerosi stenosi trombosi embolia ttisi
      emesi estesia terapia terapie mab pril sartan ololo statina azolo micina cillina floxacina ciclina prazolo triptan gliptina gliflozina oxetina
      azepam dipina parina xaban`,
    words: `aborto acuta acuto acute acuti addome addominale addominali allergia allergie allergica allergico anamnesi anca anemia anestesia aneurisma
      angina antibiotico antibiotici anticoagulante aorta aortica aortico appendice appendicite aritmia arteria arterie arteriosa arterioso articolare
      articolazione articolazioni artrosi ascesso asma asintomatica asintomatico astenia auscultazione bacino bilaterale bilirubina biopsia bocca
      braccio bronchi bronchiale calcoli cancro capo carcinoma cardiaca cardiaco cardiologia cataratta catetere caviglia cefalea cerebrale cervicale
      cianosi cicatrice chirurgia chirurgica chirurgico clinica clinico coagulazione colica colon colonna coma compresse compressa coscia coscienza
      coronarica coronarico coronarie costa coste cranio creatinina crisi cronica cronico croniche cronici cuore cute cutanea cutaneo demenza
      dermatologia diabete diabetica diabetico diagnosi dialisi diarrea digerente dimissione disfagia dispnea diuresi dolore dolori dorsale drenaggio
      ecografia eczema edema edemi embolia emoglobina ematoma emorragia encefalo endoscopia epatica epatico epilessia eritema ernia esame esofago
      fegato febbre femore ferita ferite fibrillazione fistola frattura fratture gamba gambe gastrica gastrico ghiandola ginocchio ginocchia glicemia
      gola gotta gravidanza infarto infezione infezioni infettiva infiammazione infiammatoria inguinale insufficienza insulina intestinale intestino
      ipertensione ipotensione ischemia ischemica ischemico itterizia ittero laringe lesione lesioni leucociti legamento linfociti linfonodi linfonodo
      litiasi lombare lombalgia malattia malattie mammella mammografia medica medico medicina midollo milza menisco metastasi miocardio mucosa
      muscolare muscoli muscolo nausea naso necrosi nefrologia nervo neurologia neurologica neurologico noduli nodulo obesità oculistica orecchio ossa
      ossea osseo osso ovaie ovaio palpazione pancreas paralisi paziente pazienti pelle pelvi pericardio peritoneo petto piastrine piede pleura
      pleurica pleurico polmonare polmonari polmone polmoni polmonite polso pneumotorace pressione prostata protesi prurito pupille radiografia
      radioterapia reflusso renale rene reni respiratoria respiratorio retto ricovero riflessi sangue sanguigna sanguigno sanguinamento saturazione
      sedazione sincope sindrome sintomi sintomo sierologia spalla stomaco stipsi sutura sistolica tachicardia tendine tiroide torace toracica
      toracico tosse trachea trasfusione trauma trattamento tumore tumori tumorale ulcera ulcere uretra urina urinaria urinario urine urologia utero
      vaccino vaginale valvola varici vascolare vena vene venosa venoso ventricolare ventricolo vertebra vertebre vertigini vescica virale virus
      visita vomito chemioterapia`,
    drugs: `paracetamolo tachipirina ibuprofene ketoprofene diclofenac naprossene aspirina codeina morfina ossicodone tramadolo fentanil pregabalin
      gabapentin amitriptilina sertralina escitalopram citalopram paroxetina venlafaxina mirtazapina quetiapina olanzapina risperidone aripiprazolo
      aloperidolo clozapina litio valproato lamotrigina levetiracetam carbamazepina diazepam lorazepam alprazolam zolpidem metformina gliclazide
      glargine levotiroxina prednisone prednisolone metilprednisolone desametasone idrocortisone betametasone budesonide salbutamolo formoterolo
      tiotropio ipratropio montelukast cetirizina adrenalina amoxicillina clavulanico ceftriaxone cefixima cotrimossazolo nitrofurantoina vancomicina
      gentamicina aciclovir fluconazolo metotrexato azatioprina infliximab rituximab colchicina allopurinolo furosemide spironolattone
      idroclorotiazide bisoprololo atenololo amlodipina verapamil diltiazem digossina amiodarone warfarin apixaban rivaroxaban eparina enoxaparina
      clopidogrel omeprazolo pantoprazolo ondansetron metoclopramide domperidone loperamide lattulosio tamsulosina finasteride sildenafil tamoxifene
      letrozolo baclofene lidocaina ketamina propofol midazolam`,
  },
}
