using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.Features.Commitments;

/// <summary>Puts documents into the library as an import would, and finds what the tests talk about.</summary>
internal static class GivenDocuments
{
    public static Task<Guid> MandateAsync(this TestApp app) => app.ImportAsync("S-RES-9901-2025.en.txt");

    public static Task<Guid> ReportAsync(this TestApp app) => app.ImportAsync("S-2026-9904.en.txt");

    public static async Task<Guid> ImportAsync(this TestApp app, string fileName)
    {
        var document = SoleniaDocuments.All.Single(d => d.FileName == fileName);
        return await app.ImportAsync(new SourceFile(fileName, document.Content));
    }

    public static async Task<Guid> ImportAsync(this TestApp app, SourceFile file)
    {
        var ct = TestContext.Current.CancellationToken;
        var import = app.Services.GetRequiredService<ImportDocuments>();
        var order = new ImportOrder(Reader.Operator, Workspace.Shared, Classification.Public);
        await foreach (var outcome in import.ImportAsync([file], order, ct))
        {
            return outcome.DocumentId!.Value;
        }

        throw new InvalidOperationException("The import said nothing.");
    }

    public static async Task<LibraryProvision> ProvisionAsync(this TestApp app, Guid document, string path)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        return await db.LibraryProvisions.AsNoTracking().SingleAsync(p => p.DocumentId == document && p.Path == path, TestContext.Current.CancellationToken);
    }

    /// <summary>The document inside a letter.</summary>
    public static async Task<Guid> AnnexAsync(this TestApp app, Guid letter)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        return await db.LibraryDocuments.AsNoTracking().Where(d => d.ParentId == letter).Select(d => d.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Follows paragraphs of a document in Solenia, as the secretariat, open to partners.</summary>
    public static Task<IReadOnlyList<Guid>> AcceptAsync(this TestApp app, Guid document, params IReadOnlyList<string> paths) =>
        app.AcceptAsync(document, Classification.Partner, paths);

    public static async Task<IReadOnlyList<Guid>> AcceptAsync(this TestApp app, Guid document, Classification level, params IReadOnlyList<string> paths)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await app.DbAsAsync(People.Amina);
        var source = await db.LibraryDocuments.AsNoTracking().SingleAsync(d => d.Id == document, ct);
        var obligations = new List<Obligation>();
        foreach (var path in paths)
        {
            var provision = await app.ProvisionAsync(document, path);
            var obligation = Proposal.Draft(provision, source, "XS", level);
            Assert.Null(obligation.Accept(Proposal.Asks(provision), "For the test"));
            obligations.Add(obligation);
        }

        db.AddRange(obligations);
        await db.SaveAsync(new Act("commitments.accept", "XS", DateTimeOffset.UnixEpoch), ct);
        return [.. obligations.Select(o => o.Id)];
    }
}
