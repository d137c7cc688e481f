#!/bin/sh
# The same percent cell of a workbook comes out a hundred times larger when the sheet goes through another converter: xlsx2csv 0.8.6 writes what the
# cell shows (95.00%), which agate 1.14.2 reads as 95 by taking the sign away; agate-excel (in2csv of csvkit 2.2.0) writes what the cell holds, 0.95.
# Neither says which it did, and both columns are numbers.
#
# For us: the unit of the declaration decides what a per cent sign means, and a column that holds both writings is not read by guessing.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet agate==1.14.2 csvkit==2.2.0 xlsx2csv==0.8.6 xlsxwriter==3.3.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import agate, subprocess, sys, xlsxwriter
from pathlib import Path

tools = Path(sys.executable).parent
book = xlsxwriter.Workbook("rates.xlsx")
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["station", "rate"])
shown = book.add_format({"num_format": "0.00%"})
for row, (station, rate) in enumerate([("A", 0.95), ("B", 0.9)], 1):
    sheet.write(row, 0, station)
    sheet.write(row, 1, rate, shown)
book.close()

def read(tool):
    text = subprocess.run([tools / tool, "rates.xlsx"], capture_output=True, text=True, check=True).stdout
    Path(tool + ".csv").write_text(text)
    column = agate.Table.from_csv(tool + ".csv").columns["rate"]
    assert isinstance(column.data_type, agate.Number)
    return [str(value) for value in column.values()]

print("in2csv", read("in2csv"), "xlsx2csv", read("xlsx2csv"))
assert read("in2csv") == ["0.95", "0.9"]
assert [float(value) for value in read("xlsx2csv")] == [95, 90]
PYTHON
