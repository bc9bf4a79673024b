"""What speaks. Nothing here tells anybody that it does.

onnxruntime's wheels report to their maker unless they are told not to before they are loaded: a
device id and a queue of events are kept in the home folder and sent when there is a network. The
two names are those of its versions (`microsoft/onnxruntime` pull requests 27379 and 29843).
"""

import os

os.environ.update(ORT_DISABLE_TELEMETRY="1", ORT_TELEMETRY_DISABLED="1")
