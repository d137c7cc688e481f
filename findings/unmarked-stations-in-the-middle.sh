#!/bin/sh
# PROMETHEE II of pymcdm 1.4.0 and of pyrepo-mcda 0.1.15 takes a mark that is missing (NaN) for one that is level with every other: a station that
# nobody marked gets the flow 0 and the second place of three, before the one that was marked, and the flows of the others shrink. Nothing is raised
# or shown as missing. TOPSIS of either package gives no station a number on such a table, so that one sees the gap.
#
# For us: what is missing is neither better nor worse nor level; places are reckoned over all that the gap may be, and stay open between.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet numpy==1.26.4 pymcdm==1.4.0 pyrepo-mcda==0.1.15
cd "$room"
"$room/venv/bin/python" -W ignore - <<'PYTHON'
import numpy, pymcdm.methods, pyrepo_mcda.mcda_methods

gap = float("nan")
marks = numpy.array([[90, 80], [gap, gap], [70, 60]])
weights, types = numpy.array([0.5, 0.5]), numpy.array([1, 1])

def flows(method, marks):
    return [round(float(flow), 2) for flow in method(marks, weights, types)]

ways = [pymcdm.methods.PROMETHEE_II("usual"), pyrepo_mcda.mcda_methods.PROMETHEE_II()]
print("pymcdm, pyrepo-mcda", [flows(way, marks) for way in ways], "without it", [flows(way, marks[[0, 2]]) for way in ways])
for way in ways:
    assert flows(way, marks) == [0.5, 0, -0.5] and flows(way, marks[[0, 2]]) == [1, -1]
assert list(ways[0].rank(ways[0](marks, weights, types))) == [1, 2, 3]
others = [TOPSIS()(marks, weights, types) for TOPSIS in (pymcdm.methods.TOPSIS, pyrepo_mcda.mcda_methods.TOPSIS)]
print("TOPSIS", others)
assert numpy.isnan(others).all()
PYTHON
