package consistency

import (
	"testing"

	"citevet/pipeline/check/checktest"
)

func TestPages(t *testing.T) { checktest.Run(t, Rules) }
