package sight

import "bytes"

// signature is how documents of a form begin, or go on at an offset.
type signature struct {
	at    int
	begin string
	form  Form
	name  string
}

// signatures tell forms that are no text by the first bytes that all of their
// documents have.
var signatures = []signature{
	{0, "\xff\xd8\xff", Picture, "JPEG"}, {0, "\x89PNG\r\n", Picture, "PNG"}, {0, "GIF8", Picture, "GIF"},
	{0, "II*\x00", Picture, "TIFF"}, {0, "MM\x00*", Picture, "TIFF"},
	{4, "ftypheic", Picture, "HEIC"}, {4, "ftypmif1", Picture, "HEIC"}, {4, "ftypavif", Picture, "AVIF"}, {4, "ftyp", Recording, "MP4"},
	{0, "ID3", Recording, "MP3"}, {0, "OggS", Recording, "Ogg"}, {0, "fLaC", Recording, "FLAC"},
	{0, "\x1aE\xdf\xa3", Recording, "Matroska"},
	{0, "%!PS", Document, "PostScript"}, {0, `{\rtf`, Document, "RTF"},
	{0, "Rar!\x1a", Archive, "RAR"}, {0, "7z\xbc\xaf\x27\x1c", Archive, "7z"}, {256, "\x00ustar", Archive, "tar"}, {0, "BZh", Archive, "bzip2"},
	{0, "\xfd7zXZ\x00", Archive, "xz"}, {0, "\x28\xb5\x2f\xfd", Archive, "zstd"}, {0, "\x1f\x8b", Archive, "gzip"}, {0, "PK\x05\x06", Archive, "zip"},
	{0, "SQLite format 3\x00", Data, "SQLite"}, {0, "PAR1", Data, "Parquet"},
	{0, "<?php", Program, "PHP"}, {0, "#!/", Program, ""},
}

func signed(data []byte) (Sight, bool) {
	if rest, ok := bytes.CutPrefix(data, []byte("RIFF")); ok && len(rest) > 8 {
		if bytes.HasPrefix(rest[4:], []byte("WEBP")) {
			return Sight{Form: Picture, Name: "WebP"}, true
		}
		return Sight{Form: Recording, Name: "RIFF"}, true
	}
	for _, s := range signatures {
		if len(data) > s.at && bytes.HasPrefix(data[s.at:], []byte(s.begin)) {
			return Sight{Form: s.form, Name: s.name}, true
		}
	}
	return Sight{}, false
}
