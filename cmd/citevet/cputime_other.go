//go:build !unix

package main

import "time"

// processStart is when the process began, as near as it can tell.
var processStart = time.Now()

// processorTime returns the time since the process began: this system does not
// say how long processors have worked for it.
func processorTime() time.Duration { return time.Since(processStart) }
