import { choices, lines, type Tongue } from './tongue';

/** Bulgarian as it is typed in Latin letters (shlyokavitsa), in the spellings that differ from writer to writer. */
export const BULGARIAN: Tongue = {
  code: 'bg',
  pounds: 'paunda',
  months: choices('qnuari|fevruari|mart|april|mai|iuni|iuli|avgust|septemvri|oktomvri|noemvri|dekemvri'),
  writeDate: (day, month) => `${day} ${month}`,
  openers: choices('Ei!|Slushai!|Zdrasti!|Abe…|Vij!|Brat!'),
  slang: {
    shte: '6te',
    sh: '6',
    kakvo: 'kvo',
    nishto: 'ni6to',
    chakam: '4akam',
    vecher: 've4er',
    choveche: '4ove4e',
    neshto: 'ne6to',
    sega: 'sea',
    iskam: 'iskm',
    poluchi: 'polu4i',
    pochti: 'po4ti',
    chasa: '4asa',
  },
  short:
    choices(`zdravei|Zdrasti|dobre|kade si?|kak si?|chakai malko|idvam|ne znam|obadi se|leka nosht|blagodarq|nqma|ima li?|sega idvam|vkashti sam|
    |shte se chuem|utre|dobro utro`),
  words: {
    she: choices(
      'Mariq|Ivanka|Elena|Desi|Cveti|Radka|Gergana|Iulia|Silvia|Teodora|Nadq|Milena|Ralica|Vanq|Snejana|Petq',
    ),
    he: choices(
      'Georgi|Ivan|Mitko|Niki|Petar|Hristo|Dancho|Stefan|Todor|Vasko|Sasho|Plamen|Krasi|Cvetan|Jivko|Rumen|Asen',
    ),
    pet: choices('brat|mila|priqtel|maiche|tate|sestro|choveche|shefe|maina|batko'),
    day: choices(
      'dnes|utre|v ponedelnik|vav vtornik|v srqda|v chetvartak|v petak|v sabota|v nedelq|dovechera|sled obqd|drugata sedmica',
    ),
    food: choices('banica|musaka|shkembe|kebapcheta|bob|sarmi|tarator|palachinki|pile s oriz|gyuvech'),
    team: choices('Levski|CSKA|Ludogorec|Botev|Beroe|Lokomotiv|Liverpul|Chelsi|Arsenal|Barsa'),
    weather: choices('vali|gree slance|studeno e|duha vqtar|ima magla|mnogo e toplo|vali snqg|oblachno e'),
    kin: choices('maika mi|bashta mi|sestra mi|brat mi|baba|dqdo|leli Radka|chicho|kaka'),
    shop: choices('v Lidl|v Tesco|na pazara|v balgarskiq magazin|v Aldi|v aptekata'),
    thing: choices('hlqb|mlqko|cigari|qica|kartofi|kafe|pile|sirene|voda|bira|zahar|lekarstva'),
    work: choices('v sklada|na stroeja|vav fabrikata|na fermata|na chistene|v restoranta'),
    laugh: choices('haha|hahaha|😂|xaxa|ahahah'),
  },
  frames: {
    ordinary: lines(`
      Zdravei {pet}, kakvo shte pravish {day}?
      Napravih {food}, elate kam {time}
      {kin} kaza che {day} shte pravi {food}
      Tuk {weather}, pri vas kakvo e vremeto?
      Gleda li macha? {team} - {team2} {score}
      Vzemi {thing} i {thing2} ot magazina
      Az sam {shop}, iskash li neshto?
      Kak e {kin}? Otdavna ne sme se chuvali
      Dnes bqh {work}, mnogo sam umoren
      Zapochvam v {time} {work}
      Vij kakvo kaza {he} {laugh}
      Dobro utro {pet}, kak spa? Tuk {weather}
      Leka nosht {pet}, utre shte se chuem kam {time}
      {she} ima nov nomer, {phone}
      Poluchih {leva} ot {he}, mnogo dobre
    `),
    recruitment: lines(`
      >Ima rabota v Angliq, okolo {paunda} na sedmica
      <{she} mi dade nomera, ima li oshte rabota?
    `),
    travel: lines(`
      >Kupih bileta, {flight}, {date} v {time}
      {he} shte te chaka na {airport} kam {time}, kolata e {plate}
    `),
    accommodation: lines(`
      >Kvartirata e v Norwich, {address}, {n} stai
      <Kolko dushi sme v staqta? {she} kaza che sme {n}
    `),
    adverts: lines(`
      >Kachih obqvata, {url}
      >Trqbvat novi snimki za obqvata, {day} v {time}
    `),
    money: lines(`
      >Prati parite {day}, {paunda}
      <Pratih ti parite, {paunda}, v {time}
    `),
    debt: lines(`
      >Oshte {paunda} imash da vrashtash, za bileta i kvartirata
      <Veche dadoh {paunda}, kolko ostava?
    `),
    documents: lines(`
      >Lichnata karta e pri men, kogato platish {paunda} shte q dam
      <Pasportat mi pri teb li e? Trqbva mi {day}
    `),
    control: lines(`
      >Ne izlizai sama, {he} shte te zakara sled {time}
      >Zashto ne vdigash? Zvanqh ti {n} pati
    `),
  },
};
