-- By its name whoever proposes an objective in the same moment as somebody else hears that it was said already.
alter table work.activity_alignment rename constraint activity_alignment_activity_id_lineage_key to activity_alignment_code_key;
