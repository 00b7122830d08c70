package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// changeWords are the words that say when a page was changed, in small
// letters. Their capitals are as many bytes long.
var changeWords = [...]string{"updated", "modified", "revised", "aktualisiert", "geändert", "mis à jour", "modifié", "actualizado",
	"aggiornato", "atualizado", "bijgewerkt", "zaktualizowano", "обновлено", "güncellendi", "diperbarui"}

// unspacedChangeWords are those of languages that do not part words by spaces.
var unspacedChangeWords = [...]string{"更新", "업데이트", "수정"}

// changeInitials are the bytes that changeWords begin with, in either case.
var changeInitials = func() (initials [1 << 8]bool) {
	for _, w := range changeWords {
		initials[w[0]], initials[w[0]&^0x20] = true, true
	}
	return initials
}()

// saysChange returns where in a text the first words stand that say when a page
// was changed, -1 if there are none.
func saysChange(s string) int {
	inWord := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			letter := asciiWord(c)
			if letter && !inWord && changeInitials[c] && beginsWithAny(s[i:], changeWords[:], true) {
				return i
			}
			inWord = letter
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if letter && (!inWord && beginsWithAny(s[i:], changeWords[:], true) || beginsWithAny(s[i:], unspacedChangeWords[:], false)) {
			return i
		}
		inWord = letter
		i += size
	}
	return -1
}

// joinedWords are what lines begin with, in profiles beside the posts of a forum,
// that say since when somebody has been a member.
var joinedWords = [...]string{"joined", "join date", "member since", "registered", "registriert", "registrierung", "mitglied seit", "dabei seit",
	"inscrit", "inscription", "membre depuis", "registrado", "miembro desde", "membro desde", "iscritto", "geregistreerd", "lid sinds", "dołączył",
	"rejestracja", "зарегистрирован", "регистрация", "kayıt", "注册", "登録", "가입"}

// saysJoined tells whether a text begins with such words.
func saysJoined(s string) bool { return s != "" && beginsWithAny(s, joinedWords[:], false) }

// beginsWithAny tells whether a text, which is not empty, begins with one of the
// words, and ends or goes on with no letter if whole is set.
func beginsWithAny(s string, words []string, whole bool) bool {
	for _, w := range words {
		if s[0]|0x20 != w[0]|0x20 || len(s) < len(w) || !strings.EqualFold(s[:len(w)], w) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[len(w):]); !whole || len(s) == len(w) || r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func asciiWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}
