package decode

import (
	"strings"
	"unicode"
)

// profile says how text in an encoding looks.
type profile struct {
	name     string // canonical, as package charset has it
	wide     bool   // characters of several bytes
	rare     bool   // few pages are in it
	scripts  []*unicode.RangeTable
	frequent string          // characters
	all      bool            // all letters count as frequent, since it is not known which are
	words    map[string]bool // with a character in them that is not ASCII
}

// profiles are the encodings that are tried when nothing else is declared.
// Where two read the same, the first is taken.
var profiles = []*profile{
	{name: "windows-1252", scripts: latin, frequent: "éèàêçâîôûëïùüöäßñóíáúãõåæøðþœ", words: words(western)},
	{name: "windows-1250", scripts: latin, frequent: "ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîșţşđ", words: words(central)},
	{name: "iso-8859-2", scripts: latin, frequent: "ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîșţşđ", words: words(central)},
	{name: "iso-8859-15", scripts: latin, frequent: "éèàêçâîôûëïùüöäßñóíáúãõåæøðþœšž", words: words(western)},
	{name: "windows-1251", scripts: cyrillic, frequent: "оеаинтсрвлкмдпуыьяіїєґў", words: words(eastern)},
	{name: "koi8-r", scripts: cyrillic, frequent: "оеаинтсрвлкмдпуыья", words: words(eastern)},
	{name: "windows-1256", scripts: arabic, frequent: "اليمنورتبدسعةهفكحقأپچکگی", words: words(arabicWords)},
	{name: "gb18030", wide: true, scripts: han, frequent: simplified + wideSigns},
	{name: "big5", wide: true, scripts: han, frequent: traditional + wideSigns},
	{name: "euc-jp", wide: true, scripts: japanese, frequent: kana + kanji + wideSigns},
	{name: "shift_jis", wide: true, scripts: japanese, frequent: kana + kanji + wideSigns},
	{name: "euc-kr", wide: true, scripts: korean, frequent: hangul + wideSigns},
	{name: "iso-2022-jp", wide: true, scripts: japanese, frequent: kana + kanji + wideSigns},
	{name: "windows-1254", rare: true, scripts: latin, frequent: "çğıöşüâîûİ", words: words(turkish)},
	{name: "windows-1253", rare: true, scripts: greek, frequent: "αοιετσνηυρπκμλςωίόάέήύώ", words: words(greekWords)},
	{name: "windows-1255", rare: true, scripts: hebrew, frequent: "אבגדהוזחטיכלמנסעפצקרשתךםןףץ", words: words(hebrewWords)},
	{name: "iso-8859-5", rare: true, scripts: cyrillic, frequent: "оеаинтсрвлкмдпуыьяіїєґў", words: words(eastern)},
	{name: "ibm866", rare: true, scripts: cyrillic, frequent: "оеаинтсрвлкмдпуыья", words: words(eastern)},
	{name: "windows-874", rare: true, scripts: thai, frequent: "านรกอเงมยลวดทสตะปบคหแจพชขใไโผ\u0e48\u0e49\u0e31\u0e35\u0e34\u0e37\u0e38\u0e39\u0e47\u0e4c\u0e33"},
}

// alike are encodings with the profile of another, whose letters they have.
var alike = map[string]string{
	"gbk": "gb18030", "koi8-u": "koi8-r", "x-mac-cyrillic": "windows-1251",
	"iso-8859-6": "windows-1256", "iso-8859-7": "windows-1253", "iso-8859-8": "windows-1255", "iso-8859-8-i": "windows-1255",
}

// profileOf returns the profile of an encoding. For one without a profile, which
// can only have been declared, any letter where letters stand speaks: what is
// declared is believed unless it reads badly.
func profileOf(name string) *profile {
	if other, ok := alike[name]; ok {
		name = other
	}
	for _, p := range profiles {
		if p.name == name {
			return p
		}
	}
	return &profile{name: name, scripts: []*unicode.RangeTable{unicode.L, unicode.M}, all: true}
}

var (
	latin    = []*unicode.RangeTable{unicode.Latin}
	cyrillic = []*unicode.RangeTable{unicode.Cyrillic}
	arabic   = []*unicode.RangeTable{unicode.Arabic}
	greek    = []*unicode.RangeTable{unicode.Greek}
	hebrew   = []*unicode.RangeTable{unicode.Hebrew}
	thai     = []*unicode.RangeTable{unicode.Thai}
	han      = []*unicode.RangeTable{unicode.Han}
	japanese = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	korean   = []*unicode.RangeTable{unicode.Han, unicode.Hangul}
)

// Frequent words with a character that is not ASCII, of the languages that
// are written in an encoding: grammars' closed classes, not counts.
const (
	western = "à été même très être où après déjà là ça année années français élève grâce égalité répétition voilà mère père première côté près " +
		"è più perché può già così città sarà però né qualità anche attività " +
		"más también está según años año qué día así él después aquí español niños mañana información " +
		"não são também até já você está mais há às então português três informação " +
		"für über können könnte würde müssen größe zurück während möglich straße später natürlich hätte wäre schön heißt weiß fünf früher jahrgänge " +
		"på är för från även år också när så også være når får både blev første største " +
		"että myös hän sekä ovat tämä mikä jälkeen päivä vielä á það við sem þar því"
	central = "že být které který jsou také při své již až další může před není byl více kteří století řekl " +
		"sú aj ktoré môže tiež už ktorý než nové veľmi ľudí roku " +
		"się są być także również może już więc których która które też przez będzie był między został powiedział trochę tę ją " +
		"és már még több után között című első idő nő ő volt években azért " +
		"şi că să după până ţară în între fără când această " +
		"što više također če še že biti može će kući između"
	eastern = "и в не на что он я с как это по но из за то все так его для от мы же был была было были или бы только при до со " +
		"та що як це для від його або був була року україни й у і з бе са се ще е да съм които от към"
	turkish = "için çok değil olduğu olduğunu gün yıl bütün şey şu önce göre büyük doğru dünya arasında tarafından şekilde çünkü " +
		"böyle öyle yüzde ülke türkiye üzerinde açık dışında karşı kişi yüksek"
	greekWords  = "και το να που με από για την της του στη στο στην στις στους δεν θα είναι οι τα τη των μια ένα τον στον αλλά έχει ήταν όπως ότι σε ως τους τις"
	hebrewWords = "של את על לא הוא היא זה עם או כי גם כל אני אם יש אל מה אך היה הם רק בין כמו עוד אחד לפני אחרי שלא"
	arabicWords = "في من على إلى أن هذا التي الذي عن مع كان ما لا بعد قال هذه بين كل أو ثم قد و در به از که این را با است"
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// The characters that are read most in each language. Of the first hundred,
// every second character of a text is one.
const (
	simplified  = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
	traditional = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運"
	kana        = "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヲンヴー"
	kanji       = "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢"
	hangul      = "이다는에의을가하고를은한로지도사기인자들있그대아어서나해시리수정것과부으라일보제만스전여주구장면원안동게상성조우비관미연국회적선위신소경용음년오마물생방내무중트했되모세공화문행학민분실교전개려단결업였없금야습니까려러며데때더통계및또후말당진체양약력현저터유"
	wideSigns   = "、。，．・：；？！「」『』（）《》〈〉“”‘’—…－～　０１２３４５６７８９"
)
