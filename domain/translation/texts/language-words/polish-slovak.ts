/** As for Hungarian and Romanian, of Polish and Slovak, and of Czech, which is told apart from Slovak only by its words. */
export const POLISH = `
i w z na do nie to się że jest a o co jak ale po tak za od by już czy tylko dla bo więc albo lub oraz też także jeszcze może przez przed pod
nad przy bez między gdzie kiedy kto kogo komu kim czego czemu czym dlaczego który która które którzy którego której którą ile skąd dokąd
ten ta te tego tej temu tym tych tymi tą tę tam tu tutaj teraz potem wtedy zawsze nigdy nikt nic nikogo niczego ktoś coś kogoś czegoś jakiś
jakaś jakieś jakoś gdzieś kiedyś każdy każda wszystko wszyscy wszystkie wszystkich wszystkiego inny inna inne inni sam sama sami taki taka takie
ja ty on ona ono my wy oni one mnie mi ciebie cię ci tobie tobą jego jej go jemu mu ją nim nią nas nam nami was wam wami ich im nimi siebie
sobie mój moja moje moi mojego mojej twój twoja twoje swój swoje swojego nasz nasza wasz
jestem jesteś jesteśmy jesteście są był była było byli były byłem byłam będę będziesz będzie będziemy będziecie będą być bądź bądźcie
mam masz ma mamy macie mają miał miała miałem mieć mieć mogę możesz możemy możecie mogą mógł mogła muszę musisz musi musimy muszą
chcę chcesz chce chcemy chcą chciał chciałem chciałabym wiem wiesz wie wiemy wiedzą wiedzieć znam znasz zna robię robisz robi robimy robić
zrobić zrobię zrobisz zrobił zrobiłem zrób rób idę idziesz idzie idziemy iść idź poszedł poszła pójdę jadę jedziesz jedzie jedziemy jechać
jedź pojadę przyjadę przyjedziesz przyjedzie przyjedź przyjechał przyjść przyjdź przyjdę przyjdzie przyszedł przyszła wyjechał wracam
wracasz wróć wrócę wróci czekam czekaj czekasz poczekaj powiedz powiedział powiedziała powiedziałem powiem mówi mówię mówił mówiłem mów mówisz
rozmawiać pogadamy gadać zadzwoń dzwoń dzwonię dzwonił dzwoniłem oddzwoń zadzwonię odbierz odbiera odpisz napisz napisał piszę pisz wyślij
wysłałem wysyłam daj dam dasz dał dała dałem dać dajcie weź wziął wezmę wziąć bierz biorę kup kupić kupiłem kupię zapłacić zapłacił płaci płacą
płacić zapłać przelew przelałem szukam szuka szukasz szukać widzę widzisz widziałem widział widzimy słyszę słyszysz słuchaj słuchać śpię śpisz
śpi spać jeść jem jesz pić piję myślę myślisz myślałem rozumiem rozumiesz pamiętam pamiętasz zapomniałem wierzę boję bój kocham kochasz
tęsknię lubię lubisz podoba wstawaj wstać wstałem pracuje pracuję pracujesz pracować potrzebuję potrzebuje potrzeba trzeba można warto
wolno wystarczy zostaw zostań został zostało zobacz zobaczę zobaczymy sprawdź sprawdzę pytaj spytaj pyta pytam pomóc pomogę pomoże pomóż
oddaj oddam pożycz pożyczyć pożyczysz przynieś przyniosę przywieź zabierz znajdę znalazłem znaleźć skończyłem kończysz kończę zaczynamy zaczyna
cześć siema siemanko hej witam dzień dobry wieczór dobranoc dobra dobrze dobre dobry pa nara narazie proszę dziękuję dzięki dzieki przepraszam
sorki sorry spoko luz okej jasne pewnie oczywiście właśnie naprawdę serio chyba raczej niestety szkoda fajnie fajny fajna super świetnie
zajebiście kurwa kurde cholera cholernie pierdolę masakra spadaj ogarnij spokojnie szybko szybciej wolniej powoli bardzo trochę dużo mało więcej
mniej lepiej gorzej prawie całkiem całe cały cała zaraz niedługo wcześniej później dzisiaj dziś jutro wczoraj pojutrze przedwczoraj rano wieczorem
noc nocy nocka południe poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę tydzień tygodniu tygodnia miesiąc
miesiąca rok roku lat godzina godzinę godzin godziny minut minuty chwila chwilę raz razem znowu znów kolej
pieniądze pieniędzy kasa kasę kasy kasą złotych zł funt funtów funty euro stówa stówę tysiąc tysiące sto dwa dwie trzy cztery pięć sześć
siedem osiem dziewięć dziesięć dwadzieścia jeden jedna jedno praca pracę pracy robota robotę roboty robocie szef szefa wypłata wypłaty budowa budowie
mieszkanie mieszkania mieszkaniu pokój pokoju dom domu domek dzieci dziecko dziecka mama mamy tata ojciec matka brat brata bratem siostra siostry żona
mąż syn córka kolega kolegi kumpel chłopak chłopaki chłopaków dziewczyna dziewczyny kobieta facet ludzie ludzi człowiek pan pani kochanie
kochana misiu skarbie samochód samochodu auto auta busem bus pociąg samolot lotnisko lotnisku bilet paszport dowód dokumenty umowa umowy
lekarz lekarza szpital szpitalu policja klucz klucze drzwi ulica piętro sklep sklepu sklepie telefon telefonu numer wiadomość zdjęcie zdjęcia
adres konto konta bank chleb mleko piwo piwa kawa kawę obiad woda wodę papierosy jedzenie sprzedam kupię wynajmę tanio drogo wolne wolny nowy
nowe stary zimno ciepło deszcz śnieg pada głowa boli chory chora zmęczony zmęczona gotowe gotowy sprawa sprawę sprawie problem urodzin życzenia
wszystkiego najlepszego święta zdrowia buziaki całuję szczęście powodzenia wgl nwm spk cb ciebie tb bd pzdr wiadomo weekend
`;

