-- The history of an objective tells of lines that were taken out of it. They are found by what the journal keeps of their
-- removal: which node, or which record, they belonged to.
create index on journal.change using gin (fields jsonb_path_ops) where kind = 'Removed';
