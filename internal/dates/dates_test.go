package dates_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/dates"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ text, language, want, reason string }{
		{"2024-03-12T14:05:00+01:00", "", "2024-03-12T14:05:00+01:00", "RFC 3339 stays"},
		{"2024-03-12T14:05:00Z", "", "2024-03-12T14:05:00Z", "UTC"},
		{"2024-03-12T14:05:00.000Z", "", "2024-03-12T14:05:00Z", "fractions of a second say nothing"},
		{"2024-03-12T14:05:00+0100", "", "2024-03-12T14:05:00+01:00", "offset without a colon"},
		{"2024-03-12T14:05", "", "2024-03-12", "no offset, no time"},
		{"2024-03-12 14:05:00", "", "2024-03-12", "no offset, no time"},
		{"Tue, 12 Mar 2024 14:05:00 GMT", "", "2024-03-12T14:05:00Z", "HTTP"},
		{"Tue, 12 Mar 2024 14:05:00 EST", "", "2024-03-12", "an abbreviation of three countries"},
		{"20240312", "", "2024-03-12", "basic form"},
		{"2024-03", "", "2024-03", "a month"},
		{"March 12th, 2024 at 2 pm", "en", "2024-03-12", "words"},
		{"Updated on Friday December 19, 2025 @08:00PM", "en", "2025-12-19", "words round it"},
		{"Dec 19th 2025", "en", "2025-12-19", "no comma"},
		{"12 Sept. 2024", "en-GB", "2024-09-12", "four letters"},
		{"May 2024", "en", "2024-05", "no day"},
		{"Tue Mar  5 09:12:44 UTC 2019", "en", "2019-03-05", "as C's ctime writes it, in archives of mailing lists"},
		{"Posted Mar 5 09:12 2019", "en", "2019-03-05", "without seconds and zone"},
		{"Mar 5 09:12, 44 views", "en", "", "no year behind the time"},
		{"12 มีนาคม 2567", "th", "2024-03-12", "the Buddhist era"},
		{"12/03/2567 10:30", "th", "2024-03-12", "in numbers"},
		{"12 March 2567", "en", "", "nobody else counts so"},
		{"03/12/2024", "en-US", "2024-03-12", "month first"},
		{"03/12/2024", "en-GB", "2024-12-03", "day first"},
		{"25/12/2024", "en-US", "2024-12-25", "no 25th month"},
		{"01/07/16", "en", "2016-01-07", "two digits of the year"},
		{"12.03.2024, 14:05 Uhr", "de", "2024-03-12", "German numbers"},
		{"12. März 2024", "de", "2024-03-12", "German"},
		{"5. Jänner 2024", "de-AT", "2024-01-05", "Austrian"},
		{"Publié le 1er août 2023 à 10h", "fr", "2023-08-01", "French"},
		{"12 de marzo de 2024", "es", "2024-03-12", "Spanish"},
		{"12 marzo 2024", "it", "2024-03-12", "Italian"},
		{"12 de março de 2024", "pt-BR", "2024-03-12", "Portuguese"},
		{"12 maart 2024", "nl", "2024-03-12", "Dutch"},
		{"12 października 2024", "pl", "2024-10-12", "Polish, genitive"},
		{"12 октября 2024 г.", "ru", "2024-10-12", "Russian, genitive"},
		{"12 Ekim 2024", "tr", "2024-10-12", "Turkish"},
		{"١٢ أكتوبر ٢٠٢٤", "ar", "2024-10-12", "Arabic, with its digits"},
		{"12 تشرين الأول 2024", "ar", "", "two words for a month are not read"},
		{"12 अक्टूबर 2024", "hi", "2024-10-12", "Hindi"},
		{"12 Oktober 2024", "id", "2024-10-12", "Indonesian"},
		{"2024年3月12日 14:05", "ja", "2024-03-12", "Japanese"},
		{"2024年3月12日", "zh", "2024-03-12", "Chinese"},
		{"2024년 3월 12일", "ko", "2024-03-12", "Korean"},
		{"31 February 2024", "en", "", "there is no such day"},
		{"12 March 1824", "en", "", "no page is that old"},
		{"1.2.3", "en", "", "a version"},
		{"10-20 people in 2024", "en", "", "no date at all"},
		{"", "", "", "nothing"},
	} {
		d, ok := dates.Parse(tt.text, tt.language)
		got := ""
		if ok {
			got = d.String()
		}
		assert.Equal(t, tt.want, got, "%q: %s", tt.text, tt.reason)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("12. März 2024", "de")
	f.Add("٣/١٢/٢٠٢٤", "ar")
	f.Fuzz(func(t *testing.T, text, language string) {
		if d, ok := dates.Parse(text, language); ok {
			again, ok := dates.Parse(d.String(), "")
			assert.True(t, ok, d.String())
			assert.Equal(t, d.String(), again.String())
		}
	})
}
