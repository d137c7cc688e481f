#!/bin/sh
# Mid-Autumn of 1978 is 16 September by lunardate 0.3.0, and 17 September by borax 4.1.3, sxtwl 2.0.7, zhdate 0.1 and LunarCalendar 0.0.9. The month
# begins with the day of the new moon by the time of 120 degrees east (GB/T 33661), and ephem 4.2.1 has that at nine minutes past midnight, on 3
# September. The eleventh month of 1954 begins a day late, so that who was born on 初十 of it is told another birthday. Every day of these two months is
# one off.
#
# For us: a lunar date is carried with its calendar date, and an age comes from the calendar date that the evidence shows.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet borax==4.1.3 ephem==4.2.1 LunarCalendar==0.0.9 lunardate==0.3.0 sxtwl==2.0.7 zhdate==0.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import ephem, lunarcalendar, sxtwl
from borax.calendars.lunardate import LunarDate as Borax
from lunardate import LunarDate
from zhdate import ZhDate

def answers(*day):
    solar = lunarcalendar.Converter.Lunar2Solar(lunarcalendar.Lunar(*day))
    other = sxtwl.fromLunar(*day)
    return [str(LunarDate(*day).to_solar_date()), str(Borax(*day).to_solar_date()), str(ZhDate(*day).to_datetime().date()),
            str(solar.to_date()), f"{other.getSolarYear()}-{other.getSolarMonth():02}-{other.getSolarDay():02}"]

print("lunardate 0.3.0, borax 4.1.3, zhdate 0.1, LunarCalendar 0.0.9, sxtwl 2.0.7")
expected = {(1978, 8, 15): ("1978-09-16", "1978-09-17"), (1954, 11, 10): ("1954-12-05", "1954-12-04"), (2025, 8, 15): ("2025-10-06", "2025-10-06")}
for day, (first, others) in expected.items():
    print(day, answers(*day))
    assert answers(*day) == [first] + [others] * 4
new = [ephem.Date(ephem.next_new_moon(day) + 8 / 24).datetime() for day in ("1978/8/25", "1954/11/15")]
print("new moons at 120 degrees east", [str(moment)[:16] for moment in new])
assert [str(moment)[:16] for moment in new] == ["1978-09-03 00:08", "1954-11-25 20:30"]
PYTHON
