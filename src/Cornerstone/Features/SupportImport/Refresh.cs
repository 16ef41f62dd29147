using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportImport;

/// <summary>An activity that is there, with all a new record of its source may change.</summary>
internal sealed record StoredActivity(
    Activity Activity, IReadOnlyList<Transaction> Transactions, IReadOnlyList<PlannedAmount> Planned, IReadOnlyList<SupportCorrection> Corrections);

/// <summary>What a new record did to an activity: names of fields, and counts of lines.</summary>
internal sealed record RefreshEffect(IReadOnlyList<string> Fields, int Added, int Changed, int Removed, IReadOnlyList<string> Kept);

/// <summary>
/// A source tells of an activity again. What it said becomes what stands here, field by field, but for the fields the country
/// corrected; lines are continued where they can be recognised, so that what hangs on them stays.
/// </summary>
internal sealed class Refresh(AppDb db, PartnerRegister partners, Guid person, DateTimeOffset at)
{
    private readonly List<string> kept = [];
    private int added;
    private int changed;
    private int removed;

    /// <summary>Changes tracked records only; whoever calls decides whether they are saved.</summary>
    public RefreshEffect Apply(StoredActivity stored, SaidRecord record)
    {
        var activity = stored.Activity;
        var place = new SaidPlace(activity.Id, activity.Country, activity.Classification, activity.Compartment);
        var said = SaidRows.Activity(record, place, activity.SourceId, activity.Copy, partners, person, at);
        var fields = Take(activity, said, SaidFields.OfActivity, [.. stored.Corrections.Where(c => c.TransactionId is null)]);
        TakeTransactions(stored, record.Activity, place);
        TakePlanned(stored, record.Activity, place);
        (activity.SaidHash, activity.SaidAt, activity.Version) = (said.SaidHash, said.SaidAt, activity.Version + 1);
        return new(fields, added, changed, removed, kept);
    }

    private List<string> Take<T>(T record, T said, IReadOnlyList<string> fields, IReadOnlyList<SupportCorrection> corrections)
        where T : class
    {
        var entry = db.Entry(record);
        var taken = new List<string>();
        foreach (var field in fields)
        {
            var property = entry.Property(field);
            var now = property.Metadata.PropertyInfo!.GetValue(said);
            if (corrections.FirstOrDefault(c => c.Field == field) is { } correction)
            {
                correction.Hear(FieldText.Of(now), at);
                kept.Add(field);
            }
            else if (!IsSame(property, now))
            {
                property.CurrentValue = now;
                taken.Add(field);
            }
        }

        return taken;
    }

    private static bool IsSame(PropertyEntry property, object? now) => property.Metadata.GetValueComparer() is { } comparer
        ? comparer.Equals(property.CurrentValue, now)
        : Equals(property.CurrentValue, now);

    private void TakeTransactions(StoredActivity stored, Cornerstone.Iati.Activity now, SaidPlace place)
    {
        var corrections = stored.Corrections.ToLookup(c => c.TransactionId);
        // A corrected line its source dropped once is told again, perhaps: it is the same line.
        List<Transaction> known = [.. stored.Transactions.Where(t => t.Said is not null || corrections[t.Id].Any()).OrderBy(t => t.Said ?? long.MaxValue)];
        List<Transaction> lines = [.. now.Transactions.Select((t, i) => SaidRows.Transaction(t, i + 1, OrderedId.At(at), now, place, partners))];
        var pairs = Pairing.Of(
            known.ConvertAll(t => SaidLine.Of(t, corrections[t.Id])), lines.ConvertAll(t => SaidLine.Of(t, [])),
            t => t.Reference is { } reference ? (reference, t.Type) : null, t => (t.Type, t.Date, t.ReceiverId), t => (t.Type, t.Date));
        for (var i = 0; i < lines.Count; i++)
        {
            if (pairs[i] is not { } old)
            {
                db.Add(lines[i]);
                added++;
                continue;
            }

            Continue(known[old], lines[i], [.. corrections[known[old].Id]]);
        }

        foreach (var old in Enumerable.Range(0, known.Count).Except(pairs.OfType<int>()).Where(k => known[k].Said is not null))
        {
            Drop(known[old], [.. corrections[known[old].Id]]);
        }
    }

    private void Continue(Transaction line, Transaction said, IReadOnlyList<SupportCorrection> corrections)
    {
        foreach (var correction in corrections)
        {
            correction.Return();
        }

        Renumber(line, said.Said, Take(line, said, SaidFields.OfTransaction, corrections).Count > 0);
    }

    private void Renumber(Transaction line, long? said, bool isChanged)
    {
        changed += isChanged ? 1 : 0;
        line.Version += isChanged || line.Said != said ? 1 : 0;
        (line.Said, line.Number) = (said, (int)said!.Value);
    }

    private void Drop(Transaction line, IReadOnlyList<SupportCorrection> corrections)
    {
        if (corrections.Count == 0)
        {
            db.Remove(line);
            removed++;
            return;
        }

        (line.Said, line.Version) = (null, line.Version + 1);
        foreach (var correction in corrections)
        {
            correction.Lose();
            kept.Add(correction.Field);
        }
    }

    private void TakePlanned(StoredActivity stored, Cornerstone.Iati.Activity now, SaidPlace place)
    {
        List<PlannedAmount> known = [.. stored.Planned.Where(p => p.Said is not null).OrderBy(p => p.Said)];
        List<PlannedAmount> lines = [.. SaidRows.Planned(now).Select((p, i) => SaidRows.Planned(p, i + 1, OrderedId.At(at), now, place, partners))];
        var pairs = Pairing.Of(known.ConvertAll(SaidPlan.Of), lines.ConvertAll(SaidPlan.Of), p => (p.Kind, p.IsRevised, p.From, p.Until), p => (p.Kind, p.From));
        for (var i = 0; i < lines.Count; i++)
        {
            if (pairs[i] is not { } old)
            {
                db.Add(lines[i]);
                added++;
                continue;
            }

            var (line, said) = (known[old], lines[i]);
            var isChanged = Take(line, said, SaidFields.OfPlannedAmount, []).Count > 0;
            changed += isChanged ? 1 : 0;
            line.Version += isChanged || line.Said != said.Said ? 1 : 0;
            (line.Said, line.Number) = (said.Said, said.Number);
        }

        foreach (var old in Enumerable.Range(0, known.Count).Except(pairs.OfType<int>()))
        {
            db.Remove(known[old]);
            removed++;
        }
    }
}
