package heuristics_test

import "testing"

func TestPrices(t *testing.T) {
	check(t, "prices", []row{
		{reason: "the price of a box", page: "<p>$24.90</p>", block: "$24.90", want: "short, a price"},
		{reason: "in any currency", page: "<p>Nur 24,90 €</p>", block: "Nur", want: "short, a price"},
		{reason: "signs of a script's own width", page: "<p>税込￥2,490</p>", block: "税込", want: "short, a price"},
		{reason: "before and now", page: "<p>£30 £24.90</p>", block: "£30", want: "short, several prices"},
		{reason: "news of money", page: "<p>The council paid $2.4 million for the mole, a sum that nobody on the quay had thought of before the storm.</p>", block: "The council", want: "a price"},
		{reason: "a table of fares in one line", page: "<p>The fare to the island is €4 for grown-ups, €2 for children, €3 for bicycles and nothing for dogs that swim.</p>", block: "The fare", want: "several prices"},
		{reason: "prose", page: prose, block: "harbour"},
		{reason: "blind spot: currencies in letters", page: "<p>249 kr</p>", block: "249"},
	})
}
