using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Money of one activity that the table judges alike: one sector, one form, one receiver, one word of its reporter.</summary>
/// <param name="Sector">Null where nobody said, or where several share the money and nobody said how much falls to which.</param>
/// <param name="Transactions">How many of them; none where no money is told.</param>
public sealed record OdaLine(string? Component, string? Sector, SupportForm? Form, Guid? Unit, OdaJudgement Judgement, int Transactions)
{
    public OdaKey Key => new(Component, Sector, Form, Unit);

    /// <summary>Of a person; null where nobody answered.</summary>
    public OdaAnswer? Answer { get; private init; }

    /// <summary>What its form and its receiver say by themselves.</summary>
    public OdaFacts Told { get; private init; } = new();

    /// <summary>Divided as the ledger divides it: only what is promised or moved.</summary>
    public static IReadOnlyList<OdaLine> Of(Activity activity, IEnumerable<Transaction> transactions, OdaJudge judge, IReadOnlyCollection<OdaAnswer>? answers = null)
    {
        var ofAll = SectorPart.Of(activity.Sectors);
        var money = transactions.Where(t => t.Type is { } type && Enum.GetValues<MoneyStage>().Any(s => s.Holds(type))).Cast<Transaction?>().DefaultIfEmpty();
        var lines =
            from transaction in money
            from part in transaction?.Sectors.Count > 0 ? SectorPart.Of(transaction.Sectors) : ofAll
            from sector in part.Sectors
            let key = new OdaKey(part.Component, sector.Code, transaction?.Form, transaction?.RecipientUnitId)
            let answer = OdaAnswer.Holding(answers ?? [], key)
            group transaction by (Line: key, Answer: answer, Judgement: judge.Of(activity, transaction, sector.Code, answer)) into same
            let line = same.Key.Line
            orderby line.Component is null, line.Component, line.Sector, line.Form
            select new OdaLine(line.Component, line.Sector, line.Form, line.Unit, same.Key.Judgement, same.OfType<Transaction>().Count())
            {
                Answer = same.Key.Answer,
                Told = judge.Told(same.First()),
            };
        return [.. lines];
    }
}

/// <summary>The lines of one activity with what people answered, and the names of who receives and who answered.</summary>
/// <param name="Answering">Where questions are answered; null for whoever may not.</param>
public sealed record OdaLines(
    Activity Activity, IReadOnlyList<Transaction> Transactions, OdaJudge Judge, IReadOnlyList<OdaAnswer> Answers,
    IReadOnlyDictionary<Guid, Wording> Units, IReadOnlyDictionary<Guid, string> People, string? Answering)
{
    /// <param name="answers">Instead of those that are given.</param>
    public IReadOnlyList<OdaLine> Lines(IReadOnlyCollection<OdaAnswer>? answers = null) => OdaLine.Of(Activity, Transactions, Judge, answers ?? Answers);

    public AnswerShown Shown(OdaAnswer answer) => new(answer, People.GetValueOrDefault(answer.AnsweredBy) ?? "?");
}

/// <summary>One answer, and the name of whoever gave it.</summary>
public sealed record AnswerShown(OdaAnswer Answer, string By);
