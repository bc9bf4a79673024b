"""What is spoken is heard before it is published, and what is said wrongly is spoken again.

::

    listener    what a build is to be given to hear with
    verifier    which lines are heard, which takes are spoken, and which of them is kept
    results     what became of it, for people and programs
"""
