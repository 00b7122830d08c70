package heuristics_test

import "testing"

func TestDateShape(t *testing.T) {
	const full = "up to 6 words with a full date"
	var rows []row
	for _, c := range []struct{ reason, text string }{
		{"English", "May 12, 2024"}, {"British", "12 May 2024"}, {"German", "12. Mai 2024"}, {"French", "12 février 2024"},
		{"Spanish", "12 de enero de 2024"}, {"Italian", "12 gennaio 2024"}, {"Portuguese", "12 de março de 2024"},
		{"Dutch", "12 maart 2024"}, {"Polish, in the genitive", "12 października 2024"}, {"Russian, in the genitive", "12 мая 2024"},
		{"Turkish", "12 Ağustos 2024"}, {"Indonesian", "12 Agustus 2024"}, {"Arabic", "12 مايو 2024"},
		{"Arabic digits of the east", "١٢ مايو ٢٠٢٤"}, {"Hindi", "12 जनवरी 2024"}, {"Japanese", "2024年5月12日"},
		{"Chinese", "2024年05月12日 星期日"}, {"Korean", "2024년 5월 12일"}, {"the standard for machines", "2024-05-12"},
		{"digits with points", "12.05.2024"}, {"digits with strokes", "5/12/24"},
	} {
		rows = append(rows, row{reason: c.reason, page: "<p>" + c.text + "</p>", block: c.text, want: full})
	}
	check(t, "date-shape", append(rows, []row{
		{reason: "a year alone is part of a date", page: "<p>Harbour Post 2024</p>", block: "Harbour", want: "up to 6 words with part of a date"},
		{reason: "so is a day of the week", page: "<p>On Sunday</p>", block: "Sunday", want: "up to 6 words with part of a date"},
		{reason: "a ticker has the time of day", page: "<p>14:32 Ferry runs again</p>", block: "14:32", want: "up to 6 words with a time of day"},
		{reason: "a byline of some length", page: "<p>By Ines Quay, published on 12 May 2024 in Aldmouth</p>", block: "Ines", want: "up to 20 words with a full date"},
		{reason: "a version number is no date", page: "<p>Version 1.2 is out</p>", block: "Version"},
		{reason: "neither is a price", page: "<p>Only 1.999 crowns</p>", block: "Only"},
		{reason: "a telephone number has no month", page: "<p>Call 555 0199</p>", block: "Call"},
		{reason: "blind spot: a story about dates", page: "<p>On 12 May 1926 the great strike was called off after nine days, and on the next morning the trams of the town ran as if nothing had been.</p>", block: "strike", want: "long with a full date"},
	}...))
}
