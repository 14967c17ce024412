package extract

import (
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func languageOf(text string) string {
	var e evidence
	e.read(text)
	return e.language()
}

// passages say about the same in each language.
var passages = []struct{ language, text string }{
	{"en", "The council decided on Monday that the old bridge, which was built by the city in 1890, will be closed to traffic for two years."},
	{"fr", "Le conseil a décidé lundi que le vieux pont, qui a été construit par la ville en 1890, sera fermé à la circulation pendant deux ans."},
	{"de", "Der Stadtrat hat am Montag beschlossen, dass die alte Brücke, die 1890 von der Stadt gebaut wurde, für zwei Jahre gesperrt wird."},
	{"es", "El consejo decidió el lunes que el viejo puente, que fue construido por la ciudad en 1890, se cerrará al tráfico durante dos años."},
	{"pt", "O conselho decidiu na segunda-feira que a velha ponte, que foi construída pela cidade em 1890, será fechada ao trânsito durante dois anos."},
	{"it", "Il consiglio ha deciso lunedì che il vecchio ponte, che è stato costruito dalla città nel 1890, sarà chiuso al traffico per due anni."},
	{"ca", "El consell va decidir dilluns que el vell pont, que va ser construït per la ciutat el 1890, es tancarà al trànsit durant dos anys amb totes les conseqüències per als veïns."},
	{"nl", "De gemeenteraad heeft maandag besloten dat de oude brug, die in 1890 door de stad werd gebouwd, voor twee jaar wordt gesloten voor het verkeer."},
	{"sv", "Stadsfullmäktige beslutade på måndagen att den gamla bron, som byggdes av staden år 1890, ska stängas för trafik under två år och inte ersättas."},
	{"da", "Byrådet besluttede mandag, at den gamle bro, som blev bygget af byen i 1890, skal lukkes for trafik i to år efter sommeren og ikke erstattes."},
	{"no", "Bystyret vedtok mandag at den gamle broen, som ble bygget av byen i 1890, skal stenges for trafikk i to år etter sommeren og ikke erstattes."},
	{"fi", "Kaupunginvaltuusto päätti maanantaina, että vanha silta, joka on rakennettu vuonna 1890, suljetaan liikenteeltä kahdeksi vuodeksi, mutta se ei ole lopullista."},
	{"et", "Volikogu otsustas esmaspäeval, et vana sild, mis on ehitatud aastal 1890, suletakse kaheks aastaks ja see ei ole veel kõik, kuid linn on rahul."},
	{"hu", "A városi tanács hétfőn úgy döntött, hogy a régi hidat, amely 1890 után épült, két évre lezárják, és nem lesz helyette másik, de ez még nem végleges."},
	{"pl", "Rada miasta zdecydowała w poniedziałek, że stary most, który został zbudowany przez miasto w 1890 roku, będzie zamknięty dla ruchu na dwa lata."},
	{"cs", "Zastupitelstvo v pondělí rozhodlo, že starý most, který byl postaven městem v roce 1890, bude na dva roky uzavřen pro dopravu a není jisté, co bude dál."},
	{"sk", "Zastupiteľstvo v pondelok rozhodlo, že starý most, ktorý bol postavený mestom v roku 1890, bude na dva roky uzavretý pre dopravu a nie je isté, čo bude ďalej."},
	{"ro", "Consiliul a decis luni că podul vechi, care a fost construit de oraș în anul 1890, va fi închis pentru trafic timp de doi ani și nu va fi înlocuit."},
	{"tr", "Belediye meclisi pazartesi günü, 1890 yılında yapılan eski köprünün iki yıl için trafiğe kapatılacağına karar verdi ve bu karar daha sonra çok tartışıldı."},
	{"hr", "Gradsko vijeće odlučilo je u ponedjeljak da će se stari most, koji je sagrađen 1890. godine, zatvoriti za promet na dvije godine i ne zna se što će biti nakon toga."},
	{"id", "Dewan kota pada hari Senin memutuskan bahwa jembatan tua yang dibangun oleh kota pada tahun 1890 akan ditutup untuk lalu lintas dalam dua tahun."},
	{"vi", "Hội đồng thành phố đã quyết định vào thứ hai rằng cây cầu cũ, được xây dựng năm 1890, sẽ đóng cửa trong hai năm và không có cầu khác cho người dân."},
	{"ru", "Городской совет решил в понедельник, что старый мост, построенный городом в 1890 году, будет закрыт для движения на два года."},
	{"uk", "Міська рада вирішила у понеділок, що старий міст, який збудували у 1890 році, буде закрито для руху на два роки."},
	{"bg", "Градският съвет реши в понеделник, че старият мост, построен от града през 1890 година, ще бъде затворен за две години."},
	{"sr", "Градско веће одлучило је у понедељак да ће се стари мост, који је изграђен 1890. године, затворити за саобраћај на две године."},
	{"kk", "Қалалық кеңес дүйсенбіде 1890 жылы салынған ескі көпірді екі жылға көлік қозғалысы үшін жабу туралы шешім қабылдады."},
	{"be", "Гарадскі савет вырашыў у панядзелак, што стары мост, які пабудаваў горад у 1890 годзе, будзе зачынены на два гады."},
	{"el", "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα ότι η παλιά γέφυρα θα κλείσει για δύο χρόνια."},
	{"zh", "市议会周一决定，1890年建成的旧桥将关闭两年。"},
	{"ja", "市議会は月曜日、1890年に建てられた古い橋を二年間閉鎖することを決めた。"},
	{"ko", "시의회는 월요일에 1890년에 지어진 낡은 다리를 2년 동안 폐쇄하기로 결정했다."},
	{"ar", "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم أمام حركة المرور لمدة عامين."},
	{"fa", "شورای شهر روز دوشنبه تصمیم گرفت پل قدیمی را که در سال ۱۸۹۰ ساخته شد به مدت دو سال ببندد."},
	{"he", "מועצת העיר החליטה ביום שני לסגור את הגשר הישן לתנועה למשך שנתיים."},
}

func TestThePassagesLanguagesAreTold(t *testing.T) {
	for _, p := range passages {
		if got := languageOf(p.text); got != p.language {
			t.Errorf("%s is taken for %s: %q", p.language, got, p.text)
		}
		if p.language != "en" && languageNames[p.language] == "" {
			t.Errorf("%s has no English name", p.language)
		}
	}
}

func TestEnglishStaysEnglish(t *testing.T) {
	for _, text := range []string{
		"The film Le Fabuleux Destin d'Amélie Poulain was shown at the Festival de Cannes and by the Cinémathèque de la Ville de Paris.",
		"In German it is called \"Die Würde des Menschen ist unantastbar\", which the court of the state has said is the first of the rights.",
		"Players of Real Madrid Club de Fútbol and of the Real Sociedad de Fútbol were given the award by the Federación de España.",
		"The word Москва (Moskva) is the Russian name of the city, and Київ is the name that Ukraine uses for its capital.",
		"Store hours: 8 am to 6 pm, Saturdays from 9 am, Sundays 10 am to 4 pm, and closed on New Year's Day in the morning.",
	} {
		if got := languageOf(text); got != "en" {
			t.Errorf("taken for %s: %q", got, text)
		}
	}
}

func TestWhatIsTooShortIsUndetermined(t *testing.T) {
	for _, text := range []string{"", "1890", "Results", "La Paz", "Die Welt", "de facto", "Table 3", "α", "Universidade da Coruña, A Coruña"} {
		if got := languageOf(text); got != undetermined {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for words, want := range map[string]string{
		"en": "en", "EN_us": "en-US", "pt-br": "pt-BR", "zh-hant-TW": "zh-Hant-TW", "sr-Latn": "sr-Latn",
		"English": "", "": "", "e": "", "und": "", "en--US": "", "français": "", "en US": "",
	} {
		if got := languageTag(words); got != want {
			t.Errorf("languageTag(%q) = %q, want %q", words, got, want)
		}
	}
}

func readArticle(t *testing.T, text string) article.Article {
	t.Helper()
	doc, err := ingest.Parse("a.md", []byte(text), ingest.FormatOf("a.md"))
	if err != nil {
		t.Fatal(err)
	}
	return Extract(doc, Options{AsOf: when.Date{Year: 2026, Month: 9, Day: 1}, Almanac: almanac.Default()})
}

func TestAnArticleInAnotherLanguageHasNoClaimsButItsReferences(t *testing.T) {
	a := readArticle(t, `# Мост

Городской совет решил 15 января 2025 года, что старый мост будет закрыт для движения на два года [1]. Сейчас он ещё открыт.

Under the Act of 1999 this was the duty of the city, and it has been done by the council since then.

## Литература

[1] Иванов И. Старый мост // Вестник. 3 марта 2021. URL: https://example.org/most (дата обращения: 4 мая 2022).
`)
	if a.Language != "ru" {
		t.Errorf("language %q", a.Language)
	}
	for _, c := range a.Claims {
		if strings.ContainsAny(a.Text[c.Span.Start:c.Span.End], "абвгд") {
			t.Errorf("a claim in Russian: %q", a.Text[c.Span.Start:c.Span.End])
		}
	}
	if len(a.Claims) == 0 {
		t.Error("no claim in the English paragraph")
	}
	if len(a.Citations) != 1 || a.Citations[0].Reference != 0 {
		t.Fatalf("citations %+v", a.Citations)
	}
	if r := a.References[0]; r.Accessed.When.String() != "2022-05-04" {
		t.Errorf("accessed %v", r.Accessed)
	}
	if len(a.Times) == 0 || a.Times[0].Readings[0].String() != "2025-01-15" {
		t.Errorf("times %+v", a.Times)
	}
	if len(a.Problems) != 1 || !strings.Contains(a.Problems[0].Message, "this passage is written in Russian") || !strings.HasPrefix(a.Text[a.Problems[0].Span.Start:], "Городской") {
		t.Errorf("problems %+v", a.Problems)
	}
}

func TestTheFrontMatterHasTheLastWordOnTheLanguage(t *testing.T) {
	for stated, want := range map[string]string{"en_GB": "en-GB", "English": "en", "de": "de"} {
		a := readArticle(t, "---\nlang: "+stated+"\n---\n\n"+passages[0].text+"\n")
		if a.Language != want {
			t.Errorf("lang: %s gives %q, want %q", stated, a.Language, want)
		}
		if len(a.Claims) != 1 || len(a.Problems) != 0 {
			t.Errorf("lang: %s: %d claims, problems %v; the paragraph is English all the same", stated, len(a.Claims), a.Problems)
		}
	}
}

func TestShortBlocksFollowTheirArticle(t *testing.T) {
	a := readArticle(t, "# Brücke\n\n"+passages[2].text+"\n\n- Kosten 2025: hoch\n- Dauer 2026: lang\n")
	if len(a.Claims) != 0 {
		t.Errorf("claims %+v", a.Claims)
	}
	if len(a.Problems) != 1 || !strings.HasPrefix(a.Problems[0].Message, "the article is written in German: ") {
		t.Errorf("problems %+v", a.Problems)
	}
}

func TestAccessDatesOfOtherLanguagesRead(t *testing.T) {
	for _, cued := range []string{
		"Abgerufen am 4. Mai 2022", "consulté le 4 mai 2022", "consultado el 4 de mayo de 2022", "acesso em 4 de maio de 2022", "consultato il 4 maggio 2022",
		"geraadpleegd op 4 mei 2022", "hämtad den 4 maj 2022", "hentet 4. mai 2022", "viitattu 4. toukokuuta 2022", "dostęp 4 maja 2022", "дата обращения: 4 мая 2022",
		"дата звернення: 4 травня 2022", "erişim tarihi: 4 Mayıs 2022", "қаралған күні: 4 мамыр 2022", "ανακτήθηκε 4 Μαΐου 2022", "访问日期：2022年5月4日", "閲覧日：2022年5月4日",
	} {
		a := readArticle(t, "It was so [1].\n\n## References\n\n[1] Roe, J. The bridge. https://example.org/bridge. "+cued+".\n")
		if len(a.References) != 1 || a.References[0].Accessed.When.String() != "2022-05-04" {
			t.Errorf("%q: %+v", cued, a.References)
		}
	}
}

func TestShortForeignCellsAreNoProblem(t *testing.T) {
	a := readArticle(t, passages[0].text+"\n\n| Name | Meaning |\n|---|---|\n| 라리사 마노반 | a name |\n| Женева | a city |\n")
	if a.Language != "en" || len(a.Problems) != 0 {
		t.Errorf("language %q, problems %+v", a.Language, a.Problems)
	}
}

func FuzzLanguage(f *testing.F) {
	for _, p := range passages {
		f.Add(p.text)
	}
	f.Add("\xff\xfe de la ")
	f.Fuzz(func(t *testing.T, text string) {
		if got := languageOf(text); got != "en" && got != undetermined && languageNames[got] == "" {
			t.Errorf("%q has no name", got)
		}
		if tag := languageTag(text); tag != "" && languageTag(tag) != tag {
			t.Errorf("languageTag(%q) = %q, which is not its own tag", text, tag)
		}
	})
}
