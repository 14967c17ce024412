package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"citevet/pipeline/almanac"
	"citevet/pipeline/brief/page"
	"citevet/pipeline/check"
	"citevet/pipeline/rules"
	"citevet/pipeline/when"
)

// settings is the configuration. The tags say all that the commented file, the
// schema and the strict reading need: the key, what it means, what it may hold.
// `flag` names the flag that overrides a key.
type settings struct {
	AsOf      string            `mapstructure:"as_of" flag:"as-of" form:"day" example:"2025-09-01" doc:"The day the run is made for: what lies after it has not happened yet. Without it, the day in SOURCE_DATE_EPOCH, else today."`
	Requires  string            `mapstructure:"requires" form:"versions" example:">=0.1" doc:"The versions of citevet that may use this file."`
	Paths     []string          `mapstructure:"paths" doc:"What is read when the command line names nothing: files, folders, patterns."`
	Out       string            `mapstructure:"out" flag:"out" doc:"The folder that run writes to."`
	Paper     string            `mapstructure:"paper" enum:"a4,letter" doc:"The paper that briefings are set on."`
	Fonts     []string          `mapstructure:"fonts" form:"font" most:"16" doc:"TrueType files (.ttf) for what the typefaces of the PDF lack, such as Hangul, rarer Chinese characters or Georgian: [fonts/Name.ttf]. They are found from this file's folder and asked in this order."`
	FailOn    string            `mapstructure:"fail_on" enum:"decision,error,warning,info,never" doc:"From which findings on check ends with exit code 1. A decision is an error that leaves a claim without possible support."`
	Jobs      int               `mapstructure:"jobs" flag:"jobs" min:"0" max:"1024" doc:"How many articles are judged at once; 0 is one a processor."`
	Almanac   string            `mapstructure:"almanac" example:"almanac.yaml" doc:"A file of your own dated facts, beside those that come with citevet."`
	Baseline  string            `mapstructure:"baseline" flag:"baseline" doc:"The file of findings that are known and answered for, as citevet baseline update writes it. It need not be there."`
	Dates     []dateSetting     `mapstructure:"dates" doc:"When articles were written whose bytes do not say. The first pattern that fits an article's path counts."`
	Profile   string            `mapstructure:"profile" flag:"profile" enum:"newsroom,encyclopedia,preprint,docs" example:"newsroom" doc:"A named set of settings to begin from."`
	Rules     []ruleSetting     `mapstructure:"rules" doc:"Rules that differ from their defaults or from the profile: a severity (error, warning, info, off), options, or both."`
	Overrides []overrideSetting `mapstructure:"overrides" doc:"Rules that differ for some articles: every pattern that fits an article's path counts, a later one over an earlier."`
	Allow     []allowSetting    `mapstructure:"allow" doc:"Findings that may stay, for articles that cannot carry a comment: of one rule, in the articles whose path fits."`
}

// dateSetting gives the articles whose path fits a pattern their date.
type dateSetting struct {
	Path string `mapstructure:"path" json:"path" form:"pattern" example:"news/2024/**" doc:"The pattern; ** stands for any folders."`
	Date string `mapstructure:"date" json:"date" form:"date" example:"2024" doc:"A day, a month, a year, or words such as mid-2025."`
}

// overrideSetting is what the configuration says of the rules for some articles.
type overrideSetting struct {
	Path    string        `mapstructure:"path" json:"path" form:"pattern" example:"docs/**" doc:"The pattern; ** stands for any folders."`
	Profile string        `mapstructure:"profile" json:"profile,omitempty" enum:"newsroom,encyclopedia,preprint,docs" example:"docs" doc:"A profile for these articles, laid over what holds for all."`
	Rules   []ruleSetting `mapstructure:"rules" json:"rules,omitempty" doc:"Rules, as above."`
}

// allowSetting takes the findings of one rule back for some articles.
type allowSetting struct {
	Path   string `mapstructure:"path" json:"path" form:"pattern" example:"archive/**" doc:"The pattern; ** stands for any folders."`
	Rule   string `mapstructure:"rule" json:"rule" example:"missing-year" doc:"The rule."`
	Reason string `mapstructure:"reason" json:"reason" form:"words" example:"the old system kept no dates" doc:"Why its findings may stay."`
	Until  string `mapstructure:"until" json:"until,omitempty" form:"day" example:"2026-12-31" doc:"The last day on which they may; without it there is no end."`
}

// ruleSetting is what the configuration says of one rule.
type ruleSetting struct {
	Rule     string         `mapstructure:"rule" json:"rule"`
	Severity string         `mapstructure:"severity" json:"severity,omitempty" enum:"error,warning,info,off"`
	Options  map[string]any `mapstructure:"options" json:"options,omitempty"`
}

