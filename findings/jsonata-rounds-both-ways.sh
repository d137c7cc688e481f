#!/bin/sh
# jsonata-python 0.7.1 rounds the same score in two ways: $round(84.5) is 84, halves to even, and $formatNumber(84.5, '0') is 85, halves up. A report
# that reckons with the one and shows the other has 84 in its total and 85 in its column. With a rate it is the other way round: 0.955 * 100 is 95.5
# and $round makes 96 of it, but $formatNumber(0.955, '0%') is 95%.
#
# For us: a rubric names its rounding, and what is shown is what was reckoned with.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet jsonata-python==0.7.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
from jsonata import Jsonata

def value(text):
    return Jsonata(text).evaluate({})

print("jsonata-python 0.7.1")
pairs = [("$round(84.5)", "$formatNumber(84.5, '0')"), ("$round(82.5)", "$formatNumber(82.5, '0')"), ("$round(85.5)", "$formatNumber(85.5, '0')"),
         ("$round(0.125, 2)", "$formatNumber(0.125, '0.00')"), ("$round(0.955 * 100)", "$formatNumber(0.955, '0%')")]
for pair in pairs:
    print(pair, [value(text) for text in pair])
assert [value(text) for text in pairs[0]] == [84, "85"] and [value(text) for text in pairs[1]] == [82, "83"]
assert [value(text) for text in pairs[2]] == [86, "86"]
assert [value(text) for text in pairs[3]] == [0.12, "0.13"]
assert value("0.955 * 100") == 95.5 and [value(text) for text in pairs[4]] == [96, "95%"]
PYTHON
