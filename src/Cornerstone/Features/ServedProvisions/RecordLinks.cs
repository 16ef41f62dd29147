using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>What a law or an instrument is linked to: paragraphs it serves, objectives of the plan that name it.</summary>
public sealed record LinksOfRecord(ServedList Served, IReadOnlyList<NodeNote> Nodes)
{
    public static readonly LinksOfRecord None = new(new([], null), []);
}

/// <summary>Reads both kinds of links for the page of a record.</summary>
public sealed class RecordLinks(AppDb db, CurrentReader current, IEnumerable<ILinkedNodes> plans, Text T)
{
    /// <summary>By which the journal finds links that were removed again.</summary>
    public const string Field = nameof(ProvisionServed.RecordId);

    /// <param name="word">As in the address of the page that changes them: "law".</param>
    /// <param name="kind">As the plan names its links: "Law".</param>
    public async Task<LinksOfRecord> ReadAsync(string country, string word, string kind, Guid id, bool mayLink, CancellationToken ct)
    {
        var served = await db.ServedParagraphsAsync(country, id, T.Language.Code, ct);
        var nodes = new List<NodeNote>();
        foreach (var plan in plans.Where(p => current.May(p.Needs)))
        {
            nodes.AddRange(await plan.NamingAsync(country, kind, id.ToString(), ct));
        }

        return new(new ServedList(served, ServingRecords.ChangeAddress(country, word, id, mayLink)), nodes);
    }
}
