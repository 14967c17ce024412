package extract

import (
	"testing"

	"citevet/pipeline/article"
)

func TestAStoryHasATimeOfItsOwn(t *testing.T) {
	tests := []struct {
		name, body string
		dated      bool // the claim is about the world's time
	}{
		{"who is in the story goes on in it", "The novel follows Winston, who joins the ministry in 2024 [1].", false},
		{"when it is set", "Set in 2019, the film follows a retired policeman [1].", false},
		{"they are still those of the novel", "In the novel, Winston meets Julia. They were arrested in May 2024 [1].", false},
		{"an episode", "In the second episode, Roe was arrested in March 2025 [1].", false},
		{"its people", "The protagonist was arrested in March 2025 [1].", false},
		{"one of its people by name", "Winston, the hero of the novel, was arrested in May 2025 [1].", false},
		{"a film's setting beside its making", "The film, set in 2019, was shot in Leeds [1].", false},
		{"a part of a novel", "At the start of the novel, Winston was arrested in March 2024 [1].", false},
		{"the end of a game is in the world", "At the end of the game, two players were arrested in March 2024 [1].", true},
		{"what is done with a work", "As of mid-2025, the series is licensed in Italy [1].", true},
		{"also without as of", "The series is licensed in Italy since 2025 [1].", true},
		{"the work itself is in the world", "The film was banned in March 2025 [1].", true},
		{"so are its actors", "In the film, Roe plays a sailor. He won a prize in 2025 [1].", true},
		{"and its author", "The author of the novel was arrested in March 2025 [1].", true},
		{"a noun before a noun is no work", "In the film industry, 400 people were dismissed in March 2025 [1].", true},
		{"a hero may be a real one", "The hero of the siege was arrested in March 2025 [1].", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := read(test.body)
			last := a.Claims[len(a.Claims)-1]
			if dated := len(last.Readings) > 0; dated != test.dated {
				t.Error(told(&a, last))
			}
		})
	}
}

func TestSectionsThatRetellAStory(t *testing.T) {
	tests := []struct {
		name, opening, heading, sentence string
		dated                            bool
	}{
		{"plot", "Harbour is old.", "Plot summary", "The mayor was arrested in May 2025 [1].", false},
		{"a part of the plot", "Harbour is old.", "Synopsis:", "The mayor was arrested in May 2025 [1].", false},
		{"a story's setting", "Harbour is a novel by Roe.", "Setting", "The mayor was arrested in May 2025 [1].", false},
		{"any other setting", "Harbour is a town on the coast.", "Setting", "The mayor was arrested in May 2025 [1].", true},
		{"the work among its plot", "Harbour is a film by Roe.", "Plot", "The film was banned in May 2025 [1].", true},
		{"a plot of another kind", "Harbour is a town.", "The gunpowder plot", "The mayor was arrested in May 2025 [1].", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := readArticle(t, "# Harbour\n\n"+test.opening+"\n\n## "+test.heading+"\n\n"+test.sentence+"\n\n## References\n\n[1] Roe, J. (1949). Harbour. Trade Press.\n")
			last := a.Claims[len(a.Claims)-1]
			if dated := len(last.Readings) > 0 && last.Mood == article.Asserted; dated != test.dated {
				t.Error(told(&a, last))
			}
		})
	}
}
