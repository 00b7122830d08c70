// Package safe says which addresses may stand in what Bodycopy gives out. Every
// rendering goes through it, whatever its format.
//
//	javascript:alert(1)            → refused
//	java&#115;cript&colon;alert(1) → refused
//	 https://example.org/a b       → https://example.org/a%20b
//
// Everything is by allow-list: what is not named is not let through.
package safe
