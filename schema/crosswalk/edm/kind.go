package edm

import "slices"

// kindNames are the values of edm:type.
var kindNames = []string{"TEXT", "IMAGE", "SOUND", "VIDEO", "3D"}

func isKind(s string) bool { return slices.Contains(kindNames, s) }
