package extract

import (
	"slices"
	"strings"
)

// cueKind is what a cued date is the date of.
type cueKind int

const (
	cueAccess cueKind = iota
	cueArchive
	cueUpdate
	cuePublish
)

// cues are the words behind which an entry says when it was read, archived,
// updated or published, by their first word. Longer ones come first.
var cues = indexCues()

type cue struct {
	words []string // in lower case
	kind  cueKind
}

func indexCues() map[string][]cue {
	index := make(map[string][]cue)
	for _, set := range cueWords {
		for _, phrase := range set.phrases {
			words := strings.Fields(phrase)
			index[words[0]] = append(index[words[0]], cue{words, set.kind})
		}
	}
	for _, list := range index {
		slices.SortStableFunc(list, func(a, b cue) int { return len(b.words) - len(a.words) })
	}
	return index
}

// cueWords are the wordings met in reference lists, by language.
var cueWords = []struct {
	kind    cueKind
	phrases []string
}{
	{cueAccess, []string{
		// English
		"accessed", "retrieved", "last accessed", "date accessed", "date of access", "access date", "accessed date", "last access", "access", "last retrieved", "date retrieved", "viewed", "last viewed", "date viewed", "last visited", "visited", "last checked", "last consulted", "consulted", "cited", "cited on", "downloaded", "last seen",
		"abgerufen", "zuletzt abgerufen", "abruf", "letzter abruf", "abrufdatum", "zugriff", "letzter zugriff", "zuletzt zugegriffen", "zugegriffen", "aufgerufen", "zuletzt aufgerufen", "eingesehen", "zuletzt besucht", "gesehen", // German
		"consulté", "consultée", "page consultée", "site consulté", "dernière consultation", "date de consultation", "accédé", "visité", // French
		"consultado", "consultada", "fecha de consulta", "fecha de acceso", "recuperado", "última consulta", "visitado", "accedido", "acceso", // Spanish
		"acesso", "acessado", "acedido", "data de acesso", "último acesso", "consultado a", // Portuguese
		"consultato", "url consultato", "consultata", "ultimo accesso", "visitato", "accesso", // Italian
		"geraadpleegd", "bezocht", "laatst bezocht", "laatst geraadpleegd", // Dutch
		"läst", "hämtad", "hämtat", "besökt", "åtkomst", // Swedish
		"hentet", "besøgt", "tilgået", "lest", "besøkt", "læst", // Danish, Norwegian
		"viitattu", "haettu", "luettu", // Finnish
		"dostęp", "data dostępu", "dostęp z dnia", "dostęp dnia", "dostęp w dniu", // Polish
		"citováno", "navštíveno", "přístup", "dostupné", "citované", "prístup", // Czech, Slovak
		"hozzáférés", "megtekintve", "letöltve", "elérés", "utolsó megtekintés", // Hungarian
		"accesat", "consultat", "accesat la data", // Romanian, Catalan
		"дата обращения", "дата доступа", "проверено", "дата посещения", // Russian
		"дата звернення", "процитовано", "перевірено", // Ukrainian
		"посетен", "посетено", "достъп", // Bulgarian
		"pristupljeno", "preuzeto", "приступљено", // Croatian, Serbian
		"ανακτήθηκε", "πρόσβαση", "ανάκτηση", // Greek
		"erişim tarihi", "erişildi", // Turkish
		"diakses", "diakses tanggal", // Indonesian
		"truy cập",                       // Vietnamese
		"қаралған күні", "жүгінген күні", // Kazakh
		"اطلع عليه بتاريخ", // Arabic
		"נבדק",             // Hebrew
	}},
	{cueArchive, []string{
		"archived from the original pdf", "archived from the original", "archived from original", "archived", "archive date", "archived copy", "archived version",
		"archiviert vom original", "archiviert", "archivé", "archivée", "archivado desde el original", "archivado", "arquivado do original", "arquivado", "archiviato dall'url originale", "archiviato", "gearchiveerd", "arkiverad från originalet", "arkiverad", "arkiveret", "arkivert", "zarchiwizowano", "архивировано", "архивировано из первоисточника", "архівовано",
	}},
	{cueUpdate, []string{
		"last updated", "updated", "last update", "last modified", "last revised", "revised", "last reviewed", "last amended", "page updated", "date updated", "modified",
		"zuletzt aktualisiert", "aktualisiert", "mis à jour", "mise à jour", "dernière mise à jour", "actualizado", "última actualización", "atualizado", "aggiornato", "ultimo aggiornamento", "bijgewerkt", "laatst bijgewerkt", "uppdaterad", "обновлено", "оновлено", "zaktualizowano",
	}},
	{cuePublish, []string{
		"published", "first published", "published online", "date published", "posted", "publication date", "issued", "released", "veröffentlicht", "publié", "publicado", "pubblicato", "опубликовано",
	}},
}

