package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// version is citevet's own, after https://semver.org.
const version = "0.1.0"

func (t *tool) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !asJSON {
				_, err := fmt.Fprintf(t.stdout, "citevet %s\n", version)
				return err
			}
			return json.NewEncoder(t.stdout).Encode(struct {
				Name     string `json:"name"`
				Version  string `json:"version"`
				Revision string `json:"revision,omitempty"`
				Go       string `json:"go"`
				Platform string `json:"platform"`
			}{"citevet", version, revision(), runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print an object with name, version, revision, go and platform")
	return cmd
}

// revision returns the commit that the program was built from, empty where the
// build does not say.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}

// satisfies reports whether a version meets every condition of a list such as
// ">=0.3, <1". A version that is given shorter stands for its first release:
// ">=0.3" is ">=0.3.0".
func satisfies(have, conditions string) (bool, error) {
	for condition := range strings.SplitSeq(conditions, ",") {
		condition = strings.TrimSpace(condition)
		digits := strings.TrimLeft(condition, "<>=")
		sign := condition[:len(condition)-len(digits)]
		want, ok := parseVersion(strings.TrimSpace(digits))
		if !ok || sign == "" {
			return false, fmt.Errorf("%q names no versions; write it like %q", condition, ">=0.3")
		}
		got, _ := parseVersion(have)
		order := compareVersions(got, want)
		met, known := map[string]bool{
			">=": order >= 0, ">": order > 0, "<=": order <= 0, "<": order < 0, "=": order == 0,
		}[sign]
		if !known {
			return false, fmt.Errorf("%q is no comparison; there are >=, >, <=, < and =", sign)
		}
		if !met {
			return false, nil
		}
	}
	return true, nil
}

func parseVersion(s string) (v [3]int, ok bool) {
	parts := strings.Split(s, ".")
	if len(parts) > len(v) {
		return v, false
	}
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return v, false
		}
		v[i] = int(n)
	}
	return v, true
}

func compareVersions(a, b [3]int) int {
	for i := range a {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return 0
}

// parseEpoch reads a number of seconds since 1970 within the years that the
// calendar of package when has.
func parseEpoch(s string) (int64, error) {
	seconds, err := strconv.ParseInt(s, 10, 64)
	if err == nil && (seconds < 0 || seconds > 253402300799) {
		err = strconv.ErrRange
	}
	return seconds, err
}
