"""Words that a stream processor's SQL reserves: a field of such a name needs quoting at every use.

The list is Apache Calcite's reserved words (SQL parser of Flink 2), without the types and functions
that nobody would name a field after.
"""

RESERVED = frozenset(
    """
    all allocate allow alter and any are array as asensitive asymmetric at atomic authorization
    avg begin between bigint binary bit blob boolean both by call called cardinality cascaded case
    cast ceil ceiling char character check clob close coalesce collate collect column commit
    condition connect constraint contains convert corr corresponding count create cross cube
    current cursor cycle date day deallocate dec decimal declare default define delete describe
    deterministic disallow disconnect distinct double drop dynamic each element else empty end
    equals escape every except exec execute exists exp explain extend external extract false fetch
    filter first float floor for foreign frame free from full function fusion get global grant
    group grouping groups hash having hold hour identity import in indicator initial inner inout
    insensitive insert int integer intersect intersection interval into is join lag language large
    last lateral lead leading left like limit ln local localtime localtimestamp lower match matches
    max measures member merge method min minus minute mod modifies module month multiset national
    natural nchar nclob new next no none normalize not null nullif numeric offset old omit on one
    only open or order out outer over overlaps overlay parameter partition pattern per percent
    period permute portion position power precedes precision prepare prev primary procedure qualify
    range rank reads real recursive ref references referencing release reset result return returns
    revoke right rollback rollup row rows running savepoint scope scroll search second seek select
    sensitive session set show similar skip smallint some specific sql sqlexception sqlstate start
    static stream submultiset subset substring succeeds sum symmetric system table tablesample then
    time timestamp tinyint to trailing translate treat trigger trim true truncate uescape union
    unique unknown unnest update upper upsert user using value values varbinary varchar varying
    version versioning when whenever where window with within without year
    """.split()
)

KEPT = {
    "precision": "the word of ISO 8601 and of every date library; only ever inside `date_claims`, "
    "where SQL names it once, in a row type",
    "version": "only ever inside `parts`, where SQL names it once, in a row type",
}
"""Fields that are named so all the same, and why."""
