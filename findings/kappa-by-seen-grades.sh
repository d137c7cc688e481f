#!/bin/sh
# The weighted kappa of scikit-learn 1.9.1 measures how far two grades are apart by their places among the grades that were given, sorted. Where
# nobody gave 3 or 4, from 2 to 5 is one step: linear kappa of the marks below is 0.42, and 0.32 when the labels say 1 to 5. Grades in words are
# sorted by their characters, 优秀, 合格, 良好 (excellent, pass, good): the same judgements have 0.59 as 1, 2, 3 and 0.49 as words. Nothing is said of
# either.
#
# For us: agreement on an ordered scale goes by the scale that the rubric declares, with the grades that nobody gave.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet numpy==1.26.4 scikit-learn==1.9.1
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import sklearn
from sklearn.metrics import cohen_kappa_score

def kappa(first, second, labels=None):
    return round(float(cohen_kappa_score(first, second, labels=labels, weights="linear")), 2)

print("scikit-learn", sklearn.__version__)
first, second = [1, 1, 2, 2, 5, 5, 1, 2, 5, 1], [1, 2, 2, 5, 5, 2, 1, 2, 1, 1]
print("marks", kappa(first, second), "of 1 to 5", kappa(first, second, [1, 2, 3, 4, 5]))
assert kappa(first, second) == 0.42 and kappa(first, second, [1, 2, 3, 4, 5]) == 0.32
words = ["优秀", "良好", "合格"]
first, second = [1, 1, 1, 2, 2, 2, 3, 3, 1, 2], [1, 2, 1, 2, 1, 2, 3, 2, 1, 2]
named = [[words[grade - 1] for grade in grades] for grades in (first, second)]
print("numbers", kappa(first, second), "words", kappa(*named), "words in their order", kappa(*named, words))
assert kappa(first, second) == kappa(*named, words) == 0.59 and kappa(*named) == 0.49
PYTHON
