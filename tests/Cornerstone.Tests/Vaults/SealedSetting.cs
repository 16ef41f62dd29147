using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Vaults;

/// <summary>People of the demonstration with vaults, recovery officers and a sealed group, all made through the pages.</summary>
internal sealed class SealedSetting(TestApp app) : IAsyncDisposable
{
    public const string GroupName = "Closed committee";

    private readonly Dictionary<Guid, string> words = [];

    public TestApp App => app;

    public Guid Group { get; private set; }

    public string GroupAddress => $"/xs/sealed/{Group}";

    /// <summary>A group of these people, founded by an administrator; the first one has made its key and the others are let in.</summary>
    public static async Task<SealedSetting> StartAsync(TestApp app, params DemonstrationPerson[] members)
    {
        var setting = new SealedSetting(app);
        foreach (var person in members.Concat(Officers).DistinctBy(p => p.Id))
        {
            await setting.MakeVaultAsync(person);
        }

        await setting.NameOfficersAsync(Officers);
        await setting.FoundAsync(members);
        var first = await setting.UnlockedAsync(members[0]);
        await DoAsync(first, setting.GroupAddress, "Make", []);
        foreach (var other in members.Skip(1))
        {
            await DoAsync(first, setting.GroupAddress, "Admit", new() { ["person"] = other.Id.ToString() });
        }

        return setting;
    }

    public static DemonstrationPerson[] Officers => [People.Bruno, People.Farid, People.Grace];

    public string WordsOf(DemonstrationPerson person) => words[person.Id];

    /// <summary>Signed in, and proved with a passkey a moment ago: how that is done is another test's.</summary>
    public async Task<Visitor> ProvedAsync(DemonstrationPerson person)
    {
        var visitor = await app.AsAsync(person);
        await app.ExecuteAsync($"update access.session set passkey_at = now() where person_id = '{person.Id}' and ended_at is null");
        return visitor;
    }

