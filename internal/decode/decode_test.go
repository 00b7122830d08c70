package decode_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// texts are written for this test, each in a language and the encodings that
// its pages came in.
var texts = []struct {
	language string
	text     string
	charsets []string
}{
	{"French", "Après la tempête, le marché du village a rouvert ses portes. Les pêcheurs étaient déjà là à six heures, et la boulangère préparait des gâteaux. Même les élèves sont venus.", []string{"iso-8859-1", "windows-1252", "iso-8859-15"}},
	{"French with œ and €", "La sœur de l'éleveur vend ses œufs à deux € la douzaine, cœur léger, près de la rivière. Où êtes-vous allés après la fête ?", []string{"windows-1252", "iso-8859-15"}},
	{"German", "Die Fähre fährt wieder. Größere Schäden müssen später geprüft werden, sagte der Bürgermeister, für die Straße über den Fluß reicht das Geld nicht.", []string{"iso-8859-1", "windows-1252", "iso-8859-15"}},
	{"Spanish", "El puente está cerrado desde mañana. Los niños irán también en autobús, según el alcalde, y no habrá clases el día de la inspección.", []string{"iso-8859-1", "windows-1252", "iso-8859-15"}},
	{"Portuguese", "A estação não abriu hoje. As crianças também já estão à espera, e você verá amanhã se há comboios até à praia.", []string{"iso-8859-1", "windows-1252"}},
	{"Italian", "Il mercato è aperto perché la città lo ha già deciso. Però non c'è più posto, e la qualità sarà la stessa di venerdì.", []string{"iso-8859-1", "windows-1252"}},
	{"Swedish", "Färjan går på måndag från hamnen. Det är även öppet när båten är sen, så alla får åka med över sundet.", []string{"iso-8859-1", "windows-1252"}},
	{"Danish", "Færgen sejler også på søndag. Når båden er forsinket, bliver der først plads på næste afgang, både for børn og ældre.", []string{"iso-8859-1", "windows-1252"}},
	{"Finnish", "Lautta kulkee myös lauantaina. Hän sanoi, että päivä on vielä pitkä ja jäät lähtevät järveltä hyvää vauhtia.", []string{"iso-8859-1", "windows-1252"}},
	{"Polish", "Prom już kursuje, ponieważ naprawa się skończyła. Mieszkańcy mówią, że łódź była również za mała, a część towarów została na brzegu.", []string{"iso-8859-2", "windows-1250"}},
	{"Czech", "Přívoz už jezdí, protože řeka opadla. Lidé říkají, že loď byla také příliš malá a část zboží zůstala na břehu při západu slunce.", []string{"iso-8859-2", "windows-1250"}},
	{"Slovak", "Kompa už jazdí, pretože rieka klesla. Ľudia hovoria, že loď bola tiež veľmi malá a časť tovaru zostala na brehu.", []string{"iso-8859-2", "windows-1250"}},
	{"Hungarian", "A komp már közlekedik, mert az idő jobb lett. Az első utasok között több nő és két őr is volt, akik előző nap hűvösen vártak.", []string{"iso-8859-2", "windows-1250"}},
	{"Croatian", "Trajekt više ne kasni, što znači da će putnici stići na vrijeme. Također može doći još jedan brod između dva otoka.", []string{"iso-8859-2", "windows-1250"}},
	{"Russian", "Паром снова ходит через реку. Жители говорят, что судно было слишком маленьким, и часть товаров осталась на берегу до вечера.", []string{"windows-1251", "koi8-r"}},
	{"Bulgarian", "Фериботът отново пътува през реката. Хората казват, че корабът е бил твърде малък и част от стоката е останала на брега.", []string{"windows-1251"}},
	{"Ukrainian", "Пором знову ходить через річку. Мешканці кажуть, що судно було замале, і частина товарів залишилася на березі до вечора.", []string{"windows-1251"}},
	{"Arabic", "عادت العبارة إلى العمل بعد أسبوع من العاصفة. وقال السكان إن القارب كان صغيرا جدا، وإن جزءا من البضائع بقي على الضفة.", []string{"windows-1256"}},
	{"Turkish", "Vapur yeniden çalışıyor. Köylüler, geminin çok küçük olduğunu ve yükün bir kısmının akşama kadar kıyıda kaldığını söylüyor; yarın için iki sefer daha var.", []string{"windows-1254"}},
	{"Greek", "Το πλοίο ταξιδεύει και πάλι στο ποτάμι. Οι κάτοικοι λένε ότι ήταν πολύ μικρό, και ένα μέρος του φορτίου έμεινε στην όχθη μέχρι το βράδυ.", []string{"windows-1253", "iso-8859-7"}},
	{"Hebrew", "המעבורת שבה לשוט בנהר לאחר שבוע. התושבים אומרים כי הסירה הייתה קטנה מדי, וחלק מן המטען נשאר על הגדה עד הערב.", []string{"windows-1255", "iso-8859-8"}},
	{"Thai", "เรือข้ามฟากกลับมาให้บริการอีกครั้งหลังจากหยุดไปหนึ่งสัปดาห์ ชาวบ้านบอกว่าเรือลำเล็กเกินไป และสินค้าบางส่วนยังอยู่บนฝั่งจนถึงเย็น", []string{"windows-874"}},
	{"Russian of old", "Паром снова ходит через реку. Жители говорят, что судно было слишком маленьким, и часть товаров осталась на берегу до вечера.", []string{"iso-8859-5", "ibm866"}},
	{"Chinese, simplified", "渡船在停运一周之后重新开航。居民说，这条船太小了，还有一部分货物留在岸上，要等到明天才能运走。", []string{"gbk", "gb18030"}},
	{"Chinese, traditional", "渡輪在停駛一週之後重新開航。居民說，這條船太小了，還有一部分貨物留在岸上，要等到明天才能運走。", []string{"big5"}},
	{"Japanese", "フェリーは一週間の運休のあと、月曜日に運航を再開した。船が小さすぎて、荷物の一部はまだ港に残っていると住民は話している。", []string{"shift_jis", "euc-jp"}},
	{"Korean", "여객선은 일주일 동안 멈췄다가 월요일에 다시 운항을 시작했다. 배가 너무 작아서 짐의 일부는 아직 항구에 남아 있다고 주민들은 말한다.", []string{"euc-kr"}},
}

