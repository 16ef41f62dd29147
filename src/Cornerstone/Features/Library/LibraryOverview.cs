using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Library;

/// <summary>The library on a country's first page: how much it holds, how much of it asks for something, what came last.</summary>
public sealed class LibraryOverview(AppDb db, Text T) : IOverviewPart
{
    private const int LatestShown = 5;
    private const int LeastStrengthAsking = 2;

    public sealed record Latest(string Country, IReadOnlyList<LibraryDocument> Documents);

    public string Needs => LibraryRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var documents = db.DocumentsIn(country);
        // A paragraph is of its document's country and level; documents have no sealed group.
        var asking = await db.LibraryProvisions.CountAsync(p => p.Strength >= LeastStrengthAsking && (p.Country == country || p.Country == Workspace.Shared), ct);
        var latest = await documents.Where(d => d.ParentId == null)
            .OrderByDescending(d => d.Date ?? DateOnly.MinValue).ThenBy(d => d.Symbol).ThenBy(d => d.Id).Take(LatestShown).ToListAsync(ct);
        var address = LibraryAddress.Of(country);
        return new OverviewContent(
            [
                new(T["Documents"], await documents.CountAsync(ct), T["of this country and of the shared layer"], address),
                new(T["Paragraphs that ask for something"], asking, T["requests, calls and encouragements"], $"{address}/search?strength={LeastStrengthAsking}"),
            ],
            "/Features/Library/_LatestDocuments.cshtml",
            new Latest(country, latest));
    }
}
