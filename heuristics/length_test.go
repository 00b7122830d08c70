package heuristics_test

import "testing"

func TestLength(t *testing.T) {
	check(t, "length", []row{
		{reason: "a menu item", page: "<p>News</p>", block: "News", want: "one word"},
		{reason: "a paragraph", page: prose, block: "harbour", want: "33–50 words"},
		{reason: "signs alone are no reading", page: "<p>| — |</p>", block: "|", want: "no words"},
		{reason: "two Chinese characters read as one word: 12 of them as six", page: "<p>渡轮周一恢复运营乘客欢迎</p>", block: "渡轮", want: "6–8 words"},
		{reason: "Japanese kana count as characters too: 17 of them as nine", page: "<p>わたしぶねはげつようびにまたうごいた</p>", block: "わたし", want: "9–13 words"},
		{reason: "Korean words are spaced, however many syllables", page: "<p>여객선이 월요일에 운항을 재개했다</p>", block: "여객선", want: "4–5 words"},
		{reason: "Thai runs its words together: five characters a word, 43 of them", page: "<p>เรือข้ามฟากกลับมาให้บริการอีกครั้งในวันจันทร์</p>", block: "เรือ", want: "9–13 words"},
		{reason: "Arabic words are spaced", page: "<p>عادت العبارة إلى الخدمة يوم الاثنين</p>", block: "عادت", want: "6–8 words"},
		{reason: "Arabic vowel signs do not cut words", page: "<p>كَتَبَ الوَلَدُ</p>", block: "كَتَبَ", want: "two words"},
		{reason: "Hindi vowel signs belong to their words", page: "<p>नौका सेवा सोमवार को फिर शुरू हुई</p>", block: "नौका", want: "6–8 words"},
		{reason: "a soft hyphen does not cut a word", page: "<p>Hafen\u00admeister</p>", block: "Hafen", want: "one word"},
		{reason: "a Chinese sentence with a Latin name in it", page: "<p>他在 Aldmouth 工作</p>", block: "Aldmouth", want: "three words"},
		{reason: "blind spot: dialogue is as short as a label", page: "<p>“No.”</p>", block: "No", want: "one word"},
	})
}
