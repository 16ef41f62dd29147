using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Commitments;

/// <summary>Beside a paragraph in the library's reader: what is followed from it here, or that it awaits a decision.</summary>
public sealed class ObligationPanel(AppDb db, CurrentReader current, TimeProvider clock, Text T) : IProvisionPanel
{
    public string Label => "Commitments";

    public async Task<ILookup<Guid, ProvisionNote>> NotesAsync(string country, Guid documentId, CancellationToken ct)
    {
        if (!current.May(CommitmentsRoom.Read) || await db.DocumentAsync(country, documentId, ct) is not { } document)
        {
            return Enumerable.Empty<ProvisionNote>().ToLookup(_ => Guid.Empty);
        }

        var obligations = await db.ObligationsOfWorkAsync(country, document, ct);
        var deliveries = await db.DeliveriesAsync(country, ct);
        var today = Deadline.CouncilDay(clock.GetUtcNow());
        return (await db.ProvisionsOfAsync(documentId, ct))
            .SelectMany(p => Notes(p, obligations[p.Path], deliveries, today, country), (p, note) => (p.Id, note))
            .ToLookup(n => n.Id, n => n.note);
    }

    private IEnumerable<ProvisionNote> Notes(
        LibraryProvision provision, IEnumerable<Obligation> obligations, ILookup<Guid, DateOnly> deliveries, DateOnly today, string country)
    {
        var list = $"/{country.ToLowerInvariant()}/commitments";
        var isOpen = Proposal.Asks(provision);
        foreach (var obligation in obligations)
        {
            isOpen &= obligation.State == ObligationState.Proposed;
            yield return Note(obligation, Deadline.Of(obligation, deliveries[obligation.Id], today), list);
        }

        if (isOpen && current.May(CommitmentsRoom.Edit))
        {
            yield return new(T["Follow"], $"{list}/new?provision={provision.Id}", T["Awaits a decision"], Tone.Warning);
        }
    }

    private ProvisionNote Note(Obligation obligation, Deadline deadline, string list) => obligation.State == ObligationState.Accepted
        ? new(obligation.What, $"{list}/{obligation.Id}", T.DaysOf(deadline) is { } days ? T["{0}: {1}", T.Of(deadline.Status), days] : T.Of(deadline.Status), CommitmentWords.ToneOf(deadline.Status))
        : new(obligation.What, $"{list}/{obligation.Id}", T.Of(obligation.State), CommitmentWords.ToneOf(obligation.State));
}
