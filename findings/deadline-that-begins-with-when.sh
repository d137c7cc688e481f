#!/bin/sh
# business-rule-engine 1.0.0 reads rules line by line and takes each line that begins with the letters of a keyword for the keyword: of the condition
# "when_filed <= 31 and score >= 90" on two lines, the first line is gone, since its name begins with "when", and a report filed on day 60 is
# excellent. An action endorse(3) begins with "end": it is not done, nor is any action after it. No error, and the rule counts as done. On one line,
# or with another name, the same rule is right.
#
# For us: a keyword ends where its word ends, and what a reader does not know is refused with its line, never skipped.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet business-rule-engine==1.0.0 simpleeval==1.0.8
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
from business_rule_engine import RuleParser

done = []
for name in ("points", "endorse", "approve"):
    RuleParser.register_function(lambda number, name=name: done.append((name, number)), name)

def actions(condition, action, **facts):
    parser = RuleParser()
    parser.parsestr(f'rule "excellent"\nwhen\n{condition}\nthen\n{action}\nend\n')
    done.clear()
    result = parser.execute(facts)
    return list(done), bool(result)

print("business-rule-engine 1.0.0")
late = {"when_filed": 60, "filed": 60, "score": 95}
cases = [("when_filed <= 31 and\nscore >= 90", "points(5)"), ("filed <= 31 and\nscore >= 90", "points(5)"),
         ("score >= 90", "points(5)\nendorse(3)\npoints(2)"), ("score >= 90", "points(5)\napprove(3)\npoints(2)")]
found = [actions(*case, **late) for case in cases]
for case, result in zip(cases, found):
    print(case, result)
assert found[0] == ([("points", 5)], True) and found[1] == ([], False)
assert found[2] == ([("points", 5)], True)
assert found[3] == ([("points", 5), ("approve", 3), ("points", 2)], True)
PYTHON
