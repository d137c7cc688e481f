#!/bin/sh
# Two YAML libraries write text without quotes where only they themselves read it as text. PyYAML 6.0.4 writes the codes 08 and 12e5 bare, and
# ruamel.yaml 0.19.1 reads 8 and 1,200,000; ruamel.yaml writes the ratio 3:5 and the time 12:30 bare, and PyYAML reads 185 and 750, for to it the
# colon counts sixties. The code 07 survives, since PyYAML takes 07 for a number and quotes it, so a list of months holds both kinds.
#
# For us: YAML is read by the rules of 1.2, and a place for a text takes what is written there, leading zeros and all. Codes, ratios and times in a
# rubric belong in quotes.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet pyyaml==6.0.4 ruamel.yaml==0.19.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import importlib.metadata, io, yaml
from ruamel.yaml import YAML

def newer():
    return YAML(typ="safe", pure=True)

def written_by_newer(value):
    text = io.StringIO()
    newer().dump(value, text)
    return text.getvalue()

print("PyYAML", yaml.__version__, "ruamel.yaml", importlib.metadata.version("ruamel.yaml"))
there = newer().load(yaml.safe_dump(["07", "08", "12e5"]))
back = yaml.safe_load(written_by_newer(["3:5", "12:30", "NO"]))
print("PyYAML to ruamel.yaml", there, "ruamel.yaml to PyYAML", back)
assert there == ["07", 8, 1200000.0] and back == [185, 750, False]
assert yaml.safe_load(yaml.safe_dump(["08", "12e5"])) == ["08", "12e5"]
assert newer().load(written_by_newer(["3:5", "12:30", "NO"])) == ["3:5", "12:30", "NO"]
PYTHON
