#!/bin/sh
# ahpy 2.1 makes weights of comparisons in pairs and says how consistent they are. Where the same pair is answered twice, "A over B, 3" and "B over A,
# 5", the second answer wins, the first is gone, and the consistency ratio is 0.0, which means beyond reproach; said in the other order, A wins. Where
# two pairs have nothing to do with each other (A with B, C with D), nobody said how A and C stand, but each has a weight, C the most, with a ratio of
# 0.0 again.
#
# For us: two answers to one question are a contradiction that is shown with both places, and a weight comes from what was said, not from a
# filling-in.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet ahpy==2.1 numpy==1.26.4 scipy==1.12.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import ahpy

def weights(answers):
    compared = ahpy.Compare("criteria", answers)
    found = {name: round(float(weight), 3) for name, weight in compared.target_weights.items()}
    return dict(sorted(found.items())), float(compared.consistency_ratio)

print("ahpy 2.1")
twice = weights({("A", "B"): 3, ("B", "A"): 5, ("B", "C"): 2})
turned = weights({("B", "A"): 5, ("A", "B"): 3, ("B", "C"): 2})
apart = weights({("A", "B"): 3, ("C", "D"): 5})
around = weights({("A", "B"): 3, ("B", "C"): 3, ("C", "A"): 3})
for found in (twice, turned, apart, around):
    print(found)
assert twice == ({"A": 0.118, "B": 0.588, "C": 0.294}, 0)
assert turned == ({"A": 0.667, "B": 0.222, "C": 0.111}, 0)
assert apart[1] == 0 and max(apart[0], key=apart[0].get) == "C"
assert around[1] > 1
PYTHON
