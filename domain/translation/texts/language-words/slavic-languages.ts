/** Words that tell other languages with the same letters from those that are looked for most; few, for statistics do the rest. */
export const RUSSIAN = `
и в во не на я он она оно мы вы они что как это этот эта эти то та тот все всё всех ещё еще уже нет да так но или если чтобы потому где когда кто кого чего
почему зачем сколько какой какая какие куда откуда тут там здесь сейчас потом тогда всегда никогда никто ничего что-то кто-то меня мне тебя тебе ты его ему
её ей нас нам вас вам их им мой моя моё мои твой твоя твои наш ваш свой себя был была было были будет будешь буду есть нету могу можешь может можем можно нужно
надо нельзя хочу хочешь хочет хотел знаю знаешь знает делаешь делать сделай сделал иду идёшь идет пойдем приду придешь приедешь приеду еду поехали пришел жду
ждешь подожди скажи сказал сказала говорит говорю говорить позвони звони звонил позвоню напиши пиши писал отправь скинь дай давай дам взял возьми купи купить
заплати платить ищу нашел вижу видел смотри слышишь слушай сплю спишь думаю думаешь понимаю понял забыл люблю любишь скучаю работаю работаешь работает работать
привет здравствуйте здравствуй доброе утро добрый день вечер спокойной ночи пока спасибо пожалуйста извини извините прости хорошо ладно конечно точно наверное
жаль очень много мало больше меньше быстро сегодня завтра вчера утром вечером понедельник вторник среда четверг пятница суббота воскресенье неделя неделю месяц
год час часов минут скоро поздно рано деньги денег рублей тысяч работа работу квартира квартиру дома домой ребенок дети мама мать отец брат сестра муж жена
друг друзья человек люди машина машину автобус поезд самолет билет паспорт документы адрес дверь ключи телефон номер сообщение фото врач больница полиция
один два три четыре пять шесть семь восемь девять десять привет дела какая чё ща норм только тоже без для при под про через после перед
`;

export const UKRAINIAN = `
і в у не на я він вона воно ми ви вони що як це цей ця ці те той та все всі ще вже ні так але або якщо щоб тому бо де коли хто кого чого чому навіщо скільки
який яка які куди звідки тут там зараз потім тоді завжди ніколи ніхто нічого щось хтось мене мені тебе тобі ти його йому її їй нас нам вас вам їх їм мій моя
моє мої твій твоя твої наш ваш свій себе був була було були буде будеш буду є немає нема можу можеш може можемо можна треба потрібно хочу хочеш хоче знаю знаєш
роблю робиш робити зроби йду йдеш прийду прийдеш приїдеш їду поїхали чекаю чекай скажи сказав сказала каже говорити подзвони дзвони напиши пиши надішли скинь
дай давай взяв візьми купи купити заплати шукаю знайшов бачу бачив дивись чуєш слухай сплю спиш думаю розумію зрозумів забув люблю кохаю сумую працюю працюєш
працює працювати привіт доброго ранку добрий день вечір надобраніч дякую дуже прошу вибач вибачте добре гаразд звичайно мабуть шкода багато мало більше швидко
сьогодні завтра вчора вранці ввечері понеділок вівторок середа четвер п'ятниця субота неділя тиждень місяць рік година годин хвилин скоро пізно рано гроші
грошей гривень тисяч робота роботу квартира вдома додому дитина діти мама тато брат сестра чоловік дружина друг люди машина автобус поїзд літак квиток паспорт
документи адреса двері телефон номер повідомлення лікар лікарня поліція для після через тільки теж
`;

/** Serbian and Macedonian in their own letters. */
export const SERBIAN = `
и у на да не се је сам си смо сте су од за по до при са шта како где када ко кога зашто колико који која које овај ова ово тај та то овде тамо сада сад после
увек никад нико ништа нешто неко све сви још већ али или ако јер само мене тебе њега њу нас вас њих ми ти му јој им мој твој наш ваш био била било били бити
ћу ћеш ће ћемо могу можеш може морам мораш хоћу хоћеш хоће знам знаш зна радим радиш ради идем идеш иде дођи дођем доћи чекам чекај кажи каже рекао зови пиши
пошаљи дај узми купи тражим видим видиш чујеш мислим волим здраво ћао добро јутро дан вече лаку ноћ хвала молим извини важи наравно стварно много мало данас
сутра јуче вечерас недеља понедељак уторак среда четвртак петак субота сат минута паре новац посао кући кућа дете мајка отац брат сестра човек људи кола
`;

export const MACEDONIAN = `
и во на да не се е сум си сме сте од за по до при со што како каде кога кој кого зошто колку која кое овој оваа ова тој таа тоа тука таму сега потоа секогаш
никогаш никој ништо нешто некој сè сите уште веќе но или ако дека затоа само јас ти ние вие тие мене тебе него неа нас вас нив ми му ѝ им мој твој наш ваш
бев беше бевме беа ќе нема имам имаш има можам можеш може морам треба сакам сакаш сака знам знаеш знае правам правиш одам одиш доаѓам дојди чекам чекај кажи
рече зборувам јави пиши прати дај земи купи барам гледам слушам мислам разбирам љубам здраво добро утро ден вечер ноќ благодарам фала те молам извини добро
секако навистина многу малку денес утре вчера вечерва недела понеделник вторник среда четврток петок сабота час минути пари работа дома куќа дете мајка татко
брат сестра човек луѓе кола
`;

