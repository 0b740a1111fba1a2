"""The sums of Waymark's ranking in DuckDB: each line read is one ranking, each line written its time and its result.

Usage: rank_duckdb.py PEOPLE EVENTS_EACH AS_OF_DAY FROM_DAY. The events follow from their number, as bench/profiles/ranking.ts has it.
"""
import json
import sys
import time

import duckdb

people, each, as_of, since = map(int, sys.argv[1:])
con = duckdb.connect(":memory:", config={"threads": 2})
con.execute(f"""
  CREATE TABLE event AS
    SELECT (n // {each} + 1)::INTEGER AS person, ({as_of} - (n * 7919) % 1700)::INTEGER AS day, 0::INTEGER AS force,
      CASE WHEN n % 5 = 0 THEN -1 ELSE (n * 104729) % 90000 END::INTEGER AS harm
    FROM range({people * each}) t (n)""")

SUMS = f"""
  CREATE OR REPLACE TEMP TABLE sums AS
    SELECT person, max(day) AS last_day, count(*) FILTER (day >= {since}) AS events, bit_or(1 << force) AS forces,
      coalesce(sum(harm) FILTER (day >= {since} AND harm >= 0), 0)::BIGINT AS harm, count(*) FILTER (day >= {since} AND harm < 0) AS unmapped
    FROM event WHERE day <= {as_of} GROUP BY person"""
TOP = f"""
  SELECT person, unmapped, forces, (recency + frequency + gravity) / 3 AS score, * FROM (
    SELECT *, 100 * pow(0.5, ({as_of} - last_day) / 180.0) AS recency, least(100, 100 * events / 10) AS frequency,
      least(100, harm / 5475.0) AS gravity FROM sums)
  ORDER BY score DESC, harm DESC, events DESC, last_day DESC, person LIMIT 200"""
ALL = "SELECT count(*), sum(events), sum(harm), sum(unmapped) FROM sums"
SHARES = [-(-people * percent // 100) for percent in (1, 2, 5, 10)]
CONCENTRATION = f"""
  SELECT {", ".join(f"sum(harm) FILTER (nth <= {share})" for share in SHARES)}
  FROM (SELECT harm, row_number() OVER () AS nth FROM (SELECT harm FROM sums ORDER BY harm DESC LIMIT {SHARES[-1]}))"""

print("ready", flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    con.execute(SUMS)
    found = [*con.execute(ALL).fetchone(), *con.execute(CONCENTRATION).fetchone()]
    found += [value for row in con.execute(TOP).fetchall() for value in row[:3]]
    print(json.dumps({"ms": (time.perf_counter() - started) * 1000, "found": [int(value) for value in found]}), flush=True)
