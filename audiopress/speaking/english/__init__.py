"""English, British and American: ordered forms from what is written to what is said.

`normalize.py` has the order and why each group stands where it does, `spoken_form.py` what a form
is and how to add one. The forms stand by what they say: ``numbers``, ``amounts`` (money,
measures), ``dates_and_times``, ``names``, ``abbreviations`` and ``symbols``.
"""
