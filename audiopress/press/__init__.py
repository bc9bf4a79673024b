"""The one place where effects are ordered: sources go in, an edition comes out.

What a person can ask for, a file each::

    build          the recipe: read it first
    preview        what a build would do and say, without doing it
    say            a text into one file
    withdraw       an article out of the edition, or back

The steps of a build, in their order (`audiopress.press.steps`)::

    fetch          source -> documents
    read           document -> manuscript (article + script), from the cache where nothing changed
    identify       manuscript -> which article it is, by the ledger
    plan           pure: script -> lines and keys; what is not cached must be spoken, and why
    speak          missing lines -> speech and frames in the cache, through workers
    bind           pure: segments -> the files of one version
    ship           the one ordered writer: media, sidecars, page, ledger; of the show the feed last

``sync`` is what lasts from one build to the next, beside the ledger: what failed, what waits.

Folders beside them: ``one_file`` (an article without an edition), ``lexicons``, ``corrections``,
``joined`` (editions of several articles), ``shows``, ``ledgers`` (who writes here, and where),
``site_memory``, ``backfill`` and ``cluster`` (many thousand articles, many machines).

``edition`` joins them to what one edition holds, and ``speech_queue`` keeps the workers busy.
``preflight`` says what a run must have, ``rule_digests`` what was made with other rules. Only here
clocks are read, and only `ship` writes into the output folder.
"""
