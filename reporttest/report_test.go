package reporttest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const pages = "../testdata/pages"

// Keys that have no letter.
const (
	enter  = "\r"
	escape = "\u001b"
)

// TestUse does what somebody does who looks at a report.
func TestUse(t *testing.T) {
	file := report(t, pages)
	b := open(t, file, 1280, 800)
	total := b.text(t, `document.querySelectorAll("#blocks .block").length`)
	assert.Equal(t, total+" of "+total+" blocks", b.text(t, `document.getElementById("shown").textContent`))
	assert.Equal(t, "true", b.text(t, `[...document.querySelectorAll("#documents .bar i")].map(e => parseInt(e.style.width)).every((w, i, l) => i == 0 || l[i-1] <= w)`), "least confidence first")
	assert.Equal(t, "true", b.text(t, `document.querySelectorAll("#article p").length == document.querySelectorAll("#blocks .kept").length`), "the article is what is kept")

	// reasons
	b.run(t, chromedp.Click(chromedp.CSS("#blocks .block:nth-of-type(2) button")))
	assert.Equal(t, "1", b.text(t, `document.querySelectorAll(".why").length`), "a click shows the reasons")
	assert.Equal(t, "true", b.text(t, `document.querySelectorAll(".why tr").length > 5`))
	sum := `[...document.querySelectorAll(".why tr td:first-child")].reduce((s, td) => s + (parseFloat(td.textContent.replace("−", "-")) || 0), 0)`
	assert.Equal(t, "true", b.text(t, `Math.abs(1 / (1 + Math.exp(-(`+sum+`))) - Number(document.querySelector(".why .score").textContent)) < 0.02`), "the weights add up to the score")
	b.picture(t, "desktop")
	b.run(t, chromedp.Click(chromedp.CSS("#blocks .block:nth-of-type(2) button")))
	assert.Equal(t, "0", b.text(t, `document.querySelectorAll(".why").length`), "and another hides them")

	// filters
	seen := `[...document.querySelectorAll("#blocks .block")].filter(e => e.offsetParent).map(e => e.dataset.role)`
	b.run(t, chromedp.Click(chromedp.CSS("#none")))
	assert.Empty(t, b.text(t, seen+`.join()`))
	b.run(t, chromedp.Click(chromedp.CSS(`#roles input[value=nav]`)))
	assert.Equal(t, "nav", b.text(t, `[...new Set(`+seen+`)].join()`))
	b.run(t, chromedp.Click(chromedp.CSS("#all")), chromedp.Click(chromedp.CSS("#kept")))
	assert.Equal(t, "body", b.text(t, `[...new Set(`+seen+`)].join()`))
	b.run(t, chromedp.Click(chromedp.CSS("#kept")), chromedp.SendKeys(chromedp.CSS("#search"), "no block has these words"))
	assert.Empty(t, b.text(t, seen+`.join()`))
	assert.Contains(t, b.text(t, `document.getElementById("shown").textContent`), "0 of ")
	b.run(t, chromedp.SendKeys(chromedp.CSS("#search"), escape))
	assert.Equal(t, total, b.text(t, seen+`.length`))

	// keys
	at := `document.querySelector(".block.at").dataset.block`
	b.run(t, chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
	assert.Equal(t, "3", b.text(t, at), "two blocks on from the one that was clicked")
	b.run(t, chromedp.KeyEvent(enter))
	assert.Equal(t, "1", b.text(t, `document.querySelectorAll(".why").length`))
	b.run(t, chromedp.KeyEvent("k"))
	assert.Equal(t, "2", b.text(t, at))
	b.run(t, chromedp.KeyEvent("e"))
	assert.Equal(t, "true", b.text(t, `Number(document.querySelector(".block.at").dataset.score) < 0.5`))
	first := b.text(t, `document.querySelector("[aria-current]").dataset.document`)
	b.run(t, chromedp.KeyEvent("n"))
	assert.NotEqual(t, first, b.text(t, `document.querySelector("[aria-current]").dataset.document`))
	b.run(t, chromedp.KeyEvent("p"))
	assert.Equal(t, first, b.text(t, `document.querySelector("[aria-current]").dataset.document`))

	// documents, the article, colours
	b.run(t, chromedp.Click(chromedp.CSS(`a[data-document="3"]`)))
	assert.Equal(t, "3", b.text(t, `document.querySelector("[aria-current]").dataset.document`))
	b.run(t, chromedp.Click(chromedp.CSS("#article p:last-child")))
	assert.Equal(t, b.text(t, `document.querySelector("#article p:last-child").dataset.block`), b.text(t, at), "a paragraph leads to its block")
	colour := `getComputedStyle(document.body).backgroundColor`
	b.run(t, chromedp.KeyEvent("t"))
	light := b.text(t, colour)
	b.run(t, chromedp.KeyEvent("t"))
	assert.NotEqual(t, light, b.text(t, colour))
	b.picture(t, "dark")
	b.quiet(t)
}

// TestPhone has a window as wide as a phone: nothing stands beyond its edge, and
// one pane is shown at a time.
func TestPhone(t *testing.T) {
	b := open(t, report(t, pages), 375, 740)
	assert.Equal(t, "375", b.text(t, `document.documentElement.scrollWidth`))
	panes := `["documents", "blocks", "article"].filter(id => document.getElementById(id).offsetParent).join()`
	assert.Equal(t, "blocks", b.text(t, panes))
	b.run(t, chromedp.Click(chromedp.CSS("#blocks .block:nth-of-type(5) button")))
	assert.Equal(t, "375", b.text(t, `document.documentElement.scrollWidth`))
	b.picture(t, "phone-blocks")
	b.run(t, chromedp.Click(chromedp.CSS(`.tabs [data-tab=documents]`)))
	assert.Equal(t, "documents", b.text(t, panes))
	b.picture(t, "phone-documents")
	b.run(t, chromedp.Click(chromedp.CSS(`a[data-document="2"]`)))
	assert.Equal(t, "blocks", b.text(t, panes), "a document that was chosen is shown")
	b.run(t, chromedp.Click(chromedp.CSS(`.tabs [data-tab=article]`)))
	assert.Equal(t, "article", b.text(t, panes))
	b.quiet(t)
}

// TestLong opens a page of 2,000 blocks: all are there, soon, without an error.
func TestLong(t *testing.T) {
	const blocks, most = 2000, 2 * time.Second
	file := report(t, filepath.Join(folder(t, map[string]string{"long.html": long(blocks)}), "long.html"))
	b := open(t, file, 1280, 800)
	start := time.Now()
	b.run(t, chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("html[data-ready]")), chromedp.WaitVisible(chromedp.CSS("#blocks .block")))
	took := time.Since(start)
	assert.Equal(t, fmt.Sprint(blocks), b.text(t, `document.querySelectorAll("#blocks .block").length`))
	start = time.Now()
	b.run(t, chromedp.ScrollIntoView(chromedp.CSS(`.block[data-block="1999"]`)), chromedp.Click(chromedp.CSS(`.block[data-block="1999"] button`)))
	reasons := time.Since(start)
	assert.Equal(t, "1", b.text(t, `document.querySelectorAll(".why").length`))
	t.Logf("%d blocks shown after %v, reasons of the last one after %v", blocks, took.Round(time.Millisecond), reasons.Round(time.Millisecond))
	assert.Less(t, took, most)
	assert.Empty(t, b.errors)
}