func defaultSettings() settings {
	return settings{Paths: []string{"corpus"}, Out: "reports", Paper: "a4", Fonts: []string{}, FailOn: "error", Baseline: defaultBaseline,
		Dates: []dateSetting{}, Rules: []ruleSetting{}, Overrides: []overrideSetting{}, Allow: []allowSetting{}}
}

// A key with a dot in it, a domain, would be split at viper's own delimiter.
const keyDelimiter = "::"

// maxConfig bounds the size of a configuration, in bytes.
const maxConfig = 256 << 10

// configNames are the files looked for in the working directory.
var configNames = []string{"citevet.yaml", "config.yaml"}

// config is the configuration in force for one run.
type config struct {
	settings
	file   *configFile       // nil where there is none
	origin map[string]string // key → where its value comes from
	asOf   when.Date
	rules  []*check.Rule
	fonts  []*page.Font
	facts  []byte // of the user's own almanac
	known  check.Baseline
}

// loadConfig reads the configuration and puts the flags that were given over it.
func (t *tool) loadConfig(given *pflag.FlagSet) (*config, error) {
	c := &config{origin: map[string]string{}}
	v := viper.NewWithOptions(viper.KeyDelimiter(keyDelimiter))
	v.SetConfigType("yaml")
	fields := reflect.TypeFor[settings]()
	defaults := reflect.ValueOf(defaultSettings())
	for i := range fields.NumField() {
		field := fields.Field(i)
		key := field.Tag.Get("mapstructure")
		v.SetDefault(key, defaults.Field(i).Interface())
		c.origin[key] = "default"
		if f := given.Lookup(field.Tag.Get("flag")); f != nil {
			if err := v.BindPFlag(key, f); err != nil {
				return nil, err
			}
		}
	}
	file, err := t.findConfig()
	if err != nil {
		return nil, err
	}
	if file != nil {
		if err := file.verify(); err != nil {
			return nil, err
		}
		if err := v.ReadConfig(bytes.NewReader(file.data)); err != nil {
			return nil, usagef("%s: %v", file.name, err)
		}
		c.file, c.fonts = file, file.fonts
		for key, node := range file.keys {
			c.origin[key] = fmt.Sprintf("%s:%d", file.name, node.Line)
		}
	}
	if err := v.UnmarshalExact(&c.settings, viper.DecodeHook(dayHook)); err != nil {
		return nil, usagef("the configuration cannot be read: %v", err)
	}
	for i := range fields.NumField() {
		if f := given.Lookup(fields.Field(i).Tag.Get("flag")); f != nil && f.Changed {
			c.origin[fields.Field(i).Tag.Get("mapstructure")] = "--" + f.Name
		}
	}
	return c, c.settle()
}

// dayHook turns what YAML takes for a point in time back into the day it was
// written as.
var dayHook mapstructure.DecodeHookFuncType = func(_, to reflect.Type, value any) (any, error) {
	if at, ok := value.(time.Time); ok && to.Kind() == reflect.String {
		return at.Format(time.DateOnly), nil
	}
	return value, nil
}

// findConfig reads the configuration file that was named, or the one that is
// there; nil where there is none.
func (t *tool) findConfig() (*configFile, error) {
	if t.flags.config != "" {
		file, err := readConfig(t.flags.config)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usagef("%s does not exist; write it with %q, or leave --config out", t.flags.config, "citevet init")
		}
		return file, err
	}
	for _, name := range configNames {
		file, err := readConfig(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return file, err
		}
	}
	return nil, nil
}

func readConfig(name string) (*configFile, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, unusable(name, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxConfig+1))
	if err != nil {
		return nil, unusable(name, err)
	}
	if len(data) > maxConfig {
		return nil, usagef("%s is larger than %d KiB; is it a configuration?", name, maxConfig>>10)
	}
	return &configFile{name: name, data: data}, nil
}

// unusable says that a configuration cannot be read; a missing one is told by
// its cause alone.
func unusable(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return usagef("%s cannot be read as a configuration: %v; name another with --config", name, withoutPath(err))
}

// withoutPath returns what the system says of a file that the sentence names already.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// settle works out what the settings amount to. What can be wrong with a single
// value has been found before; what is wrong here depends on more than the file.
func (c *config) settle() error {
	var err error
	if c.asOf, err = c.dayOfRun(os.Getenv("SOURCE_DATE_EPOCH"), time.Now); err != nil {
		return err
	}
	if err := c.settleRules(); err != nil {
		return err
	}
	if err := c.readBaseline(); err != nil {
		return err
	}
	if c.Almanac != "" {
		c.facts, err = os.ReadFile(c.Almanac)
		if err != nil {
			return unusable(c.Almanac, err)
		}
	}
	return nil
}

