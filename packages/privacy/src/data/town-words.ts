/** Words that say that a town follows, or that what follows is larger: a row a language, written for this project. */
const words = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')))

/** Where somebody lives, comes from, was born or went: a small word and the town follow. */
export const dwellings = words(
  'lives live living lived resides resided residing resident residents born moved moving relocated migrated emigrated grew raised visited visiting travelled traveled originally from',
  'vive viven reside residente residentes natural nacido nacida nació procedente vecino vecina originario originaria domicilio trasladado trasladada',
  'habite habitent habitant vit demeurant domicilié domiciliée originaire né née installé installée réside résidant vient',
  'wohnhaft wohnt wohnen lebt leben stammt geboren aufgewachsen geb gebürtig verzogen umgezogen wohne komme',
  'mora moram moro reside naturalidade nasceu nascido nascida proveniente procedente',
  'abita abitano abito risiede nato nata domiciliato domiciliata residenza originaria',
  'woont wonen woonachtig afkomstig opgegroeid verhuisd uit',
)

/** Before a town's name, behind a word for dwelling. */
export const townTies = words('in at near from to', 'en de a', 'à', 'aus nach bei zu', 'em', 'di da', 'te uit naar')

/** Labels of a town. */
export const townLabels = words(
  'city town suburb township village locality birthplace hometown',
  'ciudad localidad provincia municipio población poblacion',
  'ville commune localité lieu',
  'wohnort ort stadt geburtsort',
  'cidade município municipio naturalidade localidade',
  'comune città luogo',
  'woonplaats plaats geboorteplaats',
)

/** Countries, states and larger: Safe Harbor keeps them. With the months and what else stands behind "in" with a capital. */
export const largerThanTowns = words(
  'australia england scotland wales britain uk ireland america usa us canada india china japan germany france spain italy portugal brazil netherlands holland greece turkey vietnam philippines pakistan bangladesh nepal iran iraq syria lebanon egypt nigeria kenya ghana ethiopia somalia sudan eritrea poland russia ukraine romania hungary croatia serbia bosnia albania sweden norway denmark finland iceland switzerland austria belgium mexico argentina chile colombia peru venezuela ecuador cuba indonesia malaysia singapore thailand taiwan korea samoa fiji tonga europe asia africa overseas',
  'afghanistan algeria angola armenia azerbaijan bahrain barbados belarus belize benin bhutan bolivia botswana bulgaria burkina burundi cambodia cameroon chad congo croatia cyprus czechia dominica estonia eswatini gabon gambia georgia grenada guatemala guinea guinea-bissau guyana haiti honduras israel jamaica jordan kazakhstan kiribati kosovo kuwait kyrgyzstan laos latvia lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi maldives mali malta mauritania mauritius moldova monaco mongolia montenegro morocco mozambique myanmar burma namibia nauru nicaragua niger oman palau palestine panama papua paraguay qatar rwanda senegal seychelles sierra slovakia slovenia solomon spain sri suriname syria tajikistan tanzania togo trinidad tunisia turkmenistan uganda uruguay uzbekistan vanuatu yemen zambia zimbabwe tibet saudi arabia asian african european american caribbean',
  'nsw vic qld victoria queensland tasmania texas california florida ohio georgia michigan illinois alabama alaska arizona arkansas colorado connecticut delaware hawaii idaho indiana iowa kansas kentucky louisiana maine maryland massachusetts minnesota mississippi missouri montana nebraska nevada oklahoma oregon pennsylvania tennessee utah vermont virginia wisconsin wyoming ontario manitoba saskatchewan alberta',
  'españa méxico argentina colombia perú ecuador marruecos rumanía france allemagne espagne italie algérie maroc tunisie belgique suisse deutschland österreich schweiz türkei polen russland syrien brasil portugal angola italia francia germania nederland belgië turkije marokko andalucía cataluña galicia bayern hessen sachsen bretagne normandie',
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter',
  'januar februar märz mai juni juli oktober dezember frühjahr herbst sommer',
  'aged nursing residential supported independent housing department hostel unit flat public private icu ed hdu ccu ward bed hospital clinic emergency general family assisted community medical god english german french spanish good poor',
)

/** Large towns, by hand, after the 300 largest urban agglomerations of the United Nations' World Urbanization Prospects and the largest of our languages' countries. */
export const largeTowns = words(
  'sydney melbourne brisbane adelaide canberra hobart darwin newcastle wollongong geelong townsville cairns toowoomba ballarat bendigo launceston auckland wellington christchurch',
  'london birmingham manchester liverpool leeds sheffield bristol glasgow edinburgh cardiff belfast nottingham leicester coventry bradford hull stoke plymouth southampton portsmouth dublin cork limerick galway',
  'chicago houston philadelphia phoenix dallas austin jacksonville columbus charlotte indianapolis seattle denver boston nashville detroit portland memphis baltimore milwaukee albuquerque tucson fresno sacramento atlanta omaha miami oakland minneapolis tulsa cleveland pittsburgh cincinnati orlando toronto montreal vancouver calgary edmonton ottawa winnipeg quebec halifax',
  'madrid barcelona valencia sevilla zaragoza málaga murcia bilbao alicante córdoba valladolid vigo gijón granada pamplona almería salamanca albacete lima bogotá santiago guadalajara monterrey puebla caracas quito habana',
  'paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers nîmes brest limoges tours amiens metz besançon perpignan orléans rouen bruxelles genève lausanne',
  'berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster karlsruhe mannheim augsburg wiesbaden wien graz linz salzburg innsbruck zürich basel bern',
  'são salvador fortaleza brasília curitiba manaus recife goiânia belém guarulhos campinas lisboa porto braga coimbra aveiro faro',
  'roma milano napoli torino palermo genova bologna firenze bari catania venezia verona messina padova trieste brescia parma modena',
  'amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen enschede haarlem arnhem antwerpen gent',
  'mumbai delhi bangalore hyderabad chennai kolkata ahmedabad pune karachi lahore dhaka beijing shanghai tokyo osaka seoul bangkok jakarta manila hanoi kathmandu colombo dubai tehran baghdad damascus beirut cairo lagos nairobi accra johannesburg istanbul ankara moscow kyiv warsaw prague budapest vienna athens stockholm oslo copenhagen helsinki',
)
