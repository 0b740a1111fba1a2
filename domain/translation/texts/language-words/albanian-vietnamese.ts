/** As for Hungarian and Romanian, of Albanian (with much of what is said in Kosovo) and of Vietnamese, whose words are syllables. */
export const ALBANIAN = `
e i të së një dhe edhe në me për nga te tek ka kam ke kemi keni kanë kisha kishte është jam je jemi jeni janë isha ishte ishin ishim qenë
do duhet mund s nuk mos jo po ose apo por nëse sepse pse se që kur ku si sa kush kujt kë cili cila cilën cilat çfarë çka ç qysh deri pa mbi nën
para pas afër larg brenda jashtë lart poshtë këtu aty atje andej këtej tani tash atëherë gjithë gjithmonë kurrë asnjë asgjë askush
askënd dikush diçka ndonjë ndoshta çdo secili tjetër tjera vetë vetëm shumë shum pak më mirë keq keqe madh vogël i re vjetër bukur lirë shtrenjtë
unë ti ai ajo ne ju ata ato mua mu ty atij asaj neve juve atyre im ime imi tim time yt jote tënd tënde ynë jonë tij saj tyre joni këtë këta këto
ky kjo atë asaj kësaj këtij u ia ta ma t'i m'i na ju jua jam
bëj bën bëjmë bëre bërë bëra bëni bëri bëhet bo bone bohet boj them thotë thua thashë tha thanë thuaj thuj the dua duan do desha dashur di din dinë
e di dij dija mundem s'mundem munda mundesh mundet vij vjen vjell vini vijnë erdha erdhe erdhi erdhën ardhur hajde hajt eja ejani shkoj shkon
shkojmë shkova shkove shkoi shko shkojnë ik ikim ika iki ikën iku kthehem kthehesh kthehu mbërrita arrij arrijmë arrin punoj punon punojmë punova punoni
paguaj paguan pagove paguajnë pagoi pagu jap jep japin dhashë dha dhanë dhe jepi jepe marr merr marrë marrim mora more mori merre merri moren bler
blej blen bleva ble shes shet shitet sjell sjelli solli çoj çon çova çoje dërgo dërgoj dërgova dërgoje nis nisa niset nisem shkruaj shkrova shkruan
flas flet flasim fola fol foli bisedojmë pres pret prisni prit prita presim shoh sheh pashë pe shofim shiko shikoj shif dëgjo dëgjoj ndihmo ndihmoni
rri rrij rrini fle flej fjete fjeti fjetja zgjohem zgjova zgjohu ha ham hani hëngre ngrënë pi pimë piva besoj beson mendoj mendova kuptoj kuptova
harrova kërkoj kërkon kërkova gjej gjeta gjete gjeti hap hapet mbyll mbyllur mbaro mbaroi mbarova mbarosh fillon filloj vazhdo lere lëre lerme
lodhur sëmurë smut mërzit mërzitur zot zoti inshalla mashalla vallahi wallahi
tung tungjatjeta përshëndetje mirëmëngjes mirëdita mirëmbrëma natën ckemi çkemi tkam falemnderit faleminderit flm rrofsh shëndet urime urimet gëzuar kujdes
lutem lutemi fal falni fatkeqësisht mjaft rregull okej mirë ashtu kështu kshu pra hë ore mor more bre o lal lali plak plako burrë shpirt zemër zemra dashuri
dashura dashur e dashur xhan sot nesër dje pasnesër sonte mbrëmë mëngjes mëngjesin darkë drekë drekojmë natë nata natën ditë dita ditën javë java javën
muaj vit vite vjet ora orë orën oren minuta minuta hënën martën mërkurën enjten premten shtunën dielën hënë martë mërkurë enjte premte shtunë diel
lekë lek para paund euro mijë qind dy tre tri katër pesë gjashtë shtatë tetë nëntë dhjetë njëzet tridhjetë punë puna punën punes rrogë rroga shef shefi
pronari shtëpi shtëpia shpi shpia dhomë dhoma qira qiraja kati derë dera derën çelës çelësin makinë makina makinën furgon autobus autobusi avioni aeroport
aeroporti biletë biletën pasaportë pasaporta pasaporten letra letrat dokumente telefon telefoni telefonin numër numri numrin adresa mesazh mesazhi mesazhin
foto spital doktor doktori polici policia shkollë dyqan bukë ujë qumësht kafe birrë cigare ushqim ushqimi djalë djali djem djema vajzë vajza cun goca gocë
çun vëlla vëllai vlla vllai vllaqko vëllezër motër motra babi baba mami nëna nana nëna gjyshi gjyshja fëmijë fëmijët burri gruaja nusja shok shoku shokët
shoqja njeri njeriu njerëz veta shqip shqiptar anglisht emër emri fjalë gjë gjëra vend vendi rrugë rruga problem ftohtë ngrohtë borë shi bie qejf nxehtë
kokë koka dhemb uri dashke ishalla prap prapë përsëri akoma ende sapo menjëherë shpejt shpejto vonë herë here shpesh përpara pastaj mandej gjatë rreth
bashkë sidomos veç njësoj ndryshe vërtet vërtetë seriozisht normal patjetër s'ka ska skam ske s'di sdi ça ca cfare kqyr qka qa knej nal nalt
`;

