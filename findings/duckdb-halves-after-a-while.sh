#!/bin/sh
# duckdb 2.0.1 decides the type of a column by its first 20,480 records. Where only whole marks stand there, a half that comes later is rounded to a
# whole mark without a word: 84.5 of a CSV file becomes 85, and the same 84.5 of a file of JSON lines becomes 84. A text at that place stops the
# reading, a number does not. With sample_size=-1 the half is there.
#
# For whoever checks a mean or a count of ours with duckdb on a large export: name the types, or sample_size=-1. For us: the kind of a column is what
# its declaration says, or what all of its records say, never what the first of them say.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet duckdb==2.0.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import duckdb, json

marks = [80] * 30000 + [84.5, 79.4]
with open("marks.csv", "w") as file:
    file.write("station,mark\n" + "".join(f"{place},{mark}\n" for place, mark in enumerate(marks)))
with open("marks.json", "w") as file:
    file.writelines(json.dumps({"station": place, "mark": mark}) + "\n" for place, mark in enumerate(marks))

def last(source):
    return duckdb.sql(f"select mark, typeof(mark) from {source} where station >= 30000 order by station").fetchall()

print("duckdb", duckdb.__version__)
for source in ("'marks.csv'", "'marks.json'", "read_csv('marks.csv', sample_size = -1)"):
    print(source, last(source))
assert last("'marks.csv'") == [(85, "BIGINT"), (79, "BIGINT")]
assert last("'marks.json'") == [(84, "BIGINT"), (79, "BIGINT")]
assert last("read_csv('marks.csv', sample_size = -1)") == [(84.5, "DOUBLE"), (79.4, "DOUBLE")]
PYTHON
