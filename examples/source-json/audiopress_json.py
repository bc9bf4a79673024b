"""A source that reads articles from a JSON file, as many content systems export them."""

import json
from collections.abc import Iterator
from pathlib import Path

from audiopress.errors import SourceError
from audiopress.model import Document, Refused

FIELDS = {"id", "title", "date", "text"}


class JsonSource:
    def fetch(self, uri: str) -> Iterator[Document | Refused]:
        try:
            articles = list(json.loads(Path(uri).read_text("utf-8")))
        except (OSError, TypeError, ValueError) as error:
            yield Refused(uri=f"json:{uri}", error=SourceError(f"no JSON: {error}", where=uri))
            return
        for number, article in enumerate(articles, 1):
            if lacks := FIELDS.difference(article if isinstance(article, dict) else ()):
                where = f"{uri}, record {number}"  # it costs itself alone
                error = SourceError(f"it lacks {', '.join(sorted(lacks))}", where=where)
                yield Refused(uri=f"json:{uri}#{number}", error=error)
                continue
            about = {"title": article["title"], "date": article["date"]}
            front = json.dumps(about, ensure_ascii=False)  # JSON is YAML: marks are kept
            text = f"---\n{front}\n---\n\n{article['text']}\n"
            yield Document(
                uri=f"json:{article['id']}", media_type="text/markdown", body=text.encode()
            )
