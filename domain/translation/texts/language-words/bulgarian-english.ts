/** As for Hungarian and Romanian, of Bulgarian, whose Latin spellings follow from its letters, and of English. */
export const BULGARIAN = `
и в във с със на да не се е са съм си сме сте от за по до при през пред под над без между към около след преди като как какво кой коя кое кои
кого кога къде накъде откъде защо колко какъв каква какви чий този тази това тези тоя тая туй тия онзи онази онова онези такъв такава такова там тук тука
сега после тогава винаги никога никой нищо никого нещо някой някъде някога всичко всички всеки всяка друг друга друго други сам сама само вече още пак
ама но или ако че щото защото обаче дали ли нали бе де ма бре май може би та ами ето хайде айде аре аз ти той тя то ние вие те мен мене ме теб тебе те него
го нея я нас ни вас ви тях ги му ѝ им ми ти си мой моя мое мои твой твоя твое неговия наш наша ваш вашите моята твоята
бях беше бяхме бяха бъде бъди ще няма имам имаш има имаме имате имат нямам нямаш няма нямаме нямат имах нямах имало мога можеш може можем можете могат можах
трябва трябваше искам искаш иска искаме искате искат исках знам знаеш знае знаем знаете знаят правя правиш прави правим правите правят направи направих
направя отивам отиваш отива отида отиде отидох идвам идваш идва идваме идвате идват дойда дойдеш дойде дойдат дойдох ела елате иди тръгвам тръгваш тръгва
тръгнах тръгна прибирам прибираш прибера върна върни върнах чакам чакаш чака чакай чакайте казвам казваш казва казах каза кажи кажеш кажа казвай вика викам
говоря говориш говори говорим говорих звънни звъня звънна обади обадя обаждай обаждам пиша пиши пишеш писах напиши прати пратя пратих пращам изпрати давам
дава даваш дам даде дай дайте взема вземам вземе взимам взе взех вземи купя купи купих купувам продавам продава платя плати платиха плащат плаща плащам платил
търся търси търсят търсим намерих намеря намери виждам виждаш видя видях виж видиш гледам гледаш гледа гледай гледах чувам чуваш чу чух слушай слушам спя спиш
спи ям ядеш яде пия пиеш пием мисля мислиш мислех мисли разбирам разбра разбрах разбрахме помня забравих забравяй вярвам вярвай обичам обичаш обича харесва
харесваш липсваш ставам ставаш става стана работя работиш работи работим работят почвам почваш започвам свършиш свършвам свърших остави остана стои стой стига
оправя оправи помогна помогнеш помощ пусни излизам излез слизам слез влез влизам сложи донеса донеси нося качи запази пази питай питам отговаря отговори
лъже лъжат сърдиш тревожи притеснявай плаче боли спеша бързай побързай живея живееш жив
здравей здравейте здрасти привет добър добро ден утро вечер лека нощ чао довиждане моля благодаря благодарим мерси извинявай извинявайте извинете съжалявам окей
добре добра хубаво хубав супер браво разбира ясно точно наистина сигурно наред спокойно жалко много малко повече по-малко доста съвсем почти достатъчно бързо
бавно лесно трудно евтино скъпо евтин скъп нов нова ново нови стар стара голям голяма малък малка лошо лош зле уморен уморена гладен гладна болен болна
свободен свободна готов готова готово сериозно вярно честит честито рожден празник здраве здрав късмет целувки гушкам обич мила мило мил миличка скъпа
днес утре вчера довечера снощи вдругиден сутрин сутринта следобед обяд обед понеделник вторник сряда четвъртък петък събота неделя седмица седмици месец
месеца година години час часа минути минута веднага скоро рано късно
пари парите лев лева левове паунд паунда паундове евро стотинки сто двеста триста хиляди хиляда един една едно два две двама три трима четири пет шест седем
осем девет десет двайсет трийсет половин половината работа работата шеф шефа шефът заплата заплатата обект квартира квартирата къща вкъщи апартамент стая стаята
дете детето деца децата мама майка майко баща татко брат брата братле братче сестра сестрата мъж мъжа жена жената момче момчето момиче момичета син дъщеря баба
дядо приятел приятелка човек човека хора хората колега колата кола коли автобус автобуса влак самолет самолета летище летището билет билета паспорт паспорта
лична карта картата документи документите договор адрес адреса улица етаж врата вратата ключ ключа магазин магазина телефон телефона номер номера съобщение
снимка снимки сметка сметката банка лекар доктор болница болницата полиция полицията лекарства хляб мляко вода кафе кафето бира бири ядене яденето цигари
проблем проблеми нужда място места неща нещата време града студено топло дъжд сняг вали
мн кво тва тоз щом докато значи иначе затова заради според обичаш братко копеле майната мамка
чие нечие откакто където когато колкото каквото който която което които както толкова толкоз ей така тъй изобщо даже дори поне единствено почти горе долу вътре вън
отвън навън напред назад ляво дясно наляво надясно близо далеч далече оттам оттук дотам дотук понякога често рядко отдавна наскоро преди малко вече пак отново
беше бил била било били бъда бъдеш бъдат щях щеше щяха нека стига недей недейте мисля мислиш смятам чудя чудиш питаш питам отговарям реших решиш решаваш опитай опитам пробвай
започна започнахме свърши свършиха завърши спря спри спирам пътувам пътуваш пътува стигна стигнах стигнахме пристигнах пристига пристигаш закъснявам закъснявай закъснях връщам връщаш
живея живеем живеят седя седиш легна лягам събуди събудих събуждам облечи изкъпах ям ядох яли готвя готвиш пека пил пихме пуша пушиш играя играеш играем смея смееш плача
нося носиш донесе занеси мести местя премести отвори отворя отваря затвори затваря затварям отключи заключи включи изключи счупи счупих развали развалих изгубих губя скрих скрий изтрий
пипай пазя помагам помагаш излъга лъжеш обещавам обеща обещах разкажи разказа познавам познаваш запознах срещнах срещнем среща виждаме видим видим чухме чуем чуя усещам чувствам
бой бия бият удари удариха паднах падна кара карам караш караме паркирай намали спази поръчай поръчах харчи харча дължа дължиш дължи върнеш връщай заема заем вземеш вземат донесеш оправиш
хубава хубави добър красива красив умен тъп луд луда тъжен тъжна весел щастлив щастлива ядосан ядосана сърдит сърдита прав права виновен сигурен сигурна топъл студен мокър чист мръсен
цял цяла цяло първи първо втори второ трети последен последно следващ следваща миналата миналия другата другия едната единия бял черен червен син зелен жълт сив
котка куче кучето птица кон риба месо пиле яйца сирене кашкавал домати краставици картофи боб ориз супа салата баница ракия вино сок чай захар сол олио плодове
вода водата огън ток тока газ парно прозорец маса стол легло баня кухня тоалетна двор градина село селото граница границата държава българия англия германия град центъра пазар аптека църква
училище детска градина лято зима пролет есен слънце вятър януари февруари март април май юни юли август септември октомври ноември декември коледа великден
ръка ръце ръката крак крака главата глава очи сърце корем зъб зъби гръб кръв болест лекарство хапче температура грип аборт бременна
дрехи яке якето обувки маратонки чанта куфар пералня легло мобилен батерия батерията обхват нет нета парола картинка песен филм мач мача отбор
братовчед братовчедка леля чичо вуйчо племенник снаха зет тъща комшия комшийка гадже гаджето мъжете жените децата момчета момчето циганин българин българи англичанин хазяин хазяйката агенцията
`;

