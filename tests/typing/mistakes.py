"""What a type checker must refuse: each line that ends in a code has an error of that code.

Read by mypy, never run; `tests/unit/test_public.py` compares the errors with the codes.
"""

import audiopress

audiopress.sing("Good evening.")  # error: attr-defined
audiopress.speak()  # error: call-arg
audiopress.speak("a.html", 17)  # error: arg-type
audiopress.check("output", previous=17)  # error: arg-type
audiopress.build(17)  # error: arg-type
audiopress.build("a.html", strict="yes")  # error: arg-type
audiopress.build("a.html", "audiopress.toml")  # error: arg-type
audiopress.build("a.html", None, True)  # error: call-arg
audiopress.build("a.html", on_progress=len)  # error: arg-type
audiopress.read(["a.html", "b.html"])  # error: arg-type
audiopress.say("Good evening.", "a.mp3", "joe")  # error: call-arg
audiopress.load_settings(b"audiopress.toml")  # error: arg-type
audiopress.load_settings().jobs = 2  # error: misc
seconds: int = audiopress.say("Good evening.")  # error: assignment
