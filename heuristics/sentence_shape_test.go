package heuristics_test

import "testing"

func TestSentenceShape(t *testing.T) {
	check(t, "sentence-shape", []row{
		{reason: "a paragraph", page: prose, block: "harbour", want: "long, two or three sentences"},
		{reason: "a label", page: "<p>Opening hours</p>", block: "Opening", want: "no end of a sentence"},
		{reason: "a lead-in", page: "<p>You will need:</p>", block: "need", want: "ends with a colon"},
		{reason: "a teaser cut off", page: "<p>The harbour master counted her…</p>", block: "harbour", want: "breaks off with an ellipsis"},
		{reason: "cut off with three stops", page: "<p>The harbour master counted her...</p>", block: "harbour", want: "breaks off with an ellipsis"},
		{reason: "cut off as WordPress does", page: "<p>The harbour master counted her […]</p>", block: "harbour", want: "breaks off with an ellipsis"},
		{reason: "a link that leads on", page: "<p>All stories »</p>", block: "All", want: "ends with an arrow"},
		{reason: "a stop inside the closing quote", page: "<p>“Nobody went home.”</p>", block: "Nobody", want: "one sentence"},
		{reason: "decimals and abbreviations in the midst end nothing", page: "<p>At 3.5 knots, e.g. in fog, no</p>", block: "knots", want: "has sentences, ends without a mark"},
		{reason: "a decimal alone ends nothing", page: "<p>At 3.5 knots</p>", block: "knots", want: "no end of a sentence"},
		{reason: "Chinese has its own stop", page: "<p>渡轮周一恢复运营。乘客表示欢迎！</p>", block: "渡轮", want: "two or three sentences"},
		{reason: "Japanese", page: "<p>渡し船は月曜日に運航を再開した。乗客は一週間ぶりに海を渡った。</p>", block: "渡し船", want: "long, two or three sentences"},
		{reason: "Hindi ends sentences with a danda", page: "<p>नौका सेवा फिर शुरू हुई।</p>", block: "नौका", want: "one sentence"},
		{reason: "Arabic has its own question mark", page: "<p>متى تعود العبارة؟</p>", block: "متى", want: "one sentence"},
		{reason: "a breadcrumb that ends with its stroke", page: "<p>Home |</p>", block: "Home", want: "ends with a separator"},
		{reason: "a copyright line", page: "<p>Harbour Post 2024</p>", block: "Post", want: "ends with a digit"},
		{reason: "four sentences and more", page: "<p>One came. Two came. Three came. Four came home.</p>", block: "One", want: "four sentences or more"},
		{reason: "blind spot: a list item of the article has no stop", page: "<li>Two hundred grams of flour, sifted twice over the widest bowl that you have at hand</li>", block: "flour", want: "long, no end of a sentence"},
		{reason: "blind spot: Thai writes no stops", page: "<p>เรือข้ามฟากกลับมาให้บริการอีกครั้งในวันจันทร์</p>", block: "เรือ", want: "no end of a sentence"},
	})
}
