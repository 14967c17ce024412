package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"citevet/pipeline"
	"citevet/pipeline/brief"
)

// How citevet speaks. Results go to standard output and nothing else does;
// standard error has one sentence a trouble, beginning with "citevet: ", that
// names the file and the way out. Silence means that there is nothing to say.
// Colour is never the only signal, and only a terminal gets it.

// tool is one run of the program.
type tool struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	flags          flags
	started        bool // the command line was understood
	codes          []exitCode
	unread         []brief.Unread // inputs that could not be read so far
}

// flags are those that every command takes.
type flags struct {
	config  string
	noColor bool
	quiet   bool
	verbose bool
}

func (t *tool) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "citevet",
		Short: "Say which citations cannot carry the claims they stand behind",
		Long: `Citevet reads articles, compares the time each claim speaks of with the dates of
the sources cited for it, and says which sources cannot carry it: a source of
2021 behind an event of 2025, an article "as of mid-2025" whose sources were all
last read in January. It proves what it flags and stays silent where it cannot.

It works offline, and the same input gives the same output.`,
		Example: `  citevet run                     every article in corpus/, briefings to reports/
  citevet check draft.md          diagnostics here, exit code 1 on an error
  citevet explain as-of-after-access`,
		PersistentPreRun: func(*cobra.Command, []string) { t.started = true },
		SilenceErrors:    true,
		SilenceUsage:     true,
		// Without this cobra takes "citevet nonsense" for a plea for help.
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command %q%s", args[0], didYouMean(args[0], t.commandNames()))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = -1 // citevet's own "did you mean" speaks
	p := root.PersistentFlags()
	p.StringVar(&t.flags.config, "config", "", "read the configuration from `FILE` (default citevet.yaml or config.yaml here)")
	p.BoolVar(&t.flags.noColor, "no-color", false, "never colour the output")
	p.BoolVarP(&t.flags.quiet, "quiet", "q", false, "say nothing but findings and troubles")
	p.BoolVarP(&t.flags.verbose, "verbose", "v", false, "say on standard error what is being done")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		message := err.Error()
		if name, ok := strings.CutPrefix(message, "unknown flag: --"); ok {
			message += didYouMean(name, flagNames(cmd))
		}
		return &usageError{message: message, hint: fmt.Sprintf("See %q.", cmd.CommandPath()+" --help")}
	})
	root.SetHelpFunc(t.help)
	root.AddCommand(
		t.runCommand(), t.checkCommand(), t.refsCommand(),
		t.explainCommand(), t.rulesCommand(), t.baselineCommand(), t.attackCommand(),
		t.initCommand(), t.configCommand(),
		t.versionCommand(), t.manCommand(), t.measureCommand(),
	)
	return root
}

func (t *tool) commandNames() []string {
	var names []string
	for _, c := range t.rootCommand().Commands() {
		names = append(names, c.Name())
	}
	return names
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// complain says one trouble on standard error.
func (t *tool) complain(err error) {
	fmt.Fprintf(t.stderr, "citevet: %s\n", visible(err.Error()))
}

func (t *tool) complainPlain(text string) {
	fmt.Fprint(t.stderr, text)
}

func (t *tool) log() *slog.Logger {
	level := slog.LevelWarn
	if t.flags.verbose {
		level = slog.LevelDebug
	}
	// No time: what is said must not differ from run to run.
	plain := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	return slog.New(slog.NewTextHandler(t.stderr, &slog.HandlerOptions{Level: level, ReplaceAttr: plain}))
}

// colored reports whether standard output is a terminal that wants colour.
func (t *tool) colored() bool {
	return !t.flags.noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && t.width() > 0
}

// width returns the width of the terminal that standard output is, 0 where it is none.
func (t *tool) width() int {
	out, ok := t.stdout.(standardOutput)
	if !ok {
		return 0
	}
	file, ok := out.Writer.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width < 20 {
		return 80
	}
	return width
}

// standardOutput turns the system's refusals into sentences. A reader that has
// seen enough and gone, as head does, is no trouble: the rest is done in silence.
type standardOutput struct{ io.Writer }

func (o standardOutput) Write(data []byte) (int, error) {
	n, err := o.Writer.Write(data)
	if errors.Is(err, syscall.EPIPE) {
		return len(data), nil
	}
	if err != nil {
		err = &pipeline.OutputError{Path: "standard output", Err: err}
	}
	return n, err
}

// visible returns words as one line with every character escaped that would act
// on a terminal, turn the reading direction or be a command to the log of a CI
// service: file names and articles may hold them.
func visible(s string) string {
	return strings.NewReplacer("\n", `\u000a`, "\t", `\u0009`).Replace(visibleLines(s))
}

// visibleLines is visible for words of several lines.
func visibleLines(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case r < 0x20, r >= 0x7f && r < 0xa0, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	s = lineCommand.ReplaceAllString(b.String(), `$1\u003a$2`)
	return anyCommand.ReplaceAllString(s, `\u0023#$1`)
}

// What CI services obey in a log: "::error::" where a line begins, "##[error]" and
// "##vso[…]" anywhere.
var (
	lineCommand = regexp.MustCompile(`(?m)^(\s*):(:[\w-]+(?: .*)?::)`)
	anyCommand  = regexp.MustCompile(`(?i)##([a-z]*\[)`)
)
