#!/bin/sh
# fastjsonschema 2.22.3 takes a schema whose $schema says draft 2020-12 and checks a part of it: what stands beside $ref is skipped, as are
# prefixItems, dependentRequired and unevaluatedProperties. 9 points pass where the schema says "points, at most 5", and a score that needs a reason
# passes without one. jsonschema 4.26.0 refuses all of them; the first says nothing about what it left out.
#
# For us: rubric.schema.json says 2020-12, but has only descriptions beside $ref and none of those words, so that either library checks all of it. It
# had better stay so, and the rubric's own check is what decides.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet fastjsonschema==2.22.3 jsonschema==4.26.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import fastjsonschema, jsonschema

draft = "https://json-schema.org/draft/2020-12/schema"
cases = [({"$ref": "#/$defs/points", "maximum": 5, "$defs": {"points": {"type": "number"}}}, 9),
         ({"prefixItems": [{"type": "number"}]}, ["seven"]),
         ({"dependentRequired": {"score": ["reason"]}}, {"score": 3}),
         ({"properties": {"score": {}}, "unevaluatedProperties": False}, {"skore": 3})]

def passes(check):
    try:
        check()
        return True
    except (fastjsonschema.JsonSchemaException, jsonschema.ValidationError):
        return False

print("fastjsonschema", fastjsonschema.VERSION)
for schema, value in cases:
    schema["$schema"] = draft
    quick = passes(lambda: fastjsonschema.compile(schema)(value))
    full = passes(lambda: jsonschema.validate(value, schema))
    print(value, "fastjsonschema:", quick, "jsonschema:", full)
    assert quick and not full
PYTHON
