package extract_test

import (
	"fmt"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

const ferryPage = `<html lang="en"><head><title>Ferry back in service | Harbour Post</title>
<meta property="og:type" content="article"><meta property="og:title" content="Ferry back in service"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry back in service</h1>
<p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north and was fitted over the weekend.</p>
<div class="newsletter-box"><p>Sign up for our newsletter and get the news delivered to your inbox.</p><form><input type="email"></form></div>
<p>Passengers had been taken across by bus in the meantime, a detour of forty miles. The council, which pays for the service, said that it would ask for a second boat to be kept in reserve, as had been agreed when the contract was signed.</p>
</article><footer><p>© Harbour Post. All rights reserved.</p></footer></body></html>`

// The zero Extractor finds the story and leaves the sign-up box out.
func Example() {
	var e extract.Extractor
	result, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Metadata.Title)
	for _, paragraph := range strings.Split(result.Text(), "\n\n") {
		fmt.Println("-", paragraph[:44])
	}
	// Output:
	// Ferry back in service
	// - The ferry between Aldmouth and Stray Point r
	// - Passengers had been taken across by bus in t
}

// Every block of the page is in the result, with its role.
func ExampleResult() {
	var e extract.Extractor
	result, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range result.Blocks {
		fmt.Printf("%s: %.30s\n", b.Role, b.Text)
	}
	// Output:
	// nav: Home News Sport
	// title: Ferry back in service
	// body: The ferry between Aldmouth and
	// newsletter: Sign up for our newsletter and
	// body: Passengers had been taken acro
	// legal: © Harbour Post. All rights res
}

// A heuristic of one's own speaks before neighbours are looked at. A rule
// speaks for its role, and against the one that the block would have.
func ExampleExtractor_heuristics() {
	correction := heuristics.Heuristic{
		Name: "correction",
		Doc:  "lines that begin with Correction",
		Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
			if !strings.HasPrefix(b.Text, "Correction") {
				return nil
			}
			return []heuristics.Evidence{
				{Role: heuristics.Legal, Weight: 8, Reason: "begins with Correction"},
				{Role: heuristics.Body, Weight: -8, Reason: "begins with Correction"},
			}
		},
	}
	page := strings.Replace(ferryPage, "</article>", "<p>Correction: an earlier version of this story said that the ferry was away for ten days.</p></article>", 1)
	e := extract.Extractor{Heuristics: append(heuristics.Default(), correction), Explain: true}
	result, err := e.FromReader(strings.NewReader(page), extract.Source{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range result.Blocks {
		if strings.HasPrefix(b.Text, "Correction") {
			fmt.Println(b.Role, b.Reasons[0].Heuristic, b.Reasons[0].Weight, b.Reasons[0].Reason)
		}
	}
	// Output:
	// legal correction 8 begins with Correction
}

// Wording that the built-in tables lack counts as theirs does: here that of
// an Icelandic sign-up.
func ExampleExtractor_phrases() {
	const page = `<html lang="is"><body><article><h1>Ferjan siglir á ný</h1>
<p>Ferjan milli Aldmouth og Stray Point hóf siglingar að nýju á mánudag, viku eftir að öxull brotnaði, og farþegar fögnuðu á bryggjunni.</p>
<div><p>Skráðu þig á póstlistann og fáðu fréttirnar sendar.</p><form><input type="email"><button>Áfram</button></form></div>
<p>Farþegar höfðu verið fluttir með rútu á meðan, sem er sextíu kílómetra krókur, og sveitarfélagið vill nú hafa annað skip til vara.</p>
</article></body></html>`
	e := extract.Extractor{
		Phrases: map[heuristics.Cue][]string{heuristics.CueNewsletter: {"skráðu þig", "póstlistann", "fáðu fréttirnar"}},
		Explain: true,
	}
	result, err := e.FromReader(strings.NewReader(page), extract.Source{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range result.Blocks {
		for _, reason := range b.Reasons {
			if reason.Heuristic == "newsletter-wording" {
				fmt.Printf("%s: %s\n%s\n", b.Role, b.Text, reason.Reason)
			}
		}
	}
	// Output:
	// newsletter: Skráðu þig á póstlistann og fáðu fréttirnar sendar.
	// wording of sign-ups: cues in 5–12 words
}
