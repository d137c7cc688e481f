#!/bin/sh
# Two packages share out by the largest remainder and give what is left to a smaller one. By apportionment 1.0, five places for three towns of 16, 16
# and 18 stations are 2, 2 and 1: the largest town gets least, for the two that are level with each other at the limit stand before it in the list.
# With the largest first the places are 2, 2 and 1 for 18, 16 and 16. Exact fractions (fractions=True) change nothing. apportionpy 0.3.1 gives 2, 1
# and 2. round-percentages 1.0 takes the digits behind the point for a whole number, so that 0.5 is 5 and less than the 49 of 0.49: 12.5, 12.49 and
# 75.01 per cent become 12, 13 and 75, and the smaller share is shown as the larger.
#
# For us: what is left goes by remainders that are sorted first, all of them, as exact numbers; who is level at the limit is said, not taken from the
# list.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet apportionment==1.0 apportionpy==0.3.1 numpy==1.26.4 round-percentages==1.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import apportionment.methods, apportionpy.apportionment, round_percentages

def places(stations, **more):
    return apportionment.methods.compute("largest_remainder", stations, 5, **more)

print("apportionment 1.0, apportionpy 0.3.1, round-percentages 1.0")
other = apportionpy.apportionment.Apportion(5, [16, 16, 18], "hamilton").fair_shares
print(places([16, 16, 18]), places([16, 16, 18], fractions=True), places([18, 16, 16]), other)
assert places([16, 16, 18]) == places([16, 16, 18], fractions=True) == [2, 2, 1]
assert places([18, 16, 16]) == [2, 2, 1] and other == [2, 1, 2]
shares = [[12.5, 12.49, 75.01], [33.5, 33.26, 33.24]]
print([round_percentages(share) for share in shares])
assert [round_percentages(share) for share in shares] == [[12, 13, 75], [33, 34, 33]]
PYTHON
