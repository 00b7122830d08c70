package lexicon_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		words        int
	}{
		{"words stand apart", "The harbour master counted", 4},
		{"marks are no words", "— | · … !", 0},
		{"an apostrophe cuts", "don't", 2},
		{"digits are words", "12 May 2024", 3},
		{"a number with marks in it is several", "1,204.5", 3},
		{"letters with marks on them are letters", "naïve café Łódź", 3},
		{"marks that combine stay in their word", "cafe\u0301", 1},
		{"a soft hyphen does not cut", "Hafen\u00admeister", 1},
		{"Cyrillic", "паром снова вышел", 3},
		{"Arabic, vowel signs in", "كَتَبَ الوَلَدُ", 2},
		{"Devanagari, vowel signs in", "नौका सेवा सोमवार", 3},
		{"Hebrew", "המעבורת חזרה", 2},
		{"Chinese: two characters a word", "渡轮恢复运营", 3},
		{"an odd character is half a word, rounded up", "渡轮恢复运", 3},
		{"Japanese: kana and kanji alike", "渡し船が動いた", 4},
		{"Korean words are spaced", "여객선이 운항을 재개했다", 3},
		{"Thai: five characters a word", "เรือข้ามฟาก", 3},
		{"scripts in one text add up", "他在 Aldmouth 工作", 3},
		{"what is not UTF-8 cuts words and does no harm", "a\xffb", 2},
	} {
		assert.Equal(t, c.words, read("", c.text).Words, "%s: %s", c.reason, c.text)
	}
}

// TestSameStory holds that the amount of reading means the same in all
// scripts: one sentence in sixteen languages differs by less than a factor of
// two from the English one.
func TestSameStory(t *testing.T) {
	want := float64(read("en", narration["en"]).Words)
	for lang, text := range narration {
		got := float64(read(lang, text).Words)
		assert.True(t, got > want/2 && got < want*2, "%s: %.0f words, %.0f in English", lang, got, want)
	}
}

func TestCounts(t *testing.T) {
	b := read("en", "On Sunday, 12 May 2024, at 18:30, Ines said: “Nobody went home!” It was 3.5 miles, e.g. by road.")
	assert.Equal(t, 6, b.Capitals, "On, Sunday, May, Ines, Nobody, It")
	assert.Equal(t, 6, b.Numbers, "12, 2024, 18, 30, 3, 5")
	assert.Equal(t, 3, b.Sentences, "home, e.g. before a space, road: abbreviations cannot be told from ends")
	assert.Equal(t, 4, b.Commas)
	assert.Equal(t, heuristics.DateMonth|heuristics.DateWeekday|heuristics.DateYear|heuristics.DateClock, b.Dates)
	assert.Equal(t, heuristics.CharUpper, b.Start)
	assert.Equal(t, heuristics.CharStop, b.End)
}

func TestSpans(t *testing.T) {
	var r lexicon.Reader
	b := heuristics.Block{Text: "one two three 渡轮恢复 four"}
	r.Read(&b, []lexicon.Span{
		{Pos: 4, Kinds: lexicon.InLink}, {Pos: 8, Kinds: lexicon.InLink | lexicon.InBold},
		{Pos: strings.Index(b.Text, "渡"), Kinds: lexicon.InItalic}, {Pos: strings.Index(b.Text, "four"), Kinds: 0},
	})
	assert.Equal(t, 6, b.Words)
	assert.Equal(t, 2, b.LinkWords, "two and three")
	assert.Equal(t, 1, b.BoldWords, "three")
	assert.Equal(t, 2, b.ItalicWords, "four characters are two words")
}

func TestStopwords(t *testing.T) {
	for lang, text := range narration {
		if lang == "ko" {
			continue // particles are parts of words
		}
		blocks := []heuristics.Block{{Text: text}}
		var r lexicon.Reader
		r.Read(&blocks[0], nil)
		assert.Equal(t, lang, r.Finish(blocks, ""), "the language with most stopwords is the text's: %s", text)
	}
}

func TestLanguage(t *testing.T) {
	lx := lexicon.Default()
	for _, lang := range []string{"ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh"} {
		require.GreaterOrEqual(t, lx.Language(lang), 0, lang)
		assert.Equal(t, lang, lx.Code(lx.Language(lang)))
	}
	assert.Equal(t, -1, lx.Language("eu"), "there is no table for Basque")
	assert.Empty(t, lx.Code(-1))
}

