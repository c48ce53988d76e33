"""`python -m involve_audit.generate`."""

import sys

from involve_audit.generate import main

sys.exit(main(sys.argv[1:]))
