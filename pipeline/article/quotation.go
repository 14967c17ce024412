package article

// Quotation is a run of words that the text gives as another's, between
// quotation marks. One within another follows it in [Article.Quotations].
type Quotation struct {
	Span     Span // with its marks; a quotation that goes on in the next paragraph lacks the closing one
	Words    Span // what stands between them, trimmed of white space
	Speaker  int  // index of a mention of the speaker in Article.Entities, -1 where the text names none
	Sentence int  // index of the sentence it begins in, -1 in none
}
