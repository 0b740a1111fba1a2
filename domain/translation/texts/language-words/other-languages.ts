/** Words that tell other languages in Latin letters from those that are looked for most; few, for statistics do the rest. */
export const SPANISH = `
el la los las un una unos de del a al en y que no es por con para su se lo como más pero sus le ya o este sí porque esta esto entre cuando muy sin sobre también
me hasta hay donde dónde quien quién desde todo nos todos uno les ni ese eso esa yo tú él ella nosotros ellos mi mis tu tus qué cómo cuándo cuánto soy eres somos son estoy
estás está estamos están era fue tengo tienes tiene tenemos tienen puedo puedes puede quiero quieres quiere voy vas va vamos van vengo vienes viene ven hago haces
hace hacer digo dices dice dime sé sabes sabe veo ves llama llámame llego llegas espera hola buenos buenas días tardes noches gracias favor perdón vale bueno buena bien mal
mañana hoy ayer ahora luego después siempre nunca nada algo alguien nadie aquí allí dinero trabajo casa coche hermano hermana madre padre hijo amigo gente hombre mujer
mucho poco amor cariño tío hasta luego euros lunes martes miércoles jueves viernes sábado domingo semana hora estas haciendo estar
`;

export const ITALIAN = `
il lo la i gli le un uno una di del della dei da dal in nel con su per tra fra e che non è si no ma se come anche più perché quando dove chi cosa quanto quale questo
questa quello quella io tu lui lei noi voi loro mi ti ci vi mio mia tuo tua suo sua sono sei siamo siete ho hai ha abbiamo hanno avere essere faccio fai fa fare vado vai
va andiamo vengo vieni viene posso puoi può voglio vuoi vuole devo devi deve so sai sa dico dici dice vedo vedi chiama chiamami aspetta ciao buongiorno buonasera
buonanotte grazie prego scusa scusami bene male bello bella buono molto poco troppo tutto tutti niente qualcosa nessuno oggi domani ieri stasera adesso ora dopo prima
sempre mai qui qua casa lavoro soldi macchina fratello sorella mamma amico amore gente uomo donna lunedì martedì mercoledì giovedì venerdì sabato domenica settimana
allora quindi però già ancora anche dove sei stai sto sta fatto detto che fai
`;

export const FRENCH = `
le la les un une des du de à au aux et en est que qui dans pour pas ne plus sur se ce il elle je tu on nous vous ils elles me te lui leur mon ma mes ton ta tes son sa ses notre
votre c'est j'ai t'es d'accord qu'est n'est suis es sommes êtes sont ai as a avons avez ont était fait fais faire vais vas va allons vont viens vient peux peut veux veut dois
doit sais sait vois dis dit appelle attends où quand comment pourquoi combien quoi avec sans mais ou donc car si comme très trop bien mal tout tous rien quelque quelqu'un
personne aujourd'hui demain hier maintenant après avant toujours jamais ici là bonjour bonsoir salut merci plaît pardon oui non bon bonne argent travail maison voiture frère
soeur mère père ami amour gens homme femme lundi mardi mercredi jeudi vendredi samedi dimanche semaine heure chez ça cest jai tes pas mdr stp slt
`;

export const GERMAN = `
der die das den dem des ein eine einen einem einer und in zu ist nicht ich du er sie es wir ihr mich dich mir dir ihm ihn uns euch mein meine dein deine sein seine unser
von mit auf für an bei nach aus um über vor bis durch ohne auch noch schon nur so wie was wer wo wann warum wieviel welche wenn aber oder denn weil dass doch mal ja nein
bin bist sind seid war waren hab habe hast hat haben hatte wird werden kann kannst können muss musst müssen will willst wollen soll mag möchte weiß weißt mache machst macht
machen gehe gehst geht gehen komme kommst kommt kommen komm sage sagst sagt sagen sehe siehst warte ruf schreib hallo guten morgen tag abend nacht gute danke bitte
entschuldigung tschüss gut schlecht viel wenig sehr ganz alles alle etwas nichts jemand niemand heute morgen gestern jetzt dann später immer nie hier da dort geld arbeit
haus wohnung auto bruder schwester mutter vater freund leute mann frau montag dienstag mittwoch donnerstag freitag samstag sonntag woche uhr stunde gerade zuhause
`;

export const PORTUGUESE = `
o a os as um uma de do da dos das em no na nos nas e que não é por com para se mais mas como já ou porque também até há onde quem desde tudo todos eu tu você ele ela nós
vocês eles meu minha teu tua seu sua isso isto esse esta este aqui ali agora depois sempre nunca nada algo alguém ninguém quando quanto qual sou és somos são estou estás está
estamos tenho tens tem temos têm posso pode quero quer vou vais vai vamos vão venho vem faço faz fazer digo diz sei sabe vejo vê olá oi bom boa dia tarde noite obrigado obrigada
desculpa favor bem mal muito pouco hoje amanhã ontem dinheiro trabalho casa carro irmão irmã mãe pai filho amigo gente homem mulher segunda terça quarta quinta sexta sábado
domingo semana hora tudo bem beijos cara valeu você vc tá pra
`;

