import { ROMANIAN as NAMES } from '../../names';
import { choices, lines, type Tongue } from './tongue';

export const ROMANIAN: Tongue = {
  code: 'ro',
  pounds: 'lire',
  months: choices('ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie'),
  writeDate: (day, month) => `${day} ${month}`,
  openers: choices('Auzi!|Măi!|Bună!|Ascultă!|Salut!|Știi ceva?|Frate!|Bună ziua!|Uite!|Vezi că…|Of!|Hai!'),
  slang: {
    că: 'k',
    și: 'si',
    acum: 'acm',
    bine: 'bn',
    mersi: 'ms',
    nimic: 'nmk',
    când: 'cand',
    cum: 'qm',
    ești: 'esti',
    pentru: 'pt',
    mult: 'mlt',
    telefonul: 'telu',
    ceva: 'cv',
    sunt: 'snt',
    vreau: 'vrau',
    mâine: 'maine',
    foarte: 'f',
    banii: 'bani',
    înapoi: 'inapoi',
    decât: 'dkt',
  },
  short:
    choices(`bine|mersi|salut|ce faci?|nu știu|te sun|unde ești?|vin acum|imediat|așteaptă|bună dimineața|noapte bună|te iubesc|am ajuns|
    |sună-mă|mulțumesc|nu pot|cât?|vorbim mâine|da bine|de ce?|sunt acasă|nu acum|lasă|gata|hai|ai ajuns?|pupici`),
  words: {
    she: NAMES.women,
    he: [...NAMES.men, ...choices('Nelu|Gigi|Costi|Mitică|Sorinel|Alex|Adi|Vali|Doru|Titi')],
    pet: choices('frate|draga mea|iubire|mamă|tată|prietene|soră|măi băiete|scumpo|șefu|puiule|nene'),
    day: choices(
      'azi|mâine|poimâine|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|diseară|mâine dimineață|săptămâna viitoare|în weekend',
    ),
    food: choices(
      'sarmale|mămăligă|ciorbă de burtă|mici|tochitură|cozonac|clătite|friptură|zacuscă|plăcinte|supă|salată de vinete|cartofi prăjiți',
    ),
    team: choices('Steaua|Dinamo|Rapid|CFR|Craiova|Norwich|Liverpool|Chelsea|Arsenal|Real|Barcelona|Farul|Petrolul'),
    weather: choices(
      'plouă|ninge|e soare|e frig|bate vântul|e ceață|e foarte cald|e înnorat|toarnă cu găleata|e urât afară|e frumos',
    ),
    kin: choices(
      'mama|tata|sora mea|fratele meu|bunica|nașa|cumnatul|verișoara|vecina|soacra|unchiul|bunicul|fiica mea',
    ),
    shop: choices(
      'la Lidl|la Tesco|la Aldi|la piață|la magazinul românesc|la Asda|la farmacie|la Kaufland|la benzinărie',
    ),
    thing: choices(
      'pâine|lapte|țigări|ouă|cartofi|detergent|cafea|pui|brânză|apă|bere|ulei|zahăr|scutece|medicamente|roșii',
    ),
    work: choices(
      'la depozit|pe șantier|la fabrică|la fermă|la curățenie|la restaurant|la spălătorie|la hotel|la bucătărie',
    ),
    spot: choices(
      'în stația de autobuz|în parcare la Tesco|la gară|la benzinărie|la colț|în fața blocului|în parc|la biserică|la ieșire|la sens',
    ),
    body: choices('capul|spatele|burta|un dinte|gâtul|piciorul|mâna|umărul'),
    laugh: choices('haha|hahaha|😂|😂😂|🤣|xd'),
  },
  frames: {
    ordinary: lines(`
      Bună {pet}, ce mai faci?
      Am făcut {food}, veniți pe la {time}
      {kin} a zis că face {food} {day}
      La noi {weather}, la voi cum e vremea?
      Ai văzut meciul? {team} - {team2} {score}
      Ce a jucat {team}, s-a terminat {score}
      Adu și tu {thing} și {thing2} de la magazin
      Sunt {shop}, vrei ceva?
      Am luat {thing} {shop}, {n} bucăți, era ofertă
      {kin} e bolnavă, o ducem {day} la doctor
      Ce mai face {kin}? Nu am mai vorbit demult
      Ai timp {day}? Vreau să vorbim, după {time}
      Am adormit, scuze, m-am trezit pe la {time}
      La mulți ani {she}, multă sănătate
      {she} face {age} ani, ai felicitat-o?
      Mi s-a descărcat telefonul, sună-mă după {time}
      Mă doare {body}, am stat toată ziua în pat
      Azi am fost {work}, sunt foarte obosit
      Încep la {time} {work}
      A venit factura la curent, {lei}
      {day} vine {he} să repare mașina, zice că {lei}
      Bună dimineața {pet}, cum ai dormit? Aici {weather}
      Noapte bună {pet}, vorbim mâine pe la {time}
      Trimite o poză cu cel mic, nu l-am văzut demult
      {she} are număr nou, {phone}, notează
      Uite ce a zis {he} {laugh}
      Dacă bate {team} {day}, dau o bere
      Am trimis pachetul, ajunge {day}, am pus și {thing}
      Cât e ceasul la voi? Aici e {time}
      Aștept autobuzul, vine în {mins} minute, {weather}
    `),
    recruitment: lines(`
      <Bună, am văzut anunțul, mai este de lucru în Anglia?
      <Mi-a dat {she} numărul, zicea că ai de lucru
      >Bună {she}, este de lucru la Norwich, cam {lire} pe săptămână
      >Cazare este, biletul îl plătesc eu și îl scad după
      <Am {age} ani, pot să vin {day}
    `),
    travel: lines(`
      >Am luat biletul, {flight}, {date} la {time}
      >Zborul {flight}, {airport}, {date}, să nu întârzii
      >{he} te așteaptă la {airport} pe la {time}, mașina {plate}
      <Am aterizat, unde ești? Aștept {spot}
      Mai avem {mins} minute până la {airport}
      <Când pot să merg acasă? Biletul era pe {date}
    `),
    accommodation: lines(`
      >Apartamentul e în Norwich, {address}, {n} camere
      >Vă mutați {date} în alt apartament, {address}
      <Câte suntem în cameră? {she} zicea că {n}
      Ai plătit chiria? {lire}, era până pe {date}
    `),
    adverts: lines(`
      >Am pus anunțul, {url}
      >Trebuie poze noi pentru anunț, {day} la {time}
      >Răspunde la client, {phone}, vine la {time}
      <Azi au fost {n} clienți, mai vine unul la {time}
    `),
    money: lines(`
      >Trimite banii {day}, {lire}
      <Ți-am trimis banii, {lire}, la {time}
      <Azi am făcut {gbp}, din care {gbp2} pe anunț
      Am trimis prin Western Union pe numele {he}, {lire}
    `),
    debt: lines(`
      >Mai ai de dat {lire}, biletul și cazarea
      >Nu pleci nicăieri până nu plătești, mai sunt {lire}
      <Am dat deja {lire}, cât mai este?
    `),
    documents: lines(`
      >Pașaportul tău e la mine, stai liniștită
      <Îmi dai buletinul înapoi? Îmi trebuie {day}
      >Când plătești {lire} îți dau actele
    `),
    control: lines(`
      >Să nu ieși singură, te duce {he} după {time}
      >De ce nu răspunzi? Te-am sunat de {n} ori
      <Mi-e frică, {he} stă mereu aici
      <Vreau acasă, te rog
      >Șterge mesajele, toate, {day} verific
    `),
  },
};