/** Croatian, Serbian and Bosnian in Latin letters, which a short message does not tell apart; and Slovene. */
export const CROATIAN = `
i u na da ne se je sam si smo ste su od za po do pri sa s k što šta kako gdje gde kada kad tko ko koga zašto koliko koji koja koje ovaj ova ovo taj ta to ovdje
tamo sada sad poslije posle uvijek nikad nitko ništa nešto netko sve svi još već ali ili ako jer samo mene tebe njega nju nas vas njih mi ti mu joj im moj tvoj
naš vaš bio bila bilo bili biti ću ćeš će ćemo ćete mogu možeš može možemo moram moraš mora hoću hoćeš hoće želim znam znaš zna radim radiš radi idem ideš ide
dođi dođem doći čekam čekaj reci kaže rekao zovi zovem piši pošalji daj uzmi kupi kupio platiti tražim vidim vidiš čuješ mislim razumijem volim zdravo bok ćao
dobro jutro dobar dan večer laku noć hvala molim oprosti izvini važi naravno stvarno puno mnogo malo danas sutra jučer juče večeras tjedan nedelja ponedjeljak
utorak srijeda četvrtak petak subota nedjelja sat sati minuta novac pare posao kući kuća stan dijete djeca majka otac brat sestra čovjek ljudi auto kola imam
imaš ima nemam nemaš nema treba gdje kuda odakle nije nisam nisi jesam jesi jeste kod ovde bre brate čoveče mala mali
ga ih njim njom njima sebe se svoj svoje svoja moja moje moji tvoja tvoje naša vaša njegov njezin njihov kojoj kojem kojeg čega čemu kome kim onaj ona ono oni one takav takva ovako tako
onako nekako nekad ponekad odmah brzo polako kasno rano ranije kasnije opet ponovo jos samo baš bas zato zbog iako dok čim otkad dokle dakle znači znaci naime ipak možda mozda sigurno
valjda nažalost šteta steta super okej zar nego čak skoro gotovo oko između ispod iznad ispred iza pored bez preko kroz prema protiv umjesto nakon pre prije tokom tijekom
bih bi bismo nismo niste nisu neću nećeš neće nećemo nemamo nemaju imamo imaju imao imala mogao mogla mogli moći moraju trebam trebaš trebao hteo htio htjela htela želiš želi znamo zna znaju
radio radila radimo raditi rade idu idemo ići otišao otisao išao dolazim dolaziš dolazi došao dosao došla doslo doći vraćam vratio vrati čekao čekamo rekla rekli reći kažem kažeš pričati pričao
pričamo govori govorim zvao zvala javi javim javio pisao napisao poslao poslala šaljem dao dala dajem dati uzeo uzela kupiti prodajem platio plaća košta kosta tražio našao nasao video vidio vidimo
gledam gledaš gledao čujem čuo slušam slušaj mislio razumiješ razumeš zaboravio zaboravila sjećaš bojim voliš voli nedostaješ sviđa spavam spavaš spava jesti jedem piti pijem živim živi
ustajem radiš stan stanu soba sobu kuća kuće kuću vrata ključ ključeve ulica ulici grad gradu selo škola škole posla poslu šef šefe plata plaća gazda novca eura kuna dinara
muž žena ženu sin kćer kći sestru brata mama tata baba deda djed prijatelj prijatelja drug druže ljudi čoveka čovjeka djevojka devojka momak dečko dete deca deco
lijepo lepo dobra dobro dobri loše lose velik veliki mali novo nova novi star stari umoran umorna bolestan gladan spreman skupo jeftino sretan srećan rođendan zdravlje poljubac
jedan jedna dva dvije dve tri četiri pet šest sedam osam devet deset sto hiljada tisuća drugi prvi treći sljedeći prošli cijeli ceo
`;

export const SLOVENE = `
in v na da ne se je sem si smo ste so od za po do pri s z k kaj kako kje kdaj kdo koga zakaj koliko kateri katera ta to tam tukaj zdaj potem vedno nikoli nihče
nič nekaj nekdo vse vsi še že ampak ali če ker samo jaz ti on ona mi vi oni mene tebe njega nas vas moj tvoj naš vaš bil bila bilo bili biti bom boš bo bomo lahko
moram hočem hočeš rad imam imaš ima nimam nimaš nima vem veš ve delam delaš dela grem greš gre pridi pridem čakam povej pravi rekel pokliči piši pošlji daj vzemi
kupi iščem vidim vidiš slišiš mislim razumem ljubim zdravo živjo dobro jutro dober dan večer lahko noč hvala prosim oprosti seveda res zelo malo danes jutri
včeraj nocoj teden ponedeljek torek sreda četrtek petek sobota nedelja ura minut denar delo doma hiša stanovanje otrok mama oče brat sestra človek ljudje avto
`;
