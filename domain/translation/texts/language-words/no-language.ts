/** What says nothing of a language, for people of all languages write it. Without signs, in small letters. */
export const WORLDWIDE = `
ok oke okay okey okk kk haha hahaha hahah hehe hihi hah heh lol lool xd xdd hm hmm mm mmm mhm aha ah ahh oh ooh ohh oho uh uhh eh ooo ow wow uau wau ej hej ops oops
taxi taxi hotel wifi whatsapp whatsap viber facebook messenger instagram insta tiktok telegram snapchat zalo skype google gmail youtube paypal revolut western union moneygram
visa iban pin sim sms mms gps app apk pdf email mail online offline net selfie video audio radio tv laptop iphone samsung nokia android bluetooth usb
super bravo stop pizza kebab burger cola coca bar pub club disco party bank euro euros eur gbp usd cash boss job cool bus auto top max mini extra final
xx xxx x hello helo halo alo allo ciao no da si mama papa tata app media null
lidl tesco aldi asda morrisons primark ikea amazon ebay ryanair wizz wizzair easyjet ford bmw audi vw golf passat pasat skoda mercedes transit vivaro sprinter opel toyota
london londra londyn londra londres norwich norfolk suffolk ipswich cambridge peterborough luton stansted heathrow gatwick stevenage manchester birmingham liverpool leeds
glasgow dover calais kent essex anglia england uk paris berlin wien roma madrid milano budapest bucuresti bucharest sofia tirana tirane pristina hanoi saigon warszawa
krakow katowice bratislava kosice praha beograd istanbul plovdiv varna burgas ruse iasi cluj suceava bacau durres vlore shkoder debrecen miskolc pest
road street mill station kings high north south east west park lane m25 a47 fc arsenal chelsea barcelona real juventus
`;

/** Given names that many phones hold; a message that is only a name is of no language. As above. */
export const NAMES = `
maria mary marie mariana marina elena helena ioana joana ana anna anne andreea andrea cristina kristina christina krisztina alexandra aleksandra daniela gabriela mihaela
georgiana raluca simona alina camelia denisa bianca larisa nicoleta roxana oana loredana monika monica petra eva ewa julia iulia yulia nina diana irina ivana ivanka katarina
katarzyna katalin erzsebet ilona zsuzsa zsuzsanna judit agnes ildiko erika aniko edit timea zsofi zsofia reka nora dora eszter vivien agnieszka barbara basia malgorzata gosia magda
magdalena joanna asia zofia zosia teresa krysia krystyna danuta jadwiga halina irena beata marta dorota iwona zaneta paulina natalia victoria viktoria desislava tsvetelina radka
stefka gergana silvia teodora milena ralitsa vanya vania neli snezhana fatmire valbona elira mimoza teuta blerta arta drita shpresa besa ardita zana lan hoa huong linh trang thao
hanh phuong thuy ngoc nhung quynh tuyet lucia jana zuzana martina michaela mirela gigi dana dani niki viki
andrei alexandru alex ion ioan gheorghe george vasile nicolae nicu mihai constantin stefan cristian cristi florin marian ionut daniel gabriel gabi adrian adi marius bogdan catalin
razvan sorin petru costel iulian lucian ovidiu valentin vali viorel laszlo laci istvan pista jozsef joska janos jani zoltan zoli sandor sanyi gabor gabi ferenc feri attila peter
peti tamas tomi zsolt zsolti tibor tibi andras csaba imre lajos gyuri gyula mihaly karoly karcsi robert robi david adam adi krisztian gergo bence piotr piotrek krzysztof krzysiek
andrzej tomasz tomek tomas jan janek jano pawel michal marcin marek martin jakub kuba stanislaw lukasz lukas grzegorz mateusz wojtek mariusz dariusz darek zbigniew jerzy maciej rafal kamil szymon
slawek jarek waldek zenek wiesiek ivan georgi gosho dimitar dimitur mitko nikolay nikolai niki petar petur hristo yordan todor vasil aleksandar stoyan plamen krasimir tsvetan boyan
kiril asen rumen zahari angel kaloyan yanko arben agim besnik fatos gjergj ilir luan valon ylli kreshnik flamur genc genci hung dung tuan minh duc hai long nam quan
thang trung dat jozo jozko jozef juraj milan miro peto vlado dusan ondrej john james dave mark mike tom steve chris karen sarah emma kate lee gary paul novak petrova nagy
`;
