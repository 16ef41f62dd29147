using Cornerstone.Features.Library;
using Cornerstone.Features.LibrarySearch;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Library;

/// <summary>The database's own wall around the library, asked without EF.</summary>
public sealed class LibraryWallTests
{
    private static readonly string[] Tables = ["library_document", "library_name", "library_file", "library_provision", "library_reference"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restricted_document_is_in_no_table_for_a_reader_below_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First, "XS", Classification.Restricted);

        foreach (var table in Tables)
        {
            Assert.NotEqual(0, await CountAsync(app, table, Amina.Id));
            Assert.Equal(0, await CountAsync(app, table, Elif.Id));
            Assert.Equal(0, await CountAsync(app, table, Karim.Id));
            Assert.Equal(0, await CountAsync(app, table, person: null));
        }
    }

    [Fact]
    public async Task The_search_functions_give_a_reader_nothing_that_is_hidden_from_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First, "XS", Classification.Restricted);

        await using var amina = await app.DbAsAsync(Amina);
        await using var elif = await app.DbAsAsync(Elif);

        Assert.NotEqual(0, (await amina.ParagraphsAsync("XS", new ParagraphFilter { Q = "police" }, 0, 20, Ct)).Paragraphs);
        Assert.Equal(0, (await elif.ParagraphsAsync("XS", new ParagraphFilter { Q = "police" }, 0, 20, Ct)).Paragraphs);
        Assert.Equal(0, (await elif.ParagraphsAsync("XS", new ParagraphFilter { Strength = 1 }, 0, 20, Ct)).Documents);
    }

    [Fact]
    public async Task Nothing_is_written_without_an_act()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First, "XS", Classification.Public);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(app, "update work.library_document set title = 'x'", Amina.Id));

        Assert.Equal("CS001", refusal.SqlState);
    }

    [Fact]
    public async Task A_new_level_reaches_every_table_of_the_document()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First, "XS", Classification.Public);
        await using var db = await app.DbAsAsync(Amina);
        var document = await db.LibraryDocuments.SingleAsync(d => d.Id == id, Ct);

        document.Classification = Classification.Restricted;
        await db.SaveAsync(new Cornerstone.Data.Act("library.edit", "XS", TimeProvider.System.GetUtcNow()), Ct);

        foreach (var table in Tables)
        {
            Assert.Equal(0, await CountAsync(app, table, Elif.Id));
            Assert.NotEqual(0, await CountAsync(app, table, Amina.Id));
        }
    }

    private static async Task<long> CountAsync(TestApp app, string table, Guid? person) =>
        (long)(await RunAsync(app, $"select count(*) from work.{table}", person))!;

    private static async Task<object?> RunAsync(TestApp app, string sql, Guid? person)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var ask = new NpgsqlCommand("select set_config('app.person', $1, true)", connection) { Parameters = { new() { Value = person?.ToString() ?? "" } } };
        await ask.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
