package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words that tell what a name names. All are in small letters; a name's own
// words are folded before they are looked up.

// organizationHeads end the names of bodies: "Acme Holdings", "Commerce
// Department".
var organizationHeads = wordSet(`inc corp corporation co company ltd limited llc plc gmbh ag sa nv spa oyj group holding holdings
	partners ventures capital enterprises industries technologies systems laboratories labs motors airlines airways
	aviation railways railway bank banks bancorp insurance securities pharmaceuticals energy petroleum telecom
	computer computers software networks aerospace aircraft airplanes electronics foods stores steel chemicals
	university college school schools institute institution academy polytechnic faculty
	ministry department departments agency bureau commission committee subcommittee council board authority administration
	office directorate secretariat service services inspectorate treasury
	parliament congress senate assembly legislature duma knesset bundestag cabinet government court courts tribunal
	party union unions federation confederation association league alliance coalition society club foundation trust fund
	organization organisation network movement front brigade brigades army navy guard guards corps battalion regiment
	force forces police militia church mosque synagogue diocese
	times post herald tribune gazette journal chronicle guardian telegraph news newspaper magazine press radio tv television
	broadcasting media studios pictures records entertainment publishing books
	hospital clinic museum gallery library observatory orchestra theatre theater choir band ensemble
	unit committees commissions councils guild guilds centre center consortium syndicate cooperative initiative taskforce team united fc afc cf`)

// organizationLeads open the names of bodies, with "of" or "for" behind them.
var organizationLeads = wordSet(`ministry department university institute bank bureau office board council commission
	committee court academy college school association federation union society organization organisation league
	agency church centre center centers centres house chamber confederation foundation fund campaign party authority
	directorate secretariat alliance coalition museum library hospital government city bar conference congress joint
	embassy consulate order knights army parliament senate community forum network movement division service fellowship
	assembly faculty brotherhood sons daughters friends international doctors reporters amnesty`)

// placeHeads end the names of places.
var placeHeads = wordSet(`river lake lakes mountain mountains mount hills hill island islands isle isles sea ocean bay gulf
	strait straits channel canal peninsula valley desert basin plateau plain plains forest coast cape delta fjord glacier
	city county province state district region territory prefecture oblast governorate municipality township village
	town borough parish republic kingdom emirate emirates street avenue road boulevard lane square bridge airport port
	harbour harbor park gardens station dam highway tunnel castle palace tower towers stadium arena
	asia africa europe america americas oceania antarctica arctic east west hemisphere strip falls reef springs beach heights`)

// placeLeads open the names of places: "Mount Kenya", "Gulf of Oman".
var placeLeads = wordSet(`mount mt lake cape fort gulf bay isle island port saint st san santa são los las el rio republic kingdom
	commonwealth strait sea city state province county district duchy principality`)

// workHeads end, or open with "of" or "on" behind them, the names of laws,
// agreements and publications.
var workHeads = wordSet(`act amendment amendments treaty treaties agreement agreements accord accords convention conventions
	protocol protocols pact bill law laws code constitution declaration charter resolution directive regulation ordinance
	statute decree report review survey index memorandum covenant doctrine manifesto plan proclamation compact concordat
	communiqué bible quran encyclopedia encyclopaedia dictionary handbook atlas`)

// smallWorkHeads are the heads that belong to a name even where they are not
// capitalised: "the Smith-Jones amendment".
var smallWorkHeads = wordSet(`act amendment treaty agreement accord accords convention protocol pact doctrine declaration`)

// eventHeads end the names of events.
var eventHeads = wordSet(`war wars cup olympics paralympics games championship championships tournament battle siege revolution
	uprising rebellion revolt coup massacre genocide holocaust earthquake tsunami hurricane typhoon cyclone flood famine
	pandemic crisis summit conference congress festival expo exhibition fair marathon rally election elections referendum
	primary campaign offensive invasion operation intifada depression recession renaissance reformation armistice
	ceremony awards prize prix open masters derby bowl series finals playoffs eurovision biennale jubilee spring`)

// eventLeads open the names of events.
var eventLeads = wordSet(`battle siege operation hurricane typhoon cyclone storm feast sack`)

// portfolios are what ministers and departments are of: "Minister of Foreign
// Affairs".
var portfolios = wordSet(`state defense defence foreign affairs external internal interior home finance economy economic economics
	treasury commerce trade industry business labor labour employment work pensions health human services education
	higher science sciences research technology innovation digital communications communication information transport
	transportation infrastructure housing urban rural regional local development planning agriculture food fisheries
	forestry forests environment environmental climate change energy power oil petroleum gas mines mining minerals
	natural resources water justice law legal security homeland veterans war army navy air force police culture
	arts heritage sport sports tourism youth women children family families social welfare solidarity community
	communities immigration migration citizenship integration refugees religious religion parliamentary public works
	administration cabinet budget taxation revenue customs statistics emergencies emergency situations disaster
	relations cooperation international european exteriors overseas investment investments privatization
	utilities media press`)

// particles join the parts of a person's or place's name in small letters.
var particles = wordSet(`de da do dos das del della di du la le van von der den ter ten bin ibn al el y e zu af av`)

// weekdaysAndMonths begin no name by themselves.
var weekdaysAndMonths = wordSet(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
	fridays saturdays sundays january february march april may june july august september october november december
	jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. easter christmas`)

// plainWords are capitalised at the head of a sentence without being names, or
// capitalised by custom.
var plainWords = wordSet(`i i'm the a an this that these those there here it he she they we you who what when where why how which
	whose his her its their our your my in on at by for from to with without within under over after before during since
	until while of as if although though because however but and or nor so yet then thus therefore moreover furthermore
	meanwhile instead indeed also among amid between despite according such some most many much several both each every
	all any another other others no not none nobody nothing only once now today yesterday tomorrow did do does is are
	was were has have had can could will would should shall may might must let one two three four five six seven eight
	nine ten earlier later last next more even still just please perhaps unlike like being having following nevertheless
	nonetheless additionally finally first second third fourth again against along around across about above below
	behind beyond near off out per than through throughout toward towards upon up down via too very whether whereas
	whatever whenever wherever ever never always often sometimes usually recently currently previously formerly
	eventually subsequently consequently specifically notably particularly similarly likewise overall generally
	god internet web bc ad ce bce am pm ok
	former new old late current ex born ltd. figure table chapter section volume appendix article part page note
	north south western eastern northern southern`)

// isNameWord reports whether w, as written, can be part of a name.
func isNameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		return true
	}
	if unicode.IsDigit(r) {
		return strings.IndexFunc(w, unicode.IsUpper) > 0 && strings.IndexFunc(w, unicode.IsLower) < 0
	}
	if !unicode.IsLower(r) || n == len(w) || !hasInnerUpper(w) {
		return false
	}
	// "iPhone", "al-Masri"; not "pro-Western"
	prefix, _, hyphen := strings.Cut(w, "-")
	return !hyphen || arabicArticle[prefix]
}

var arabicArticle = wordSet(`al el an ar as at ad ash ul bin ibn`)

// foldName returns w as the word sets have words: small, without points at its end.
func foldName(w string) string { return strings.TrimRight(strings.ToLower(w), ".") }
