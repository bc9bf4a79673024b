"""Pages as they are printed: from letters with places to paragraphs, without what pages repeat."""
