"""What a line is by its words alone: boilerplate, or a sentence of a story.

`boilerplate` judges by the rules in `rules`, a file a kind: "Read more:", newsletters, credits ...
`narration` saves sentences that tell of others, `finite_verbs` knows sentences by their verbs.
`invitations` and `end_notes` name what only counts in its place.
"""
