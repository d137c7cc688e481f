#!/bin/sh
# Readers of amounts drop the Chinese word for ten thousand and keep the number before it. price-parser 0.5.1 makes 30 of 30万元 (300,000 yuan), with
# no currency and no hint; frictionless 5.21.0 with bareNumber: false, the way that Table Schema has for units in cells, makes 30 of 30万 and of 约30
# (about 30), and its report on the file is clean.
#
# For us: 万 and 亿 are factors, 约 is no number, and what stands behind a number is either the declared unit or refused.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet price-parser==0.5.1 frictionless==5.21.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import decimal, frictionless
from price_parser import Price

price = Price.fromstring("30万元")
print("price-parser", price.amount, price.currency)
assert price.amount == 30 and price.currency is None
assert Price.fromstring("200,000元").amount == 200000

with open("grants.csv", "w") as file:
    file.write("grant\n200000\n30万\n约30\n")
schema = frictionless.Schema.from_descriptor({"fields": [{"name": "grant", "type": "number", "bareNumber": False}]})
rows = [row["grant"] for row in frictionless.extract("grants.csv", schema=schema)["grants"]]
report = frictionless.validate(frictionless.Resource(path="grants.csv", schema=schema))
print("frictionless", frictionless.__version__, rows, "valid:", report.valid)
assert rows == [decimal.Decimal(200000), decimal.Decimal(30), decimal.Decimal(30)]
assert report.valid
PYTHON
