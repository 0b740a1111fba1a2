/**
 * Words by which Hungarian and Romanian are known in phone messages: the commonest of speech, and how they are shortened. With
 * their signs; how they are without them follows.
 */
export const HUNGARIAN = `
a az egy ez azt ezt és hogy nem is van volt lesz lenne volna már még csak de ha vagy mert mint meg majd most itt ott oda ide innen
onnan hol hová hova honnan mikor miért mért mi mit mivel minek mire miről ki kit kinek kivel kié milyen melyik mennyi mennyit mennyiért
mennyibe hány hányra hogyan én te ő mi ti ők engem téged őt minket titeket nekem neked neki nekünk nektek nekik velem veled vele velünk
veletek velük tőlem tőled tőle nálam nálad nála nálunk nálatok rám rád rá ránk hozzám hozzád hozzá értem érted érte rólam rólad róla
benne belőle felé alatt előtt után mellett között nélkül miatt által szerint szerintem óta alá fel le el be ki át haza vissza össze
igen jó jól jobb rossz szép nagy kicsi kicsit sok sokat kevés több kevesebb minden mindenki mindig soha senki semmi semmit semmiért valami
valamit valaki valakit valahol bárki bármi bármikor ilyen olyan ugyan úgy így akkor aztán azért ezért talán persze biztos hát na ugye
tényleg nagyon elég inkább annyira ennyi annyi egyszer kétszer újra megint együtt egyedül magam magad maga magát gyorsan lassan
ma holnap tegnap holnapután tegnapelőtt este reggel délután délelőtt délben éjjel éjszaka hétfő hétfőn kedd kedden szerda szerdán
csütörtök csütörtökön péntek pénteken szombat szombaton vasárnap hét héten hónap év évben óra órára órakor perc nap napot napra hétre
jelenleg később később korábban mindjárt rögtön azonnal nemsokára kor múlva
vagyok vagyunk vagytok vannak voltam voltál voltunk leszek leszel leszünk lesznek lehet lett legyen legyél legyetek nincs nincsen
nincsenek sincs kell kellene kéne kellett tud tudok tudsz tudom tudod tudja tudunk tudnál tudtam akar akarok akarsz akarom akarod akarja
szeretnék szeretném szeret szeretlek szeretem megyek mész megy megyünk mentek mennek menj menjünk menjek menni mentem ment jövök jössz jön
jövünk jöttök jönnek gyere gyertek jöjj jönni jöttem jött jöttek jött csinál csinálsz csinálok csinálj csinálom csináltál csináljak dolgozik
dolgozom dolgozok dolgozol dolgozni dolgoztam dolgozunk dolgoznak mond mondd mondta mondtam mondják mondom mondja mondjuk mondjad mondani
beszél beszélek beszélünk beszéltem beszélni beszéljünk hívj hívd hívlak hívja hív hívott hívtam hívni írj írd írtam írok ír írta írsz
küldd küldj küldök küldöm küldtem küldte elküldtem elküldöm kérek kérem kérlek kér kérdezd kérdezz kérdés kaptam kapott kapok kapsz kapni
adj add adok adom adta adott adja adnak hozz hozd hozok hozom hozott hozzál vesz veszek veszel vettem vett venni vegyél vidd viszem vigyél
vigyek várj várok várlak várom vár várni vártam látom látod látlak láttad láttam látja lát nézd nézz nézem nézek néz hallom hallod hallottad
hiszem hiszed hittem értem érted figyelj figyu gondolom gondolod félek félj fáj fizet fizetett fizetnek fizetés fizetést kifizet alszik
alszom alszok aludj aludtál aludni eszik enni ettél iszik inni kezdek kezd vége végzek végzel végeztem találkozunk találkozzunk marad
maradok maradj elment elmegyek elmentem megjött megjöttem megérkeztem felhívlak felhívom visszahívlak odaadom megvan meglesz kijön bejön
köszönöm köszi köszi kösz köszike köszönjük szia sziasztok szió szeva szevasz helló hali csá csáó puszi csók jóreggelt üdv bocsi bocs
bocsánat sajnálom sajnos légyszi légyszíves szíves szívesen rendben oké okés okés persze világos dehogy dehogyis mindegy baj gond semmi
haver tesó tesóm tesókám öcsém bátyám húgom nővérem apa apu anya anyu apám anyám apád anyád testvérem fiam lányom férjem feleségem
barátom barátnőm csaj csajok srácok srác gyerek gyerekek ember emberek ember főnök család szívem drágám édesem kincsem
pénz pénzt pénzem pénzed forint font fontot euró ezer száz húsz tíz öt kettő két három négy hat nyolc kilenc
munka munkát munkába meló melózok melóban dolgozni műszak szállás lakás lakásban lakást szoba szobát ház házban bérlet kulcs ajtó bolt boltba
boltban kocsi kocsit kocsival autó autót busz vonat repülő reptér reptérre útlevél személyi papír papírok orvos orvoshoz kórház rendőr
rendőrök rendőrség telefon telefonom telefont szám számot számom cím kép képet kaja kaját sör sört kenyér tej víz kávé cigi cigit bank bankkártya
eladó kiadó sürgős albérlet ár ára olcsó drága új régi első második utolsó jobbra balra utca emelet ház hely helyen város
beteg fáradt éhes kész szabad mizu nemtom asszem amúgy tényleg komolyan hülye hülyeség fasz kurva bazmeg basszus francba picit egész
eddig addig amíg amikor ahol aki akit ami amit ahogy hogyha pedig viszont tehát vagyis illetve szóval egyébként állítólag végül közben
boldog ünnep karácsony születésnapot névnapot gratulálok jóéjt éjt hiányzol hiányzik ölellek
`;

