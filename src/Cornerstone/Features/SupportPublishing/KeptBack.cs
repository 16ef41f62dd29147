using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>Takes out of an activity what is kept back. Nothing of it stays in a row; the ground stands in its place.</summary>
internal static class KeptBack
{
    private const string Table = "activity";

    /// <param name="telling">Lines that would tell an amount kept back elsewhere.</param>
    public static DraftSubject Of(SupportDraft draft, string key, IReadOnlyList<SupportWithholding> withheld, IReadOnlySet<Guid> telling)
    {
        var activity = draft.Activity;
        var lines = LinesOf(draft, withheld, telling);
        var told = withheld.Where(w => w.Part != PublicPart.Amounts).Aggregate(draft.Told with { Withheld = Notes(withheld, lines) }, (rest, w) => Without(rest, w.Part));
        return new(SubjectKind.Support, key,
        [
            new(new Subject { Kind = SubjectKind.Support, Title = told.Title ?? Wording.Of("en", activity.Identifier) }, Table, activity.Id),
            new(told, Table, activity.Id),
            .. lines.Select(l => new DraftRow(l.Told, Table, activity.Id, l.Why) { LineId = l.Id }),
        ]);
    }

    /// <summary>The amount is told neither by itself nor by its words.</summary>
    public static PublishedLine Without(PublishedLine line, PublicGround ground) => line with
    {
        State = ToldState.Withheld,
        Ground = ground,
        Amount = null,
        Currency = null,
        ValueDate = null,
        Reference = null,
        Description = null,
        Quantity = null,
        Unit = null,
    };

    private static List<(Guid Id, PublishedLine Told, RowTelling Why)> LinesOf(SupportDraft draft, IReadOnlyList<SupportWithholding> withheld, IReadOnlySet<Guid> telling)
    {
        if (withheld.Any(w => w.Part is PublicPart.Everything or PublicPart.Money))
        {
            return [];
        }

        var own = withheld.Where(w => w.LineId is not null).ToDictionary(w => w.LineId!.Value, w => w.Ground);
        var nameless = withheld.Any(w => w.Part == PublicPart.Parties);
        return [.. draft.Lines.Select(l => nameless ? (l.Id, Told: Nameless(l.Told)) : l).Select(l =>
            own.TryGetValue(l.Id, out var ground) ? (l.Id, Without(l.Told, ground), RowTelling.Kept)
            : telling.Contains(l.Id) ? (l.Id, Without(l.Told, PublicGround.WouldTellAnother), RowTelling.WouldGiveAway)
            : (l.Id, l.Told, RowTelling.Told))];
    }

    // One note for each part; single amounts by each ground there is among the lines.
    private static List<PublicWithheld> Notes(IEnumerable<SupportWithholding> withheld, IEnumerable<(Guid Id, PublishedLine Told, RowTelling Why)> lines) =>
    [
        .. withheld.Where(w => w.Part != PublicPart.Amounts).Select(w => new PublicWithheld(w.Part, w.Ground)),
        .. lines.Select(l => l.Told.Ground).OfType<PublicGround>().Distinct().Order().Select(g => new PublicWithheld(PublicPart.Amounts, g)),
    ];

    private static PublishedActivity Without(PublishedActivity a, PublicPart part) => part switch
    {
        PublicPart.Everything => new()
        {
            Identifier = a.Identifier,
            Source = a.Source,
            Reporter = a.Reporter,
            Status = a.Status,
            PlannedStart = a.PlannedStart,
            ActualStart = a.ActualStart,
            PlannedEnd = a.PlannedEnd,
            ActualEnd = a.ActualEnd,
            Withheld = a.Withheld,
        },
        PublicPart.Title => a with { Title = null },
        PublicPart.Description => a with { Description = null },
        // Names of other activities begin with those of their organisations.
        PublicPart.Parties => a with { Parties = [.. a.Parties.Select(p => new PublicParty(null, Role: p.Role))], Relations = [], OtherIdentifiers = [] },
        PublicPart.Places => a with { Places = [] },
        _ => a,
    };

    private static PublishedLine Nameless(PublishedLine line) => line with { Provider = null, Receiver = null, Reference = null, Description = null };
}
