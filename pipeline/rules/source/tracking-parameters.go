package source

import (
	_ "embed"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed tracking-parameters.md
var trackingParametersPage string

var trackingParameters = check.NewRule(check.Meta{
	Name:     "tracking-parameters",
	Family:   "source",
	Summary:  "an address carries parameters that only tell where its reader came from",
	Since:    "0.1",
	Severity: check.Info,
	Page:     trackingParametersPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []address
	fix := check.Fix{Message: "drop the parameters that tell where the reader came from", Safe: true}
	var first string
	for _, x := range addressesOf(a) {
		names := trackingNames(&x)
		if len(names) == 0 || assistantOf(&x) != "" {
			continue
		}
		if found = append(found, x); len(found) == 1 {
			first = strings.Join(names, ", ")
		}
		fix.Edits = append(fix.Edits, dropTracking(a, &x)...)
	}
	if len(found) == 0 {
		return
	}
	f := together(check.Finding{
		Message: counted(a, found, "carries parameters that only track its readers: "+first, "carry parameters that only track their readers, the first "+first),
		Help:    "drop them: the page is the same",
		Label:   "tracked",
	}, found)
	if len(fix.Edits) > 0 {
		f.Fixes = []check.Fix{fix}
	}
	p.Report(f)
})

// trackers are parameters that advertising, mailing and analytics services
// document as theirs, or that one service alone names so: Google (gclid, dclid,
// gbraid, wbraid, gclsrc, _ga, _gl), Meta (fbclid, igshid, igsh), Microsoft
// (msclkid), Yandex (yclid, ysclid), X (twclid), TikTok (ttclid), LinkedIn
// (li_fat_id), Mailchimp (mc_cid, mc_eid), HubSpot (_hsenc, _hsmi), Marketo
// (mkt_tok), Vero (vero_id), Olytics (oly_anon_id, oly_enc_id), Adobe (s_cid).
var trackers = set(`gclid dclid gbraid wbraid gclsrc _ga _gl fbclid igshid igsh msclkid yclid ysclid twclid ttclid li_fat_id mc_cid mc_eid
	_hsenc _hsmi __hssc __hstc __hsfp mkt_tok vero_id oly_anon_id oly_enc_id s_cid guccounter guce_referrer guce_referrer_sig
	utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_name utm_reader utm_cid utm_brand utm_social utm_social-type
	utm_source_platform utm_creative_format utm_marketing_tactic`)

// siteTrackers are parameters that mean tracking at some hosts alone.
var siteTrackers = map[string]map[string]bool{
	"x.com": set("s t ref_src ref_url"), "twitter.com": set("s t ref_src ref_url"), "youtube.com": set("si feature"), "youtu.be": set("si feature"),
	"spotify.com": set("si"), "nytimes.com": set("smid smtyp ref referringsource"), "bbc.co.uk": set("at_campaign at_medium at_custom1 at_custom2 ocid"),
	"bbc.com": set("at_campaign at_medium at_custom1 at_custom2 ocid"), "theguardian.com": set("cmp"), "reddit.com": set("share_id rdt"),
	"linkedin.com": set("trk trackingid"), "medium.com": set("source"), "amazon.com": set("tag ref_"),
}

func tracks(x *address, name string) bool {
	name = strings.ToLower(name)
	return trackers[name] || siteTrackers[x.domain][name]
}

// trackingNames lists the parameters of an address that only track.
func trackingNames(x *address) []string {
	var names []string
	for pair := range strings.FieldsFuncSeq(x.url.RawQuery, func(r rune) bool { return r == '&' }) {
		if name, _, _ := strings.Cut(pair, "="); tracks(x, name) {
			names = append(names, name)
		}
	}
	return names
}

// dropTracking returns the edit that leaves an address without the parameters
// that track or name an assistant; none where the address does not stand in the
// text as it is (a link's target, a wrapped line).
func dropTracking(a *article.Article, x *address) []check.Edit {
	written := a.Text[x.span.Start:x.span.End]
	before, query, ok := strings.Cut(written, "?")
	if written != x.raw || !ok {
		return nil
	}
	query, fragment, hasFragment := strings.Cut(query, "#")
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if !tracks(x, name) && !handsOut(name, value) {
			kept = append(kept, pair)
		}
	}
	mended := ""
	if len(kept) > 0 {
		mended = "?" + strings.Join(kept, "&")
	}
	end := x.span.End
	if hasFragment {
		end -= len(fragment) + 1
	}
	return []check.Edit{{Span: article.Span{Start: x.span.Start + len(before), End: end}, Text: mended}}
}
