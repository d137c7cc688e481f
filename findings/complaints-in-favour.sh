#!/bin/sh
# COPRAS of pymcdm 1.4.0 adds what should be little to what should be much: a criterion of the type "cost" counts in favour. Of two stations that are
# alike but for 1 and 9 complaints, the one with 9 is better, and of the four below the best is another one than by pyrepo-mcda 0.1.15, which has the
# same method. The formula divides by each station's own share where the method sums over all stations, so that what is left of it is the plain share.
# TOPSIS of pymcdm on the same figures puts 1 complaint first, and COPRAS itself warns that the first of the two dominates, before it puts it last.
#
# For us: a figure says which direction is better, and a case with one figure that differs belongs to every way of ranking.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet numpy==1.26.4 pymcdm==1.4.0 pyrepo-mcda==0.1.15
cd "$room"
"$room/venv/bin/python" -W ignore - <<'PYTHON'
import numpy
from pymcdm.methods import COPRAS, TOPSIS
from pyrepo_mcda.mcda_methods import COPRAS as Other

def shares(method, figures, weights):
    types = numpy.array([1] * (len(weights) - 1) + [-1])
    return [round(float(share), 3) for share in method(numpy.array(figures, dtype=float), numpy.array(weights), types)]

pair, weights = [[80, 1], [80, 9]], [0.5, 0.5]
print("marks and complaints", pair, "COPRAS", shares(COPRAS(), pair, weights), "other", shares(Other(), pair, weights))
assert shares(COPRAS(), pair, weights) == [0.429, 1] and shares(Other(), pair, weights) == [1, 0.429]
assert shares(TOPSIS(), pair, weights)[0] > shares(TOPSIS(), pair, weights)[1]
four, weights = [[90, 80, 70, 5], [85, 85, 72, 3], [80, 90, 71, 4], [60, 60, 75, 9]], [0.4, 0.3, 0.2, 0.1]
print("four stations COPRAS", shares(COPRAS(), four, weights), "other", shares(Other(), four, weights))
assert shares(COPRAS(), four, weights) == [1, 0.963, 0.972, 0.868]
assert shares(Other(), four, weights) == [0.947, 1, 0.958, 0.716]
PYTHON
