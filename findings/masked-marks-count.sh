#!/bin/sh
# krippendorff 0.9.0 takes marks as an array. The masked array of numpy 1.26.4, which is what genfromtxt(usemask=True) makes of a table with gaps,
# is taken without its mask: what lies under it (-1 for whole marks) counts as a mark. Alpha of the marks below is 0.40, and 0.94 with the gap as NaN.
# No warning, and the array goes on printing "--" for the gap.
#
# For whoever checks agreement of ours with it: fill gaps with NaN first. For us: a gap is no mark, whatever number stands for it in the file, and
# the agreement says how many marks it was taken of.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet krippendorff==0.9.0 numpy==1.26.4
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import io, krippendorff, numpy

marks = numpy.genfromtxt(io.StringIO("1,2,,4\n1,2,3,5\n"), delimiter=",", dtype=int, usemask=True)

def alpha(marks):
    return round(float(krippendorff.alpha(reliability_data=marks, level_of_measurement="interval")), 2)

print("krippendorff 0.9.0", marks, "masked", alpha(marks), "NaN", alpha(marks.astype(float).filled(numpy.nan)))
assert marks.mask.sum() == 1
assert alpha(marks) == 0.4 and alpha(marks.astype(float).filled(numpy.nan)) == 0.94
PYTHON