export const DUTCH = `
de het een en van ik je jij hij zij ze wij we jullie u te dat die in is niet op aan met als voor er maar om hem dan zou of wat mijn dit zo door over bij ook tot uit naar heb
hebt heeft hebben ben bent zijn was waren kan kun kunnen moet moeten wil wilt willen ga gaat gaan kom komt komen doe doet doen weet zeg zegt zien zie bel wacht waar wanneer wie
waarom hoeveel hoe hallo hoi goedemorgen goedenavond bedankt dank alsjeblieft sorry goed slecht veel weinig heel alles iets niets iemand niemand vandaag morgen gisteren nu
later altijd nooit hier daar geld werk huis auto broer zus moeder vader vriend mensen man vrouw maandag dinsdag woensdag donderdag vrijdag zaterdag zondag week uur nog wel geen
`;

export const TURKISH = `
bir ve bu da de ne için ben sen o biz siz onlar bana sana ona bize size beni seni onu benim senin onun var yok çok ama gibi daha kadar ile mi mı mu mü değil evet hayır ne nasıl
nerede nereye neredesin nereden zaman kim neden niye kaç hangi şu burada orada şimdi sonra önce hep hiç bugün yarın dün akşam sabah gece iyi kötü güzel tamam selam merhaba
günaydın teşekkür ederim ederiz teşekkürler lütfen özür dilerim geliyorum geliyor geliyorsun gel gelme gidiyorum git gidelim yapıyorsun yapıyorum yap yapma biliyorum bilmiyorum istiyorum
söyle dedi ara arıyorum bekle bak para iş ev eve evde araba abi abla kardeş kardeşim anne baba arkadaş insan adam kadın pazartesi salı çarşamba perşembe cuma cumartesi pazar
hafta saat dakika seni seviyorum canım hadi artık belki şey oldu olur oldum değilim varsa
`;

export const LITHUANIAN = `
ir į ne yra kad su bet tai kaip aš tu jis ji mes jūs jie man tau jam jai mums jums mane tave kas ko kur kada kodėl kiek koks kokia čia ten dabar paskui visada niekada niekas
kažkas viskas visi dar jau arba jei nes tik buvo bus būti esu esi esame turiu turi galiu gali reikia noriu nori žinau žinai darau darai einu eini ateik atvažiuok laukiu palauk
sakė pasakyk skambink parašyk duok imk pirk ieškau matau girdi galvoju myliu labas sveikas sveika rytas diena vakaras labanakt ačiū prašau atsiprašau gerai taip tikrai labai
daug mažai šiandien rytoj vakar vakare savaitė pirmadienis penktadienis šeštadienis valanda pinigai pinigų darbas darbo namo namuose namai vaikas mama tėtis brolis sesė žmogus
mašina iki nuo pas per prie už kur esi
`;

export const LATVIAN = `
un ir ne ka ar bet tas kā es tu viņš viņa mēs jūs viņi man tev viņam mums jums mani tevi kas ko kur kad kāpēc cik kāds kāda šeit tur tagad pēc vienmēr nekad neviens nekas kaut
viss visi vēl jau vai ja jo tikai bija būs būt esmu esi esam varu vari vajag gribu gribi zinu zini daru dari eju ej nāc braukt gaidu gaidi teica pasaki zvani raksti dod ņem pērc
meklēju redzu dzirdi domāju mīlu sveiks sveika čau labrīt labdien labvakar paldies lūdzu piedod labi jā tiešām ļoti daudz maz šodien rīt vakar vakarā nedēļa pirmdien piektdien
sestdien stunda nauda naudu naudas darbs darbā mājās māja bērns mamma tētis brālis māsa cilvēks mašīna līdz no pie uz
`;
/** Greek and Arabic as they are typed in Latin letters. */
export const GREEKLISH = `
kai den einai tha na to ti tin ton tou tis sto sti apo gia me se pou pos ti pote giati poso poios egw ego esy esi aftos auto edw edo ekei tora twra meta panta pote tipota kati kapoios
ola oloi akoma alla an mono mou sou tou mas sas eimai eisai einai imoun exw exo exeis exei mporo mporw mporeis prepei thelw thelo theleis ksero xero xereis kano kaneis pao pas pame ela
erxomai perimene pes leei pare steile dose doulia spiti lefta kalimera kalinyxta kalispera geia yassou efxaristo efharisto parakalo signomi kala poly poli ligo simera avrio
xthes vradi mana pateras adelfe adelfi file malaka re filaki filakia vlepo milame
`;
