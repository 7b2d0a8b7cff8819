"""What a file is, told by its first bytes and not by its name."""

from dataclasses import dataclass

HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of media file: its MIME type and the one demuxer that may open it."""

    mime_type: str
    demuxer: str


_SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", Kind(mime_type="image/png", demuxer="png_pipe")),
    (0, b"\xff\xd8\xff", Kind(mime_type="image/jpeg", demuxer="jpeg_pipe")),
    (0, b"GIF87a", Kind(mime_type="image/gif", demuxer="gif")),
    (0, b"GIF89a", Kind(mime_type="image/gif", demuxer="gif")),
    (8, b"WEBPVP8", Kind(mime_type="image/webp", demuxer="webp_pipe")),
    (0, b"II*\x00", Kind(mime_type="image/tiff", demuxer="tiff_pipe")),
    (0, b"MM\x00*", Kind(mime_type="image/tiff", demuxer="tiff_pipe")),
    (4, b"ftypqt", Kind(mime_type="video/quicktime", demuxer="mov")),
    (4, b"ftyp3g", Kind(mime_type="video/3gpp", demuxer="mov")),
    (4, b"ftypM4A", Kind(mime_type="audio/mp4", demuxer="mov")),
    (4, b"moov", Kind(mime_type="video/quicktime", demuxer="mov")),
    (8, b"AVI ", Kind(mime_type="video/x-msvideo", demuxer="avi")),
    (0, b"FLV\x01", Kind(mime_type="video/x-flv", demuxer="flv")),
    (0, b"\x00\x00\x01\xba", Kind(mime_type="video/mpeg", demuxer="mpeg")),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind(mime_type="video/x-ms-wmv", demuxer="asf")),
    (8, b"WAVE", Kind(mime_type="audio/wav", demuxer="wav")),
    (0, b"fLaC", Kind(mime_type="audio/flac", demuxer="flac")),
    (0, b"OggS", Kind(mime_type="audio/ogg", demuxer="ogg")),
    (0, b"ID3", Kind(mime_type="audio/mpeg", demuxer="mp3")),
    (0, b"\xff\xfb", Kind(mime_type="audio/mpeg", demuxer="mp3")),
    (0, b"\xff\xf3", Kind(mime_type="audio/mpeg", demuxer="mp3")),
    (0, b"\xff\xf1", Kind(mime_type="audio/aac", demuxer="aac")),
    (0, b"\xff\xf9", Kind(mime_type="audio/aac", demuxer="aac")),
)
_STILL_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")
_BITMAP_HEADERS = (12, 40, 52, 56, 64, 108, 124)


def sniff(head: bytes) -> Kind | None:
    """The kind of file that begins so; None when it is none that can be read."""
    for offset, signature, kind in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            return kind
    if head[4:8] == b"ftyp" and head[8:12] not in _STILL_BRANDS:
        return Kind(mime_type="video/mp4", demuxer="mov")
    if head[:4] == b"\x1a\x45\xdf\xa3":
        mime_type = "video/webm" if b"webm" in head[:64] else "video/x-matroska"
        return Kind(mime_type=mime_type, demuxer="matroska")
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS:
        return Kind(mime_type="image/bmp", demuxer="bmp_pipe")
    if head[0:1] == b"G" and head[188:189] == b"G" and head[376:377] == b"G":
        return Kind(mime_type="video/mp2t", demuxer="mpegts")
    return None


def is_animated_webp(head: bytes) -> bool:
    """Whether it is a WebP that moves (the animation flag of its VP8X chunk)."""
    return head[8:16] == b"WEBPVP8X" and bool(head[20] & 0b10)
