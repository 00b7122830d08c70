package segment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEdge(t *testing.T) {
	tests := []struct{ html, want, reason string }{
		{"<p><a href=/a>deny</a><a href=/b>accept</a></p>", "deny accept", "two links are two labels"},
		{"<p><button>Deny</button><button>accept</button></p>", "Deny accept", "and so are two buttons"},
		{"<p><a href=/a><b>deny</b></a><span><a href=/b>accept</a></span></p>", "deny accept", "whatever else ends and begins there"},
		{"<p><a href=/a>h</a><a href=/a>ere</a></p>", "here", "one link that an editor has cut in two"},
		{"<p><span>Quick view</span><span>Compare</span></p>", "Quick view Compare", "a capital begins a label"},
		{"<p>Posted by<b>Dale Hruska</b></p>", "Posted by Dale Hruska", "also where text is on one side"},
		{"<p><del>$30.00</del><ins>$21.00</ins></p>", "$30.00$21.00", "a sign parts words by itself"},
		{"<p><s>30.00</s><b>21.00</b></p>", "30.00 21.00", "two prices"},
		{"<p><span>Ankle</span><span>23</span></p>", "Ankle 23", "a label and its number"},
		{"<p><span>25</span><span>Build</span></p>", "25 Build", "a number and its label"},
		{"<p><span>SAAS</span><span>HEALTH</span></p>", "SAAS HEALTH", "two labels in capitals"},
		{"<p><span>T</span>he sea</p>", "The sea", "an initial"},
		{"<p><i>i</i><b>Phone</b></p>", "iPhone", "one letter is no label"},
		{"<p><span>N</span><span>A</span><span>S</span><span>A</span></p>", "NASA", "letters that are styled one by one"},
		{"<p><b>Micro</b><i>scope</i></p>", "Microscope", "a word in two styles"},
		{"<p>CO<sub>2</sub> and H<sub>2</sub>O</p>", "CO2 and H2O", "formulas"},
		{"<p>3<span>rd</span></p>", "3rd", "ordinals"},
		{"<p>Tide<a id=here></a>Tables</p>", "TideTables", "an empty element is no edge"},
		{"<p>Tide<wbr>Tables</p>", "TideTables", "nor is a place where a word may break"},
		{"<pre><code><span>get</span><span>Name</span></code></pre>", "getName", "code is taken by the letter"},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			p := tree(t, test.html)
			require.Len(t, p.Blocks, 1)
			assert.Equal(t, test.want, p.Blocks[0].Text, test.reason)
		})
	}
}
