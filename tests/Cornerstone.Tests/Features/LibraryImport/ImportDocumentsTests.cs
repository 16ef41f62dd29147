using System.IO.Compression;
using System.Text;
using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Features.LibraryReader;
using Cornerstone.Tests.TestKit;
using Cornerstone.Texts;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.LibraryImport.LibrarySetting;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibraryImport;

public sealed class ImportDocumentsTests
{
    private static readonly ImportOrder Shared = new(Reader.Operator, Workspace.Shared, Classification.Public);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_in_with_its_paragraphs_references_and_original_file()
    {
        await using var app = await TestApp.StartAsync();

        var outcome = Assert.Single(await app.BringAsync(Shared, File("9101.txt", First)));

        Assert.Equal(FileState.Added, outcome.State);
        await using var db = await app.DbAsAsync(Amina);
        var provisions = await db.ProvisionsOfAsync(outcome.DocumentId!.Value, Ct);
        Assert.Equal(["pp/1", "pp/2", "op/1", "op/2", "op/3"], provisions.Select(p => p.Path));
        Assert.Equal(new DateOnly(2023, 9, 30), provisions.Single(p => p.Path == "op/2").DueDate);
        Assert.Equal("S/RES/2151 (2014)", (await db.LibraryReferences.SingleAsync(Ct)).Sought);
        Assert.Equal(First, Encoding.UTF8.GetString((await db.LibraryFiles.SingleAsync(Ct)).Bytes));
        Assert.Contains(ImportDocuments.ActName, await app.ActsAsync());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var before = Assert.Single(await app.BringAsync(Shared, File("a.txt", First)));

        var again = Assert.Single(await app.BringAsync(Shared, File("another name.txt", First)));

        Assert.Equal(FileState.AlreadyThere, again.State);
        Assert.Equal(before.DocumentId, again.DocumentId);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(1, await db.DocumentCountAsync());
        Assert.Single(await app.ActsAsync(), a => a == ImportDocuments.ActName);
    }

    [Fact]
    public async Task Bad_files_are_named_with_their_rule_and_the_rest_goes_in()
    {
        await using var app = await TestApp.StartAsync();
        var random = new byte[5000];
        new Random(7).NextBytes(random);
        var laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><akomaNtoso>&b;</akomaNtoso>";

        var outcomes = await app.BringAsync(
            Shared,
            new SourceFile("empty.txt", []), new SourceFile("random.bin", random), File("laughs.xml", laughs), new SourceFile("bomb.docx", Bomb()),
            new SourceFile("huge.txt", 200_000_000, () => throw new InvalidOperationException("read although too large")), File("good.txt", First));

        Assert.Equal(
            [UnreadableRule.Empty, UnreadableRule.WrongKind, UnreadableRule.HostileXml, UnreadableRule.HostileArchive, UnreadableRule.TooLarge, null],
            outcomes.Select(o => o.Rule));
        Assert.Equal(FileState.Added, outcomes[^1].State);
    }

    [Fact]
    public async Task Half_of_a_joint_symbol_finds_the_whole_document()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(First, "XS");
        await using var db = await app.DbAsAsync(Amina);
        var correction = new CorrectDocument("A/67/970-S/2013/480", "A report", new DateOnly(2013, 8, 13), DocumentKind.SecretaryGeneralReport, null, Classification.Public);
        await correction.SaveAsync(db, id, "XS", new Cornerstone.Data.Act("library.edit", "XS", TimeProvider.System.GetUtcNow()), Ct);

        var found = await db.DocumentsNamedAsync(["S/2013/480", "A/67/970", "A/67/970-S/2013/480"], "XS", "en", Ct);

        Assert.Single(found.Values.Select(d => d.Id).Distinct());
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task A_document_that_arrives_later_resolves_citations_that_were_there_before()
    {
        await using var app = await TestApp.StartAsync();
        var second = await app.BringAsync(Second);
        await using var db = await app.DbAsAsync(Amina);
        var document = (await db.DocumentAsync("XS", second, Ct))!;
        var before = (await db.CitationsByAsync(document, "XS", Ct)).SelectMany(c => c).Single();

        var first = await app.BringAsync(First);

        var after = (await db.CitationsByAsync(document, "XS", Ct)).SelectMany(c => c).Single();
        Assert.Null(before.Target);
        Assert.Equal(first, after.Target!.Id);
    }

    [Fact]
    public async Task The_real_letter_holds_the_resolution_as_a_document_of_its_own()
    {
        var seeds = Repository.Shared is { } shared ? Path.Combine(shared, "seeds") : null;
        Assert.SkipUnless(seeds is not null && Directory.Exists(seeds), "The real documents are not on this machine.");
        await using var app = await TestApp.StartAsync();

        var outcomes = await app.BringAsync(Shared, [.. Directory.GetFiles(seeds).Order().Select(SourceFile.At)]);

        Assert.All(outcomes, o => Assert.Equal(FileState.Added, o.State));
        await using var db = await app.DbAsAsync(Amina);
        var annex = await db.LibraryDocuments.SingleAsync(d => d.Symbol == "S/RES/2553 (2020)", Ct);
        Assert.Equal(outcomes[0].DocumentId, annex.ParentId);
        Assert.Equal(24, await db.LibraryProvisions.CountAsync(p => p.DocumentId == annex.Id && p.Kind == ProvisionKind.PP, Ct));
        Assert.Equal(26, await db.LibraryProvisions.CountAsync(p => p.DocumentId == annex.Id && p.Kind == ProvisionKind.OP, Ct));
    }

    // 300 MB of zeros in a few hundred kilobytes.
    private static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 300; i++)
            {
                entry.Write(zeros);
            }
        }

        return memory.ToArray();
    }
}
