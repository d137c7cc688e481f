#!/bin/sh
# In JsonLogic, the condition inside a filter sees one row and nothing else. A limit that stands beside the rows is nothing there, and nothing is 0:
# of visits of 5, 20 and 70 minutes, jsonlogic-rs 0.5.0, datalogic-py 5.9.0 and panzi-json-logic 1.0.1 keep all three as longer than the limit of 60,
# and json-logic-qubit 0.9.1 keeps none. With 60 written into the rule all four keep one. None says that there is no limit where the rule looks.
#
# For us: a name inside a condition over rows is a column or else a figure of the subject, found before scoring or refused; what is unknown is not 0.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet datalogic-py==5.9.0 jsonlogic-rs==0.5.0 six==1.17.0
for package in panzi-json-logic==1.0.1 json-logic-qubit==0.9.1; do
    "$room/venv/bin/pip" install --quiet --no-deps --target "$room/${package%%=*}" "$package"
done
cd "$room"
cat > ask.py <<'PYTHON'
import json, sys

def kept(apply, limit):
    rule = {"filter": [{"var": "visits"}, {">": [{"var": "minutes"}, limit]}]}
    facts = {"limit": 60, "visits": [{"minutes": minutes} for minutes in (5, 20, 70)]}
    return [visit["minutes"] for visit in apply(rule, facts)]

name, expected = sys.argv[1], json.loads(sys.argv[2])
if name in ("jsonlogic_rs", "datalogic_py"):
    apply = __import__(name).apply
else:
    sys.path.insert(0, name)
    apply = __import__("json_logic").jsonLogic
print(name, "limit beside the rows", kept(apply, {"var": "limit"}), "limit in the rule", kept(apply, 60))
assert kept(apply, {"var": "limit"}) == expected and kept(apply, 60) == [70]
PYTHON
for name in jsonlogic_rs datalogic_py panzi-json-logic; do
    "$room/venv/bin/python" ask.py "$name" "[5, 20, 70]"
done
"$room/venv/bin/python" ask.py json-logic-qubit "[]"
