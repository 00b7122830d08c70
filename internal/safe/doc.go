// Package safe says which addresses and which markup may stand in what
// Bodycopy gives out. Every rendering goes through it, whatever its format.
//
//	javascript:alert(1)            → refused
//	java&#115;cript&colon;alert(1) → refused
//	 https://example.org/a b       → https://example.org/a%20b
//	<p onclick=x>A <b>bold</b></p> → <p>A <b>bold</b></p>
//	<a href=/x>y</a>               → <a href="/x" rel="nofollow noopener">y</a>
//
// Everything is by allow-list: what is not named is not let through.
package safe
