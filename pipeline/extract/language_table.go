package extract

import "strings"

// languageCount is how many languages of the Latin alphabet are told apart.
const languageCount = 22

// functionWords are the commonest function words of languages in the Latin
// alphabet, which every longer sentence is full of: articles, prepositions,
// conjunctions, pronouns, auxiliary verbs. English is the first.
var functionWords = [languageCount]struct{ language, words string }{
	{"en", "the of and to in a is was for on with as by at from that it his her he she they are were be been has have had not but or which this their its an also who when after where into than then there these those during between first one two new may would could can will more most other such about over only some all both each what while however because under through we you our your i my me him them if so no do does did up out"},
	{"fr", "le la les des un une du de et en est dans pour que qui sur avec par au aux ce cette ces sont été était plus ne pas il elle ils elles nous vous se sa son ses leur leurs mais ou où comme entre après avant depuis fait être ont avait selon aussi"},
	{"de", "der die das und in ist den dem des ein eine einen einem einer eines zu mit von für auf im als auch nicht sich es wird wurde wurden werden sind war waren hat haben bei aus nach zum zur über vor durch oder aber wie noch nur kann dass diese dieser dieses seit sowie unter zwischen"},
	{"es", "el la los las de del y en que un una es por para con su sus se al como más pero fue son era ha han este esta estos entre desde hasta sobre también no lo le les ser está muy años sin según donde cuando durante contra porque ya"},
	{"pt", "o a os as de do da dos das e em que um uma é por para com no na nos nas ao aos se sua seu seus suas como mais mas foi são era tem têm foram pelo pela este esta entre desde até sobre também não ser está muito anos sem segundo onde quando durante já"},
	{"it", "il lo la i gli le di del della dei delle degli e in che un una è per con su si al alla ai da dal dalla nel nella nei come più ma fu sono era ha hanno questo questa tra fra dopo prima anche non suo sua loro essere stato stata anni secondo dove quando durante già"},
	{"ca", "el la els les de del dels i en que un una és per amb al als com més però va són era ha han aquest aquesta entre des fins sobre també no ser molt anys sense segons on quan durant"},
	{"nl", "de het een van en in is dat op te zijn met voor die niet aan er om ook als maar bij of uit door naar over ze zich hij werd worden wordt tot heeft hebben deze dit nog wel geen kan onder tussen tijdens na sinds jaar was"},
	{"sv", "och i att det som en på är av för med den till inte har de ett om var men sig från vid kan nu han när år efter under också blev skulle hade eller mellan sedan där enligt detta denna mot"},
	{"da", "og i at det som en på er af for med den til ikke har de et om var men sig fra ved kan nu han når år efter under også blev skulle havde eller mellem siden hvor ifølge dette denne mod"},
	{"no", "og i at det som en på er av for med den til ikke har de et om var men seg fra ved kan nå han når år etter under også ble skulle hadde eller mellom siden hvor ifølge dette denne mot"},
	{"fi", "ja on ei se että oli hän ovat mutta myös kun kuin tai joka jotka sen ole niin vuonna sekä mukaan jälkeen ollut voi olla kanssa mitä nyt vain hänen tämä ne vielä koska ennen aikana"},
	{"et", "ja on ei see et oli ta kui mis ka oma ning või aga selle kes seda olid aastal pärast veel nii kuid tema ole"},
	{"hu", "a az és hogy nem is egy volt van ez ezt meg de mint már csak el aki amely szerint után között pedig még vagy lett ha azt alatt ki ami voltak több illetve"},
	{"pl", "i w z na do się nie to jest że o jak po ale od za przez dla był była było były został została oraz są przy tym który która które ich jego jej lub także między podczas przed pod roku może tylko co"},
	{"cs", "a v na se je že z do o s i to pro jako za by byl byla bylo byly jsou který která které ve po od ale při podle také nebo mezi před roku jeho její není však pouze což"},
	{"sk", "a v na sa je že z do o s i to pre ako za by bol bola bolo boli sú ktorý ktorá ktoré vo po od ale pri podľa tiež alebo medzi pred roku jeho jej nie však iba čo"},
	{"ro", "și în de la a cu pe din că este un o al ale pentru care nu sunt mai prin au fost sau după către fi ca lui se între până dar cele cel această acest"},
	{"tr", "ve bir bu da de için ile olarak çok daha olan en gibi kadar sonra ancak ise ya göre tarafından yıl yılında değil var ne o her oldu olduğu arasında ilk"},
	{"hr", "i u je na se da su za od s o ne kao koji koja koje iz do bio bila bilo ali te po nakon što prema ili između godine samo također njegov biti sve"},
	{"id", "yang dan di dari untuk pada dengan ini itu dalam tidak adalah oleh sebagai akan juga ke karena telah tahun lebih atau bahwa mereka dapat ada menjadi setelah antara"},
	{"vi", "và của là có được trong cho các một những với không người này đã từ ở khi năm về đến tại cũng nhiều như theo sau ra vào"},
}

// functionMasks holds, for each function word, a bit for every language that
// has it.
var functionMasks = func() map[string]uint32 {
	masks := make(map[string]uint32)
	for k, l := range functionWords {
		for word := range strings.FieldsSeq(l.words) {
			masks[word] |= 1 << k
		}
	}
	return masks
}()

// languageNames are the English names of the languages that are told apart.
var languageNames = map[string]string{
	"fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "ca": "Catalan", "nl": "Dutch", "sv": "Swedish",
	"da": "Danish", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian", "fi": "Finnish", "et": "Estonian", "hu": "Hungarian", "pl": "Polish",
	"cs": "Czech", "sk": "Slovak", "ro": "Romanian", "tr": "Turkish", "hr": "Croatian", "id": "Indonesian", "vi": "Vietnamese",
	"ru": "Russian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "sr": "Serbian", "kk": "Kazakh", "el": "Greek",
	"zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "hi": "Hindi", "bn": "Bengali",
	"th": "Thai", "ka": "Georgian", "hy": "Armenian",
}

// languageName returns the English name of a language, "a language other than
// English" where it has none here.
func languageName(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	if name := languageNames[primary]; name != "" {
		return name
	}
	return "a language other than English"
}
