package measure

import (
	"context"
	"fmt"
	"path"
	"time"

	"citevet/pipeline"
	"citevet/pipeline/ingest"
)

// timing takes the time of judging all encyclopedia articles, one after the
// other, reading included.
func timing(b *bench) error {
	if b.Clock == nil {
		return nil
	}
	names, err := b.files(wikiArticles)
	if err != nil {
		return err
	}
	judge := pipeline.Analyze(pipeline.Options{Almanac: b.Almanac, Rules: b.Rules, AsOf: b.AsOf})
	wall, cpu := b.Clock()
	bytes, articles := 0, 0
	for _, name := range names {
		if path.Base(name) == notice {
			continue
		}
		articles++
		source, err := b.read(name)
		if err != nil {
			return err
		}
		bytes += len(source)
		doc, err := ingest.Parse(name, source, ingest.FormatOf(name))
		if err != nil {
			return err
		}
		if _, err := judge(context.Background(), doc); err != nil {
			return err
		}
	}
	wallEnd, cpuEnd := b.Clock()
	t := Table{
		Title: "Time to judge the encyclopedia articles (wiki)",
		Note:  fmt.Sprintf("%d articles of %d bytes, one after the other.", articles, bytes),
		Head:  []string{"time", "seconds", "floor", "aim"},
	}
	t.row("wall", seconds(wallEnd-wall), "30", "8")
	t.row("processor", seconds(cpuEnd-cpu), "30", "8")
	b.table(t)
	return nil
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f", d.Seconds()) }