export const ROMANIAN = `
un o unui unei niște și să nu cu la de în din pe pentru că ca care ce cine cui când cum unde cât câtă câte câți cât de ce dacă dar
sau ori iar deci fiindcă deoarece încă mai prea foarte tot toată toate toți așa aici acolo acasă afară sus jos acum atunci apoi după
înainte lângă sub peste spre până fără între despre prin către contra decât doar numai chiar abia aproape departe mereu niciodată
niciun nicio nimic nimeni cineva ceva oricine oricum oricând fiecare alt altă alții altceva același aceeași acest această acesta aceasta
aceștia asta ăsta ăla aia alea ăia ăștia cel cea cei cele lui ei lor meu mea mei mele tău ta tăi tale său sa noi voi nostru noastră vostru
voastră eu tu el ea ele mie ție nouă vouă îmi îți își mă te se ne vă îl le li mi ți i l mine tine sine dânsul
sunt ești este e suntem sunteți era eram erai erau fost fi fie va vei vom veți vor am ai are avem aveți au aș ar ați avea aveam avut
fac faci face facem faceți făcut facă fă zic zici zice zicem zis zi zicea spune spun spui spus spuneți vreau vrei vrea vrem vreți voiam vrut
pot poți poate putem puteți putea știu știi știe știm știți știut cred crezi crede credeam crezut vin vii vine venim veniți venit vină
merg mergi merge mergem mergeți mers pleacă plec pleci plecăm plecat ajung ajungi ajunge ajungem ajuns stau stai stă stăm stat dau dai
dă dăm dat dea dați iau iei ia luăm luat luați pun pui pune pus văd vezi vede vedem văzut aud auzi aude auzit dorm dormi doarme dormit
lucrez lucrezi lucrează lucrăm lucrat muncesc muncești muncește muncim muncit plătesc plătește plătit plătească caut cauți caută căutat
găsit găsesc găsești aștept aștepți așteaptă așteptat sun suni sună sunat sună-mă scriu scrii scrie scris trimit trimite trimiți trimis
aduc aduci aduce adus cumpăr cumpăra cumpărat vorbesc vorbești vorbește vorbim vorbit vorbi răspund răspunde răspunzi răspuns înțeleg înțelegi
înțeles ajută ajuta ajut lasă las lași lăsat trebuie trebuia place plac uit uită uite uitat vând închiriez întreb întreabă
bună bun bine bună-ziua salut salutare servus noapte seara seară dimineața dimineață ziua zi zile săptămână săptămâna lună luna luni an ani
azi astăzi mâine poimâine ieri alaltăieri diseară aseară marți miercuri joi vineri sâmbătă duminică ora oră ore minute minut dată imediat
mulțumesc mulțumim mersi multumesc scuze scuză scz rog frumos plăcere sigur normal gata hai haide haideți dă-mi lasă-mă zi-mi spune-mi
păi măi mă bă băi frate fratele fratelui fratioare soră sora sor-mea tata mama mamă mami tati copil copilul copii copiii fată fata fete băiat
băiatul băieți băieții om omul oameni oamenii prieten prietena prieteni nevasta soția soțul bunica iubire iubi iubit iubita iubirea dragă șef
șefu șefule șeful patron patronul boss vecin vecinul doamna domnul nene tare frumoasă frumos mare mic mică rău rea nou nouă vechi bolnav
obosit singur singură liber gratis ieftin scump scumpă ocupat supărat important adevărat adevărul
bani banii ban lei lire euro sută sute mie mii doi două trei patru cinci șase șapte opt nouă zece douăzeci treizeci jumătate jumate
muncă munca treabă treaba lucru serviciu salariu salar cazare transport mașină mașina mașini autocar autobuz tren avion avionul aeroport bilet
bilete pașaport buletin buletinul acte actele casă casa cameră camera chirie chiria apartament etaj ușă ușa cheie cheile stradă strada
telefon telefonul număr numărul adresă adresa mesaj mesajul poză poze poza pachet pachete magazin spital doctor doctorul poliție poliția
mâncare mâncarea mănânc apă pâine lapte cafea bere țigări țigară ceai cont contul card parola
dor pup pupici pup te iubesc vise somn ușor spor succes baftă noroc felicitări sănătate mulți trăiești sărbători crăciun paște
dc pt ms msss vb nush fmm plm coaie pula dracu dracului naiba mișto nasol belea gen cică chestie chestia oricum practic adică apropo
rugămintea curând târziu devreme repede încet deja iarăși iar poftim ascultă auzi fii atent atenție grijă singurul ultima ultimul prima
primul stânga dreapta curat dulce împreună ceilalți cumva undeva altfel atât atâta câteva câțiva vreo vreun vreodată
`;
