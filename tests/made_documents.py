# ruff: noqa: E501 - written as documents write it
"""Documents for tests, made of what stands in them: Word, OpenDocument, books, printed pages."""

from __future__ import annotations

import io
import re
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/>
<w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def pack(parts: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return packed.getvalue()


def paragraph(text: str, style: str = "", *, raw: bool = False) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = text if raw else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{look}{run}</w:p>"


def make_docx(body: str, **parts: str) -> bytes:
    """Return a Word document; ``parts`` are its others: footnotes, comments, header, core ..."""
    core = parts.pop("core", "")
    kinds = {"styles": STYLES, **parts}
    related = "".join(
        f'<Relationship Id="r{at}" Type="{TYPES}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(kinds)
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" '
            f'Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{related}</Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": "<cp:coreProperties "
            'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>",
            **{
                f"word/{name}.xml": text if "xmlns:w=" in text else text.replace(">", f" {W}>", 1)
                for name, text in kinds.items()
            },
        }
    )


ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("meta", "meta"),
    )
)  # fmt: skip


def make_odt(body: str, *, styles: str = "", pages: str = "", about: str = "") -> bytes:
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}><office:master-styles>{pages}"
            "</office:master-styles></office:document-styles>",
            "meta.xml": f'<office:document-meta {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:meta>{about}</office:meta></office:document-meta>",
        }
    )


def make_epub(
    files: dict[str, str],
    contents: str,
    *,
    identifier: str = "urn:uuid:5f0c2a6e-0000-4000-8000-1d2c3b4a5968",
    extra: dict[str, str] | None = None,
    date: str = "<dc:date>2024-05-03</dc:date>",
) -> bytes:
    """Return a book; ``contents`` are the items of its navigation (``<li>``)."""
    html = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(files)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at, _ in enumerate(files))
    return pack(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<dc:identifier id="id">{identifier}</dc:identifier><dc:title>The Harbour</dc:title>'
            "<dc:creator>Ada Fenwick</dc:creator><dc:language>en-GB</dc:language>"
            f"{date}</metadata><manifest>{items}"
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            f"</manifest><spine>{spine}</spine></package>",
            "OEBPS/nav.xhtml": f"{html}<body><nav epub:type='toc'><ol>{contents}</ol></nav></body></html>",
            **{f"OEBPS/{name}": f"{html}{body}</html>" for name, body in files.items()},
            **(extra or {}),
        }
    )


def make_pdf(pages: list[list[tuple[float, float, float, str]]], *, about: str = "") -> bytes:
    """Return printed pages of letter size; a line is left, base, size and text.

    ``**`` before a text is for bold letters, a grave accent for letters of one width.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        ops = []
        for left, base, size, text in lines:
            font = {"**": "F2", "`": "F3"}.get(re.match(r"(\*\*|`)?", text)[0], "F1")
            said = (
                re.sub(r"^(?:\*\*|`)", "", text)
                .replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)")
            )
            ops.append(f"BT /{font} {size} Tf {left} {base} Td ({said}) Tj ET")
        stream = "\n".join(ops)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 6 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = b"%PDF-1.4\n"
    places = []
    for at, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{at} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        body
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(body)}\n%%EOF"
        ).encode()
    )
