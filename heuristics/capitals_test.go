package heuristics_test

import "testing"

func TestCapitals(t *testing.T) {
	check(t, "capitals", []row{
		{reason: "a menu line: every word a capital", page: "<p>Home News Sport</p>", block: "Home", want: "short, all capitals"},
		{reason: "an English headline is mostly capitals", page: "<h1>Ferry Back in Service After a Week at the Yard</h1>", block: "Ferry", want: "mostly capitals"},
		{reason: "a sentence has its first capital and few more", page: prose, block: "harbour", want: "long, few capitals"},
		{reason: "Cyrillic has capitals too", page: "<p>Новости Спорт Культура</p>", block: "Новости", want: "short, all capitals"},
		{reason: "Greek small letters", page: "<p>και η θάλασσα ήταν ήσυχη όλη νύχτα</p>", block: "και", want: "no capitals"},
		{reason: "Chinese has no capitals to count", page: "<p>渡轮恢复运营，乘客表示欢迎。</p>", block: "渡轮"},
		{reason: "neither has Arabic", page: "<p>عادت العبارة إلى الخدمة يوم الاثنين</p>", block: "عادت"},
		{reason: "neither has Hindi", page: "<p>नौका सेवा सोमवार को फिर शुरू हुई</p>", block: "नौका"},
		{reason: "one word alone tells nothing", page: "<p>Home</p>", block: "Home"},
		{reason: "blind spot: German writes its nouns with capitals", page: "<p>Der Kapitän der Fähre nannte dem Hafenamt den Grund für die Verspätung und den Namen der Werft.</p>", block: "Kapitän", want: "long, many capitals"},
	})
}
