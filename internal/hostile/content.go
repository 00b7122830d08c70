package hostile

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func sizes(size int) (list []Document) {
	many := max(2000, times(size, "a1 "))
	list = append(list, around("size", "attributes of one element", "<p"+strings.Repeat(" a", many)+">x</p>", true)...)
	list = append(list, around("size", "attributes with values", "<p"+numbered(max(size, 20_000), " a%d=\"v\"")+">x</p>", true)...)
	list = append(list, around("size", "a word", "<p>"+strings.Repeat("x", size)+"</p>", false)...)
	list = append(list, around("size", "a paragraph", "<div class=sidebar>"+repeated(size, "buy now ")+"</div>", false)...)
	list = append(list, around("size", "an attribute", "<p class=\""+repeated(size, "c ")+"\">x</p>", false)...)
	list = append(list, around("size", "an address", "<p><a href=\"/"+strings.Repeat("a", size)+"\">x</a></p>", false)...)
	list = append(list, around("size", "a script", "<script>"+repeated(size, "if (a < b) { c(); }\n")+"</script>", false)...)
	list = append(list, around("size", "a style", "<style>"+repeated(size, "p > a { b: c }\n")+"</style>", false)...)
	list = append(list, around("size", "a comment", "<!--"+repeated(size, " <p>x</p> ")+"-->", false)...)
	list = append(list, around("size", "a picture in an attribute", "<img src=\"data:image/png;base64,"+strings.Repeat("A", size)+"\">", false)...)
	list = append(list, around("size", "character references", "<div>"+repeated(size, "&amp;&lt;&#x41;&nosuch;&#0;&#x110000;")+"</div>", false)...)
	list = append(list, around("size", "white space", repeated(size, " \n\t"), false)...)
	list = append(list, around("size", "a name of a tag", "<"+strings.Repeat("x", size)+">x</"+strings.Repeat("x", size)+">", false)...)
	list = append(list, around("size", "noscript", "<noscript>"+repeated(size, "<p>x")+"</noscript>", false)...)
	return append(list,
		Document{Group: "size", Name: "noscript in noscript", Data: []byte("<!DOCTYPE html><title>" + headline + "</title><body><p>Loading</p>" + repeated(size, "<noscript>") + article() + footer), Article: paragraphs},
		Document{Group: "size", Name: "noframes in noframes", Data: []byte("<!DOCTYPE html><title>" + headline + "</title><body><p>Loading</p>" + repeated(size, "x<noframes>") + article() + footer), Article: paragraphs},
		Document{Group: "size", Name: "noframes in noscript", Data: []byte("<!DOCTYPE html><title>" + headline + "</title><body><p>Loading</p><noscript>" + repeated(size, "<noframes>") + article() + footer + "</noscript>"), Article: paragraphs},
		Document{Group: "size", Name: "noscript in pieces of its tags", Data: []byte("<!DOCTYPE html><title>" + headline + "</title><body><p>Loading</p><noscript>" + repeated(size, "<nosc<noscript>ript>x") + article() + footer + "</noscript>"), Article: paragraphs},
		Document{Group: "size", Name: "a title", Data: []byte(strings.Replace(page("", ""), "<title>", "<title>"+repeated(size, "t "), 1)), Article: paragraphs},
		Document{Group: "size", Name: "a name of the site", Data: []byte(strings.Replace(page("<p>"+strings.Repeat("a", size)+"</p>", ""), "<title>", "<meta property=og:site_name content="+strings.Repeat("a", size)+"><title>", 1)), Article: paragraphs},
		Document{Group: "size", Name: "authors", Data: []byte(strings.Replace(page("", ""), "<title>", numbered(size, "<meta name=author content='Ann B%d'>")+"<title>", 1)), Article: paragraphs},
		Document{Group: "size", Name: "names of metadata", Data: []byte(strings.Replace(page("", ""), "<title>", numbered(size, "<meta name=m%d content=x>")+"<title>", 1)), Article: paragraphs},
	)
}

