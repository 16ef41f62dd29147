using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Journals;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>
/// A word that stands in every sentence of every secret record and nowhere else: after somebody who may read them has read, searched,
/// exported and met forced faults, it is in no log, no file outside the database, no journal that leaves, and no answer to
/// anybody else (security handbook, goals 10, 13, 28, CR-01 and AL-06).
/// </summary>
public sealed class CanaryTests
{
    private static readonly string[] Read = ["/xs/laws", "/xs/laws?tables=xlsx", "/xs/oversight", "/xs/oversight?tables=csv", "/xs/instruments", "/xs/commitments", "/xs/library", "/xs/indicators", "/xs/plan", "/xs/search?q=" + Worlds.Canary, "/xs/library/search?q=" + Worlds.Canary];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_only_some_may_read_stands_nowhere_outside_the_database()
    {
        await using var worlds = await Worlds.MakeAsync(Ct);
        await worlds.AdmitAsync(Amina, Ct);
        var amina = await worlds.With.AsAsync(Amina);
        var forms = await ReadAsync(amina);
        var faults = await FaultAsync(worlds, amina, forms);

        Assert.True(faults > 3, $"only {faults} faults were forced");
        Assert.Empty(worlds.Log.WithCanary);
        Assert.Null(Canaries.FormIn(await JournalAsync(worlds)));
        Assert.All(Outside(worlds.With.Folder).Concat(Outside(TestDatabase.Folder)), f => Assert.True(Canaries.FormIn(File.ReadAllBytes(f)) is null, f));
    }

    [Fact]
    public async Task No_answer_to_those_who_may_not_holds_it_in_any_form()
    {
        await using var worlds = await Worlds.MakeAsync(Ct);
        var (told, read) = (new List<string>(), 0);
        foreach (var person in TwoWorldsTests.IsWhole ? DemonstrationPerson.All : [Jamila])
        {
            var visitor = await worlds.With.AsAsync(person);
            foreach (var address in TwoWorldsTests.Starts(worlds.With).SelectMany(a => new[] { a, $"{a}?tables=xlsx" }).Where(a => !a.Contains(Worlds.Canary, StringComparison.Ordinal)))
            {
                using var answer = await visitor.Client.GetAsync(address, Ct);
                read += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
                if (Canaries.FormIn([.. await answer.Content.ReadAsByteArrayAsync(Ct), .. Encoding.UTF8.GetBytes(answer.ToString())]) is { } form)
                {
                    told.Add($"{person.Role} {address}: {form}");
                }
            }
        }

        Assert.True(read > 100);
        Assert.Empty(told);
    }

    [Theory]
    [MemberData(nameof(Hidings))]
    public void It_is_found_however_it_is_written(string form, byte[] bytes)
    {
        Assert.True(Canaries.FormIn(bytes) is not null, form);
        Assert.Null(Canaries.FormIn([.. bytes.Take(8)]));
    }

    public static TheoryData<string, byte[]> Hidings()
    {
        var said = $"Sentence: {Worlds.Canary} and more";
        var all = new TheoryData<string, byte[]> { { "plain", Encoding.UTF8.GetBytes(said) }, { "UTF-16", Encoding.Unicode.GetBytes(said) }, { "hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(said))) } };
        foreach (var shift in new[] { "", "a", "ab" })
        {
            all.Add("base64" + shift, Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(shift + said))));
        }

        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = archive.CreateEntry("sheet.xml").Open();
            using var packed = new GZipStream(member, CompressionLevel.Optimal);
            packed.Write(Encoding.BigEndianUnicode.GetBytes(said));
        }

        all.Add("gzip in zip", memory.ToArray());
        return all;
    }

    // She really is given the word: else the rest would prove nothing.
    private static async Task<IReadOnlyList<OfferedForm>> ReadAsync(Visitor amina)
    {
        var (shown, forms) = (0, new List<OfferedForm>());
        foreach (var address in Read)
        {
            using var answer = await amina.Client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            shown += Canaries.FormIn(await answer.Content.ReadAsByteArrayAsync(Ct)) is null ? 0 : 1;
        }

        Assert.True(shown > 3, $"only {shown} answers showed it");
        foreach (var (list, edit) in new[] { ("/xs/laws", "/xs/laws/edit/{0}"), ("/xs/instruments", "/xs/instruments/edit/{0}"), ("/xs/oversight", "/xs/oversight/edit/{0}"), ("/xs/commitments", "/xs/commitments/{0}/edit") })
        {
            foreach (var secret in SecretsOn(await amina.OpenAsync(list)).Take(3))
            {
                forms.AddRange(OfferedForm.On(await amina.OpenAsync(edit.Replace("{0}", secret, StringComparison.Ordinal))));
            }
        }

        return forms;
    }

    private static IEnumerable<string> SecretsOn(IHtmlDocument list) => list.QuerySelectorAll("a")
        .Where(a => a.TextContent.Contains(Worlds.Canary, StringComparison.Ordinal)).Select(a => Guids.Record().Match(a.GetAttribute("href") ?? "")).Where(m => m.Success).Select(m => m.Value).Distinct();

    // Forms of secret records that the program does not understand, that the database refuses with the row in its words, and that meet no table at all.
    private static async Task<int> FaultAsync(Worlds worlds, Visitor amina, IReadOnlyList<OfferedForm> forms)
    {
        // Not of the first page: what the secret records make of it is nothing the program would let anybody enter.
        var (token, faults) = (await OfferedForm.TokenOfAsync(amina, "/account/sessions"), 0);
        async Task SendAsync(OfferedForm form)
        {
            using var answer = await form.SendAsync(amina, token, Ct);
            faults += answer.StatusCode == HttpStatusCode.InternalServerError ? 1 : 0;
        }

        foreach (var form in forms)
        {
            await SendAsync(form with { Fields = [.. form.Fields.Select(f => KeyValuePair.Create(f.Key, f.Value + "\0" + new string('x', 20_000)))] });
            await SendAsync(form with { Fields = [.. form.Fields.Where(f => f.Key != "Version")] });
        }

        await worlds.With.ExecuteAsync("""
            do $$ declare t text; begin
                foreach t in array array['law', 'instrument', 'oversight_activity', 'obligation'] loop
                    execute format('alter table work.%I add constraint forced check (version < 0) not valid', t);
                end loop;
            end $$
            """);
        foreach (var form in forms)
        {
            await SendAsync(form);
        }

        await worlds.With.ExecuteAsync("alter table work.law rename to law_gone; alter table work.instrument rename to instrument_gone; alter table work.oversight_activity rename to oversight_activity_gone");
        foreach (var address in Read)
        {
            faults += await amina.StatusOfAsync(address) == HttpStatusCode.InternalServerError ? 1 : 0;
        }

        return faults;
    }

    private static async Task<byte[]> JournalAsync(Worlds worlds)
    {
        await using var owner = await worlds.With.Database.Owner.OpenConnectionAsync(Ct);
        using var export = new MemoryStream();
        Assert.True(await JournalExport.WriteAsync(owner, export, new(2026, 11, 9, 11, 0, 0, TimeSpan.Zero), Ct) > 0);
        return export.ToArray();
    }

    // The database's own files hold what it stores; its log lies beside them. A lock is held, and empty.
    private static IEnumerable<string> Outside(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal) && !f[folder.Length..].Split('/').Any(part => part is "base" or "global" or "pg_wal" or "pg_xact" or "pg_multixact"));
}
