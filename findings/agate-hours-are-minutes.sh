#!/bin/sh
# agate 1.14.2, which csvkit reads every file with, takes a column of 7:30, 36:00 and 1:15 for minutes and seconds: 36:00 is 36 minutes. Sheets of
# volunteers write hours and minutes so, and a spreadsheet writes 36:00 for a day and a half. The sum of hours comes out as a sixtieth, and the
# type of the column says "TimeDelta" in both readings.
#
# For us: a duration in a cell needs its unit (PT36H, or the unit of the column); 36:00 is refused rather than guessed.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet agate==1.14.2
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import agate, datetime

print("agate 1.14.2")
with open("hours.csv", "w") as file:
    file.write("volunteer,hours\nA,7:30\nB,36:00\nC,1:15:00\n")
column = agate.Table.from_csv("hours.csv").columns["hours"]
print(type(column.data_type).__name__, [str(value) for value in column.values()])
assert isinstance(column.data_type, agate.TimeDelta)
assert column.values()[0] == datetime.timedelta(minutes=7, seconds=30)
assert column.values()[1] == datetime.timedelta(minutes=36)
# With three parts the first is hours, so one column holds two scales.
assert column.values()[2] == datetime.timedelta(hours=1, minutes=15)
PYTHON
