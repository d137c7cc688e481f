#!/bin/sh
# percent_rank() over (order by score) of duckdb 2.0.1 puts a station without a score above the best one: it gets 1.0, and the best station of four
# gets 0.67, for the missing score is sorted last and counted. ntile puts it into the upper half. pandas 2.3.3 leaves the missing score without a
# rank and gives the best of the other three 1.0, so "the upper third" are other stations, depending on who asks.
#
# For us: who has no score has neither the best nor the worst place: the others' places are reckoned with it and without it, and are open between.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet duckdb==2.0.1 pandas==2.3.3 numpy==1.26.4
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import duckdb, pandas

scores = pandas.DataFrame({"station": ["A", "B", "C", "D"], "score": [70.0, 80.0, 90.0, None]})
rows = duckdb.sql("""select station, percent_rank() over (order by score), ntile(2) over (order by score)
                     from (values ('A', 70), ('B', 80), ('C', 90), ('D', null)) marks(station, score) order by station""").fetchall()
ranks = scores["score"].rank(pct=True).tolist()
print("duckdb", duckdb.__version__, rows)
print("pandas", pandas.__version__, ranks)
assert [round(rank, 2) for _, rank, _ in rows] == [0, 0.33, 0.67, 1]
assert [half for _, _, half in rows] == [1, 1, 2, 2]
assert [round(rank, 2) for rank in ranks[:3]] == [0.33, 0.67, 1] and ranks[3] != ranks[3]
PYTHON