// byteOddities are bytes that no text should have.
func byteOddities(size int) (list []Document) {
	for _, d := range []struct{ name, bytes string }{
		{"zeros", "\x00"},
		{"controls", "\x01\x02\x07\x08\x0b\x0c\x0e\x1b\x1f\x7f"},
		{"broken UTF-8", "\xc3\x28\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\xbc"},
		{"long forms", "\xc0\x80\xe0\x80\x80\xf0\x80\x80\x80"},
		{"surrogates", "\xed\xa0\x80\xed\xbf\xbf"},
		{"beyond Unicode", "\xf4\x90\x80\x80\xf8\x88\x80\x80\x80"},
		{"no characters", "\uFFFE\uFFFF\U0001FFFF"},
		{"turned round", "\u202e\u2066\u202d"},
		{"not seen", "\u200b\u200d\u2060\ufeff\u00ad"},
		{"stacked accents", "e" + strings.Repeat("\u0301", 50)},
		{"carriage returns", "\r"},
		{"separators", "\u2028\u2029\u0085"},
	} {
		few := repeated(min(size, 60), d.bytes) // the rest is to stay UTF-8
		list = append(list, around("bytes", d.name, "<div>"+few+"</div>", false)...)
	}
	whole := page("", "")
	return append(list,
		Document{Group: "bytes", Name: "cut in a character", Data: []byte(page("", "<p>é"))[:len(page("", "<p>"))-len("</body></html>")+1], Article: paragraphs},
		Document{Group: "bytes", Name: "cut in a tag", Data: []byte(whole[:strings.LastIndex(whole, "</article")+4]), Article: paragraphs},
		Document{Group: "bytes", Name: "after zeros", Data: []byte(strings.Repeat("\x00", min(size, 600)) + whole), Article: paragraphs},
		Document{Group: "bytes", Name: "zeros behind", Data: []byte(whole + strings.Repeat("\x00", size)), Article: paragraphs},
	)
}

// western is an article that any of the encodings of Western Europe has.
var western = []string{
	"Le gardien du phare compte les bateaux qui passent devant sa fenêtre chaque soir depuis trente et une années, et il les a tous notés dans un registre à couverture verte.",
	"Au printemps dernier, une tempête a emporté le toit du hangar, et neuf des plus anciens registres ont été retrouvés par des élèves sur la plage, mouillés mais encore lisibles.",
	"Le musée du port a proposé de copier ce qui reste, et une enseignante à la retraite vient chaque mardi avec un appareil et une boîte de papier pour aider à ce travail.",
}

