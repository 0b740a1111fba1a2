import { HUNGARIAN as NAMES } from '../../names';
import { HUNGARIAN_FRAMES } from './hungarian-frames';
import { choices, type Tongue } from './tongue';

export const HUNGARIAN: Tongue = {
  code: 'hu',
  frames: HUNGARIAN_FRAMES,
  pounds: 'font',
  months: choices('január|február|március|április|május|június|július|augusztus|szeptember|október|november|december'),
  writeDate: (day, month) => `${month} ${day}.`,
  openers: choices(
    'Figyelj!|Na!|Hallod?|Szia!|Te!|Képzeld!|Jaj!|Amúgy…|Szóval…|Helló!|Sziaaa!|Bocsi!|Na figyu!|Hahó!|Nézd!',
  ),
  slang: {
    hogy: 'h',
    vagyok: 'vok',
    nem: 'nm',
    miért: 'mér',
    szerintem: 'szvsz',
    holnap: 'hnap',
    azt: 'aszt',
    egy: '1',
    ezt: 'eszt',
    valami: 'vmi',
    kell: 'kel',
    nincs: 'nics',
    később: 'késöbb',
    mert: 'mer',
    telefonom: 'telóm',
    telefont: 'telót',
    lakás: 'kégli',
    pénzt: 'lóvét',
    köszönöm: 'kösz',
    lesz: 'lessz',
    ott: 'ot',
    itt: 'it',
    jön: 'gyön',
    volt: 'vót',
    üzeneteket: 'üziket',
    reptéren: 'reptérnél',
  },
  short:
    choices(`szia|Szia|igen|Igen|nem|jó|Jó|oké|köszi|Köszi szépen|persze|jól vagyok|majd hívlak|mindjárt|várj|hol vagy?|Hol vagy|mikor?
    |jövök|itt vagyok|nem tudom|rendben|jó éjt|puszi|hívj|hívj fel|Jó reggelt|mit csinálsz?|semmi|majd holnap|nem érek rá|szeretlek|én is|na|
    |jó oké|megjöttem|elindultam|sietek|nincs|van|majd|értem|ne már|tényleg?|hogy vagy?|jól|megvagy?|igen persze|nem baj|sajnos nem|köszönöm`),
  words: {
    she: [
      ...NAMES.women,
      ...choices('Kati|Zsuzsi|Móni|Szilvi|Niki|Vivi|Timi|Bogi|Dóri|Eszti|Ági|Erzsi|Marika|Icu|Detti|Klau'),
    ],
    he: [
      ...NAMES.men,
      ...choices('Zoli|Peti|Laci|Pisti|Jani|Sanyi|Gabi|Feri|Tomi|Csabi|Lali|Gyuri|Karcsi|Robi|Dani|Szabi'),
    ],
    pet: choices(
      'drágám|tesó|haver|anyu|öcsi|kicsim|csajszi|apu|testvérem|hugi|szívem|főnök|drága|öreg|barátom|kedves',
    ),
    day: choices(`ma|holnap|holnapután|hétfőn|kedden|szerdán|csütörtökön|pénteken|szombaton|vasárnap|ma este|holnap reggel|jövő héten|
      holnap délután|hétvégén|ma délután|kedd este|péntek reggel`),
    food: choices(`pörköltet|gulyást|rántott húst|lecsót|töltött káposztát|palacsintát|paprikás krumplit|húslevest|pizzát|lángost|túrós tésztát
      |tökfőzeléket|halászlét|rakott krumplit|bablevest|csirkepaprikást|fánkot|fasírtot|mákos gubát|sült csirkét`),
    team: choices(
      'Fradi|Újpest|Debrecen|Vidi|Honvéd|Diósgyőr|Norwich|Liverpool|Chelsea|Arsenal|Real|Barca|Bayern|Juve|Paks|Mezőkövesd',
    ),
    weather:
      choices(`esik az eső|süt a nap|fúj a szél|havas eső van|köd van|nagy meleg van|hideg van|szakad az eső|borult az ég|csúszik az út
      |vihar van|szép idő van|kánikula van|felhős|elállt az eső`),
    kin: choices(`anyád|apád|a nővérem|az öcsém|nagymama|a keresztmama|a sógor|a húgom|a tesóm|az unokatesóm|a szomszéd|anyu|nagypapa|Marika néni
      |a lányom|a fiam|az anyósom|a bátyám`),
    shop: choices(`a Tescóban|a Lidlben|az Aldiban|az Asdában|a piacon|a magyar boltban|a Poundlandben|a Morrisonsban|a lengyel boltban|a gyógyszertárban
      |a kínaiban|a benzinkúton`),
    thing:
      choices(`kenyeret|tejet|cigit|pelenkát|krumplit|tojást|mosóport|kávét|csirkét|paprikát|almát|vajat|sört|ásványvizet|vécépapírt|cukrot|lisztet
      |sajtot|gyufát|töltőt|sampont|gyógyszert`),
    work: choices(
      'a raktárban|az építkezésen|a csirkegyárban|a farmon|a takarításban|az étteremben|az autómosóban|a pékségben|a konyhán|a szállodában',
    ),
    spot: choices(`a buszmegállóban|a Tesco parkolójában|a vasútállomáson|a benzinkútnál|a sarkon|a Morrisons előtt|a parkban|a híd alatt|a templomnál
      |a kijáratnál|a parkolóban|a körforgalomnál`),
    room: choices('a kisszobában|az emeleten|a nappaliban|a konyhában|a fürdőben|a hálóban|a padláson'),
    body: choices('fejem|hátam|fogam|hasam|torkom|lábam|derekam|kezem|vállam|fülem'),
    laugh: choices('haha|hahaha|xd|😂|😂😂|🤣|hehe|jajj'),
    show: choices(
      'a foci|a sorozat|a híradó|a Barátok közt|a főzős műsor|a Forma 1|a Séfek|a régi magyar film|a boksz|a kvízműsor',
    ),
    clothes: choices('cipőt|kabátot|nadrágot|pulcsit|táskát|csizmát|ruhát|pólót|melegítőt|sapkát|órát'),
    when: choices('jövőre|nyáron|ősszel|karácsonykor|tavasszal|a hétvégén|novemberben|decemberben|húsvétkor|hamarosan'),
  },
};
