"""What holds for all tests: no window, whatever the machine."""

import os
import tempfile

# before anything imports qgis
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="smart-planning-runtime-")
