"""Links records of people by Splink on DuckDB, and measures the result by the truth.

Usage: link_splink.py RECORDS TRUTH. Records: record_id, given, surname, birth, sex, postcode, phone, document. Truth: force, line, person,
of records called force:line. The last line is JSON; its seconds are of reading, training, predicting and clustering.

Tuned as well as we could: frequent phones and names are not blocked on; names are one comparison with term frequencies, phone and postcode another; the threshold is that of the best F1.
"""
import json
import logging
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule

THRESHOLD = 4.0     # match weight (log2 odds) at which two records are joined; tuned for best F1, see --sweep
U_PAIRS = 2e6       # random pairs for the u probabilities (5e6: 2 s more, same F1)
EM_PAIRS = 1e6      # blocked pairs for each EM pass
HOT = 500           # a phone or a full name on more distinct records than this is not blocked on by itself

FIELDS = ["given", "surname", "birth", "sex", "postcode", "phone", "document"]


def load(con, path):
    """Table `source`: the records by number, since Splink joins numbers much faster than texts; and `nodes`, what Splink is to link."""
    fields = ", ".join(f"nullif(trim({f}), '') as {f}" for f in FIELDS)
    con.execute(f"""
        create table source as
        select record_id, cast(row_number() over () as integer) as unique_id, {fields} from read_csv(?, header = true, all_varchar = true)""", [path])
    con.execute("""
        create table nodes as
        select * exclude (record_id), given || ' ' || surname as full_name,
            case when given is not null and surname is not null then least(given, surname) || ' ' || greatest(given, surname) end as name_key,
            given[1] as given1, surname[1] as surname1,
            birth[1:4] as year, birth[6:10] as month_day,
            birth[1:4] || '-' || birth[9:10] || '-' || birth[6:7] as birth_swapped,
            postcode[1:-3] as sector, split_part(postcode, ' ', 1) as district,
            case when count(name_key) over (partition by name_key) <= $hot then name_key end as rare_name,
            case when count(phone) over (partition by phone) <= $hot then phone end as block_phone
        from source
        """, {"hot": HOT})


def register_name_frequencies(con, linker):
    """Frequency of a name = in how many different births it occurs, not rows: the rows of busy people would
    make their own rare names look common."""
    for col in ("full_name", "surname", "given"):
        con.execute(f"""create table tf_{col} as select {col}, count(distinct coalesce(birth, '')) / sum(count(distinct coalesce(birth, ''))) over () as tf_{col}
                        from nodes where {col} is not null group by {col}""")
        linker.table_management.register_term_frequency_lookup(linker._db_api.register(f"tf_{col}"), col)


def both(test, swapped=False):
    """SQL: the test holds for both names, given against given (or against surname, when swapped)."""
    a, b = ("surname", "given") if swapped else ("given", "surname")
    return f"({test.format(l='given_l', r=a + '_r')}) and ({test.format(l='surname_l', r=b + '_r')})"


