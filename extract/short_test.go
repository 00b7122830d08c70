package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// shortStory is what a page of a few lines says, and what stands around it.
type shortStory struct {
	language, headline, byline string
	paragraphs                 []string
	newsletter                 [2]string // heading and line
	related                    []string
	bio                        string
}

var shortStories = []shortStory{
	{
		language: "en", headline: `Harbour bridge to close for repairs`, byline: `By Anna Kowalski · 3 May 2024`,
		paragraphs: []string{
			`The harbour bridge will close for six weeks from Monday while engineers replace its worn bearings, the city council said on Thursday.`,
			`Around 40,000 drivers use the crossing every day. They will be sent over the old north bridge, which has one lane each way.`,
			`"We know this is a nuisance, but the bearings have reached the end of their life," said Tom Reyes, who leads the works.`,
			`Ferries will run every ten minutes during the closure, and tickets will be free on weekends.`,
		},
		newsletter: [2]string{`Sign up for our morning newsletter`, `Get the best of our stories in your inbox every day.`},
		related:    []string{`Ten ferries that changed the coast`, `Council votes on new budget`, `Why bridges hum in the wind`},
		bio:        `Anna Kowalski is a reporter who covers transport and the sea. Follow her on Twitter.`,
	},
	{
		language: "de", headline: `Hafenbrücke wird für Reparaturen gesperrt`, byline: `Von Anna Kowalski · 3. Mai 2024`,
		paragraphs: []string{
			`Die Hafenbrücke wird ab Montag für sechs Wochen gesperrt, weil Ingenieure die abgenutzten Lager austauschen, teilte die Stadt am Donnerstag mit.`,
			`Rund 40.000 Fahrer nutzen die Querung täglich. Sie werden über die alte Nordbrücke umgeleitet, die nur eine Spur je Richtung hat.`,
			`„Wir wissen, dass das lästig ist, aber die Lager sind am Ende ihrer Lebensdauer“, sagte Tom Reyes, der die Arbeiten leitet.`,
			`Während der Sperrung fahren alle zehn Minuten Fähren, am Wochenende sind sie kostenlos.`,
		},
		newsletter: [2]string{`Newsletter abonnieren`, `Die besten Geschichten jeden Morgen in Ihrem Postfach.`},
		related:    []string{`Zehn Fähren, die die Küste veränderten`, `Rat stimmt über Haushalt ab`, `Warum Brücken im Wind summen`},
		bio:        `Anna Kowalski ist Reporterin und schreibt über Verkehr und Meer.`,
	},
	{
		language: "ja", headline: `港の橋、補修のため閉鎖へ`, byline: `記者 山田花子 2024年5月3日`,
		paragraphs: []string{
			`市は木曜日、摩耗した支承を交換するため、港の橋を月曜日から六週間閉鎖すると発表した。`,
			`この橋は一日におよそ四万台の車が利用している。閉鎖中は片側一車線の旧北橋へ迂回することになる。`,
			`「ご不便をおかけしますが、支承は寿命を迎えています」と工事責任者の佐藤太郎さんは話した。`,
			`閉鎖期間中はフェリーが十分おきに運航し、週末は無料になる。`,
		},
		newsletter: [2]string{`ニュースレター登録`, `毎朝、注目の記事をメールでお届けします。`},
		related:    []string{`海岸を変えた十のフェリー`, `市議会、新予算を採決`, `橋はなぜ風で鳴るのか`},
		bio:        `山田花子は交通と海を担当する記者です。`,
	},
	{
		language: "zh", headline: `海港大桥将封闭维修`, byline: `记者 王小明 2024年5月3日`,
		paragraphs: []string{
			`市政府周四表示，海港大桥将从周一起封闭六周，工程师将更换磨损的支座。`,
			`每天约有四万辆车经过这座桥。封闭期间车辆将绕行每个方向只有一条车道的旧北桥。`,
			`“我们知道这会带来不便，但支座已经到了使用寿命，”负责工程的李强说。`,
			`封闭期间渡轮每十分钟一班，周末免费。`,
		},
		newsletter: [2]string{`订阅我们的通讯`, `每天早上把精彩内容发送到您的邮箱。`},
		related:    []string{`改变海岸的十艘渡轮`, `市议会表决新预算`, `桥为什么在风中嗡嗡作响`},
		bio:        `王小明是报道交通和海洋的记者。`,
	},
	{
		language: "ar", headline: `إغلاق جسر الميناء للإصلاح`, byline: `بقلم أحمد علي · 3 مايو 2024`,
		paragraphs: []string{
			`أعلن مجلس المدينة يوم الخميس أن جسر الميناء سيغلق ستة أسابيع ابتداء من يوم الاثنين لاستبدال المحامل المتآكلة.`,
			`يستخدم الجسر نحو أربعين ألف سائق كل يوم، وسيتم تحويلهم إلى الجسر الشمالي القديم الذي يضم مسارا واحدا في كل اتجاه.`,
			`وقال سامي حداد الذي يقود الأعمال: نعلم أن هذا مزعج لكن المحامل بلغت نهاية عمرها.`,
			`ستعمل العبارات كل عشر دقائق خلال فترة الإغلاق وستكون التذاكر مجانية في عطلة نهاية الأسبوع.`,
		},
		newsletter: [2]string{`اشترك في نشرتنا`, `أفضل القصص في بريدك كل صباح.`},
		related:    []string{`عشر عبارات غيرت الساحل`, `المجلس يصوت على الميزانية`, `لماذا تهمهم الجسور في الريح`},
		bio:        `أحمد علي صحفي يغطي النقل والبحر.`,
	},
	{
		language: "es", headline: `Cómo aprendí a hornear pan`, byline: `Por Lucía Gómez, 3 de mayo de 2024`,
		paragraphs: []string{
			`Empecé a hornear pan en invierno, cuando la panadería de mi calle cerró y no quise caminar hasta la siguiente.`,
			`Las primeras hogazas salieron planas y duras. Mi vecina me dijo que la masa necesitaba más tiempo y menos manos.`,
			`Desde entonces dejo la masa toda la noche en la cocina, y por la mañana la casa huele a levadura y a café.`,
			`No es el mejor pan del barrio, pero es el mío.`,
		},
		newsletter: [2]string{`Suscríbete al boletín`, `Recibe nuevas recetas cada semana en tu correo.`},
		related:    []string{`Cinco harinas para empezar`, `El horno de mi abuela`, `Pan sin amasar`},
		bio:        `Lucía Gómez escribe sobre comida y memoria.`,
	},
	{
		language: "ru", headline: `Мост в гавани закроют на ремонт`, byline: `Анна Ковальская, 3 мая 2024`,
		paragraphs: []string{
			`Мост в гавани закроют на шесть недель с понедельника: инженеры заменят изношенные опоры, сообщили в четверг в мэрии.`,
			`Ежедневно по мосту проезжает около сорока тысяч водителей. Их направят по старому северному мосту, где всего одна полоса в каждую сторону.`,
			`«Мы понимаем, что это неудобно, но опоры отслужили свой срок», — сказал Том Рейес, который руководит работами.`,
			`Во время ремонта паромы будут ходить каждые десять минут, по выходным бесплатно.`,
		},
		newsletter: [2]string{`Подпишитесь на рассылку`, `Лучшие материалы каждое утро на вашу почту.`},
		related:    []string{`Десять паромов, изменивших берег`, `Совет голосует по бюджету`, `Почему мосты гудят на ветру`},
		bio:        `Анна Ковальская — корреспондент, пишет о транспорте и море.`,
	},
	{
		language: "en", headline: `Lemon lentil soup`, byline: `By Priya Shah`,
		paragraphs: []string{
			`This soup is what I make when the fridge is empty and the rain has set in. It takes half an hour and one pot.`,
			`Rinse the lentils until the water runs clear. Fry the onion in olive oil until soft, then add garlic and cumin.`,
			`Pour in the stock, add the lentils and simmer for twenty minutes. Stir in the lemon juice at the end, not before, or it turns bitter.`,
			`Serve with bread and a spoon of yoghurt.`,
		},
		newsletter: [2]string{`Join 20,000 home cooks`, `New recipes every Friday. No spam.`},
		related:    []string{`Tomato rice for tired people`, `The only pancake you need`, `How to store herbs`},
		bio:        `Priya Shah is a cook and writer based in Leeds.`,
	},
}

