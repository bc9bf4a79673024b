"""Keys of front matter that other programs read: they are known, and mean nothing to us."""

from __future__ import annotations

__all__ = ["USUAL_KEYS"]

_WRITTEN = """
_build _merge abstract alias aliases alt archives author_profile banner bibliography body_class
bodyclass books booktoc build cascade categories classes color colorlinks comment comments
contributors copyright cover cover_image coverimage created createdat csl css custom_edit_url
date_created discussion display_toc documentclass editlink eleventycomputed
eleventyexcludefromcollections eleventyimport eleventynavigation excerpt excerpt_separator extra
favicon featured featured_image featuredimage feed fontsize footer format geometry guid
has_children has_toc head header header-includes header_img heading headless hero hero_image
heroimage hide hide_table_of_contents hide_title icon id images in_search_index index institute
isbn issue js katex keepurls key keywords label last_update lastupdated latex layout license link
link-citations linktitle location logo markup math mathjax menu meta metadata mood music nav
nav_exclude nav_order navigation next nocite number-sections og_image order outline output outputs
page_id pageclass pagefind pagename pagination pagination_next pagination_prev papersize params
parent part path permalink photos pin pinned post_id prev previous priority project quiz rating
read_time reading_time readingtime redirect redirect_from redirect_to redirects ref related render
resources reviewed robots save_as scripts search seo series share show_date showdate
showreadingtime showtoc sidebar sidebar_class_name sidebar_label sidebar_position site sitemap
slides slug slugs social sort_by source sources styles stylesheet subcategory subject
summary tag tags taxonomies teaser template templateenginoverride thanks theme thumbnail toc
toc-depth toc_label toc_sticky tocopen topic topics translation translationkey translations
translators type uid uuid version video weight wordpress_id words
"""
"""Keys in small letters of Jekyll and its themes, Hugo, Zola, Eleventy, Astro, Hexo, Docusaurus,
VitePress, MkDocs, Pelican, Pandoc and Obsidian, as their manuals list them. A note on each would
hide the note on a key that is a slip."""

USUAL_KEYS = frozenset(_WRITTEN.split())
"""The same, one by one."""
