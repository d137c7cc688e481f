#!/bin/sh
# samplics 0.6.1 makes weighted means and shares of surveys. Of five answers, yes, no, yes, no and one that is missing, the mean is not a number, so
# that one sees the gap; the shares are 0.2 for yes and 0.7 for no and nothing for the rest: who did not answer is counted among all and shown
# nowhere. With remove_nan=True they are 0.22 and 0.78. A satisfaction of "at least 22 in 100" is missed or met by that, and neither call says how
# many answered.
#
# For us: a share says of how many answers it is, and what does not answer is counted as the rubric says.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet samplics==0.6.1
cd "$room"
"$room/venv/bin/python" -W ignore - <<'PYTHON'
import numpy
from samplics.estimation import TaylorEstimator
from samplics.utils.types import PopParam

weights = numpy.array([10, 10, 10, 10, 60])
answers = numpy.array([1, 0, numpy.nan, 1, 0])

def estimate(kind, **more):
    estimator = TaylorEstimator(kind)
    estimator.estimate(y=answers, samp_weight=weights, **more)
    found = estimator.point_est
    return {float(answer): round(float(share), 2) for answer, share in found.items()} if isinstance(found, dict) else float(found)

print("samplics 0.6.1")
mean, shares, without = estimate(PopParam.mean), estimate(PopParam.prop), estimate(PopParam.prop, remove_nan=True)
print("mean", mean, "shares", shares, "without the gap", without)
assert mean != mean
assert shares == {0: 0.7, 1: 0.2} and without == {0: 0.78, 1: 0.22}
PYTHON