// shortMarkup is how such a page is marked up: as a site would, of boxes without
// names, as an article and what stands beside it, and as text alone.
var shortMarkup = map[string]func(s *shortStory) string{
	"site": func(s *shortStory) string {
		return "<header>" + shortMenu + "</header><main><article><h1>" + s.headline + `</h1><p class="byline">` + s.byline + "</p>" +
			"<p>" + s.paragraphs[0] + "</p>" + s.signUp() + tagged("p", s.paragraphs[1:]) + `<div class="author-bio"><p>` + s.bio + "</p></div></article>" +
			s.teasers() + "</main>" + shortFoot
	},
	"boxes": func(s *shortStory) string {
		return `<div id="top">` + shortMenu + `</div><div id="content"><h1>` + s.headline + "</h1><div>" + s.byline + "</div>" + tagged("div", s.paragraphs) +
			s.signUp() + s.teasers() + "<div><p>" + s.bio + `</p></div></div><div id="foot">` + shortFoot + "</div>"
	},
	"article": func(s *shortStory) string {
		return "<article><h1>" + s.headline + `</h1><p class="byline">` + s.byline + "</p>" + tagged("p", s.paragraphs) + "</article>" + s.teasers() + s.signUp()
	},
	"text": func(s *shortStory) string { return "<h1>" + s.headline + "</h1>" + tagged("p", s.paragraphs) },
}

