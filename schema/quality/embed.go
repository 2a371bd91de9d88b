package quality

import (
	"net/url"
	"strings"

	"moselle/schema/crosswalk/edm"
)

// players are the addresses of players that Europeana shows in its own pages, by
// host and the beginning of the path.
var players = map[string]string{
	"youtube.com": "/", "youtu.be": "/", "vimeo.com": "/", "player.vimeo.com": "/video/", "soundcloud.com": "/",
	"sketchfab.com": "/", "skfb.ly": "/", "euscreen.eu": "/item.html", "ina.fr": "/", "sounds.bl.uk": "/embed/",
	"archives.crem-cnrs.fr": "/archives/items/",
}

// embeddable reports whether what stands for the object plays in such a player.
func embeddable(c *edm.CHO) bool {
	w := c.ShownBy()
	if w == nil || w.Kind == "IMAGE" {
		return false
	}
	u, err := url.Parse(w.URL)
	if err != nil {
		return false
	}
	path, ok := players[strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")]
	return ok && strings.HasPrefix(u.Path, path)
}
