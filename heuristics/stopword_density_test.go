package heuristics_test

import "testing"

func TestStopwordDensity(t *testing.T) {
	in := func(lang, text string) string { return `<html lang="` + lang + `"><p>` + text + "</p>" }
	check(t, "stopword-density", []row{
		{reason: "English prose", page: in("en", "The harbour master counted twelve boats twice before the storm came in, and by nightfall eleven boats lay safely behind the long grey mole."), block: "harbour", want: "under two fifths function words"},
		{reason: "German", page: in("de", "Die Fähre nahm am Montag nach einer Woche Pause den Betrieb wieder auf, teilte die Reederei aus Aldmouth in der Nacht mit."), block: "Fähre", want: "over half function words"},
		{reason: "Russian", page: in("ru", "В понедельник паром снова вышел на линию, и пассажиры, как они сами говорят, не могли в это поверить."), block: "паром", want: "under half function words"},
		{reason: "a row of names", page: in("en", "Aldmouth Harbour Station Osk Hestholm"), block: "Osk", want: "short, no function words"},
		{reason: "too few words to take a share of", page: in("en", "Local news"), block: "Local"},
		{reason: "the text is believed over a wrong declaration", page: `<html lang="de">` + times(3, prose), block: "harbour", want: "over half function words"},
		{reason: "Chinese function words are single characters among characters", page: in("zh", "渡轮在周一恢复了运营，乘客们都说这是好的消息。"), block: "渡轮", want: "under two fifths function words"},
		{reason: "blind spot: Korean particles are parts of words", page: in("ko", "여객선이 월요일에 운항을 재개했다고 선사가 밝혔다"), block: "여객선"},
		{reason: "blind spot: a language without a table", page: in("eu", "Ontzia astelehenean itzuli zen portura egun osoa itsasoan"), block: "Ontzia"},
	})
}