const (
	shortMenu = "<nav><ul><li><a href=/home>Home</a></li><li><a href=/news>News</a></li><li><a href=/sport>Sport</a></li><li><a href=/about>About</a></li></ul></nav>"
	shortFoot = "<footer><p>© 2024 Example Media. All rights reserved.</p><ul><li><a href=/privacy>Privacy</a></li><li><a href=/terms>Terms</a></li></ul></footer>"
)

func (s *shortStory) signUp() string {
	return `<div class="newsletter"><h3>` + s.newsletter[0] + "</h3><p>" + s.newsletter[1] + `</p><form><input type="email"><button>OK</button></form></div>`
}

func (s *shortStory) teasers() string {
	var b strings.Builder
	for i, teaser := range s.related {
		fmt.Fprintf(&b, "<li><a href=/%d>%s</a></li>", i, teaser)
	}
	return `<aside class="related"><h3>Related</h3><ul>` + b.String() + "</ul></aside>"
}

func tagged(tag string, list []string) string {
	var b strings.Builder
	for _, text := range list {
		fmt.Fprintf(&b, "<%s>%s</%[1]s>", tag, text)
	}
	return b.String()
}

// TestShortPages: of pages of a few lines, as people write them by hand, hardly a
// paragraph is lost, and nothing else comes in.
func TestShortPages(t *testing.T) {
	const mayBeLost = 8 // of the paragraphs of all pages: the list that is printed must not grow
	var lost []string
	for i := range shortStories {
		s := &shortStories[i]
		for name, markup := range shortMarkup {
			page := fmt.Sprintf("<!DOCTYPE html><html lang=%s><head><meta charset=utf-8><title>%s | Example</title></head><body>%s</body></html>", s.language, s.headline, markup(s))
			r, err := new(extract.Extractor).FromBytes([]byte(page), extract.Source{})
			require.NoError(t, err)
			want := map[string]bool{}
			for _, p := range s.paragraphs {
				want[p] = true
			}
			for j := range r.Blocks {
				if b := &r.Blocks[j]; b.Role == heuristics.Body {
					assert.True(t, want[b.Text], "%s, %s: %s", s.language, name, b.Text)
					delete(want, b.Text)
				}
			}
			for p := range want {
				lost = append(lost, s.language+", "+name+": "+p)
			}
		}
	}
	assert.LessOrEqual(t, len(lost), mayBeLost, strings.Join(lost, "\n"))
}
