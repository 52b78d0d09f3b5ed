"""Print the findings of a study: the path of its GeoPackage is the one argument."""

import sys
import textwrap

from smart_planning_plugin.handbook.findings import findings

for number, sentence in enumerate(findings(sys.argv[1]), 1):
    print(textwrap.fill(sentence, 96, initial_indent=f"  {number}. ", subsequent_indent="     "))