export const SLOVAK = `
a aj v vo na s so z zo k ku do od po pre pri pod pred nad bez medzi za o u že čo ako kde kedy kto koho komu kým prečo koľko koľkej aký aká aké
akej akú ktorý ktorá ktoré odkiaľ kam či lebo ale alebo keď keby ak nech len iba už ešte ani veď tak tu tam sem teraz potom vtedy vždy nikdy
nikto nič nikomu nikoho niekto niečo niekde niekam niekoho niekedy každý každá všetko všetci všetky iný iná iné sám sama taký taká také tento
táto toto ten tá tú toho tej tomu tým tie tých ja ty on ona ono my vy oni ony ma mňa mi mne ťa teba ti tebe tebou jeho jej ho jemu mu ju
ním ňou nás nám nami vás vám vami ich im nimi seba sebe si sa môj moja moje mojej môjho tvoj tvoja tvoje svoj svoje náš naša váš vaša vaši
som sme ste sú je bol bola bolo boli budem budeš bude budeme budete budú byť buď nie niet nieje nemám nemáš nemá nemajú mám máš má máme máte majú
mal mala mali môžem môžeš môže môžeme môžete nemôžem nemôžeš mohol mohla musím musíš musí musíme musíte chcem chceš chce chceme chcete chcú nechcem
nechce viem vieš vie vieme viete vedia neviem nevieš nevie poznám poznáš robím robíš robí robíme robíte robiť robil urobím urobiť sprav idem ideš
ide ideme idete ísť choď chod poď poďme pôjdem pôjdeme išiel išla prídem prídeš príde prídeme prídete prídi prísť prišiel prišla prišli odišiel odišla
čakám čakáš čaká čakaj počkaj povedz povedal povedala povedali povedať povie hovorí hovorím hovoril hovor pokecáme zavolaj volaj volám volal volá zavolám
ozvi ozvem píš píšem napíš napíšem písal pošli pošlem poslal daj dám dáš dal dala dať dajte vezmi zober zobral beriem kúp kúpiť kúpil kúpim predám
zaplatiť zaplatil platí zaplať platia hľadám hľadáme hľadá hľadáš vidím vidíš videl vidíme vidieť pozri pozriem pozeral počujem počuješ počuj počúvaj spím
spíš spať spi jem ješ jesť piť myslím myslíš myslel rozumiem pamätáš zabudol zabudla verím bojím boj ľúbim milujem chýbaš chýbate páči vstávam vstávaj
pracujem pracuje pracovať potrebujem potrebuje potrebuješ treba netreba možno dá nedá nechaj ostaň opýtaj spýtaj pýtam pomôž pomôžem pomôcť vráť
vrátim prines donesiem dones zoberiem nájdem našiel našla končím končíš skončil skončíš začíname stojí stojím stojíš
ahoj čau čaute nazdar servus dobrý deň dobré ráno dobrú noc dobre dobrá večer prosím prosímťa ďakujem ďakujeme ďakujeme díky dík vďaka prepáč prepáčte
ospravedlňujem jasné jasne jasné hej hej áno okej fajn super v pohode pohode samozrejme určite naozaj vážne asi snáď bohužiaľ škoda podľa strašne
veľmi trochu trošku veľa málo viac menej lepšie horšie skoro celý celú celá hneď onedlho skôr neskôr dnes zajtra včera pozajtra ráno poobede obed
noci pondelok utorok stredu streda štvrtok piatok sobota sobotu nedeľa nedeľu týždeň týždne týždňa mesiac mesiaca rok roku rokov hodina hodinu hodín
hodiny minút minúty chvíľu chvíľa raz zase zas opäť spolu sama rýchlo pomaly ponáhľaj
peniaze peňazí prachy eur eurá libier libry stovku sto tisíc dve dva tri štyri päť šesť sedem osem deväť desať dvadsať jeden jedna jedno jedného
práca prácu práce práci robota robotu roboty robote šéf šéfe výplata výplaty výplate stavba stavbu byt bytu byte izba izbu dom doma domov dieťa deti mama mamy
otec mamka brat brata bratovi brácho sestra sestru manžel manželka syn dcéra kamarát kamoš kamo kámo chlap chlapi chlapec baba babka žena ľudia ľudí človek
pán pani zlatko miláčik láska auto auta autom autobus vlak lietadlo letisko letenku letenka lístok pas občiansky papiere doklady zmluva lekár lekárovi
doktor nemocnica nemocnici polícia policajti kľúč kľúče dvere ulica poschodie obchod obchodu obchode telefón mobil číslo správa správu fotku fotka adresa
účet účtu chlieb mlieko pivo pivá kávu káva vodu voda jedlo obed večeru cigarety lacno draho voľný voľná nový nové starý zima teplo sneh prší
hlava bolí chorý chorá unavený unavená hotové hotovo vec veci problém narodeninám všetko najlepšie vianoce zdravie veľa šťastia gratulujem pusu sladké sny
žiadny žiadne nejaký nejaká nejaké nejako hocikedy hocičo späť preč vonku dole hore vľavo vpravo rovno prosim čiže proste vlastne totiž predsa zatiaľ
brasko kocka moc fakt vraj nevadí neboj neskoro skoro stále druhý druhé prvý prvé posledný ďalší ďalej okolo blízko ďaleko
čoho čomu kade odvtedy odkedy dokedy pokiaľ hoci keďže pretože preto takže nielen radšej najprv najskôr nakoniec konečne práve presne vôbec skrátka
občas často zriedka naraz odrazu rovnako inak inokedy inde hocikto hocikde všade nikde nikam zvonku zdola zhora odtiaľ odtiaľto mnou kvôli namiesto okrem počas
bývam bývaš býva bývať bývame žijem žiješ žije sedím sedí ležím stoja vstal vstala oblečiem umyť umyl umyla umyli upratať upratuje varím varíš varí navaril navariť pečiem fajčím fajčíš
hrám hráš hrajú smejem plačem plače kričí hádame hádať klame klameš klamal sľúbil sľubujem sľuboval tvrdí vysvetli vysvetlím rozprával rozpráva rozprávať stretnúť stretneme stretol stretli
spoznal zoznámil navštíviť otvor otvorím otvoriť zatvor zatvorené zavri zamkni odomkni zapni vypni pokazil pokazilo rozbil rozbila stratil stratila schoval schovaj nájdi nájsť pomohol pomáha
požičaj požičal požičiaš vrátil vrátila vrátiť vráti dlžíš dlží dlžím dlhuje zarobil zarábam zarábaš minul míňa stálo ušetril nosiť nesiem odnes odniesol prenes naložiť vyložiť
jazdím jazdí šoféruje šoférujem vezie vezieš odveziem odvezie priviezol cestujem cestuješ letím letíš letel pristál pristanem mešká meškáš meškám nestíham stihnem stihneš stíhaš začal začala začína začne
prestaň prestal skončilo skončila končíme pokračuj skús skúsil skúsim podarilo podarí vyhral vyhrali prehral prehrali hrajeme nemusíš nemusím nesmie nesmieš smieš dovolil zakázal
odpíš odpíše odpísal odpovedal odpovedz napísal napísala zdvihni nedvíha zdvihol prezvoň zvonil vybil nabi nabíjačka nabíjačku vymazal vymaž podpísal podpíš podpísala
dobrý dobrá zlý zlá zlé veľký veľká malý malá malé pekný pekná pekné krásny krásna škaredý hlúpy sprostý šikovný smutný smutná šťastný šťastná nahnevaný nahnevaná hladný hladná smädný
smädná čistý špinavý teplý studený suchý mokrý ťažký ťažké ľahký ľahké rýchly pomalý silný slabý plný prázdny biely čierny červený modrý zelený žltý sivý
polovicu pol tretí tretie štvrtý minulý minulú budúci budúcu rovnaký rovnaké vlastný spoločný celkom úplne trošičku mnoho niekoľko pár aspoň najviac najmenej približne
okno stôl stolička posteľ kuchyňa kúpeľňa záchod chodba schody výťah pivnica dvor záhrada dedina dedine mesto meste centrum trh lekáreň kostol škola školy škôlka jar leto jeseň vietor slnko
január február marec apríl máj jún júl august september október november december sviatok sviatky narodeniny meniny
ruka ruky noha nohy oči srdce zub zuby chrbát brucho krv choroba liek lieky tabletka teplota chrípka tehotná
oblečenie bunda bundu topánky taška kufor kufrom práčka práčku chladnička chladničke baterka baterku signál heslo pesnička film zápas mužstvo gól
mäso kura ryba vajcia syr maslo zemiaky ryža polievka šalát halušky rezne slivovica víno šťava čaj cukor soľ olej ovocie zelenina cibuľa múka
bratranec sesternica teta ujo strýko sused suseda susedia svokra zať nevesta frajer frajerka dievča dievčatá chalan chalani decko decká rodina rodičia starká starký slovák slováci majiteľ majster
vŕtačka skrutky cement murár murári lešenie rebrík robotník zmena zmenu nočná nočnú ranná fabrika fabrike sklad sklade brigáda ubytovanie ubytovňa nájom nájomné
`;

