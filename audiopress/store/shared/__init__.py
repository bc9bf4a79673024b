"""What several builders have together: speech that one of them speaks and all of them hear.

::

    speech    asked for before a line is spoken, given when it was; `objects` or a folder has it
    folder    a folder that several machines see, with what objects have
"""