export const VIETNAMESE = `
và là của có không cho được người trong này đã với một các những đó đi làm ra về rồi thì mà ở từ khi nhưng cũng như nếu vì nên hay hoặc
đang sẽ vẫn còn chưa hết mới vừa lại nữa luôn quá lắm rất thật hơi cả mỗi mọi nhiều ít hơn nhất vậy thế nào sao gì ai đâu bao giờ mấy nhiêu
tại bởi để theo bằng đến tới vào lên xuống qua sang trên dưới ngoài trước sau giữa gần xa đây kia ấy đấy đó
tôi em anh chị mình bạn nó họ chúng ta cô chú bác ông bà con cháu mày tao mẹ ba bố má vợ chồng thằng đứa bé
ăn uống ngủ dậy chơi nói hỏi biết hiểu nghe thấy nhìn xem coi muốn cần phải nên thích yêu thương nhớ quên ghét sợ lo nghĩ tin chờ đợi gặp gọi nhắn gửi
nhận lấy mua bán trả thuê mượn vay chở đón đưa mang cầm để giữ mở đóng khóa bật tắt tìm kiếm thử giúp đỡ xong bắt đầu nghỉ học dạy sửa rửa nấu khóc cười
chạy ngồi đứng nằm mất chết sống bị bệnh đau ốm mệt khỏe đói khát buồn vui giận bận rảnh lạnh nóng mưa nắng tuyết trời đất
tốt xấu đẹp hay dở ngon rẻ đắt lớn nhỏ to cao thấp dài ngắn mới cũ nhanh chậm sớm muộn đúng sai khó dễ đủ thiếu trắng đen đỏ xanh vàng hồng màu
dạ vâng ừ ờ ạ à nhé nha nhỉ hả hở đấy đi thôi chứ mà ơi này kìa ôi chà
hôm nay mai qua kia sáng trưa chiều tối đêm khuya giờ phút ngày tuần tháng năm thứ hai ba tư bốn sáu bảy tám chín mười chủ nhật lúc nãy lát tí chút
tiền lương bảng đồng trăm nghìn ngàn triệu nợ phí giá việc công tiệm nail thợ khách bột chủ nhà phòng cửa xe máy đường phố tàu bay vé sân hộ chiếu giấy tờ
điện thoại mạng số địa chỉ hình ảnh tên tuổi nước cơm phở bánh mì cà phê trà sữa bia rượu thuốc rau thịt cá trứng chợ siêu thị trường bệnh viện bác sĩ
cảnh sát công an luật sư ngân hàng tài khoản chuyện chuyển thời gian chỗ nơi cái chiếc mấy đồ quần áo giày tay chân đầu lưng mắt
xin chào cảm ơn lỗi chúc mừng sinh tạm biệt hẹn chắc chắn đừng khỏi thôi kệ ngay liền gấp vội cùng nhau riêng chung tự hết sạch
việt nam anh tiếng nước ngoài quê tết cưới đám chùa hàng
ko k dc đc r j vs ntn bn nhìu iu zậy hok hông hong thui uh um oke z
`;
