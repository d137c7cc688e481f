#!/bin/sh
# Amounts in Chinese capitals, as contracts and receipts have them, that are not the amount in figures beside them. cn-amount 0.0.5 writes 199 yuan
# for 199.999, which is 200.00 in figures: the hundredths are rounded and what they carry over is lost; 0.996 is zero yuan, and 5 yuan taken back (-5)
# are zero yuan, too. cn2an 0.5.24 cuts: 199.99 and, for 2.679 (2.68 in figures), 2.67. It also leaves out the zero that stands for a gap, so that ten
# million and one thousand is 壹仟万壹仟元整 where cn-amount has 壹仟万零壹仟元整. Neither refuses a third digit.
#
# For us: an amount in capitals is made of the digits that stand beside it, after rounding; what is no whole number of fen, or less than nothing, is
# not written so.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet cn2an==0.5.24 cn-amount==0.0.5
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import cn2an
from cn_amount import CNAmount

expected = {199.999: ("壹佰玖拾玖元整", "壹佰玖拾玖元玖角玖分"), 0.996: ("零元整", "玖角玖分"), -5: ("零元整", "负伍元整"),
            2.679: ("贰元陆角捌分", "贰元陆角柒分"), 10001000: ("壹仟万零壹仟元整", "壹仟万壹仟元整"), 200: ("贰佰元整", "贰佰元整")}
print("cn-amount 0.0.5 and cn2an 0.5.24")
for amount, words in expected.items():
    found = (CNAmount().amount_to_chinese(amount), cn2an.an2cn(amount, "rmb"))
    print(amount, f"{amount:.2f}", *found)
    assert found == words
PYTHON