// settleRules works out which rules run, and with what, for articles that no
// override speaks of. Each list is tried by itself first, so that what is wrong
// with one is said of it.
func (c *config) settleRules() error {
	if c.Profile != "" && profileSettings(c.Profile) == nil {
		var names []string
		for _, p := range rules.Profiles {
			names = append(names, p.Name)
		}
		return usagef("there is no profile %q%s", c.Profile, didYouMean(c.Profile, names))
	}
	lists := [][]ruleSetting{c.Rules}
	for _, o := range c.Overrides {
		lists = append(lists, o.Rules)
	}
	for i, list := range lists {
		_, err := check.Configure(rules.All(), checkSettings(list))
		if err == nil {
			err = contradiction(list)
		}
		var wrong *check.SettingError
		if errors.As(err, &wrong) && c.file != nil {
			return c.file.wrongRule(i, wrong)
		}
		if err != nil {
			return err
		}
	}
	for _, a := range c.Allow {
		if !slices.Contains(ruleNames(), a.Rule) {
			return c.file.wrongAllow(a.Rule)
		}
	}
	c.rules = c.configured(check.Merge(profileSettings(c.Profile), checkSettings(c.Rules)))
	return nil
}

// contradiction is the error of a list that turns a rule off and configures it.
func contradiction(list []ruleSetting) error {
	for _, s := range list {
		if s.Severity == "off" && len(s.Options) > 0 {
			return &check.SettingError{Rule: s.Rule, Key: "severity", Message: fmt.Sprintf("rule %s is off and has options: take one of them away", s.Rule)}
		}
	}
	return nil
}

// configured returns the rules under settings that were tried before.
func (c *config) configured(all []check.Setting) []*check.Rule {
	list, err := check.Configure(rules.All(), all)
	if err != nil {
		panic(err) // profiles are tested, and lists that are sound alone are so together
	}
	return list
}

// rulesOf returns the rules for the article of that name.
func (c *config) rulesOf(name string) []*check.Rule {
	var over []check.Setting
	for _, o := range c.Overrides {
		if ok, _ := doublestar.Match(o.Path, name); ok {
			over = check.Merge(over, check.Merge(profileSettings(o.Profile), checkSettings(o.Rules)))
		}
	}
	if over == nil {
		return c.rules
	}
	return c.configured(check.Merge(check.Merge(profileSettings(c.Profile), checkSettings(c.Rules)), over))
}

func profileSettings(name string) []check.Setting {
	for _, p := range rules.Profiles {
		if p.Name == name {
			return p.Settings
		}
	}
	return nil
}

// dayOfRun returns the day that is set, else that of SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch), else today.
func (c *config) dayOfRun(epoch string, now func() time.Time) (when.Date, error) {
	if c.AsOf != "" {
		day, err := time.Parse(time.DateOnly, c.AsOf)
		if err != nil {
			return when.Date{}, usagef("--as-of %s is no day of the calendar; write it like 2025-09-01", c.AsOf)
		}
		return when.DayOf(day), nil
	}
	if epoch == "" {
		c.origin["as_of"] = "today"
		return when.DayOf(now()), nil
	}
	seconds, err := parseEpoch(epoch)
	if err != nil {
		return when.Date{}, usagef("SOURCE_DATE_EPOCH is %q, not a number of seconds since 1970; correct it, or give --as-of", epoch)
	}
	c.origin["as_of"] = "SOURCE_DATE_EPOCH"
	return when.DayOf(time.Unix(seconds, 0).UTC()), nil
}

func checkSettings(in []ruleSetting) []check.Setting {
	out := make([]check.Setting, len(in))
	for i, s := range in {
		out[i] = check.Setting{Rule: s.Rule, Severity: s.Severity, Options: s.Options}
	}
	return out
}

// background returns the dated facts that articles are judged with.
func (c *config) background() (*almanac.Almanac, error) {
	if c.Almanac == "" {
		return almanac.Default(), nil
	}
	facts, err := almanac.Default().With(c.Almanac, c.facts)
	if err != nil {
		return nil, &usageError{message: err.Error()}
	}
	return facts, nil
}

// digest is the same for two configurations that judge alike: it covers the
// rules, the dates, the day and the user's own facts, in hexadecimal, and the
// fonts that briefings may be set in. Files count by their bytes, not their places.
func (c *config) digest() string {
	facts := sha256.Sum256(c.facts)
	var fonts []string
	for _, f := range c.fonts {
		fonts = append(fonts, f.SHA256())
	}
	data, err := json.Marshal(struct {
		AsOf      string
		Dates     []dateSetting
		Profile   string
		Rules     []ruleSetting
		Overrides []overrideSetting
		Allow     []allowSetting
		Baseline  []check.BaselineEntry
		Facts     []byte
		Fonts     []string `json:",omitempty"`
	}{c.asOf.String(), c.Dates, c.Profile, c.Rules, c.Overrides, c.Allow, c.known.Entries, facts[:], fonts})
	if err != nil {
		panic(err) // options come out of YAML, which has nothing JSON lacks but NaN and infinity, refused before
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
