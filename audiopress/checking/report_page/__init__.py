"""The receipt as one HTML file: for an archive, an editor, a phone; it loads and runs nothing.

What was found is told article by article, those with faults first, with a picture of the sound.
"""
