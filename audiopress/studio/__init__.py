"""The editor's window: a page on this machine for people who never open a terminal.

All it does is what the command line does, by the same functions of `audiopress.press`::

    access     who is let in: who has the address with its token, from this machine, by this page
    app        the paths; ``paths/`` has what each of them does
    intake     what was dropped, pasted or named becomes a file in a source folder
    articles   files and the ledger as one list
    script     one article as it will be spoken, beside what is left out of it
    lines      a line is said after all, or left out
    order      where in the document what is left out stood
    places     links from the mark of a note to the note, and to tables
    read_as    what a file was read as, and what was found in it
    speakers   which voices can speak here, and what gets the others
    texts      the text of a file, edited
    sounds     a paragraph heard
    words      how a name is said: tried, kept, and what else it would change
    readers    which kinds of files this installation reads
    pasted     a text that was pasted becomes a file
    waiting    what the next publishing would do of each article
    changes    what a correction changes, as a picture
    log        what was corrected and taken back
    settings_file   what an editor sets, in audiopress.toml; ``setting_fields`` has which,
                    ``music_files`` the sound that may be the show's
    advice     what is told to an editor, and what to whoever looks after the edition
    served     files of the edition below the window
    builds     one build or deploy at a time, in a thread, told as it goes
    host       where what was made is: here alone, or at the host too
    listeners  the edition as listeners get it: pages, what to embed, what is wrong with it

Pages are made on the server (``templates/``); ``static/`` has small modules without a build step.
"""

from audiopress.studio.run import run_studio

__all__ = ["run_studio"]