func TestPhrases(t *testing.T) {
	more, err := lexicon.Phrases(map[heuristics.Cue][]string{
		heuristics.CueNewsletter: {"dispatch in your letterbox", "Sign up for our newsletter"},
		heuristics.CueBio:        {"keeper of 0 boats"},
	})
	require.NoError(t, err)
	for _, c := range []struct {
		reason, text string
		class        heuristics.Cue
		want         uint8
	}{
		{"a phrase of one's own", "Get the dispatch in your letterbox on Fridays", heuristics.CueNewsletter, 1},
		{"in any case of letters, with any marks", "THE DISPATCH – in your “letterbox”", heuristics.CueNewsletter, 1},
		{"whole words only", "the dispatcher in your letterbox", heuristics.CueNewsletter, 0},
		{"a digit stands for any number", "Ines is the keeper of 112 boats.", heuristics.CueBio, 1},
		{"a phrase begun twice", "the dispatch in your dispatch in your letterbox", heuristics.CueNewsletter, 1},
		{"what both tables have counts once", "newsletter", heuristics.CueNewsletter, read("en", "newsletter").Cues[heuristics.CueNewsletter]},
		{"the built-in ones still count", "All rights reserved", heuristics.CueLegal, read("en", "All rights reserved").Cues[heuristics.CueLegal]},
	} {
		b := heuristics.Block{Text: c.text}
		var r lexicon.Reader
		r.Reset(more)
		r.Read(&b, nil)
		assert.Equal(t, c.want, b.Cues[c.class], "%s: %s", c.reason, c.text)
	}
	none, err := lexicon.Phrases(nil)
	assert.NoError(t, err)
	assert.Nil(t, none)
	_, err = lexicon.Phrases(map[heuristics.Cue][]string{heuristics.NumCues: {"words"}})
	assert.ErrorContains(t, err, "no class of cue phrases 17")
	_, err = lexicon.Phrases(map[heuristics.Cue][]string{heuristics.CueBio: {"…"}})
	assert.ErrorContains(t, err, `phrase "…" has no word in it`)
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		reason, names string
		has, not      heuristics.Marks
	}{
		{"a token", "newsletter", heuristics.MarkNewsletter, 0},
		{"between dashes", "c-newsletter-box", heuristics.MarkNewsletter, 0},
		{"between underscores, as BEM has it", "newsletter__title--small", heuristics.MarkNewsletter | heuristics.MarkTitle, 0},
		{"in camel case", "siteNewsletterBox", heuristics.MarkNewsletter, 0},
		{"in capitals", "NEWSLETTER", heuristics.MarkNewsletter, 0},
		{"two tokens that are one word elsewhere", "read-more", heuristics.MarkRelated, 0},
		{"but not across names", "read more-or-less-post", heuristics.MarkArticle, heuristics.MarkPaywall},
		{"digits cut", "post2", heuristics.MarkArticle, 0},
		{"never a part of a word", "studying barcelona metabolism authority expander", 0, ^heuristics.Marks(0)},
		{"nothing", "", 0, ^heuristics.Marks(0)},
		{"a name longer than any token", strings.Repeat("newsletter", 40), 0, heuristics.MarkNewsletter},
		{"letters beyond ASCII cut, and do no harm", "über-newsletter", heuristics.MarkNewsletter, 0},
	} {
		got := lexicon.Marks(c.names)
		assert.Equal(t, c.has, got&c.has, "%s: %s", c.reason, c.names)
		assert.Zero(t, got&c.not, "%s: %s", c.reason, c.names)
	}
}

// TestAppendNames: a name is a token of its own beside the tokens in it, and
// tells what it is in from where it comes.
func TestAppendNames(t *testing.T) {
	const class, id = 1, 2
	names := func(s string, salt uint64) []uint64 { return lexicon.AppendNames(nil, s, salt) }
	for _, c := range []struct {
		reason, a, b string
		same         int // how many of their names and tokens are the same
		of           int // of those of a
	}{
		{"a name of two tokens", "post-content", "post-content", 3, 3},
		{"tokens in other names", "post-content", "content-post", 2, 3},
		{"camel case has the same tokens, and is another name", "post-content", "postContent", 2, 3},
		{"digits are all the same", "post-17", "post-1234", 2, 2},
		{"capitals as well", "Post", "post", 2, 2},
		{"one name and one of its tokens", "content", "main-content", 1, 2},
		{"any white space parts names", "a\tb\nc", "c b a", 6, 6},
		{"nothing", "", "post", 0, 0},
		{"no letter", "12 --", "3 --", 2, 2},
	} {
		a, b := names(c.a, class), names(c.b, class)
		assert.Len(t, a, c.of, c.reason)
		same := 0
		for _, x := range a {
			if slices.Contains(b, x) {
				same++
			}
		}
		assert.Equal(t, c.same, same, c.reason)
	}
	assert.LessOrEqual(t, len(names(strings.Repeat("a ", 1<<20), class)), 1<<13, "what no person has written is not read to its end")
	a, b := names("content", class), names("content", id)
	assert.Equal(t, a[0], b[0], "a token is the same in a class and an id")
	assert.NotEqual(t, a[1], b[1], "a name is not")
}

// FuzzRead holds that any text can be read, and that counts stay within it.
func FuzzRead(f *testing.F) {
	for _, text := range narration {
		f.Add(text)
	}
	f.Add("a\xff\u00ad٣ 12:30 1.1.11 …»")
	f.Fuzz(func(t *testing.T, text string) {
		b := read("en", text)
		assert.LessOrEqual(t, b.Words, len(text))
		for _, part := range []int{b.Capitals, b.Numbers, b.Stopwords, b.Sentences, b.Commas} {
			assert.True(t, part >= 0 && part <= len(text))
		}
		assert.Equal(t, b, read("en", text), "the same text, the same counts")
	})
}
