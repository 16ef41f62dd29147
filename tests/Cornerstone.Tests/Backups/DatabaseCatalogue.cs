using Npgsql;

namespace Cornerstone.Tests.Backups;

/// <summary>Everything a database is besides its rows, one thing a line: two databases made the same way give the same lines.</summary>
internal static class DatabaseCatalogue
{
    // Whatever is not PostgreSQL's own.
    private const string Ours = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    private const string Question = $"""
        with granted (what, acl) as (
            select format('schema %I', n.nspname), coalesce(n.nspacl, acldefault('n', n.nspowner)) from pg_namespace n where {Ours}
            union all
            select format('%s %I.%I', case c.relkind when 'S' then 'sequence' else 'table' end, n.nspname, c.relname),
                   coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Ours} and c.relkind in ('r', 'p', 'v', 'm', 'S')
            union all
            select format('column %I.%I.%I', n.nspname, c.relname, a.attname), a.attacl
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where {Ours} and a.attacl is not null
            union all
            select format('function %I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), coalesce(p.proacl, acldefault('f', p.proowner))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {Ours}
            union all
            select format('type %I.%I', n.nspname, t.typname), coalesce(t.typacl, acldefault('T', t.typowner))
            from pg_type t join pg_namespace n on n.oid = t.typnamespace where {Ours} and t.typtype in ('d', 'e')
            union all
            select format('what %s makes in %s (%s)', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype), d.defaclacl from pg_default_acl d)
        select format('grant on %s to %s: %s by %s%s', g.what, case when e.grantee = 0 then 'public' else e.grantee::regrole::text end, e.privilege_type, e.grantor::regrole, case when e.is_grantable then ' with grant option' end)
        from granted g cross join lateral aclexplode(g.acl) e
        union all
        select format('schema %I of %s', n.nspname, n.nspowner::regrole) from pg_namespace n where {Ours}
        union all
        select format('relation %I.%I of %s: %s %s, row security %s, forced %s, %s', n.nspname, c.relname, c.relowner::regrole, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.reloptions)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Ours} and c.relkind not in ('i', 'I', 't')
        union all
        select format('column %I.%I.%I, number %s: %s%s default %s, identity %s, generated %s, collation %s, kept %s %s, statistics %s', n.nspname, c.relname, a.attname,
                      row_number() over (partition by c.oid order by a.attnum), format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end,
                      coalesce(pg_get_expr(d.adbin, d.adrelid), 'none'), a.attidentity, a.attgenerated, a.attcollation::regcollation, a.attstorage, a.attcompression, a.attstattarget)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
        where {Ours} and c.relkind in ('r', 'p', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
        union all
        select format('constraint %s %s: %s, valid %s, enforced %s', case when k.conrelid <> 0 then k.conrelid::regclass::text else k.contypid::regtype::text end, k.conname, pg_get_constraintdef(k.oid), k.convalidated, k.conenforced)
        from pg_constraint k join pg_namespace n on n.oid = k.connamespace where {Ours}
        union all
        select format('index %s, valid %s, ready %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready)
        from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where {Ours}
        union all
        select format('policy %I.%I %I: %s %s to %s using %s check %s', n.schemaname, n.tablename, n.policyname, n.permissive, n.cmd, n.roles, n.qual, n.with_check) from pg_policies n
        union all
        select format('trigger %s, on %s', pg_get_triggerdef(t.oid), t.tgenabled)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where {Ours} and not t.tgisinternal
        union all
        select format('event trigger %s %s', e.evtname, e.evtfoid::regprocedure) from pg_event_trigger e
        union all
        select format('rule %s', pg_get_ruledef(r.oid)) from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace where {Ours}
        union all
        select format('function %I.%I(%s) of %s: %s', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.proowner::regrole,
                      case when p.prokind = 'a' then 'aggregate' else encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex') end)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {Ours}
        union all
        select format('type %I.%I of %s: %s %s', n.nspname, t.typname, t.typowner::regrole, format_type(t.typbasetype, t.typtypmod), (select array_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
        from pg_type t join pg_namespace n on n.oid = t.typnamespace where {Ours} and t.typtype in ('d', 'e', 'r')
        union all
        select format('sequence %s: %s from %s by %s within %s and %s, keeps %s, goes round %s', s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) from pg_sequence s
        union all
        select format('statistics %s', pg_get_statisticsobjdef(x.oid)) from pg_statistic_ext x
        union all
        select format('extension %s %s in %s', e.extname, e.extversion, e.extnamespace::regnamespace) from pg_extension e
        union all
        select format('step %s %s', m.id, m.fingerprint) from public.migration m
        order by 1
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand(Question, owner);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }
}
