#!/bin/sh
# Four libraries tell the working days of mainland China; each answers otherwise for a year whose notice of the State Council it does not have.
# chinese-days 0.0.2 calls 1 October 2027, a Friday, a working day. holidays 0.109 makes the year up: it names the feast and knows of no weekend that
# is worked in exchange, and does not say that this is a guess. workalendar 17.0.0, whose table ends with 2023, raises an error for Thursday
# 8 February 2024, but calls Sunday 4 February 2024 free, though that day was worked: it looks at weekends first and then never asks its table.
# chinesecalendar 1.11.0 alone refuses.
#
# For us: a deadline in working days needs the notice of each year that it touches; without one the answer is unknown, on weekends, too.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet --no-deps chinese-days==0.0.2
"$room/venv/bin/pip" install --quiet chinesecalendar==1.11.0 holidays==0.109 workalendar==17.0.0
cd "$room"
"$room/venv/bin/python" -W ignore - <<'PYTHON'
import chinese_calendar, chinesedays, datetime, holidays, workalendar.asia

feast, exchanged, thursday = datetime.date(2027, 10, 1), datetime.date(2024, 2, 4), datetime.date(2024, 2, 8)
guessed, old = holidays.country_holidays("CN"), workalendar.asia.China()

def answer(ask, day):
    try:
        return ask(day)
    except Exception as error:
        return type(error).__name__

asks = {"chinese-days": chinesedays.is_workday, "holidays": guessed.is_working_day, "workalendar": old.is_working_day,
        "chinesecalendar": chinese_calendar.is_workday}
for name, ask in asks.items():
    print(name, [(str(day), answer(ask, day)) for day in (feast, exchanged, thursday)])
assert answer(asks["chinese-days"], feast) is True and answer(asks["holidays"], feast) is False
assert answer(asks["chinesecalendar"], feast) == "NotImplementedError"
weekends = [day for day in (datetime.date(2027, 1, 1) + datetime.timedelta(number) for number in range(365)) if day.weekday() > 4]
print("weekends of 2027 worked in exchange, by holidays:", sum(map(guessed.is_working_day, weekends)))
assert not any(map(guessed.is_working_day, weekends))
assert asks["chinesecalendar"](exchanged) and asks["holidays"](exchanged) and asks["chinese-days"](exchanged)
assert answer(asks["workalendar"], exchanged) is False and answer(asks["workalendar"], thursday) == "CalendarError"
PYTHON