    public async Task MakeVaultAsync(DemonstrationPerson person)
    {
        var visitor = await ProvedAsync(person);
        using var answer = await visitor.PostAsync("/account/vault", await visitor.OpenAsync("/account/vault"), []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        words[person.Id] = (await Visitor.ParseAsync(answer)).QuerySelector("[data-test=passphrase]")!.TextContent;
    }

    /// <summary>Renews the vault that is open to this visitor; afterwards its words are the new ones.</summary>
    public async Task RenewVaultAsync(Visitor visitor, DemonstrationPerson person)
    {
        using var answer = await visitor.PostAsync("/account/vault?handler=Renew", await visitor.OpenAsync("/account/vault"), []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        words[person.Id] = (await Visitor.ParseAsync(answer)).QuerySelector("[data-test=passphrase]")!.TextContent;
    }

    public async Task<Visitor> UnlockedAsync(DemonstrationPerson person)
    {
        var visitor = await ProvedAsync(person);
        using var answer = await visitor.PostAsync("/account/vault/unlock", await visitor.OpenAsync("/account/vault/unlock"), new() { ["Words"] = words[person.Id] });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Unlocked, and in the group for a reason.</summary>
    public async Task<Visitor> EnteredAsync(DemonstrationPerson person, string reason = "Casework")
    {
        var visitor = await UnlockedAsync(person);
        await DoAsync(visitor, GroupAddress, "Reason", new() { ["Reason"] = reason });
        return visitor;
    }

    /// <summary>Opens a dossier through the form; its address.</summary>
    public async Task<string> AddAsync(Visitor visitor, string title, string note, string keepUntil = "2050-12-31")
    {
        var page = await visitor.OpenAsync($"{GroupAddress}/new");
        using var answer = await visitor.PostAsync($"{GroupAddress}/new", page, new() { ["Title"] = title, ["Note"] = note, ["KeepUntil"] = keepUntil, ["KeepBasis"] = "Law" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> AttachAsync(Visitor visitor, string dossier, string name, byte[] content)
    {
        var page = await visitor.OpenAsync(dossier);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=Version]")!.Value), "Version" },
            { new ByteArrayContent(content), "Attached", name },
        };
        return await visitor.Client.PostAsync($"{dossier}?handler=Attach", form, TestContext.Current.CancellationToken);
    }

    public static async Task DoAsync(Visitor visitor, string address, string handler, Dictionary<string, string> fields)
    {
        using var answer = await visitor.PostAsync($"{address}?handler={handler}", await visitor.OpenAsync(address), fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address} {handler} answered {(int)answer.StatusCode}: {(await Visitor.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent}");
    }

    /// <summary>Asks for the erasure of a dossier, or for the lifting of the hold it is under.</summary>
    public static Task AskAsync(Visitor visitor, string dossier, string ground, string words) =>
        DoAsync(visitor, $"{dossier}/erasure", "Ask", new() { ["Ground"] = ground, ["Words"] = words });

    /// <summary>Decides on what waits: the first request shown, or the last; on a page opened before or now.</summary>
    public static async Task<HttpResponseMessage> DecideAsync(Visitor visitor, string dossier, bool approve, bool last = false, IHtmlDocument? seen = null)
    {
        var page = seen ?? await visitor.OpenAsync($"{dossier}/erasure");
        var requests = page.QuerySelectorAll("[data-test=request]");
        var request = last ? requests[^1] : requests[0];
        var own = request.QuerySelectorAll<IHtmlInputElement>("input[name=id], input[name=version]").ToDictionary(i => i.Name!, i => i.Value);
        return await visitor.PostAsync($"{dossier}/erasure?handler=Decide", page, new(own) { ["approve"] = approve ? "true" : "false", ["IsSure"] = "true" });
    }

    /// <summary>Names somebody for the group; for a group that is there they wait.</summary>
    public async Task NameAsync(DemonstrationPerson person)
    {
        var karim = await app.AsAsync(People.Karim);
        using var answer = await SendAsync(karim, "/xs/people/groups", [new("Group", Group.ToString()), new("Persons", person.Id.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async Task EndAsync(DemonstrationPerson person)
    {
        var karim = await app.AsAsync(People.Karim);
        await DoAsync(karim, "/xs/people/groups", "End", new() { ["group"] = Group.ToString(), ["person"] = person.Id.ToString() });
    }

    /// <summary>The first column of a question to the database, asked as a superuser.</summary>
    public async Task<List<string>> ColumnAsync(string sql)
    {
        var name = new NpgsqlConnectionStringBuilder(app.Database.App.ConnectionString).Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestDatabase.AdminConnectionAsync()) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(rows.GetValue(0).ToString()!);
        }

        return found;
    }

    /// <summary>What somebody might try in the program's own role, in the name of <paramref name="by"/>. The database may refuse.</summary>
    public async Task TryAsync(Guid by, string sql)
    {
        try
        {
            await using var connection = await app.Database.Sealed.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var asking = new NpgsqlCommand($"select set_config('app.person', '{by}', true), set_config('app.act', '{Guid.CreateVersion7()}', true)", connection);
            await asking.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        catch (PostgresException)
        {
            // Refused, as most of these should be.
        }
    }

    /// <summary>A recovery key for these three, made by an administrator; for groups that have one already it waits for a member's word.</summary>
    public async Task NameOfficersAsync(params DemonstrationPerson[] officers)
    {
        var karim = await app.AsAsync(People.Karim);
        using var answer = await SendAsync(karim, "/xs/people/officers", officers.Select(o => new KeyValuePair<string, string>("Persons", o.Id.ToString())));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task FoundAsync(IEnumerable<DemonstrationPerson> members)
    {
        var karim = await app.AsAsync(People.Karim);
        using var answer = await SendAsync(karim, "/xs/people/groups",
            [new("Name", GroupName), new("LegalBasis", "Invented law, article 4"), .. members.Select(m => new KeyValuePair<string, string>("Persons", m.Id.ToString()))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await karim.OpenAsync("/xs/people/groups");
        Group = Guid.Parse(page.QuerySelector<IHtmlSelectElement>("#Group")!.Options.Single(o => o.Text == GroupName).Value);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var page = await visitor.OpenAsync(address);
        var own = new[] { "__RequestVerificationToken", "FromDay", "UntilDay", "instead" }
            .Select(n => new KeyValuePair<string, string>(n, page.QuerySelector<IHtmlInputElement>($"input[name={n}]")?.Value ?? ""));
        return await visitor.Client.PostAsync(address, new FormUrlEncodedContent(own.Concat(fields)), TestContext.Current.CancellationToken);
    }
}
