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
	for word := range visits {
		index[word] = []cue{{[]string{word}, cueAccess}}
	}
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
		"published", "date", "first published", "published online", "date published", "posted", "publication date", "issued", "released", "veröffentlicht", "publié", "publicado", "pubblicato", "опубликовано",
	}},
}

// visits are words that say when a page was read only behind its address, and with
// a day: elsewhere they belong to titles.
var visits = wordSet(`read seen checked opened browsed fetched`)

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
