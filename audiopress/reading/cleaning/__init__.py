"""Which blocks of an article are not spoken, and why.

`pipeline` lists all that is asked, in its order: read that first. ``docs/reading.md`` tells it in
plain words, and how to add a rule.

- `judged`: a block with its reason, and the list of them that rules change
- `cleaning_rule`: what a check, a rule and a ground to keep a block consist of
- `example_blocks`: the words to write their examples with
- `block_features`: what is often asked of a block
- `prepared_blocks`: what of a page's claims is corrected before anything is judged
- `checks`: a block judged alone, by configuration, words, element, box, links
- `kept_in_context`, `keep_grounds`: what is spoken after all
- all other modules: rules on what stands around a block, a module for each kind
"""
