#!/bin/sh
# dateparser 1.5.0 with languages=["zh"] reads Chinese dates in ways a Chinese reader would not: 2024年 is a day of the year 1; 2024年3月 is the day of
# the month that the program runs on (moved back where the month is shorter); 3月31日 is nothing, though it is read when no language is named; and
# 03/04/2024 is 3 April, while without a language it is 4 March. Nothing is raised.
#
# For us: a date without a day is not a date, and the order of day and month is declared for a column or refused.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet dateparser==1.5.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import dateparser, datetime

def read(text, *languages):
    settings = {"RELATIVE_BASE": datetime.datetime(2025, 1, 31)}
    found = dateparser.parse(text, languages=list(languages) or None, settings=settings)
    return found and str(found.date())

print("dateparser", dateparser.__version__)
for text in ("2024年", "2024年3月", "2024年2月", "3月31日", "03/04/2024"):
    print(text, "zh:", read(text, "zh"), "any:", read(text))
assert read("2024年", "zh") == "0001-01-31"
assert read("2024年3月", "zh") == "2024-03-31" and read("2024年2月", "zh") == "2024-02-29"
assert read("3月31日", "zh") is None and read("3月31日") == "2025-03-31"
assert read("03/04/2024", "zh") == "2024-04-03" and read("03/04/2024") == "2024-03-04"
PYTHON
