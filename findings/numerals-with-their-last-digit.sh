#!/bin/sh
# pycnnum 2.1.1 makes numbers of Chinese numerals. What is written digit by digit comes out as the last digit that is not zero: 二〇二四 is 4, 一二〇 is 2.
# 一点五万 (15,000) is 1.5, and 三十万五 (305,000) is 350,000, since the last digit is taken for tenths of the word for ten thousand, whatever stands before.
# Nothing is raised. cn2an 0.5.24 reads 2024 and 120, refuses the third, and makes 305,000 of the last; on 三万五 and 一百五 the two agree.
#
# For us: a numeral in characters is no number unless its writing has one meaning, and a text that is none is refused with its place.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet pycnnum==2.1.1 cn2an==0.5.24
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import cn2an, pycnnum

def other(text):
    try:
        return cn2an.cn2an(text, "normal")
    except ValueError:
        return "refused"

texts = ["二〇二四", "一二〇", "一点五万", "三十万五", "三万五", "一百五"]
found = [pycnnum.cn2num(text) for text in texts]
print("pycnnum 2.1.1 and cn2an 0.5.24")
for text, number in zip(texts, found):
    print(text, number, other(text))
assert found == [4, 2, 1.5, 350000, 35000, 150]
assert [other(text) for text in texts] == [2024, 120, "refused", 305000, 35000, 150]
PYTHON
