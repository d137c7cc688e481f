#!/bin/sh
# bkflow-dmn 0.2.0 knows the hit policies Priority and OutputOrder, and decides them by comparing the outputs themselves, the greatest first, in strict
# mode, too. Of the grades A, B and C it takes C, and of 优秀, 良好 and 合格 it takes 良好, for that is the order of the characters. A table has no place for
# the order of its output values, which DMN takes priority from.
#
# For us: Priority goes by the output values that a table declares, in their order, and never by their letters; a table without them has no priority.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet bkflow-dmn==0.2.0 bkflow-feel==1.2.0 pydantic==1.10.27
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
from bkflow_dmn.api import decide_single_table

def grade(names, policy):
    table = {"title": "grade", "hit_policy": policy,
             "inputs": {"cols": [{"id": "score"}], "rows": [[">=90"], [">=80"], [">=60"]]},
             "outputs": {"cols": [{"id": "grade"}], "rows": [[f'"{name}"'] for name in names]}}
    return [row["grade"] for row in decide_single_table(table, {"score": 95})]

print("bkflow-dmn 0.2.0")
for names in (["A", "B", "C"], ["优秀", "良好", "合格"]):
    print(names, "Priority", grade(names, "Priority"), "OutputOrder", grade(names, "OutputOrder"))
assert grade(["A", "B", "C"], "Priority") == ["C"]
assert grade(["优秀", "良好", "合格"], "Priority") == ["良好"]
assert grade(["优秀", "良好", "合格"], "OutputOrder") == ["良好", "合格", "优秀"]
PYTHON
