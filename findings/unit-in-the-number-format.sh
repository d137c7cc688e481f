#!/bin/sh
# xlsx2csv 0.8.6 takes a number format with a unit for one of dates as soon as the unit has a letter of dates in it (d, m, y, h or s), and writes the
# format where the number stood: 85 shown as "85 points" becomes 0" points", 90 marks become 0" 03arks", 5 days become 0" 04ays". The 85 is nowhere in
# the file. A format with 次, or with " people", is left alone, so only some columns of a sheet are lost, and every lost mark begins with 0.
#
# For whoever makes CSV of a workbook first: look at the columns with a unit. For us: quoted text in a number format is no part of its kind, and the
# value of a cell is what the cell holds.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet xlsx2csv==0.8.6 xlsxwriter==3.3.1 openpyxl==3.1.5
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import csv, openpyxl, subprocess, sys, xlsxwriter
from pathlib import Path

cells = [(85, '0" points"'), (90, '0" marks"'), (5, '0" days"'), (12, '0" people"'), (12, '0"次"')]
book = xlsxwriter.Workbook("visits.xlsx")
sheet = book.add_worksheet()
for row, (number, shape) in enumerate(cells):
    sheet.write(row, 0, number, book.add_format({"num_format": shape}))
book.close()

tool = Path(sys.executable).parent / "xlsx2csv"
text = subprocess.run([tool, "visits.xlsx"], capture_output=True, text=True, check=True).stdout
written = [row[0] for row in csv.reader(text.splitlines())]
held = [row[0].value for row in openpyxl.load_workbook("visits.xlsx").active.iter_rows()]
print("xlsx2csv", written, "openpyxl", held)
assert written == ['0" points"', '0" 03arks"', '0" 04ays"', "12", "12"]
assert held == [85, 90, 5, 12, 12]
PYTHON
