package lexicon_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// read counts what stands in a text, with the stopwords of a language.
func read(lang, text string) heuristics.Block {
	blocks := []heuristics.Block{{Text: text}}
	var r lexicon.Reader
	r.Read(&blocks[0], nil)
	r.Finish(blocks, lang)
	return blocks[0]
}

// wording are lines as sites of a language write them, by the class of cues
// that must find them. Several lines a class.
type wording struct {
	lang                                        string
	newsletter, bio, related, legal, comment    []string
	share, byline, caption, paywall, promo, nav []string
}

func (w *wording) classes() map[heuristics.Cue][]string {
	return map[heuristics.Cue][]string{
		heuristics.CueNewsletter: w.newsletter, heuristics.CueBio: w.bio, heuristics.CueRelated: w.related,
		heuristics.CueLegal: w.legal, heuristics.CueComment: w.comment, heuristics.CueShare: w.share, heuristics.CueByline: w.byline,
		heuristics.CueCaption: w.caption, heuristics.CuePaywall: w.paywall, heuristics.CuePromo: w.promo, heuristics.CueNav: w.nav,
	}
}

func TestCues(t *testing.T) {
	for _, w := range wordings {
		for _, lines := range [][]string{w.newsletter, w.bio, w.related, w.legal, w.comment} {
			assert.NotEmpty(t, lines, "%s has lines of the classes that matter most", w.lang)
		}
		for class, lines := range w.classes() {
			for _, line := range lines {
				assert.NotZero(t, read(w.lang, line).Cues[class], "%s, class %d: %s", w.lang, class, line)
			}
		}
	}
}

// TestProseHasNoCues holds that plain narration hits none of the classes that
// take text out of an article.
func TestProseHasNoCues(t *testing.T) {
	for lang, text := range narration {
		b := read(lang, text)
		for _, class := range []heuristics.Cue{heuristics.CueNewsletter, heuristics.CueBio, heuristics.CueRelated, heuristics.CueLegal,
			heuristics.CueComment, heuristics.CueShare, heuristics.CuePaywall, heuristics.CuePromo, heuristics.CueNav} {
			assert.Zero(t, b.Cues[class], "%s, class %d: %s", lang, class, text)
		}
		assert.Greater(t, b.Words, 8, "%s is read", lang)
		if lang != "ko" { // particles are parts of words
			assert.NotZero(t, b.Stopwords, "%s has function words", lang)
		}
		assert.NotZero(t, b.Sentences, "%s has sentences", lang)
	}
}

var narration = map[string]string{
	"en": "By nightfall eleven boats lay behind the mole, and the twelfth was still out when the storm came in from the west.",
	"de": "Am Abend lagen elf Boote hinter der Mole, und das zwölfte war noch draußen, als der Sturm von Westen kam.",
	"fr": "À la tombée de la nuit, onze bateaux étaient à l’abri de la jetée, et le douzième était encore dehors quand la tempête arriva.",
	"es": "Al caer la noche once barcas estaban detrás del muelle, y la duodécima seguía fuera cuando llegó la tormenta.",
	"it": "Al calar della notte undici barche erano dietro il molo, e la dodicesima era ancora fuori quando arrivò la tempesta.",
	"pt": "Ao cair da noite onze barcos estavam atrás do molhe, e o décimo segundo ainda estava fora quando a tempestade chegou.",
	"nl": "Tegen de avond lagen elf boten achter de pier, en de twaalfde was nog buiten toen de storm uit het westen kwam.",
	"pl": "O zmroku jedenaście łodzi stało za falochronem, a dwunasta była jeszcze na morzu, gdy nadeszła burza.",
	"ru": "К ночи одиннадцать лодок стояли за молом, а двенадцатая была ещё в море, когда с запада пришёл шторм.",
	"tr": "Akşam olduğunda tekneler dalgakıranın ardındaydı, ama fırtına geldiğinde bir tanesi hâlâ denizdeydi ve hiç kimse eve gitmedi.",
	"ar": "مع حلول الليل كان أحد عشر قاربا خلف الرصيف، وكان الثاني عشر لا يزال في البحر عندما هبت العاصفة من الغرب.",
	"hi": "रात होने तक ग्यारह नावें घाट के पीछे थीं, और बारहवीं तब भी समुद्र में थी जब पश्चिम से तूफ़ान आया।",
	"id": "Menjelang malam sebelas perahu sudah berada di belakang dermaga, dan perahu kedua belas masih di laut ketika badai datang dari barat.",
	"ja": "夜になるまでに十一隻の船は防波堤の内側に戻ったが、十二隻目は嵐が西から来たときもまだ沖にいた。",
	"ko": "밤이 되자 열한 척의 배는 방파제 안쪽에 있었고, 서쪽에서 폭풍이 왔을 때 열두 번째 배는 아직 바다에 있었다.",
	"zh": "入夜时分，十一条船已经停在防波堤后面，而暴风雨从西边来的时候，第十二条船还在海上。",
}

// TestCuesApart has lines whose words also belong to another class, of which
// they must not be taken.
func TestCuesApart(t *testing.T) {
	for _, c := range []struct {
		reason, lang, line string
		is, isNot          heuristics.Cue
	}{
		{"joining a group is no career", "id", "Mari bergabung di Grup Telegram kami", heuristics.CueNewsletter, heuristics.CueBio},
		{"a writer's newsletter is a sign-up", "en", "Sign up for our newsletter by the people who write it", heuristics.CueNewsletter, heuristics.CueBio},
		{"a comment form asks for an address and sends nothing", "en", "Leave a comment", heuristics.CueComment, heuristics.CueNewsletter},
		{"other stories by an author are other stories", "en", "Read more: the author of the harbour", heuristics.CueRelated, heuristics.CueNewsletter},
		{"rights are no offer", "de", "Alle Rechte vorbehalten.", heuristics.CueLegal, heuristics.CuePromo},
		{"a wall is no comment", "fr", "Article réservé aux abonnés", heuristics.CuePaywall, heuristics.CueComment},
	} {
		b := read(c.lang, c.line)
		assert.NotZero(t, b.Cues[c.is], "%s: %s", c.reason, c.line)
		assert.Zero(t, b.Cues[c.isNot], "%s: %s", c.reason, c.line)
	}
}
