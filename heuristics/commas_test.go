package heuristics_test

import "testing"

func TestCommas(t *testing.T) {
	check(t, "commas", []row{
		{reason: "a menu runs its words together", page: "<p>Home News Sport Culture Weather Travel Food Money Opinion Jobs Cars</p>", block: "Home", want: "no commas"},
		{reason: "one comma in thirty-odd words", page: prose, block: "harbour", want: "few commas"},
		{reason: "a sentence that subordinates", page: "<p>The boat, which had been late, came in at six, as the tide turned.</p>", block: "The boat", want: "many commas"},
		{reason: "an ordinary sentence with one clause", page: "<p>When the boat came in at last, the whole of the quay was dark and empty.</p>", block: "When", want: "commas as in prose"},
		{reason: "the Chinese comma counts", page: "<p>渡轮周一恢复运营，此前因轴承断裂停航一周，公司表示零件来自北方。</p>", block: "渡轮", want: "many commas"},
		{reason: "so does the Japanese one", page: "<p>渡し船は月曜日に運航を再開し、乗客は一週間ぶりに海を渡った。</p>", block: "渡し船", want: "commas as in prose"},
		{reason: "and the Arabic one", page: "<p>عادت العبارة إلى الخدمة يوم الاثنين، بعد أسبوع من التوقف، وقال المشغل إن القطعة وصلت</p>", block: "عادت", want: "many commas"},
		{reason: "a short block may do without", page: "<p>Home, sweet home</p>", block: "Home"},
		{reason: "blind spot: a list of tags has commas as well", page: "<p>Filed under: ferries, harbours, storms, boats, the north, money, towns, roads</p>", block: "Filed", want: "many commas"},
	})
}
