#!/bin/sh
# petl 1.7.30 compares anything with anything: a text is more than every number, and nothing is less. Of a CSV file with 95, 9, 60 and a gap, whose
# cells are texts, selectge(table, "score", 60) keeps all four stations, selectlt none, and selecteq(60) none, without an error. With convertnumbers
# the gap stays a text and the station without a score is among those with 60 and more; with None for the gap it is among those below. stats of the
# same column takes the texts for numbers, and its mean is the one that one would expect.
#
# For us: a comparison of a number with a text is a mistake in the rubric or the file, with its place; a gap is on neither side.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet petl==1.7.30
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import petl

with open("scores.csv", "w") as file:
    file.write("station,score\nA,95\nB,9\nC,\nD,60\n")
read = petl.fromcsv("scores.csv")
tables = {"as read": read, "convertnumbers": petl.convertnumbers(read),
          "None for the gap": petl.convert(read, "score", lambda text: int(text) if text else None)}
found = {}
for name, table in tables.items():
    found[name] = ["".join(select(table, "score", 60).values("station")) for select in (petl.selectge, petl.selectlt, petl.selecteq)]
    print(name, "at least 60, below, 60:", found[name])
assert found == {"as read": ["ABCD", "", ""], "convertnumbers": ["ACD", "B", "D"], "None for the gap": ["AD", "BC", "D"]}
print("mean", petl.stats(read, "score").mean)
assert round(petl.stats(read, "score").mean, 2) == 54.67
PYTHON