// cueLinks are the words that may stand between a cue and its date.
var cueLinks = map[string]bool{
	"on": true, "at": true, "the": true, "in": true, "as": true, "of": true, "am": true, "den": true, "le": true, "el": true, "em": true, "il": true, "op": true, "la": true, "de": true, "da": true, "en": true, "día": true, "dia": true, "los": true, "från": true, "z": true, "dnia": true, "dne": true, "ngày": true,
	"pada": true, "tanggal": true, "data": true, "pe": true, "από": true, "στις": true, "на": true, "от": true, "online": true, "from": true, "date": true, "a": true, "w": true, "dniu": true, "vom": true, "été": true, "internet": true, "fra": true,
}

// cjkCues are wordings of scripts without spaces. Those of the second list
// stand behind their date.
var (
	cjkCues      = []string{"访问日期", "訪問日期", "检索日期", "检索于", "访问于", "查阅日期", "參照日", "アクセス日", "閲覧日", "閲覧", "접속일", "확인일"}
	cjkCuesAfter = []string{"閲覧", "访问", "アクセス", "확인함", "확인"}
)

// foreignMonths are month names that the calendar does not read itself, by the English
// name they stand for. Cases, articles and abbreviations as reference lists use them.
var foreignMonths = indexMonths()

func indexMonths() map[string]string {
	index := make(map[string]string)
	for english, names := range monthNames {
		for _, name := range strings.Fields(names) {
			index[name] = english
		}
	}
	return index
}

var monthNames = map[string]string{
	"January":   "januar jänner janvier janv enero ene janeiro gennaio gen januari tammikuu tammikuuta stycznia styczeń sty ledna leden január januára ianuarie января январь янв січня січень януари ιανουαρίου ιανουάριος ocak siječnja gener jaan jaanuar қаңтар",
	"February":  "februar feber février févr fév febrero feb fevereiro fev febbraio februari helmikuu helmikuuta lutego luty února únor február februára februarie февраля февраль февр фев лютого лютий февруари φεβρουαρίου φεβρουάριος şubat veljače febrer ақпан",
	"March":     "märz maerz mär mars marzo março mar maart maaliskuu maaliskuuta marca marzec března březen március martie марта март мар березня березень март μαρτίου μάρτιος mart ožujka març marts наурыз",
	"April":     "avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień dubna duben április apríla aprilie апреля апрель апр квітня квітень април απριλίου απρίλιος nisan travnja сәуір",
	"May":       "mai mayo maio maggio mag mei maj toukokuu toukokuuta maja května květen május mája мая май травня травень μαΐου μάιος mayıs svibnja maig мамыр",
	"June":      "juni juin junio junho giugno giu kesäkuu kesäkuuta czerwca czerwiec června červen június júna iunie июня июнь июн червня червень юни ιουνίου ιούνιος haziran lipnja juny маусым",
	"July":      "juli juillet juil julio julho luglio lug heinäkuu heinäkuuta lipca lipiec července červenec július júla iulie июля июль июл липня липень юли ιουλίου ιούλιος temmuz srpnja juliol шілде",
	"August":    "août aout agosto ago augustus augusti elokuu elokuuta sierpnia sierpień srpna srpen augusztus augusta августа август авг серпня серпень αυγούστου αύγουστος ağustos kolovoza agost тамыз",
	"September": "septembre septiembre setiembre setembro set settembre sett syyskuu syyskuuta września wrzesień září szeptember septembra septembrie сентября сентябрь сент сен вересня вересень септември σεπτεμβρίου σεπτέμβριος eylül rujna setembre қыркүйек",
	"October":   "oktober okt octobre octubre outubro out ottobre ott lokakuu lokakuuta października październik října říjen október októbra octombrie октября октябрь окт жовтня жовтень октомври οκτωβρίου οκτώβριος ekim listopada octubre қазан",
	"November":  "novembre noviembre novembro marraskuu marraskuuta listopadu november novembra noiembrie ноября ноябрь нояб ноя листопада листопад ноември νοεμβρίου νοέμβριος kasım studenoga қараша",
	"December":  "dezember dez décembre déc diciembre dic dezembro dicembre joulukuu joulukuuta grudnia grudzień prosince prosinec december decembra decembrie декабря декабрь дек грудня грудень декември δεκεμβρίου δεκέμβριος aralık prosinca desember des desembre желтоқсан",
}
