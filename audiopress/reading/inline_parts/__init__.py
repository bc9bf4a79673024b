"""Parts of a sentence that a newsreader passes over: note marks, formulas, labels of links.

They are found in the text alone, so that pages, Markdown and text files are treated alike: a
`finder` a kind gives spans, `split` takes them out and closes the gaps.
"""

from audiopress.reading.inline_parts.split import find_only_reason, split_inline_parts

__all__ = ["find_only_reason", "split_inline_parts"]