// TestHostile has markup and scripts wherever a document can put words.
func TestHostile(t *testing.T) {
	const evil = `&lt;/template&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror="console.log(1)"&gt;`
	page := strings.NewReplacer("Minutes", evil+"Minutes", "Item", evil+" Item").Replace(long(12))
	page = strings.Replace(page, "<head>", `<head><link rel="canonical" href="https://example.com/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">`, 1)
	dir := folder(t, map[string]string{"<img src=x onerror=console.log(1)>.html": page})
	b := open(t, report(t, dir), 1280, 800)
	b.run(t, chromedp.Click(chromedp.CSS("#blocks .block:nth-of-type(2) button")))
	assert.Equal(t, "0", b.text(t, `document.querySelectorAll("img, script:not([type]) ~ script").length`))
	assert.Contains(t, b.text(t, `document.querySelector("#blocks").textContent`), "<script>alert(1)</script>", "it is text")
	b.quiet(t)
}

// TestEval has a ground truth: what is wrong is marked, and can be filtered.
func TestEval(t *testing.T) {
	text := strings.Repeat("A paragraph that stands in no page but in the ground truth alone, and is therefore of no use. ", 2)
	dir := folder(t, map[string]string{"a.html": long(8), "a.txt": text})
	result := filepath.Join(t.TempDir(), "result.json")
	out, err := exec.Command(command(t), "eval", "plain", dir, "--format", "json", "-q").Output()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(result, out, 0o644))
	b := open(t, report(t, "--eval", result, dir), 1280, 800)
	wrong := b.text(t, `document.querySelectorAll(".block.wrong").length`)
	assert.NotEqual(t, "0", wrong)
	b.run(t, chromedp.Click(chromedp.CSS("#wrong")))
	assert.Equal(t, wrong, b.text(t, `[...document.querySelectorAll("#blocks .block")].filter(e => e.offsetParent).length`))
	b.run(t, chromedp.KeyEvent("e"))
	assert.Equal(t, "wrongly kept", b.text(t, `document.querySelector(".block.at .mark").textContent`))
	b.picture(t, "eval")
	b.quiet(t)
}