export const CZECH = `
jsem jsi jsme jste jsou není byl byla bylo byli budu budeš bude co jak kde kdy kdo proč kolik který která které jaký jaká protože nebo ale když že
jen jenom už ještě tady tam sem teď potom vždycky nikdy nikdo něco někdo někde všechno všichni každý jiný ten ta tento tohle toto tuhle
já ty mě mně tě tebe ho jeho její jemu ji nám vám nás vás jich můj moje tvůj tvoje svůj náš váš se si mám máš má máme máte mají nemám nemáš
můžu můžeš může můžeme nemůžu musím musíš musí chci chceš chce chceme nechci vím víš ví nevím nevíš dělám děláš dělá dělat udělat udělám jdu jdeš jde jdeme
jít pojď pojďme přijdu přijdeš přijde přijedu přijedeš přijď přišel přišla šel čekám čekej počkej řekl řekla říkal řekni říct říká mluvit zavolej volej
volám volal napiš píšu pošli pošlu poslal dej dám dal vezmi koupit koupil zaplatit hledám vidím viděl podívej slyším slyšíš poslouchej spím spát jíst
myslím rozumím zapomněl bojím miluju líbí pracuju potřebuju potřebuje potřebuješ třeba možná nechej zeptej pomoct vrať přines našel končíš
ahoj čau nazdar dobrý den dobré ráno dobrou noc dobře večer prosím děkuju děkuji díky promiň jasně ano jo určitě opravdu vážně asi bohužel škoda
hodně trochu málo víc méně líp skoro hned brzy později dnes dneska zítra včera ráno odpoledne pondělí úterý středu čtvrtek pátek sobotu neděli týden
měsíc rok let hodina hodinu hodin minut chvíli zase spolu rychle peníze peněz korun tisíc dvě tři čtyři pět šest sedm osm devět deset práce práci
šéf výplata byt bytu pokoj dům doma domů dítě děti máma táta bratr sestra kamarád kluk kluci holka lidi člověk pán paní zlato lásko auto autobus
vlak letiště lístek doklady smlouva doktor nemocnice policie klíče dveře ulice obchod telefon číslo zprávu fotku chleba mléko pivo kafe vodu jídlo zima
taky tak tohle tomhle žádný žádné proto přece prostě fakt kvůli podle
a i k ke s se z ze v ve na nad pod před při po do od pro bez mezi za u o tom toho tomu těch těm tím této téhle tahle tenhle tudy odkud kam kudy pak nikdo nic nikam ničeho
jaké jakou jakej kterou kterého čeho čemu koho komu kým naše vaše jejich svou svého svoje mou tvou mého tvého nejsem nejsi není nejsou nebyl nebyla bych bys bychom
by byste bude nebude nebudu mohl mohla mohli mohou musel měl měla měli neměl chtěl chtěla věděl neví děláme děláte dělají udělal dělal půjdu půjdeme jel jela
jedu jedeš jede jedeme přijet přijel přijela přišli odešel odjel vrátil vrátím vrátit zůstaň sedí stojí stojím ležím bydlím bydlíš bydlí vzal vzala beru bereš koupil koupila
prodám prodej stojí platí zaplatil platit dostal dostala dostanu našla nashledanou mluvím mluvíš slyšel slyšela viděla vidíš chápu vidět slyšet čekat čeká čekáme začíná končí
pomůžeš pomůžu sejdeme sejít uvidíme ozvu ozvi psal psala napsal volala zavolám řeknu řekneš nevadí omlouvám pozor pomalu rychlejší lepší horší dobrý špatný špatně velký malý
nový nová nové starý hezký krásný krásná unavený unavená nemocný nemocná hotovo volný volná zadarmo levně draho daleko blízko venku uvnitř nahoře dole vlevo vpravo rovně pryč zpátky
pořád stále skoro úplně vůbec někdy občas často znovu zrovna právě přesně kolem skrz kde když ačkoli zatímco jestli aby abych abys zda ani buď oba obě druhý první poslední další
příští minulý celý celou půl hlava hlavu bolí ruce oči srdce srdíčko miláčku broučku kámo vole ty vole kurva sakra hele heleď helé prý nějak nějaký nějaké nějakou takový taková takové
člověče chlap chlapi ženská ženy muž dítěte rodiče rodina babička děda strejda teta syn dcera cesta cestu město vesnice nádraží zastávka patro schody okno stůl postel pračka lednice
oblečení boty bunda počasí prší sníh vítr teplo horko vánoce narozeniny narozeninám svátek zdraví štěstí všechno nejlepší měj hezký víkend pohodě šlo jde
`;