export const ENGLISH = `
i the a an to of and in is it you that he was for on are with as his they be at this have from or one had by but not what all were we when your can said
there use each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go
see no way could people my than first been call who its now find long down day did get come made may part me our us am an any because before after again
against always never ever every everyone everything everybody someone something somebody somewhere anyone anything anybody nothing nobody nowhere
where why whose whom while until till still just only also too very really quite much most few little lot lots bit enough already yet soon later early late
today tomorrow tonight yesterday morning afternoon evening night week weekend month year hour hours minute minutes mins monday tuesday wednesday thursday
friday saturday sunday last next here there over under off back away around behind between without through during since both another same such own else
don't doesn't didn't won't wouldn't can't couldn't shouldn't isn't aren't wasn't weren't haven't hasn't i'm you're he's she's it's we're they're i'll you'll
he'll she'll we'll they'll i've you've we've they've i'd you'd that's what's who's where's there's here's let's how's dont doesnt didnt wont cant isnt im
ill ive youre thats whats hes shes theyre id didnt couldnt wasnt havent lets theres wheres whos hows
know knows knew think thinks thought want wants wanted need needs needed does doing done going gone went goes coming came comes say says saying tell told tells
ask asked asking talk talking speak speaks give gave gives given giving take took takes taken taking put keep kept let leave left leaving stay stop start started
starts starting try trying tried help helping work works working worked play pay paid pays paying buy bought sell sold cost costs send sent sending bring brought
show turn turned meet met wait waiting waited call called calling ring rang text texted message reply answer pick picking drop drive driving drove walk run eat
eating ate drink drinking sleep sleeping slept wake awake feel feeling felt hear heard hearing watch watching seen saw looks looking looked seems found lost lose
forget forgot forgotten remember believe trust hope hopefully wish care worry worried mind sound sounds mean means happen happened wanna gonna gotta lemme
love loves hate miss missed sorry please thanks thank ta cheers hi hey hello hiya alright bye goodnight night welcome congratulations congrats happy birthday
christmas yes yeah yep yup nah nope maybe probably sure course okay fine good great nice cool brilliant lovely amazing bad better best worse right wrong true
busy free ready tired hungry sick ill pregnant old new young big small cheap expensive easy hard hot cold freezing late quick quickly slowly careful beautiful
pretty funny stupid crazy mad angry sad scared serious seriously actually obviously definitely absolutely anyway though although however instead whatever
money cash pounds quid pound grand tenner fiver rent deposit bills job boss shift wage wages bank account card house home flat room rooms place door key keys
street road car van bus train taxi flight airport ticket passport papers doctor hospital police school shop phone number address photo picture pics pic
mum mom dad mother father brother sister son daughter wife husband girl girls boy boys guy guys man men woman women kid kids baby friend friends mate mates
babe hun darling dear love bro sis lad lads bloke somebody family cousin neighbour landlord
food dinner lunch breakfast tea coffee milk bread water beer party church match game team weather rain raining snow sun
three four five six seven eight nine ten twenty thirty hundred thousand half both
u ur r y wot wat thx tnx pls plz tmrw tomoz tmr 2day 2nite 2moro gr8 m8 l8r b4 idk idc tbh ngl omg wtf smh brb btw imo asap lmao rofl nvm hmu wyd wbu ily innit
cos cuz coz bc dunno kinda sorta ain't aint yous ya yall nite luv xoxo np fs defo deffo soz yh
won win lose open close closed shut broken stuff thing things someone's anyone's everyone's maybe myself yourself himself herself ourselves themselves
should must might shall able being having getting got gets letting using made making
`;
