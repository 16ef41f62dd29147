using Cornerstone.Access;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibrarySearch;

/// <summary>A word that only hidden paragraphs have takes no longer than a word nobody wrote: none of them is fetched (decision 62).</summary>
public sealed class HiddenWordsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("police", null)]
    [InlineData("\"security sector\"", "en")]
    [InlineData("安全", null)]
    public async Task Of_hidden_paragraphs_none_is_fetched_however_their_words_are_asked_for(string asked, string? language)
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        await app.BringAsync("S/RES/9103 (2023)\n\nThe Security Council,\n\n1. Requests support for 安全 of the police;\n\n2. Decides to remain seized.");
        await HideAsync(app);

        Assert.Equal((0, 0), await FoundAsync(app, Bruno, asked, language));
        var (found, fetched) = await FoundAsync(app, Amina, asked, language);
        Assert.True(found > 0 && fetched >= found, $"A member finds {found} and fetches {fetched}.");
    }

    // Everything there is belongs to a sealed group from now on; Amina is of it.
    private static Task HideAsync(TestApp app) => app.ExecuteAsync($"""
        insert into access.compartment (id, country, name, legal_basis) values ('01999999-0000-7000-8000-000000000001', 'XS', 'Closed', 'Law 1');
        insert into access.compartment_member values ('01999999-0000-7000-8000-000000000001', '{Amina.Id}', '2020-01-01', '2099-01-01');
        set session_replication_role = replica;
        update work.library_provision set compartment = '01999999-0000-7000-8000-000000000001',
            language = case when text like '%安全%' then 'zh' else language end;
        """);

    private static async Task<(long Found, long Fetched)> FoundAsync(TestApp app, DemonstrationPerson person, string asked, string? language)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var begin = new NpgsqlCommand($"set local app.person = '{person.Id}'; set local enable_seqscan = off", connection, transaction);
        await begin.ExecuteNonQueryAsync(Ct);
        await using var find = new NpgsqlCommand("select count(*) from work.library_matches($1, $2)", connection, transaction)
        {
            Parameters = { new() { Value = asked }, new() { Value = language ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } },
        };
        await using var fetched = new NpgsqlCommand("select pg_stat_get_xact_tuples_fetched('work.library_provision'::regclass)", connection, transaction);
        return (await NumberAsync(find), await NumberAsync(fetched));
    }

    private static async Task<long> NumberAsync(NpgsqlCommand command) => (long)(await command.ExecuteScalarAsync(Ct))!;
}