var encodings = map[string]encoding.Encoding{
	"iso-8859-1": charmap.ISO8859_1, "iso-8859-2": charmap.ISO8859_2, "iso-8859-15": charmap.ISO8859_15,
	"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256,
	"windows-1253": charmap.Windows1253, "iso-8859-7": charmap.ISO8859_7, "windows-1254": charmap.Windows1254, "windows-1255": charmap.Windows1255, "iso-8859-8": charmap.ISO8859_8,
	"windows-874": charmap.Windows874, "iso-8859-5": charmap.ISO8859_5, "ibm866": charmap.CodePage866,
	"koi8-r": charmap.KOI8R, "gbk": simplifiedchinese.GBK, "gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5,
	"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "euc-kr": korean.EUCKR,
	"utf-8":    encoding.Nop,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"utf-16le, marked": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16be, marked": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// page is a page of a text with <meta> in the head, and more after filler
// bytes of ASCII.
func page(meta, text string, filler int, late string) string {
	return "<!DOCTYPE html><html><head>" + meta + "<title>x</title><script>var x = 1;</script></head><body><p>" + strings.Repeat("plain words ", filler/12) +
		"</p>" + late + "<p>" + text + "</p><p>" + text + "</p></body></html>"
}

func meta(charset string) string {
	return fmt.Sprintf(`<meta http-equiv="Content-Type" content="text/html; charset=%s">`, charset)
}

// wrong is a declaration that many pages of the encoding carry by mistake.
func wrong(charset string) string {
	switch {
	case strings.HasPrefix(charset, "utf-8"):
		return "iso-8859-1"
	case charset == "windows-1252", charset == "iso-8859-1", charset == "iso-8859-15", strings.HasPrefix(charset, "utf-16"):
		return "utf-8"
	case charset == "koi8-r":
		return "windows-1251"
	case charset == "big5":
		return "gbk"
	case charset == "shift_jis":
		return "euc-jp"
	}
	return "iso-8859-1"
}

func TestUTF8(t *testing.T) {
	failed, total := 0, 0
	for _, tt := range texts {
		for _, charset := range append(tt.charsets, "utf-8", "utf-16le", "utf-16be", "utf-16le, marked", "utf-16be, marked") {
			for _, c := range []struct {
				reason, header, page string
			}{
				{"declared in <meta>", "", page(meta(charset), tt.text, 0, "")},
				{"declared in the header", "text/html; charset=" + charset, page("", tt.text, 0, "")},
				{"header against <meta>", "text/html; charset=" + charset, page(meta(wrong(charset)), tt.text, 0, "")},
				{"undeclared", "", page("", tt.text, 0, "")},
				{"undeclared, the text after 70 kB", "", page("", tt.text, 70<<10, "")},
				{"declared after 70 kB", "", page("", tt.text, 70<<10, meta(charset))},
				{"wrongly declared in <meta>", "", page(meta(wrong(charset)), tt.text, 0, "")},
				{"wrongly declared in the header", "text/html; charset=" + wrong(charset), page("", tt.text, 0, "")},
				{"wrongly declared in both", "text/html; charset=" + wrong(charset), page(meta(wrong(charset)), tt.text, 0, "")},
			} {
				data, err := encodings[charset].NewEncoder().Bytes([]byte(c.page))
				require.NoError(t, err, "%s in %s", tt.language, charset)
				total++
				if got := string(decode.UTF8(data, c.header)); !strings.Contains(got, "<p>"+tt.text+"</p>") {
					failed++
					at := strings.LastIndex(got, "<p>")
					t.Errorf("%s in %s, %s: %q", tt.language, charset, c.reason, got[max(at, 0):min(len(got), max(at, 0)+80)])
				}
			}
		}
	}
	t.Logf("%d of %d cases right", total-failed, total)
}

func TestOddities(t *testing.T) {
	for _, tt := range []struct{ in, header, want, reason string }{
		{"caf\xc3\xa9", "text/html; charset=windows-1252", "café", "valid UTF-8 is UTF-8, whatever the header says"},
		{strings.Repeat("é", 100) + "\xff", "", strings.Repeat("é", 100) + "\uFFFD", "one broken byte does not make it another encoding"},
		{strings.Repeat("é", 100) + "\xc3", "", strings.Repeat("é", 100) + "\uFFFD", "nor does the end of input in a character"},
		{"e\u0301t\u00e9", "", "e\u0301t\u00e9", "no normalisation"},
		{"a\x00b\xc3\xa9", "", "a\x00bé", "a zero does not make it UTF-16"},
		{"", "", "", "nothing"},
		{"plain", "text/html; charset=utf-16", "plain", "ASCII is not UTF-16"},
		{"caf\xe9 cr\xe8me", "text/html; charset=utf-16le", "café crème", "what has no zeros is not UTF-16"},
		{"<meta charset = 'windows-1254'>\xfeey", "", "<meta charset = 'windows-1254'>şey", "blanks around the sign of equality"},
		{"plain", "charset=nonsense", "plain", "a charset that does not exist"},
		{"\xff\xfe", "", "", "a mark alone"},
		{"\xef\xbb\xbfcaf\xc3\xa9", "", "café", "the mark of UTF-8"},
		{"<?xml version='1.0' encoding='windows-1251'?><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0</p>", "", "<?xml version='1.0' encoding='windows-1251'?><p>Привет, мир</p>", "XML declaration"},
		{"\x1b$B$3$s$K$A$O\x1b(B", "", "こんにちは", "ISO-2022-JP"},
	} {
		assert.Equal(t, tt.want, string(decode.UTF8([]byte(tt.in), tt.header)), tt.reason)
	}
}

// TestDeclared holds that what is declared is believed of short texts, too, and of
// encodings of which little is known.
func TestDeclared(t *testing.T) {
	const zeros = "一二一三一四一七一二一三一四一七一二一三一四一七" // 一 ends in a zero, as no other of them does
	for _, tt := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"utf-16le", zeros, encodings["utf-16le"]},
		{"utf-16be", zeros, encodings["utf-16be"]},
		{"utf-16", "灯塔看守人三十一年来每天晚上都在数从窗前驶过的船只", encodings["utf-16le"]},
		{"windows-1254", "Şimdi ağır bir gün.", charmap.Windows1254},
		{"windows-1255", "ספר מדי ערב", charmap.Windows1255},
		{"windows-1257", "Laivā būs mūsu šodienas ziņa, kā arī rīt.", charmap.Windows1257},
		{"iso-8859-4", "Laivā būs mūsu šodienas ziņa, kā arī rīt.", charmap.ISO8859_4},
		{"iso-8859-10", "Báhtar lea dál čoaskkis, ja fanas boahtá.", charmap.ISO8859_10},
		{"iso-8859-3", "Ĉiuĵaŭde la ŝipo venas, kaj ĝi estas plena.", charmap.ISO8859_3},
		{"macintosh", "L’été est passé, et le bateau arrive à la même heure.", charmap.Macintosh},
		{"koi8-u", "Пором знову ходить через річку, її мешканці раді.", charmap.KOI8U},
	} {
		page := "<title>x</title><p>" + tt.text + "</p>"
		data, err := tt.enc.NewEncoder().Bytes([]byte(page))
		require.NoError(t, err, tt.name)
		assert.Equal(t, page, string(decode.UTF8(data, "text/html; charset="+tt.name)), "%s in the header", tt.name)
		if strings.HasPrefix(tt.name, "utf-16") {
			continue // which the standard bans there
		}
		page = "<meta charset=" + tt.name + ">" + page
		data, err = tt.enc.NewEncoder().Bytes([]byte(page))
		require.NoError(t, err, tt.name)
		assert.Equal(t, page, string(decode.UTF8(data, "")), "%s in <meta>", tt.name)
	}
}

func FuzzUTF8(f *testing.F) {
	for _, tt := range texts {
		for _, charset := range tt.charsets {
			data, err := encodings[charset].NewEncoder().Bytes([]byte(tt.text))
			require.NoError(f, err)
			f.Add(data, "text/html; charset="+charset)
		}
	}
	f.Add([]byte("\xff\xfe<\x00p\x00"), "")
	f.Fuzz(func(t *testing.T, data []byte, header string) {
		got := decode.UTF8(data, header)
		if !utf8.Valid(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		if again := decode.UTF8(data, header); string(again) != string(got) {
			t.Fatal("the same bytes twice give two results")
		}
	})
}
