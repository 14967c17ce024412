package extract

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatIsSaidByTheWay(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"what a person became since dates nothing", "Amara Diallo, elected mayor in 2025, studied law in Dakar [1].", []string{
			"Amara Diallo, elected mayor in 2025, studied law in Dakar | asserted | [1]",
		}},
		{"nor does a clause about the person", "The writer, who won the prize in 2024, was born in Bari [1].", []string{
			"The writer, who won the prize in 2024, was born in Bari | asserted | [1]",
		}},
		{"what befell a thing leaves a doubt", "The bridge, which collapsed in August 2024, carried 9,000 cars [1].", []string{
			"The bridge, which collapsed in August 2024, carried 9,000 cars | asserted | 2024-08-01..2024-08-31 doubted | [1]",
		}},
		{"the main clause's own time comes first", "The mill, which burned down in 2025, opened in 1901 [1].", []string{
			"The mill, which burned down in 2025, opened in 1901 | asserted | 1901-01-01..1901-12-31 | [1]",
		}},
		{"a clause that closes the sentence is no insertion", "She wrote to the mayor, who resigned in 2025 [1].", []string{
			"She wrote to the mayor, who resigned in 2025 | asserted | 2025-01-01..2025-12-31 | [1]",
		}},
		{"dashes set an insertion off too", "The town – it was flooded again in 2025 – lies below the dam [1].", []string{
			"The town – it was flooded again in 2025 – lies below the dam | asserted | [1]",
		}},
		{"what something is does not hang on what befell it", "A leap second, last added in 2016, is an extra second [1].", []string{
			"A leap second, last added in 2016, is an extra second | asserted | [1]",
		}},
		{"what is conceded is not what is told", "Although it was rebuilt in 2025, the chapel is of sandstone [1].", []string{
			"Although it was rebuilt in 2025, the chapel is of sandstone | asserted | [1]",
		}},
		{"a story has times of its own", "In the film, the colony revolted in 2024 [1].", []string{
			"In the film, the colony revolted in 2024 | asserted | [1]",
		}},
		{"so has a simulation", "In the simulations, the sea rose by 9 cm between 2010 and 2025 [1].", []string{
			"In the simulations, the sea rose by 9 cm between 2010 and 2025 | asserted | [1]",
		}},
		{"a count in a list is no year", "The archive holds 1,998 photographs and 2024 maps [1].", []string{
			"The archive holds 1,998 photographs and 2024 maps | ongoing | [1]",
		}},
		{"a bond is called by the year it falls due", "The 2025 bonds were issued at 98 percent [1].", []string{
			"The 2025 bonds were issued at 98 percent | asserted | [1]",
		}},
		{"a model year begins before its year", "Model year 2025 cars had a smaller engine [1].", []string{
			"Model year 2025 cars had a smaller engine | asserted | [1]",
		}},
		{"nor does a thing's making hang on what became of it", "The reactor, replaced in 2025 by a wind farm, was designed by a Swede [1].", []string{
			"The reactor, replaced in 2025 by a wind farm, was designed by a Swede | asserted | [1]",
		}},
		{"a name borne since is no part of the past", "The street, known since 2025 as Peace Road, was laid out in 1870 [1].", []string{
			"The street, known since 2025 as Peace Road, was laid out in 1870 | asserted | 1870-01-01..1870-12-31 | [1]",
		}},
		{"a participle may only tell which thing is meant", "The skull found in 2024 resembles those from Kenya [1].", []string{
			"The skull found in 2024 resembles those from Kenya | asserted | [1]",
		}},
		{"a law's own year leaves a doubt on what it says", "The law, signed in December 2024, has ended the trade [1].", []string{
			"The law, signed in December 2024, has ended the trade | ongoing | 2024-12-01..2024-12-31 doubted | [1]",
		}},
		{"a year's money may tell of any time", "In 2024 dollars, the dam cost 1.4 billion [1].", []string{
			"In 2024 dollars, the dam cost 1.4 billion | asserted | [1]",
		}},
		{"prices that rise are no year's money", "In 2024 prices rose by half [1].", []string{
			"In 2024 prices rose by half | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"a time may be what acts", "The second half of 2024 brought a drought [1].", []string{
			"The second half of 2024 brought a drought | asserted | 2024-07-01..2024-12-31 | [1]",
		}},
		{"a village's founding does not hang on its end", "The village that was buried in June 2025 had been founded in 1650 [1].", []string{
			"The village that was buried in June 2025 had been founded in 1650 | asserted | 1650-01-01..1650-12-31 | [1]",
		}},
		{"a restrictive clause dates where the main one is not older", "The man who robbed the bank in May 2025 was caught [1].", []string{
			"The man who robbed the bank in May 2025 was caught | asserted | 2025-05-01..2025-05-31 | [1]",
		}},
		{"what opens a sentence may tell who somebody is", "Elected in 2024, she is the granddaughter of a poet [1].", []string{
			"Elected in 2024, she is the granddaughter of a poet | ongoing | [1]",
		}},
		{"what somebody did may have been before", "Knighted in 2024, he made his name with a paper on moths [1].", []string{
			"Knighted in 2024, he made his name with a paper on moths | asserted | 2024-01-01..2024-12-31 doubted | [1]",
		}},
		{"what opens a sentence may tell what led to it", "Opened in April 2025, the gallery drew 40,000 visitors [1].", []string{
			"Opened in April 2025, the gallery drew 40,000 visitors | asserted | 2025-04-01..2025-04-30 | [1]",
		}},
		{"a likeness is not what is told", "As in 2025, the party lost its seats in 1906 [1].", []string{
			"As in 2025, the party lost its seats in 1906 | asserted | 1906-01-01..1906-12-31 | [1]",
		}},
		{"nor is what another report leaves out", "While the 2025 report is silent on it, the treaty bans mines [1].", []string{
			"While the 2025 report is silent on it, the treaty bans mines | ongoing | [1]",
		}},
		{"a while of its time dates", "While the mayor slept in March 2025, thieves took the chain [1].", []string{
			"While the mayor slept in March 2025, thieves took the chain | asserted | 2025-03-01..2025-03-31 | [1]",
		}},
		{"an insertion without a verb is one", "The comet, soon to be seen and next due in 2024, was photographed in 1954 [1].", []string{
			"The comet, soon to be seen and next due in 2024, was photographed in 1954 | asserted | 1954-01-01..1954-12-31 | [1]",
		}},
		{"a time alone between commas dates", "The team, in March 2025, signed nine players [1].", []string{
			"The team, in March 2025, signed nine players | asserted | 2025-03-01..2025-03-31 | [1]",
		}},
		{"a projection has times of its own", "According to the projection, the population fell in 2024 [1].", []string{
			"According to the projection, the population fell in 2024 | asserted | [1]",
		}},
		{"what somebody does in office leaves a doubt", "The minister, who took over in March 2025, sacked nine officials [1].", []string{
			"The minister, who took over in March 2025, sacked nine officials | asserted | 2025-03-01..2025-03-31 doubted | [1]",
		}},
		{"what was done in spite of it is told too", "Though he lost the vote in May 2025, he kept his seat [1].", []string{
			"Though he lost the vote in May 2025, he kept his seat | asserted | 2025-05-01..2025-05-31 | [1]",
		}},
		{"an industry is no story", "In the film industry, 4,000 people lost their jobs in 2024 [1].", []string{
			"In the film industry, 4,000 people lost their jobs in 2024 | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"a past that the tagger has not learned", "Nurses who struck in May 2025 were sacked [1].", []string{
			"Nurses who struck in May 2025 were sacked | asserted | 2025-05-01..2025-05-31 | [1]",
		}},
		{"how long somebody held an office is said by the way", "Roe, who was mayor from 2021 to 2025, fished off the coast [1].", []string{
			"Roe, who was mayor from 2021 to 2025, fished off the coast | asserted | [1]",
		}},
		{"the marker may stand behind what closes the sentence", "In 2025 the town celebrated its charter, granted by Otto in 1125 [1].", []string{
			"In 2025 the town celebrated its charter, granted by Otto in 1125 | asserted | 2025-01-01..2025-12-31 doubted | [1]",
		}},
		{"an earlier figure beside it is no such close", "Unemployment stood at 7 percent in May 2025, up from 5 percent in 2021 [1].", []string{
			"Unemployment stood at 7 percent in May 2025, up from 5 percent in 2021 | asserted | 2025-05-01..2025-05-31 | [1]",
		}},
		{"the past perfect goes back behind what opened the sentence", "In 2024, the fossil was renamed; it had been found by Lam [1].", []string{
			"In 2024, the fossil was renamed | asserted | 2024-01-01..2024-12-31 | [1] loose",
			"it had been found by Lam | asserted | [1]",
		}},
		{"by some year's standards is no time", "By 2025 standards the ship was tiny [1].", []string{
			"By 2025 standards the ship was tiny | asserted | [1]",
		}},
		{"a method's source carries the method alone", "In 2024 we sampled 40 ponds using the method of Roe [1].", []string{
			"In 2024 we sampled 40 ponds using the method of Roe | asserted | [1]",
		}},
		{"so does a definition's", "In 2024 the office took the poverty line defined by the bank [1].", []string{
			"In 2024 the office took the poverty line defined by the bank | asserted | [1]",
		}},
		{"a tool is no method", "In 2024 thieves broke in using a ladder [1].", []string{
			"In 2024 thieves broke in using a ladder | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"an eclipse is computed long before", "The eclipse of 12 August 2025 crossed the bay at noon [1].", []string{
			"The eclipse of 12 August 2025 crossed the bay at noon | asserted | [1]",
		}},
		{"a count that does something is no year", "Some 2000 people marched and 2025 signed the petition [1].", []string{
			"Some 2000 people marched and 2025 signed the petition | asserted | [1]",
		}},
		{"a year that sees something is one", "The town grew and 2025 saw two strikes [1].", []string{
			"The town grew | asserted | [1] loose",
			"2025 saw two strikes | asserted | 2025-01-01..2025-12-31 | [1]",
		}},
		{"what is done beforehand leaves the event's year alone", "The band's 2025 tour sold out within an hour [1].", []string{
			"The band's 2025 tour sold out within an hour | asserted | [1]",
		}},
		{"a class is called by its year", "The class of 2025 was admitted by new tests [1].", []string{
			"The class of 2025 was admitted by new tests | asserted | [1]",
		}},
		{"a run of months is told at its end", "In the 12 months to June 2025 sales fell by half [1].", []string{
			"In the 12 months to June 2025 sales fell by half | asserted | 2025-06-01..2025-06-30 | [1]",
		}},
		{"a question stays one before its marker", "Will anyone remember the games of 2024? [1]", []string{
			"Will anyone remember the games of 2024 | hypothetical | 2024-01-01..2024-12-31 doubted | [1]",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(tt.body)
			var got []string
			for _, c := range a.Claims {
				got = append(got, told(&a, c))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("claims\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}