def settings():
    alike = "jaro_winkler_similarity({l}, {r}) >= %s"
    name = cl.CustomComparison(output_column_name="name", comparison_levels=[
        cll.CustomLevel("(given_l is null and surname_l is null) or (given_r is null and surname_r is null)").configure(is_null_level=True),
        cll.ExactMatchLevel("full_name").configure(tf_adjustment_column="full_name", tf_minimum_u_value=1e-6),
        cll.ExactMatchLevel("name_key").configure(u_probability=1e-6, fix_u_probability=True, label_for_charts="swapped"),
        cll.CustomLevel(both(alike % 0.92), "both names alike (0.92)"),
        cll.CustomLevel(both(alike % 0.80), "both names alike (0.80)"),
        cll.CustomLevel(both(alike % 0.88, swapped=True), "swapped and alike (0.88)").configure(u_probability=4e-6, fix_u_probability=True),
        cll.CustomLevel("surname_l = surname_r and (given_l is null or given_r is null)", "surname, no given name").configure(tf_adjustment_column="surname"),
        cll.CustomLevel("given_l = given_r and (surname_l is null or surname_r is null)", "given name, no surname").configure(tf_adjustment_column="given"),
        cll.ExactMatchLevel("surname"),                           # another given name: often kin, so no boost for a rare surname
        cll.ExactMatchLevel("given"),
        cll.ElseLevel(),
    ])
    half = "(year_l = year_r or month_day_l = month_day_r)"     # cheap test first: spares most of the edit distances
    birth = cl.CustomComparison(output_column_name="birth", comparison_levels=[
        cll.NullLevel("birth"),
        cll.ExactMatchLevel("birth"),
        cll.CustomLevel("birth_l = birth_swapped_r", "day and month swapped"),
        cll.CustomLevel(f"{half} and damerau_levenshtein(birth_l, birth_r) <= 1", "a digit off"),
        cll.CustomLevel(half, "same year, or same month and day"),
        cll.ElseLevel(),
    ])
    # Phone and postcode in one comparison: a household shares both, so they must not count twice.
    contact = cl.CustomComparison(output_column_name="contact", comparison_levels=[
        cll.CustomLevel("(phone_l is null or phone_r is null) and (postcode_l is null or postcode_r is null)").configure(is_null_level=True),
        cll.ExactMatchLevel("phone").configure(u_probability=1e-5),
        cll.ExactMatchLevel("postcode"),
        cll.ExactMatchLevel("sector"),
        cll.ExactMatchLevel("district"),
        cll.ElseLevel(),
    ])
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[name, birth, contact, cl.ExactMatch("sex"), cl.ExactMatch("document")],
        blocking_rules_to_generate_predictions=[
            block_on("birth", "surname1"),
            block_on("birth", "given1"),
            CustomRule("l.birth = r.birth and l.given1 = r.surname1 and l.surname1 = r.given1"),
            block_on("block_phone"),
            block_on("document"),
            block_on("rare_name"),
            block_on("name_key", "year"),
            block_on("name_key", "month_day"),
            block_on("name_key", "postcode"),
            block_on("postcode", "birth"),
            block_on("postcode", "surname1", "given1"),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
        max_iterations=15,
        em_convergence=0.001,
    )


def train(linker):
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name_key", "birth"), block_on("name_key", "phone"), block_on("name_key", "postcode")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=U_PAIRS, seed=1)
    for rule in (block_on("birth"), block_on("full_name")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, max_pairs=EM_PAIRS, record_sample_proportion=0.1, estimate_without_term_frequencies=True)


def score(con, clusters):
    """Pairwise precision and recall over all record pairs in the same cluster, from group sizes alone."""
    pairs = "select coalesce(sum(n * (n - 1) // 2), 0)::bigint from (select count(*) as n from joined group by {})"
    con.execute(f"""
        create or replace temp table joined as select t.person, c.cluster_id
        from source s join {clusters} c using (unique_id) join truth t using (record_id)""")
    found, real, right = (con.execute(pairs.format(k)).fetchall()[0][0] for k in ("cluster_id", "person", "cluster_id, person"))
    precision, recall = right / max(found, 1), right / max(real, 1)
    return {"precision": round(precision, 4), "recall": round(recall, 4)}


def main(records, truth):
    start = time.perf_counter()
    con = duckdb.connect(":memory:", config={"threads": 2, "preserve_insertion_order": False})
    load(con, records)
    linker = Linker(DuckDBAPI(con).register("nodes"), settings(), log_level=logging.ERROR)
    register_name_frequencies(con, linker)
    train(linker)
    linker.inference.compute_blocked_pairs_for_predict()
    links = linker.inference.predict(threshold_match_weight=THRESHOLD)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(links, threshold_match_weight=THRESHOLD)
    seconds = time.perf_counter() - start

    con.execute("create table truth as select force || ':' || line as record_id, person from read_csv(?, header = true, all_varchar = true)", [truth])
    print(json.dumps({"seconds": round(seconds, 2), **score(con, clusters.physical_name)}))


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR)
    main(*sys.argv[1:])
