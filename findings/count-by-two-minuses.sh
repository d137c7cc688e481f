#!/bin/sh
# formulas 1.3.4 reckons workbooks in Python. The usual count of a score sheet, SUMPRODUCT(--(A1:A4>=70)), is 0 there and 3 by pycel 1.0b30 and in
# Excel; with "*1" in place of the two minuses it is 3. COUNTIF(A1:A4,"<>"), how many are filled in, is 0 instead of 4. A 70 that is stored as text is
# added by SUM and counted by COUNT, which leave text out in Excel: 210 and 3 instead of 140 and 2. TEXT(84.5,"0") says 84 where ROUND says 85, in
# either of the two. No cell shows an error.
#
# For us: what a workbook of ours shows is checked in an office program; a second reckoning in Python settles no count.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet formulas==1.3.4 networkx==2.6.3 numpy==1.26.4 openpyxl==3.1.5 pycel==1.0b30 scipy==1.12.0
cd "$room"
"$room/venv/bin/python" -W ignore - 2> log.txt <<'PYTHON'
import formulas, openpyxl, pycel

expected = {"SUMPRODUCT(--(A1:A4>=70))": (0, 3), "SUMPRODUCT((A1:A4>=70)*1)": (3, 3), 'COUNTIF(A1:A4,"<>")': (0, 4), "SUM(C1:C3)": (210, 140),
            "COUNT(C1:C3)": (3, 2), 'TEXT(84.5,"0")': ("84", "84"), "ROUND(84.5,0)": (85, 85)}
book = openpyxl.Workbook()
book.active.title = "S"
for letter, column in (("A", [60, 70, 80, 90]), ("C", [60, "70", 80]), ("F", ["=" + formula for formula in expected])):
    for row, value in enumerate(column, 1):
        book.active[f"{letter}{row}"] = value
book.save("b.xlsx")
first = formulas.ExcelModel().loads("b.xlsx").finish().calculate()
second = pycel.ExcelCompiler("b.xlsx")
print("formulas 1.3.4 and pycel 1.0b30")
for row, (formula, values) in enumerate(expected.items(), 1):
    found = (first[f"'[b.xlsx]S'!F{row}"].value.tolist()[0][0], second.evaluate(f"S!F{row}"))
    print(formula, found)
    assert found == values
PYTHON
