package when

import (
	"strings"
	"time"
)

// monthWords are the names of the months in languages other than English, in
// the forms that stand in dates: cases, articles grown together and the usual
// abbreviations without their full stops. Alternatives are apart by bars. The
// names are those of the Unicode CLDR's calendars and of the languages' school
// grammars.
var monthWords = [...]struct {
	language string // BCP 47
	names    string // twelve fields
}{
	{"fr", "janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct novembre|nov décembre|decembre|déc"},
	{"de", "januar|jänner|jan|jän februar|feber|feb märz|maerz|mär|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez"},
	{"es", "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|sept|set octubre|oct noviembre|nov diciembre|dic"},
	{"pt", "janeiro|jan fevereiro|fev março|marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez"},
	{"it", "gennaio|gen|genn febbraio|feb|febbr marzo|mar aprile|apr maggio|mag|magg giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic"},
	{"ca", "gener febrer|febr març abril maig juny juliol agost setembre octubre novembre desembre"},
	{"nl", "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept oktober|okt november|nov december|dec"},
	{"sv", "januari|jan februari|feb|febr mars april|apr maj juni|jun juli|jul augusti|aug september|sep|sept oktober|okt november|nov december|dec"},
	{"da", "januar|jan februar|feb marts april|apr maj juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov december|dec"},
	{"no", "januar|jan februar|feb mars april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov desember|des"},
	{"fi", "tammikuuta|tammikuu|tammikuussa helmikuuta|helmikuu|helmikuussa maaliskuuta|maaliskuu|maaliskuussa huhtikuuta|huhtikuu|huhtikuussa toukokuuta|toukokuu|toukokuussa kesäkuuta|kesäkuu|kesäkuussa heinäkuuta|heinäkuu|heinäkuussa elokuuta|elokuu|elokuussa syyskuuta|syyskuu|syyskuussa lokakuuta|lokakuu|lokakuussa marraskuuta|marraskuu|marraskuussa joulukuuta|joulukuu|joulukuussa"},
	{"et", "jaanuar|jaanuaril|jaan veebruar|veebruaril märts|märtsil aprill|aprillil mai|mail juuni|juunil juuli|juulil august|augustil september|septembril oktoober|oktoobril november|novembril detsember|detsembril"},
	{"hu", "január|januárban|jan február|februárban|febr március|márciusban|márc április|áprilisban|ápr május|májusban|máj június|júniusban|jún július|júliusban|júl augusztus|augusztusban|aug szeptember|szeptemberben|szept október|októberben|okt november|novemberben|nov december|decemberben|dec"},
	{"pl", "stycznia|styczeń|styczniu|sty lutego|luty|lutym|lut marca|marzec|marcu|mar kwietnia|kwiecień|kwietniu|kwi maja|maj|maju czerwca|czerwiec|czerwcu|cze lipca|lipiec|lipcu|lip sierpnia|sierpień|sierpniu|sie września|wrzesień|wrześniu|wrz października|październik|październiku|paź listopada|listopad|listopadzie|lis grudnia|grudzień|grudniu|gru"},
	{"cs", "ledna|leden|lednu února|únor|únoru března|březen|březnu dubna|duben|dubnu května|květen|květnu června|červen|červnu července|červenec|červenci srpna|srpen|srpnu září října|říjen|říjnu listopadu|listopad prosince|prosinec|prosinci"},
	{"sk", "januára|január februára|február marca|marec apríla|apríl mája|máj júna|jún júla|júl augusta|august septembra|september októbra|október novembra|november decembra|december"},
	{"ro", "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|noi|nov decembrie|dec"},
	{"tr", "ocak|oca|ocakta şubat|şub|şubatta mart|martta nisan|nis|nisanda mayıs|mayısta haziran|haz|haziranda temmuz|tem|temmuzda ağustos|ağu|ağustosta eylül|eyl|eylülde ekim|eki|ekimde kasım|kas|kasımda aralık|ara|aralıkta"},
	{"ru", "января|январь|январе|янв февраля|февраль|феврале|февр|фев марта|март|марте|мар апреля|апрель|апреле|апр мая|май|мае июня|июнь|июне|июн июля|июль|июле|июл августа|август|августе|авг сентября|сентябрь|сентябре|сент|сен октября|октябрь|октябре|окт ноября|ноябрь|ноябре|нояб|ноя декабря|декабрь|декабре|дек"},
	{"uk", "січня|січень|січні|січ лютого|лютий|лютому|лют березня|березень|березні|бер квітня|квітень|квітні|квіт травня|травень|травні|трав червня|червень|червні|черв липня|липень|липні|лип серпня|серпень|серпні|серп вересня|вересень|вересні|вер жовтня|жовтень|жовтні|жовт листопада|листопад|листопаді|лист грудня|грудень|грудні|груд"},
	{"bg", "януари февруари март април май юни юли август септември октомври ноември декември"},
	{"sr", "јануар|јануара фебруар|фебруара март|марта април|априла мај|маја јун|јуна јул|јула август|августа септембар|септембра октобар|октобра новембар|новембра децембар|децембра"},
	{"hr", "siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj srpnja|srpanj kolovoza|kolovoz rujna|rujan listopada|listopad studenoga|studenog|studeni prosinca|prosinac"},
	{"el", "ιανουαρίου|ιανουάριος|ιανουάριο|ιαν φεβρουαρίου|φεβρουάριος|φεβρουάριο|φεβ μαρτίου|μάρτιος|μάρτιο|μαρ απριλίου|απρίλιος|απρίλιο|απρ μαΐου|μάιος|μάιο|μαΐ ιουνίου|ιούνιος|ιούνιο|ιουν ιουλίου|ιούλιος|ιούλιο|ιουλ αυγούστου|αύγουστος|αύγουστο|αυγ σεπτεμβρίου|σεπτέμβριος|σεπτέμβριο|σεπ οκτωβρίου|οκτώβριος|οκτώβριο|οκτ νοεμβρίου|νοέμβριος|νοέμβριο|νοε δεκεμβρίου|δεκέμβριος|δεκέμβριο|δεκ"},
	{"kk", "қаңтар|қаңтарда ақпан|ақпанда наурыз|наурызда сәуір|сәуірде мамыр|мамырда маусым|маусымда шілде|шілдеде тамыз|тамызда қыркүйек|қыркүйекте қазан|қазанда қараша|қарашада желтоқсан|желтоқсанда"},
	{"id", "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu september|sep oktober|okt november|nov desember|des"},
}

