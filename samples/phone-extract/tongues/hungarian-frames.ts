import { lines, type Tongue } from './tongue';

export const HUNGARIAN_FRAMES: Tongue['frames'] = {
  ordinary: lines(`
    Szia {pet}, mit csináltok {day}?
    Főztem {food}, gyertek át {time} körül
    {kin} azt mondta, hogy {day} csinál {food}
    Nálunk {weather}, ott milyen az idő?
    Láttad a meccset? {team} - {team2} {score}
    Mekkorát játszott a {team}, {score} lett a vége
    Hoznál {thing} meg {thing2} a boltból?
    Itt vagyok {shop}, kell valami?
    Vettem {thing} {shop}, akciós volt, {n} darabot hoztam
    {kin} beteg, lázas, {day} visszük orvoshoz
    Hogy van {kin}? Régen beszéltünk
    Ráérsz {day}? Beszélni szeretnék veled, {time} után
    Elaludtam, bocsi, csak {time} után keltem
    Boldog születésnapot {she}, sok boldogságot, egészséget
    {she} ma {age} éves, felköszöntötted már?
    Lemerült a telefonom, most tettem fel tölteni, {time} után hívj
    A gyerek {n} ötöst hozott az iskolából, {kin} nagyon büszke
    Ezt nézd meg, meghaltam rajta {laugh}
    Tudod mit mondott {he}? Azt hogy {team} bajnok lesz {laugh}
    Fáj a {body}, egész nap feküdtem
    Ma {work} voltam, nagyon elfáradtam, fáj a {body}
    Holnap {time} kezdek {work}
    Megjött a villanyszámla, {huf} lett, már megint drágább
    Mit nézel a tévében? Itt {show} megy
    {day} jön a szerelő a mosógéphez, {huf} lesz
    Beteg a kutya, {huf} volt az állatorvos
    Küldj képet a kicsiről {pet}, rég láttam
    Jó reggelt {pet}, hogy aludtál? Itt {weather}
    Jó éjt {pet}, holnap beszélünk {time} felé
    Elromlott a kocsi, {he} nézi meg {day}
    A {plate} rendszámú kocsit eladta {he}, {huf} volt
    A Balatonon vagyunk, {weather}, sütünk {food}
    {kin} kérdezi, hogy {day} jöttök-e
    Vettem új {clothes} {shop}, {gbp} volt
    Hány óra van ott? Itt {time}
    Hallottad mi volt a faluban? {he} megint összeveszett {kin} miatt
    Kérlek vegyél {thing}, elfogyott
    Iszom egy kávét és várom a buszt, {mins} perc múlva jön
    Nem hallak jól, majd hívj {time} után
    Gratulálok {she}, nagyon szép a baba
    Hallottad, hogy {she} férjhez megy {when}?
    Edzésre megyek {he} és {he2} is jön, {time} után otthon vagyok
    {team} vagy {team2}, mire fogadsz?
    Ha a {team} nyer {day}, fizetek egy sört
    Kimostam, kitakarítottam, most {food} csinálok
    Feladtam a csomagot, {day} ér oda, van benne {thing} is
    Köszi a csomagot {pet}, megjött minden, {thing} is találtam benne
    {she} új telefonszáma {phone}, írd fel
    Vicc: két rendőr megy az utcán, az egyik talál egy tükröt {laugh}
    Nem volt víz {time} óta, {kin} telefonált a vízműnek
    {day} szülői értekezlet van, {time}, el ne felejtsd
    Olyan álmos vagyok, {weather}, nem megyek sehova
  `),
  recruitment: lines(`
    <Szia, a hirdetés miatt írok, van még munka Angliában?
    <Szia, {she} adta meg a számodat, azt mondta, van nálad munka
    >Szia {she}, {he} vagyok, van munka Norwichban, heti {font} megvan
    >Szállás van, a repjegyet én veszem meg, majd levonom
    >Nem kell angolul tudni, mindent elintézek, csak a személyi kell
    <Milyen munka lenne ez pontosan? Takarítás? {age} éves vagyok
    >Takarítás meg vendégek, majd {she} elmondja, ő is itt dolgozik
    <{age} éves vagyok, {day} tudnék indulni
    >Küldj magadról {n} képet és a személyid másolatát {time} előtt
    <És mennyit lehet keresni egy héten? Azt mondtad {font}
    >Gyere ki {n} hétre, ha nem tetszik, hazamész
  `),
  travel: lines(`
    >Megvettem a jegyet, {flight}, {date} {time} indul
    >A gép {flight}, {airport}, {date} {time}, ne késd le
    >{he} vár a {airport} reptéren {time} körül, {plate} a kocsi
    <Leszálltam, hol vagy? Itt várok {spot}
    <Lekéstem a {flight} járatot, most mi legyen?
    >Hozd az útlevelet meg {n} ruhát, bőrönd nem kell
    >Ha kérdezik a reptéren, azt mondd, {n} hétre jössz nyaralni
    <Mikor mehetek haza? A jegyem {date} lett volna
    >{she} {date} jön a {flight} géppel, ki kell menni érte
    Megvan a becsekkolás, {flight}, {seat} ülés
    {airport} felé tartunk, {mins} perc és ott vagyunk
    {he} {time} indul {she} elé, {spot} veszi fel
  `),
  accommodation: lines(`
    >A lakás Norwichban van, {address}, {n} szobás
    >{she} és {she2} a {address} címen alszik
    <Hányan leszünk a szobában? {she} azt mondta, {n} fő
    >{date} átköltöztök a másik lakásba, {address}
    A főbérlő {font} körül kér egy hónapra a lakásért
    >A kulcs a lábtörlő alatt van, ne nyisd ki senkinek {time} után
    <Hideg van {room}, nem megy a fűtés
    Kifizetted a lakbért? {font}, {date} volt az utolsó nap
    <{room} alszom, {she} meg {she2} a másikban
  `),
  adverts: lines(`
    >Feltettem a hirdetést, {url}
    >Új képek kellenek a hirdetéshez, {day} {time} csináljuk
    >A hirdetés {font}, hetente kell fizetni
    >Írd be a hirdetésbe, hogy {rate} egy óra, {half} a félóra
    <Leszedték a hirdetést, {day} nem hívott senki
    >Válaszolj a vendégnek, {phone}, {time} jön
    <Ma {n} vendég volt, {time} jön még egy
    >{she} képeit is tedd fel, {url}
    >Ha hívnak, {rate} egy óra, címet csak üzenetben
  `),
  money: lines(`
    >Küldd át a pénzt {day}, {font} kell
    <Átutaltam a számládra, {font}, {time} ment el
    >Mennyi jött össze ma? Tedd félre, {time} megyek érte
    <Ma {gbp} volt, ebből {gbp2} ment a hirdetésre
    Western Unionon küldtem {he} nevére, {font}, {date}
    >Hazaküldtem {huf}, írd fel
    <Nekem mennyi marad? Azt mondtad a fele, {gbp}
    Tegyél pénzt a kártyára, {font} kell a jegyre
    {she} {gbp}, {she2} {gbp2}, összesen ennyi volt {day}
    Bankkártyával fizettem, {gbp}, {date}
  `),
  debt: lines(`
    >Még {font} tartozásod van, a jegy meg a szállás
    >Addig nem mész sehova, amíg le nem dolgozod, még {font}
    <Már visszaadtam, {font} volt, mennyi van még?
    >{gbp} volt a jegy, {gbp2} a lakás, ezt le kell dolgozni
    <Azt mondtad {gbp}, most meg {gbp2}, nem értem
    >Felírtam a füzetbe, {date}, {font}
    >Kifizettem a jegyet, {font} volt, hozzáírom a többihez
  `),
  documents: lines(`
    >Az útleveled nálam van, jó helyen van
    <Visszakaphatom a személyimet? {day} kellene
    >Majd ha kifizetted, {font}, visszaadom a papírokat
    <{she} útlevele is nálad van?
    >Csináltass új személyit, {huf}, {he} elintézi
    <Kell az útlevél a bankhoz, {date} {time} van időpontom
  `),
  control: lines(`
    >Ne menj ki egyedül, {he} majd elvisz {time} után
    >Miért nem veszed fel? Már {n} alkalommal hívtalak
    >Látlak a kamerán, kivel beszéltél {time}?
    >Ha rendőr kérdez, azt mondd, egyedül vagy itt és nyaralsz
    >Hol vagy? Küldj helyzetet most
    <Félek, {he} mindig itt ül {room}
    <Haza akarok menni, kérlek
    >{time} előtt nem alszol, jön még vendég
    <Kimehetek a boltba? Kell {thing} venni
    >Töröld az üzeneteket, mindet, {day} megnézem
    {he} ott áll az ajtó előtt, figyeli ki jön
  `),
};
