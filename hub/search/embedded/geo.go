package embedded

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/fault"
	"moselle/hub/search"
)

const (
	earthKm   = 6371.0088 // mean radius
	perDegree = 10        // cells are 0.1 degree
	noCell    = 0
)

// vector is a point on the unit sphere.
type vector [3]float64

// vectorOf gives a pole and the date line one vector, whatever they are called.
func vectorOf(lat, lon float64) vector {
	if math.Abs(lat) == 90 {
		return vector{0, 0, lat / 90}
	}
	if lon == -180 {
		lon = 180
	}
	lat, lon = lat*math.Pi/180, lon*math.Pi/180
	return vector{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
}

// chord returns the square of the straight distance, from 0 to 4. It grows with
// the distance on the globe, and is exact for near points too.
func (v vector) chord(u vector) float64 {
	x, y, z := v[0]-u[0], v[1]-u[1], v[2]-u[2]
	return x*x + y*y + z*z
}

// km returns the great-circle distance.
func (v vector) km(u vector) float64 {
	return 2 * earthKm * math.Asin(min(1, math.Sqrt(v.chord(u))/2))
}

// chordOf returns the chord of a distance on the globe.
func chordOf(km float64) float64 {
	if km >= math.Pi*earthKm {
		return 4.1 // rounding must not leave the other end of the world out
	}
	half := 2 * math.Sin(km/earthKm/2)
	return half * half
}

// points hold where documents are. A circle is first laid over the cells, so
// that only documents in the cells it cuts need be measured.
type points struct {
	lat, lon []float64 // not numbers without a point
	vectors  []vector
	cells    []uint32 // by document: place in grid, noCell without a point
	grid     []vector // the cells' middles, by order of coming; the first is noCell's
	places   map[int32]uint32
}

func newPoints() points { return points{grid: make([]vector, 1), places: map[int32]uint32{}} }

// add appends the next document; only the writer uses places.
func (p *points) add(has bool, lat, lon float64) {
	if !has || !onGlobe(lat, lon) {
		lat, lon, has = math.NaN(), math.NaN(), false
	}
	p.lat, p.lon = append(p.lat, lat), append(p.lon, lon)
	p.vectors = append(p.vectors, vectorOf(lat, lon))
	cell := uint32(noCell)
	if has {
		y, x := math.Floor(lat*perDegree), math.Floor(lon*perDegree)
		id := int32(y)*(360*perDegree+1) + int32(x)
		ok := false
		if cell, ok = p.places[id]; !ok {
			cell = uint32(len(p.grid))
			p.places[id] = cell
			p.grid = append(p.grid, vectorOf((y+.5)/perDegree, (x+.5)/perDegree))
		}
	}
	p.cells = append(p.cells, cell)
}

func (p *points) keep(numbers []uint32) points {
	out := newPoints()
	for _, n := range numbers {
		out.add(p.cells[n] != noCell, p.lat[n], p.lon[n])
	}
	return out
}

// halfCell is more than the distance from a cell's middle to its corners.
const halfCell = 0.75 / perDegree * math.Pi / 180 * earthKm

// near returns the documents within the circle.
func (p *points) near(c *search.Near) *roaring.Bitmap {
	const out, cut, in = 0, 1, 2
	middle, reach := vectorOf(c.Lat, c.Lon), chordOf(c.Km)
	lies := make([]byte, len(p.grid))
	for i := 1; i < len(lies); i++ {
		switch km := p.grid[i].km(middle); {
		case km <= c.Km-halfCell:
			lies[i] = in
		case km <= c.Km+halfCell:
			lies[i] = cut
		}
	}
	var bits bitset
	for n, cell := range p.cells {
		if lies[cell] == in || lies[cell] == cut && p.vectors[n].chord(middle) <= reach {
			bits.add(uint32(n))
		}
	}
	return bits.bitmap()
}

// within returns the documents in the box. At a pole every longitude is, and
// 180 degrees east is 180 degrees west.
func (p *points) within(b *search.Box) *roaring.Bitmap {
	spans := func(lon float64) bool {
		if b.West > b.East {
			return lon >= b.West || lon <= b.East
		}
		return lon >= b.West && lon <= b.East
	}
	var bits bitset
	for n, cell := range p.cells {
		lat, lon := p.lat[n], p.lon[n]
		if cell == noCell || lat < b.South || lat > b.North {
			continue
		}
		if spans(lon) || math.Abs(lat) == 90 || math.Abs(lon) == 180 && spans(-lon) {
			bits.add(uint32(n))
		}
	}
	return bits.bitmap()
}

func onGlobe(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

func checkPlace(q *search.Query) error {
	if n := q.Near; n != nil && (!onGlobe(n.Lat, n.Lon) || !(n.Km >= 0) || math.IsInf(n.Km, 0)) {
		return fault.Param("near", "needs a latitude from -90 to 90, a longitude from -180 to 180 and a distance in kilometres that is not negative")
	}
	if b := q.Box; b != nil && (!onGlobe(b.South, b.West) || !onGlobe(b.North, b.East) || b.South > b.North) {
		return fault.Param("box", "needs west and east from -180 to 180 and south, from -90, at most north, to 90")
	}
	return nil
}