// weekLists are the days of the week, from Monday on, that may stand before a
// date in the languages of monthWords.
var weekLists = []string{
	"lundi mardi mercredi jeudi vendredi samedi dimanche",
	"montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
	"lunes martes miércoles jueves viernes sábado domingo",
	"segunda terça quarta quinta sexta sábado domingo",
	"lunedì martedì mercoledì giovedì venerdì sabato domenica",
	"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
	"måndag tisdag onsdag torsdag fredag lördag söndag",
	"mandag tirsdag onsdag torsdag fredag lørdag søndag",
	"maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
	"hétfő kedd szerda csütörtök péntek szombat vasárnap",
	"poniedziałek wtorek środa czwartek piątek sobota niedziela",
	"pondělí úterý středa čtvrtek pátek sobota neděle",
	"luni marți miercuri joi vineri sâmbătă duminică",
	"pazartesi salı çarşamba perşembe cuma cumartesi pazar",
	"понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
	"понеділок вівторок середа четвер пʼятниця субота неділя",
	"δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
	"дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
}

// ordinalDays are the Portuguese days before "-feira".
var ordinalDays = unicodeSet("segunda terça quarta quinta sexta")

// weekdayWords holds the day of each word of weekLists.
var weekdayWords = func() map[string]time.Weekday {
	index := make(map[string]time.Weekday)
	for _, list := range weekLists {
		for n, names := range strings.Fields(list) {
			for name := range strings.SplitSeq(names, "|") {
				index[name] = time.Weekday((n + 1) % 7)
			}
		}
	}
	return index
}()

var (
	// dayLinks may stand between a day, a month and a year.
	dayLinks = unicodeSet("de del d di da du do of den gada")
	// dayLeads may stand before the whole date.
	dayLeads = unicodeSet("le el il la em op am vom den der dne dnia ngày στις την")
	// daySuffixes are glued to a day as the endings of an ordinal number.
	daySuffixes = unicodeSet("er re ère e º ª го й")
	// yearSuffixes say behind a year that it is one.
	yearSuffixes = unicodeSet("г год года году гг р рік року році r roku ж жыл жылы жылғы gada m aasta")
)

// ambiguousMonth is the shift of a second month in the values of foreignMonths:
// "listopada" is October to Croats and November to Poles.
const ambiguousMonth = 4

// foreignMonths holds the month of each word of monthWords.
var foreignMonths = func() map[string]int {
	index := make(map[string]int)
	for _, l := range monthWords {
		for n, names := range strings.Fields(l.names) {
			for name := range strings.SplitSeq(names, "|") {
				switch known := index[name]; known & nameMask {
				case 0:
					index[name] = n + 1
				case n + 1:
				default:
					index[name] = known&nameMask | (n+1)<<ambiguousMonth
				}
			}
		}
	}
	return index
}()

func unicodeSet(lists ...string) map[string]bool {
	set := make(map[string]bool)
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
	}
	return set
}
