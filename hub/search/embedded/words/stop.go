package words

// stops are the words that say nothing, by language and folded. Words that
// carry meaning in a neighbour's language are left out (son, car, war, men,
// was, over, or), because queries do not tell their language.
var stops = map[string]map[string]bool{
	"fr": set(`le la les un une des du de au aux et en dans par pour sur avec ce cet cette ces
		que qui dont ou se sa ses leur leurs il elle ils elles on nous vous je tu est sont ne pas`),
	"de": set(`der die das den dem des ein eine einen einem einer eines und oder im in an am auf
		zu zum zur von vom mit fur bei bis aus ist sind nicht sich es er sie wir ihr`),
	"nl": set(`de het een en of van in op te ten ter met bij aan naar voor uit om is zijn er dat
		die niet ze wij`),
	"en": set(`the a an and of in on at to for with by from is are it its this that be as`),
	"lb": set(`de den dem der d eng een en e an am um vum mat fir op zu zum vun bei as ass
		sinn et si mir dir net`),
}

// IsStop reports whether a folded word says nothing in one of the
// languages.
func IsStop(folded string) bool {
	for _, list := range stops {
		if list[folded] {
			return true
		}
	}
	return false
}
