"""Install Chromium for the browser tests where that is allowed; otherwise say how.

Without Chromium the browser tests are skipped, and say so. In CI a missing browser is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Return 0 unless CI has no browser."""
    if any(map(shutil.which, NAMES)):
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not sudo or shutil.which("sudo"):
            quiet = {"stdout": subprocess.DEVNULL}
            subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False, **quiet)
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            install = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
            subprocess.run(install, check=False, env=environment, **quiet)
    if any(map(shutil.which, NAMES)):
        return 0
    print("No Chromium found: the browser tests will be skipped. Install the package `chromium` to run them.")
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
