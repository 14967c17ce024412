package extract

import "testing"

func TestVerbsThatTheTaggerMisses(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{
			"a past form behind its subject", "The Harbour Post reports the ferry sank in March 2025 [1].",
			"The Harbour Post reports the ferry sank in March 2025 | asserted | 2025-03-01..2025-03-31 | [1]",
		},
		{
			"a verb without a passive is told, behind a noun", "Since 40 people died in March 2025 the mine is shut [1].",
			"Since 40 people died in March 2025 the mine is shut | asserted | 2025-03-01..2025-03-31 | [1]",
		},
		{
			"an unchanging form before its object", "The strike cost the port 40 million crowns in March 2025 [1].",
			"The strike cost the port 40 million crowns in March 2025 | asserted | 2025-03-01..2025-03-31 | [1]",
		},
		{
			"a noun stays one", "The flower stall of the market rose garden burned in March 2025 [1].",
			"The flower stall of the market rose garden burned in March 2025 | asserted | 2025-03-01..2025-03-31 | [1]",
		},
		{
			"a present form behind a year and its conjunction is arranged", "The show was cancelled in 2020 and returns in 2025 [1].",
			"The show was cancelled in 2020 and returns in 2025 | asserted | 2020-01-01..2020-12-31 | [1]",
		},
		{
			"what befalls in the present is retold", "A storm hits the coast in March 2025 [1].",
			"A storm hits the coast in March 2025 | ongoing | 2025-03-01..2025-03-31 doubted | [1]",
		},
		{
			"what is arranged in the present is ahead", "The league opens a hall in March 2025 [1].",
			"The league opens a hall in March 2025 | scheduled | 2025-03-01..2025-03-31 | [1]",
		},
		{
			"what came before a plan is no plan", "The council plans a bridge after the old one collapsed in March 2025 [1].",
			"The council plans a bridge after the old one collapsed in March 2025 | ongoing | 2025-03-01..2025-03-31 | [1]",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := one(test.body); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
