#!/bin/sh
# In bkflow-feel 1.2.0 the opposite of nothing is true: not(barred) is true where no evidence says whether the station is barred, and DMN says null.
# A function that it does not know, sum and round among them, is null as well (a line in the log, no error), so not(is late(deadline)) is true on
# every record. And 1 < 3 > 2, which is no comparison of three, is false. A table of bkflow-dmn 0.2.0 gives the points for such a row.
#
# For us: not of unknown is unknown, a function that nobody knows is an error of the rubric before anything is scored, and a table is checked with an
# engine that says what it does not know.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet bkflow-dmn==0.2.0 bkflow-feel==1.2.0 pydantic==1.10.27
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import logging
from bkflow_dmn.api import decide_single_table
from bkflow_feel.api import parse_expression

logging.disable(logging.CRITICAL)
print("bkflow-feel 1.2.0")
for text in ("barred", "not(barred)", "sum([1, 2])", "not(sum([1, 2]))", "1 < 3 > 2"):
    print(text, parse_expression(text, {}))
assert parse_expression("barred", {}) is None and parse_expression("not(barred)", {}) is True
assert parse_expression("sum([1, 2])", {}) is None and parse_expression("not(sum([1, 2]))", {}) is True
assert parse_expression("1 < 3 > 2", {}) is False
table = {"title": "entry", "hit_policy": "First",
         "inputs": {"cols": [{"id": "barred"}], "rows": [["not(barred)"], ["barred"]]},
         "outputs": {"cols": [{"id": "points"}], "rows": [["5"], ["0"]]}}
points = decide_single_table(table, {})
print("points without evidence", points)
assert points == [{"points": 5}]
PYTHON
