#!/bin/sh
# By jsonschema 4.26.0, 19.99 is no multiple of 0.01, nor are 0.07, 0.29, 4.35 and 65.1; 99.99 and 8.25 are. So a schema that allows marks with two
# decimals refuses some marks with one decimal. fastjsonschema 2.22.3 takes all of them. Numbers read as decimals (parse_float) with a decimal
# schema are right in the first, too.
#
# For us: points are decimals to the last digit, and no schema of ours says multipleOf with a fraction; a step of points is checked by the rubric.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet fastjsonschema==2.22.3 jsonschema==4.26.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import decimal, fastjsonschema, json, jsonschema

marks = "[0.07, 0.29, 4.35, 8.25, 19.99, 65.1, 99.99]"
step = '{"multipleOf": 0.01}'

def refused(read):
    schema = jsonschema.Draft202012Validator(read(step))
    return [str(mark) for mark in read(marks) if not schema.is_valid(mark)]

print("jsonschema 4.26.0 refuses", refused(json.loads))
assert refused(json.loads) == ["0.07", "0.29", "4.35", "19.99", "65.1"]
assert refused(lambda text: json.loads(text, parse_float=decimal.Decimal)) == []
quick = fastjsonschema.compile(json.loads(step))
for mark in json.loads(marks):
    quick(mark)
PYTHON
