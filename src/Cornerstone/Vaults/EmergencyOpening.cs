using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Cornerstone.Values;

namespace Cornerstone.Vaults;

/// <summary>What whoever reviews an opening found.</summary>
public enum EmergencyFinding
{
    Justified,
    TooMuch,
    NotJustified,
    CannotTell,
}

public static class EmergencyFindings
{
    public static string Of(EmergencyFinding finding) => finding switch
    {
        EmergencyFinding.Justified => Text.Later("Justified"),
        EmergencyFinding.TooMuch => Text.Later("Justified, but more was opened than was needed"),
        EmergencyFinding.NotJustified => Text.Later("Not justified"),
        _ => Text.Later("Cannot be told from what was said"),
    };
}

/// <summary>
/// Somebody outside a group, let into named dossiers for hours and reviewed afterwards by somebody else (decision 48). Who may do what and
/// until when the database decides by its own clock (0117_emergency.sql); these rules say it in words before.
/// </summary>
public sealed class EmergencyOpening
{
    public const int MostHours = 3;
    public const int DaysToReview = 7;
    public const int LongestWords = 2_000;

    public Guid Id { get; init; } = RandomId.New();

    public required Guid CallId { get; init; }

    public required Guid CompartmentId { get; init; }

    /// <summary>What was lent. What is said of the opening lies under the key of the first.</summary>
    public required Guid[] Dossiers { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid LetInBy { get; init; }

    /// <summary>The second officer, where two of them let in; null where a member did.</summary>
    public Guid? LetInWith { get; init; }

    public required EmergencyGround Ground { get; init; }

    public required short Hours { get; init; }

    public required DateTimeOffset LetInAt { get; init; }

    public required DateTimeOffset UntilAt { get; init; }

    /// <summary>Why, sealed; null before it was said, and once the dossier is erased.</summary>
    public byte[]? Words { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null when the time was over.</summary>
    public Guid? EndedBy { get; private set; }

    public required DateOnly DueOn { get; init; }

    public EmergencyFinding? Finding { get; private set; }

    public byte[]? FindingWords { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public DateOnly? ReviewedOn { get; private set; }

    public SealedPlace WordsPlace => Place("words");

    public SealedPlace FindingWordsPlace => Place("finding_words");

    /// <summary>By a member who has the dossiers open, or by two officers.</summary>
    public static EmergencyOpening Of(EmergencyCall call, Guid compartment, IReadOnlyCollection<Guid> dossiers, Guid by, Guid? with, short hours, DateTimeOffset now) => new()
    {
        CallId = call.Id,
        CompartmentId = compartment,
        Dossiers = [.. dossiers],
        PersonId = call.AskedBy,
        LetInBy = by,
        LetInWith = with,
        Ground = call.Ground,
        Hours = hours,
        LetInAt = now,
        UntilAt = now.AddHours(hours),
        DueOn = DateOnly.FromDateTime(now.AddHours(hours).UtcDateTime).AddDays(DaysToReview),
    };

    /// <summary>What the journal says: the opening and the dossiers it was about, by their ids of chance, and no word of them.</summary>
    public IReadOnlyList<JournalChange> Lines(Act act, ChangeKind kind, IEnumerable<Guid> dossiers) =>
        [Line(act, nameof(EmergencyOpening), Id, kind), .. dossiers.Select(d => Line(act, nameof(SealedDossier), d, kind == ChangeKind.Read ? kind : ChangeKind.Changed))];

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < UntilAt;

    public bool IsOverdue(DateOnly today) => Finding is null && today > DueOn;

    /// <summary>Whoever was let in, and whoever let them in, do not look at it afterwards.</summary>
    public bool Involves(Guid person) => person == PersonId || person == LetInBy || person == LetInWith;

    public Refusal? Say(Guid by, byte[] words, DateTimeOffset now)
    {
        if (by != PersonId || SaidAt is not null || !IsOpen(now))
        {
            return new Refusal("emergency.over");
        }

        (Words, SaidAt) = (words, now);
        return null;
    }

    /// <summary>Once over it stays over, as it was.</summary>
    public void End(Guid by, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBy) = now < UntilAt ? (now, (Guid?)by) : (UntilAt, null);
        }
    }

    /// <summary>The same words under a newer key of the dossier.</summary>
    public void Reseal(byte[] old, byte[] renewed)
    {
        Words = Words is { } why && why.AsSpan().SequenceEqual(old) ? renewed : Words;
        FindingWords = FindingWords is { } found && found.AsSpan().SequenceEqual(old) ? renewed : FindingWords;
    }

    public Refusal? Review(Guid by, EmergencyFinding finding, byte[]? words, DateTimeOffset now)
    {
        if (Involves(by) || IsOpen(now) || Finding is not null)
        {
            return new Refusal(Involves(by) ? "emergency.own" : Finding is null ? "emergency.open" : "emergency.reviewed");
        }

        End(by, now);
        (Finding, FindingWords, ReviewedBy, ReviewedOn) = (finding, words, by, DateOnly.FromDateTime(now.UtcDateTime));
        return null;
    }

    private JournalChange Line(Act act, string type, Guid record, ChangeKind kind) => new()
    {
        Id = OrderedId.At(act.At),
        ActId = act.Id,
        RecordType = type,
        RecordId = record,
        Kind = kind,
        Country = act.Country,
        Classification = Classification.Public,
        Compartment = CompartmentId,
        Fields = [],
    };

    private SealedPlace Place(string column) => new(SealedDossier.Store, CompartmentId, "opening", Id, column, 1);
}

/// <summary>The key of a lent dossier, for the one person it was lent to. Destroyed when the opening ends.</summary>
public sealed class StoredLoan
{
    public required Guid OpeningId { get; init; }

    public required Guid DossierId { get; init; }

    public required int Generation { get; init; }

    public required Guid CompartmentId { get; init; }

    public required Guid PersonId { get; init; }

    public required byte[] Box { get; init; }

    public DossierLoan Loan => new(OpeningId, CompartmentId, DossierId, Generation, PersonId, Box);

    public static StoredLoan Of(DossierLoan loan) => new()
    {
        OpeningId = loan.Opening,
        DossierId = loan.Dossier,
        Generation = loan.Generation,
        CompartmentId = loan.Compartment,
        PersonId = loan.Person,
        Box = loan.Box.ToArray(),
    };
}
