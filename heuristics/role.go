package heuristics

import "fmt"

// Role is the editorial role of a text block: what the block is on the page
// for. It has nothing to do with the HTML attribute of that name, which this
// library calls the ARIA role.
type Role uint8

// The sixteen roles.
const (
	Other      Role = iota // anything else: polls, tickers, carts, hidden templates
	Title                  // the headline of the page's story
	Dek                    // standfirst, subtitle
	Byline                 // names, dates, reading time at the head of a story
	Body                   // the text that the page is for
	Caption                // captions and picture credits
	Bio                    // author box
	Newsletter             // e-mail, app and podcast sign-ups
	Related                // teasers and links to other stories
	Comment                // what readers wrote, and the form to write it in
	Nav                    // menus, breadcrumbs, jump lists
	Share                  // buttons to share or follow
	Promo                  // adverts, offers, appeals
	Legal                  // copyright, privacy, disclaimers
	Tags                   // category labels and tag lists
	Paywall                // the wall, and what stands on it

	// NumRoles is the number of roles; every Role is below it.
	NumRoles = 16
)

var roleNames = [NumRoles]string{
	"other", "title", "dek", "byline", "body", "caption", "bio", "newsletter",
	"related", "comment", "nav", "share", "promo", "legal", "tags", "paywall",
}

// Roles returns all roles in their numeric order.
func Roles() []Role {
	roles := make([]Role, NumRoles)
	for i := range roles {
		roles[i] = Role(i)
	}
	return roles
}

// ParseRole returns the role with the given name, as [Role.String] writes it.
func ParseRole(name string) (Role, error) {
	for i, n := range roleNames {
		if n == name {
			return Role(i), nil
		}
	}
	return Other, fmt.Errorf("heuristics: no role is called %q", name)
}

// String returns the lower-case name of the role.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return fmt.Sprintf("role(%d)", uint8(r))
}

// MarshalText writes the role's name, so that roles are words in JSON.
func (r Role) MarshalText() ([]byte, error) {
	if int(r) >= len(roleNames) {
		return nil, fmt.Errorf("heuristics: there is no role %d", uint8(r))
	}
	return []byte(roleNames[r]), nil
}

// UnmarshalText reads a role's name.
func (r *Role) UnmarshalText(text []byte) (err error) {
	*r, err = ParseRole(string(text))
	return err
}
