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
    SELECT (n // {each} + 1)::INTEGER AS person, ({as_of} - (n * 7919) % 1700)::INTEGER AS day,
      CASE WHEN n % 5 = 0 THEN -1 ELSE (n * 104729) % 90000 END::INTEGER AS harm
    FROM range({people * each}) t (n)""")
QUERY = f"""
  SELECT person, score FROM (
    SELECT person, last_day, events, harm,
      (100 * pow(0.5, ({as_of} - last_day) / 180.0) + least(100, 10 * events) + least(100, harm / 5475.0)) / 3 AS score
    FROM (
      SELECT person, max(day) AS last_day, count(*) FILTER (day >= {since}) AS events,
        coalesce(sum(harm) FILTER (day >= {since} AND harm >= 0), 0) AS harm
      FROM event GROUP BY person))
  ORDER BY score DESC, harm DESC, events DESC, last_day DESC, person LIMIT 200"""
print("ready", flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    rows = con.execute(QUERY).fetchall()
    print(json.dumps({"ms": (time.perf_counter() - started) * 1000, "people": [row[0] for row in rows]}), flush=True)
