#!/bin/sh
# xltpl 0.21 fills workbooks by templates and repeats a row for each record. Formulas are copied as they stand: with three stations the total below
# them is still SUM(B2:B2), the points of the first station, and every station's share is that of the first, B2/100. The share of the total, B3/100,
# now points at the second station. In a spreadsheet rows that are put in move all of these. The figures look right in the template, which has one
# row.
#
# For us: a workbook is written with values or with formulas made for its rows; a template's own formulas are not stretched, so it is refused where
# rows are put in above or below one.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet openpyxl==3.1.5 xltpl==0.21
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import openpyxl
from openpyxl.comments import Comment
from xltpl.writerx import BookWriter

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "S"
for row in (["station", "points", "share"], ["{{r.name}}", "{{r.points}}", "=B2/100"], ["total", "=SUM(B2:B2)", "=B3/100"]):
    sheet.append(row)
sheet["A2"].comment = Comment("beforerow{%- for r in rows %}", "template")
sheet["A3"].comment = Comment("beforerow{%- endfor %}", "template")
book.save("template.xlsx")
writer = BookWriter("template.xlsx")
stations = [{"name": name, "points": points} for name, points in (("A", 10), ("B", 20.5), ("C", 30))]
writer.render_book([{"rows": stations, "tpl_name": "S", "sheet_name": "S"}])
writer.save("filled.xlsx")
rows = list(openpyxl.load_workbook("filled.xlsx").active.iter_rows(values_only=True))
print("xltpl 0.21")
for row in rows:
    print(row)
assert rows[1:] == [("A", 10, "=B2/100"), ("B", 20.5, "=B2/100"), ("C", 30, "=B2/100"), ("total", "=SUM(B2:B2)", "=B3/100")]
PYTHON
