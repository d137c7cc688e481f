#!/bin/sh
# iaa-kit 0.1.2 has functions named after measures of agreement that give other measures. ac2, Gwet's, is the weighted kappa: -0.05 where two of
# twenty are judged apart and nearly all get the same grade, which is the case that Gwet's measure was made for; irrCAC 0.4.4 gives 0.89.
# Krippendorff's alpha is 0.83 on his own worked example for an ordinal and for an interval scale alike, where his are 0.82 and 0.85: marks that stand
# alone are counted, and the ordinal distance is the one of intervals. krippendorff 0.9.0 gives his.
#
# For us: each measure is checked by its name against the published example, on every scale, and says which marks it was taken of.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet iaa-kit==0.1.2 irrCAC==0.4.4 krippendorff==0.9.0 numpy==1.26.4 pandas==2.3.3 scipy==1.12.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import iaa_kit, krippendorff, numpy, pandas
from irrCAC.raw import CAC

first, second = [1] * 19 + [2], [1] * 18 + [2, 1]
gwet = CAC(pandas.DataFrame({"first": first, "second": second}), weights="linear").gwet()["est"]["coefficient_value"]
ours, kappa = iaa_kit.ac2(first, second), iaa_kit.weighted_kappa(first, second)
print("ac2", round(ours, 2), "weighted kappa", round(kappa, 2), "irrCAC", round(float(gwet), 2))
assert ours == kappa and round(ours, 2) == -0.05 and round(float(gwet), 2) == 0.89

gap = float("nan")
marks = numpy.array([[1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3],
                     [gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap]])
for scale, wrong, right in (("ordinal", 0.83, 0.82), ("interval", 0.83, 0.85)):
    found = [round(iaa_kit.alpha_value(marks.T.tolist(), scale), 2), round(float(krippendorff.alpha(marks, level_of_measurement=scale)), 2)]
    print("alpha", scale, found)
    assert found == [wrong, right]
PYTHON
