package dates

import (
	"strings"
	"sync"
	"time"

	"github.com/elastic/lunes"
)

// cache keeps the names of months by language.
var cache sync.Map // of string to monthNames

// english is the language whose names are known beside any other.
const english = "en"

// monthsOf returns the names of months in a language and in English, long and
// short, as the Unicode CLDR has them.
func monthsOf(language string) monthNames {
	language, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(language), "_", "-"), "-")
	if names, ok := cache.Load(language); ok {
		return names.(monthNames)
	}
	if !known(language) && spellings[language] == nil && language != english {
		return monthsOf(english) // and so not found out anew for each date
	}
	names := monthNames{}
	for _, tag := range append([]string{language, english}, regions[language]...) {
		locale, err := lunes.NewDefaultLocale(tag)
		if err != nil {
			continue
		}
		names.add(locale.ShortMonthNames())
		names.add(locale.LongMonthNames())
	}
	for name, m := range spellings[language] {
		names[name] = m
	}
	names["sept"] = time.September
	if len(names) > len(spellings[language])+1 && known(language) {
		cache.Store(language, names)
	}
	return names
}

// known tells whether a language is one: the cache must not grow with what
// pages make up.
func known(language string) bool {
	_, err := lunes.NewDefaultLocale(language)
	return err == nil
}

func (names monthNames) add(list []string) {
	for i, name := range list {
		// A name is what stands in it in letters: "окт." is "окт", "12月" is
		// nothing, nor is one of several words.
		words := tokens(name)
		if len(words) == 1 && words[0].number < 0 {
			names[words[0].word] = time.Month(i + 1)
		}
	}
}

// regions are where a language has other names for the months.
var regions = map[string][]string{"ar": {"ar-LB", "ar-DZ", "ar-MA"}, "de": {"de-AT"}}

// spellings are forms that the CLDR does not have.
var spellings = map[string]monthNames{
	"ru": {"январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6, "июль": 7, "август": 8, "сентябрь": 9, "октябрь": 10, "ноябрь": 11, "декабрь": 12},
	"pl": {"styczeń": 1, "luty": 2, "marzec": 3, "kwiecień": 4, "maj": 5, "czerwiec": 6, "lipiec": 7, "sierpień": 8, "wrzesień": 9, "październik": 10, "listopad": 11, "grudzień": 12},
	"es": {"setiembre": 9},
	"hi": {"सितम्बर": 9, "नवम्बर": 11, "दिसम्बर": 12},
}