func charsets() (list []Document) {
	add := func(name string, enc encoding.Encoding, text []string, contentType, declared string) {
		head := ""
		if declared != "" {
			head = `<meta charset="` + declared + `">`
		}
		data, err := enc.NewEncoder().Bytes([]byte("<html><head>" + head + "<title>x</title></head><body><article><p>" + strings.Join(text, "</p><p>") + "</p></article></body></html>"))
		if err != nil {
			panic(fmt.Sprintf("hostile: %s: %v", name, err)) // the texts are constants
		}
		list = append(list, Document{Group: "charset", Name: name, Data: data, ContentType: contentType, Article: text})
	}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	add("UTF-16 LE, marked", little, western, "", "")
	add("UTF-16 BE, marked", big, western, "", "")
	add("UTF-16 LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), western, "", "")
	add("UTF-16 BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), western, "", "")
	add("UTF-16, declared as UTF-8", little, western, "text/html; charset=utf-8", "utf-8")
	add("UTF-8, marked", unicode.UTF8BOM, western, "", "iso-8859-1")
	add("UTF-8, declared as Latin 1", encoding.Nop, western, "text/html; charset=iso-8859-1", "iso-8859-1")
	add("Latin 1, declared as UTF-8", charmap.ISO8859_1, western, "text/html; charset=utf-8", "utf-8")
	add("Latin 1, not declared", charmap.ISO8859_1, western, "", "")
	add("Latin 1, declared as nonsense", charmap.ISO8859_1, western, "text/html; charset=x-none", "klingon")
	add("Latin 1, right in the header, wrong in the page", charmap.ISO8859_1, western, "text/html; charset=iso-8859-1", "shift_jis")
	add("GBK, not declared", simplifiedchinese.GBK, chinese, "", "")
	add("GB18030, declared as Latin 1", simplifiedchinese.GB18030, chinese, "", "iso-8859-1")
	add("Big5, not declared", traditionalchinese.Big5, taiwanese, "", "")
	add("Shift_JIS, not declared", japanese.ShiftJIS, nihongo, "", "")
	add("EUC-JP, declared as Shift_JIS", japanese.EUCJP, nihongo, "", "shift_jis")
	add("EUC-KR, not declared", korean.EUCKR, hangul, "", "")
	add("KOI8-R, declared as windows-1251", charmap.KOI8R, russian, "", "windows-1251")
	add("windows-1251, not declared", charmap.Windows1251, russian, "", "")
	return list
}

// latin1 are pages in Latin 1 with the damage after an article.
func latin1(size int) (list []Document) {
	start := "<html><body><article><p>" + strings.Join(western, "</p><p>") + "</p></article>"
	for _, d := range []struct{ name, markup string }{
		{"Latin 1, paragraphs", "<p>La boîte est arrivée ce matin, et la clé avec elle.</p>"},
		{"Latin 1, paragraphs of a letter", "<p>é"},
		{"Latin 1, tags without end", "<meta c"},
		{"Latin 1, scripts without end", "<script>é"},
	} {
		data, err := charmap.ISO8859_1.NewEncoder().Bytes([]byte(start + repeated(size, d.markup)))
		if err != nil {
			panic(fmt.Sprintf("hostile: %s: %v", d.name, err)) // the texts are constants
		}
		list = append(list, Document{Group: "charset", Name: d.name, Data: data, Article: western})
	}
	return list
}

var (
	chinese   = []string{"灯塔看守人三十一年来每天晚上都数着从窗前经过的船只，并把每一艘都写在绿色封面的本子里，这些本子现在已经有很多了。", "去年春天的一场大风吹走了船屋的屋顶，九本旧本子第二天早上被孩子们在海边找到，虽然湿了，但是还可以看清楚上面的字。"}
	taiwanese = []string{"燈塔看守人三十一年來每天晚上都數著從窗前經過的船隻，並把每一艘都寫在綠色封面的本子裡，這些本子現在已經有很多了。", "去年春天的一場大風吹走了船屋的屋頂，九本舊本子第二天早上被孩子們在海邊找到，雖然濕了，但是還可以看清楚上面的字。"}
	nihongo   = []string{"灯台の番人は三十一年のあいだ、毎晩窓の前を通る船を数え、その一隻一隻を緑色の表紙の帳面に書きとめてきた。", "去年の春の嵐で船小屋の屋根が飛ばされ、古い帳面が九冊なくなったが、翌朝、浜辺で子どもたちが見つけた。"}
	hangul    = []string{"등대지기는 서른한 해 동안 매일 저녁 창 앞을 지나가는 배를 세어 초록색 표지의 공책에 하나하나 적어 왔다고 한다.", "지난봄 폭풍으로 배를 두는 집의 지붕이 날아갔고, 오래된 공책 아홉 권을 다음 날 아침 바닷가에서 아이들이 찾았다."}
	russian   = []string{"Смотритель маяка тридцать один год каждый вечер считает корабли, которые проходят мимо его окна, и записывает каждый из них в книгу с зелёной обложкой.", "Прошлой весной буря сорвала крышу с сарая для лодок, и девять старых книг на следующее утро нашли на берегу дети, мокрые, но их ещё можно было прочесть."}
)

func empty() (list []Document) {
	for _, d := range []struct{ name, data string }{
		{"nothing", ""},
		{"a blank", " "},
		{"a zero", "\x00"},
		{"a mark", "\xef\xbb\xbf"},
		{"half a mark", "\xff"},
		{"a bracket", "<"},
		{"a tag", "<p>"},
		{"half a tag", "<p"},
		{"an end tag", "</p>"},
		{"a comment", "<!---->"},
		{"a declaration", "<!DOCTYPE html>"},
		{"empty elements", "<html><head></head><body></body></html>"},
		{"a script", "<script>alert(1)</script>"},
		{"a picture", "<img src=x>"},
		{"a field", "<input value=x>"},
		{"a reference", "&nbsp;"},
		{"a frameset", "<frameset><frame src=x></frameset>"},
		{"hidden text", "<p hidden>x</p>"},
		{"a title", "<title>x</title>"},
	} {
		list = append(list, Document{Group: "empty", Name: d.name, Data: []byte(d.data)})
	}
	return list
}

// deepJSON is deeper than any honest linked data.
const deepJSON = 2000

func linkedData(size int) (list []Document) {
	big := max(size, 2<<20)
	for _, d := range []struct {
		name, json string
		partial    bool
	}{
		{"arrays in arrays", strings.Repeat("[", deepJSON) + strings.Repeat("]", deepJSON), true},
		{"objects in objects", strings.Repeat(`{"@graph":`, deepJSON) + "1" + strings.Repeat("}", deepJSON), true},
		{"never closed", strings.Repeat(`{"a":[`, deepJSON), true},
		{"larger than is read", `{"@type":"Article","headline":"` + strings.Repeat("x", big) + `"}`, true},
		{"many types", `{"@type":[` + strings.Repeat(`"Article",`, size/10) + `"Article"]}`, false},
		{"many authors", `{"@type":"Article","author":[` + strings.TrimSuffix(numbered(size, `{"name":"Ann B%d"},`), ",") + `]}`, false},
		{"a graph", `{"@graph":[` + strings.Repeat(`{"@type":"Person","name":"x"},`, size/30) + `{}]}`, false},
		{"numbers", `{"@type":"Article","headline":1e999,"datePublished":-0,"author":[1,null,true]}`, false},
		{"wrong types", `{"@type":{"a":1},"headline":{"b":[]},"author":{"name":{"c":1}}}`, false},
		{"keys", `{` + strings.TrimSuffix(numbered(size, `"k%d":1,`), ",") + `}`, false},
		{"escapes", `{"@type":"Article","headline":"` + repeated(size/4, `\u0000\ud800\\`) + `"}`, false},
		{"no JSON", `<!-- {"@type":` + "\x00" + `} -->`, false},
	} {
		list = append(list, around("json", d.name, linked(d.json), d.partial)...)
	}
	list = append(list, Document{Group: "json", Name: "a story in which formatting is opened again", Data: []byte("<title>" + headline + "</title>" + linked(storyOfFonts(min(size, 500_000)))), Article: paragraphs})
	list = append(list, around("json", "many scripts", repeated(max(size, 5<<20), linked(`{"@type":"Article","description":"`+strings.Repeat("x", 500_000)+`"}`)), true)...)
	return list
}

// storyOfFonts is a story as linked data, in whose markup each of many short
// paragraphs opens again what the first has left open.
func storyOfFonts(size int) string {
	fonts := ""
	for i := range deep / 2 {
		fonts += fmt.Sprintf("<font size=%d>", i)
	}
	body := "<p>" + strings.Join(paragraphs, "</p><p>") + "</p><p>" + fonts + repeated(size, "</p><p>x")
	return `{"@type":"NewsArticle","headline":"` + headline + `","articleBody":"` + strings.ReplaceAll(body, "/", `\/`) + `"}`
}
