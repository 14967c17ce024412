package batch

import (
	"testing"

	"citevet/pipeline/check/checktest"
)

func TestRules(t *testing.T) { checktest.Run(t, Rules) }
