import type { AssertionRules } from './assertion-rules.ts'

export const en: AssertionRules = {
  before: {
    absent: `no|not|nil|without|w/o|denies|denied|denying|deny|declines|negative for|neg for|neg|-ve for|absence of|absent|free of|free from|clear of|devoid of|never|never had|no evidence of|
      no sign of|no signs of|no history of|no hx of|nil hx of|nil history of|no past history of|no family history of|nil family history of|denies family history of|no evidence for|no evidence to suggest|no suggestion of|
      no suspicion of|no suspicion for|not suspicious for|no concern for|not suggestive of|not consistent with|no findings of|no findings to suggest|ruled out|ruled him out for|ruled her out for|
      ruled the patient out for|excludes|excluded|does not have|did not have|do not have|doesn't have|don't have|didn't have|hasn't had|haven't had|has not had|have not had|has never had|have never had|has no|have no|had no|no longer has|
      no longer having|not had|no more|neither|nor|cannot see|can't see|could not see|couldn't see|lack of|lacks|lacking|resolution of|unremarkable for|non|nil evidence of|fails to reveal|failed to reveal|fails to show|failed to show|
      fails to demonstrate|did not reveal|did not show|does not show|didn't show|doesn't show|unable to palpate|unable to hear|rather than|instead of|nothing to suggest|not to suggest|no new|with no|against|argues against|
      isn't|aren't|wasn't|weren't|hasn't got|haven't got|hasn't|haven't|doesn't|didn't|don't|cannot|can't`,
    possible: `possible|possibly|probable|probably|likely|suspected|suspect|suspects|suspecting|suspicious for|suspicious of|suspicion of|suspicion for|may have|might have|may be|might be|may represent|
      might represent|could be|could represent|query|queried|rule out|ruling out|r/o|to rule out|cannot exclude|cannot rule out|can't rule out|can't exclude|could not exclude|could not rule out|not able to exclude|unable to exclude|
      unable to rule out|differential|differentials|differential includes|ddx|consider|considering|concern for|concerned for|concerned about|concerning for|worried about|worry about|consistent with|compatible with|
      suggestive of|suggests|suggesting|suggest|versus|vs|presumed|presumptive|presumably|questionable|question of|to exclude|exclude|not excluded|unlikely|less likely|doubt|impression of|appears to have|appears to be|seems to be|evaluate for|
      perhaps|maybe|potential|provisional|working diagnosis of|thought to be|thought to have|equivocal for|in keeping with`,
    historical: `history of|hx of|h/o|past history of|past medical history of|pmh of|pmhx|pmhx of|pmh|previous|previously|previous history of|prior|past|had|childhood|old|status post|s/p|known history of|remote|
      remote history of|distant history of|longstanding history of|background of|in the past had|used to have|used to get|once had|former|formerly|resolved|treated for`,
    family: `family history of|family hx of|fhx of|fhx|fh of|fh|family history|family hx|strong family history of|positive family history of|runs in the family|familial|in the family|maternal|paternal|
      {relative}|{relative}'s|{relative} had|{relative} has|{relative} with|{relative} died of|{relative} died from|{relative} suffers from|{relative} suffered from|{relative} diagnosed with|{relative} was diagnosed with|
      wife had|wife has|wife with|husband had|husband has|husband with|partner had|partner has|partner with|son had|son has|son with|daughter had|daughter has|daughter with|child with|children have|child has|
      relative with|relatives with|relative had|relatives have|relatives had`,
    conditional: `when|whenever|exacerbated by|triggered by|brought on by|precipitated by|worse with|worsened by|provoked by|allergic to|reacts to|reaction to|allergy to|allergies to|intolerant of|intolerance to|sensitive to`,
    hypothetical: `if|should|in case of|in the event of|return for|return with|return if|come back for|come back if|come back with|represent if|call if|call for|watch for|watch out for|monitor for|monitored for|look out for|look for|
      risk of|risk for|at risk of|at risk for|high risk for|increased risk of|risk factors for|to prevent|prevent|prevents|prevention of|prophylaxis|prophylaxis for|prophylaxis against|
      advised about|advised of|warned about|warned of|counselled about|counselled on|educated about|education about|information about|leaflet about|discussed risk of|such as new|unless|red flags|screening for|screen for|screened for|as needed for|prn for|
      vaccine against|vaccination against|vaccinated against|immunised against|immunisation against|fear of|afraid of|scared of|checked for|check for|test for|tested for|testing for|awaiting|pending`,
  },
  behind: {
    absent: `absent|is absent|are absent|was absent|were absent|are denied|were denied|is denied|was denied|negative|ruled out|has been ruled out|have been ruled out|was ruled out|were ruled out|is ruled out|excluded|was excluded|were excluded|has been excluded|
      not present|not seen|not found|not detected|not felt|not noted|not heard|not palpable|not evident|not identified|not visualised|not visualized|not demonstrated|not appreciated|not elicited|not reported|not observed|resolved|has resolved|
      have resolved|is not present|was not seen|were not seen|has settled|have settled|has gone|have gone|has cleared|unremarkable|free|not at all|no to all|no to both|no to any|no to each|none of it|none of these|none of those|none of them|none at all|nothing there|nothing of it|does not occur|did not occur|is gone|are gone|no longer present`,
    possible: `possible|likely|suspected|is suspected|was suspected|not excluded|not ruled out|cannot be excluded|cannot be ruled out|can't be excluded|can't be ruled out|could not be excluded|could not be ruled out|to be excluded|to be ruled out|unlikely|
      is possible|is likely|is unlikely|seems unlikely|in question|on the differential|is considered|was considered|less likely`,
    historical: `in the past|years ago|months ago|as a child|as an infant|as a baby|in childhood|in infancy|previously|in remission|last year|as a teenager|in his youth|in her youth|many years ago`,
    family: `in {relative}|in her {relative}|in his {relative}|in their {relative}|in a {relative}|in the family|in family|on the mother's side|on the father's side|in relatives|in a relative|runs in the family`,
    conditional: `on exertion|with exertion|with exercise|on exercise|with activity|when walking|when lying|on walking|on standing|on bending|on breathing in|with movement|on movement|after meals|with meals|when bending|when climbing|in cold air|at altitude`,
    hypothetical: `red flags|precautions|if it occurs|were to occur|should occur|vaccine|vaccination|prophylaxis|screening|screen`,
  },
  answers: `no|nil|none|denied|denies|negative|neg|not present|absent|n|never`,
  never: `no increase|no change|no significant change|no definite change|no suspicious change|no significant interval change|no interval change|not changed|not only|not just|not simply|no further|not certain|not certain if|not certain whether|
    without difficulty|gram negative|gram-negative|coagulase negative|rh negative|not necessarily|no doubt|without doubt|no wonder|no matter|not cause|not drain|does not drain|not extend|
    not without|never without|not free of|not free from|not absent|does not deny|did not deny|doesn't deny|didn't deny|not denied|cannot deny|not denying|no absence of|not negative for|no lack of|not uncommon|not unusual|not infrequently|not resolved|no resolution of|not ruled out|has not resolved|have not resolved|
    history of presenting|history of present|history and|history from|day history of|days history of|week history of|weeks history of|month history of|months history of|year history of|years history of|hour history of|hours history of|day hx of|
    days hx of|week hx of|weeks hx of|month hx of|months hx of|day h/o|week h/o|month h/o|days' history of|weeks' history of|months' history of|years' history of|day's history of|week's history of|
    {relative} reports|{relative} reported|{relative} states|{relative} stated|{relative} says|{relative} said|{relative} concerned|{relative} worried|{relative} is worried|{relative} is concerned|{relative} was worried|{relative} denies|{relative} denied|{relative} notes|{relative} noted|{relative} noticed|{relative} thinks|
    {relative} describes|{relative} feels|{relative} called|{relative} rang|{relative} present|{relative} gives|{relative} brought|{relative} brings|{relative} tells|{relative} saw|{relative} found|{relative} observed|{relative} in attendance|by {relative}|by his {relative}|by her {relative}|brought in by {relative}|
    with {relative}|with his {relative}|with her {relative}|with their {relative}|lives with {relative}|here with {relative}|cares for {relative}|carer for {relative}|worried {relative}|
    had a|had an|had some|had been|had to|when seen|when reviewed|when examined|when asked|old male|old female|old man|old woman|old boy|old girl|old lady|old gentleman|year old|years old|month old|months old|yo|not sure|no problem|no problems|not improving|not improved|not resolving|not settling|not settled|not responding|
    not better|no better|no relief|no relief of|no relief from|no improvement|no improvement in|no response to|not controlled|not well controlled|poorly controlled|not tolerating|not taking|not on|not able to|unable to|not helping|not helped by|no help with|not relieved by|not treated for|no treatment for|
    past two|past three|past few|past several|past week|past month|past day|past days|past weeks|past months|past year|past 24|past 48|known|no known cause|if any|as if|even if|free t4|free thyroxine|free fluid|free text|free air|likely to need|should be|should have|should continue|should take|should start|should see|should return|against advice|against medical advice|non smoker|non-smoker|non drinker|potential benefits|risk factors|old scar|no longer on|absent bowel sounds|potential side|it has not been|can not sleep|can't sleep|cannot sleep|can't work|don't know|doesn't know|not know|may be due`,
  ends: `but|however|although|though|except|except for|apart from|other than|aside from|besides|yet|still|nevertheless|because|as a cause of|as the cause of|cause of|as the source of|which|who|has|have|reports|reported|complains of|complaining of|complained of|c/o|presents|presented|presenting|admits|admitted|endorses|noted|shows|showed|showing|revealed|reveals|and has|and had|then|positive for|started|given|tolerating|while|whereas|instead|apparently|also has|is known for|only|she|he|they|continues|continued|remains|remained|developed|develops|experienced|experiencing|suffers|suffering|diagnosed with|treated with|tested positive|there is|there are|there was|there were|did have|does have|found to have|for which`,
  pauses: `today|now|since|secondary to|due to|because of|with|following|before|during|after|prior to|caused by|until|while|despite|at the time of|other than`,
  short: `without|w/o|not|isn't|aren't|wasn't|weren't|doesn't|didn't|don't|cannot|can't|hasn't|haven't|non`,
  alternatives: 'or|nor',
  denials: `denies|denied|denying|deny|declines|negative for|neg for|absence of|free of|no history of|no evidence of|no complaints of`,
  affirms: `normal|unchanged|clear|intact|regular|soft|well|full|steady|good|stable|symmetrical|symmetric|equal|reactive|positive|looks|moves|settled|improved|improving|worse|worsening|increased|elevated|raised|warm|pink|alert|orientated|oriented|comfortable|unremarkable|benign|satisfactory`,
  overLists: `are absent|were absent|absent|are denied|were denied|denied|have been ruled out|were ruled out|were excluded|have resolved|have settled|have gone|have cleared|were not seen|not present|not seen|not reported|not at all|no to all|no to both|no to any|no to each|none of it|none of these|none of those|none of them|none at all|nothing there|nothing of it|not demonstrated|not identified|not observed`,
  joins: 'and|or|nor|&|plus|both|all|as well as',
  relatives: `mother|father|mum|mom|dad|mummy|daddy|parent|parents|brother|brothers|sister|sisters|sibling|siblings|aunt|aunts|uncle|uncles|grandmother|grandfather|grandparent|grandparents|grandma|grandpa|nan|nana|cousin|cousins|aunty|
    maternal grandmother|maternal grandfather|paternal grandmother|paternal grandfather|maternal aunt|maternal uncle|paternal aunt|paternal uncle|half brother|half sister|twin brother|twin sister|first degree relative|niece|nephew`,
  sections: {
    family: 'family history|family hx|fhx|fh|famhx|family medical history|family',
    historical:
      'past history|past medical history|past hx|pmh|pmhx|phx|medical history|past surgical history|psh|surgical history|previous history|past medical and surgical history|childhood illnesses',
    hypothetical:
      'safety net|safety netting|safety-net|return precautions|red flags advice|return advice|safety net advice|precautions|risks discussed|red flags discussed',
  },
}
