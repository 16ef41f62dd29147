using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Commitments;
using Cornerstone.Texts;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.CommitmentEditing;

/// <summary>What a person may say about an obligation, on the page that opens one and on the page that edits it.</summary>
public sealed class ObligationForm
{
    [Display(Name = "What is to be done, in our words"), Required, StringLength(Obligation.LongestWhat), DataType(DataType.MultilineText)]
    public string What { get; set; } = "";

    [Display(Name = "Who is to do it")]
    public List<string> Addressees { get; set; } = [];

    [Display(Name = "Due on")]
    public DateOnly? DueDate { get; set; }

    [Display(Name = "The source names")]
    public DatePrecision DuePrecision { get; set; }

    [Display(Name = "Falls due again every"), Range(1, 3_650)]
    public int? RecurrenceNumber { get; set; }

    [Display(Name = "Days, weeks, months or years")]
    public RecurrenceUnit RecurrenceUnit { get; set; }

    [Display(Name = "Conditions")]
    public List<string> Conditions { get; set; } = [];

    [Display(Name = "Who sees to it here"), StringLength(200)]
    public string? Responsible { get; set; }

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; }

    public static ObligationForm Of(Obligation obligation)
    {
        Recurrence.TryParse(obligation.Recurrence, null, out var recurrence);
        return new ObligationForm
        {
            What = obligation.What,
            Addressees = [.. obligation.Addressees],
            DueDate = obligation.DueDate,
            DuePrecision = obligation.DuePrecision ?? DatePrecision.Day,
            RecurrenceNumber = recurrence?.Number,
            RecurrenceUnit = recurrence?.Unit ?? RecurrenceUnit.Days,
            Conditions = [.. obligation.Conditions],
            Responsible = obligation.Responsible,
            Classification = obligation.Classification,
        };
    }

    public void CopyTo(Obligation obligation)
    {
        obligation.What = What.Trim();
        obligation.Addressees = [.. Addressees.Where(code => Texts.Addressees.All.Any(a => a.Code == code))];
        obligation.DueDate = DueDate is { } day ? EndOf(day, DuePrecision) : null;
        obligation.DuePrecision = DueDate is null ? null : DuePrecision;
        obligation.Recurrence = RecurrenceNumber is { } number ? new Recurrence(number, RecurrenceUnit).ToString() : null;
        obligation.Conditions = [.. Conditions.Where(code => Texts.Conditions.All.Any(c => c.Code == code))];
        obligation.Responsible = string.IsNullOrWhiteSpace(Responsible) ? null : Responsible.Trim();
        obligation.Classification = Classification;
    }

    /// <summary>Rules that need the source and the reader: an obligation travels no further than either allows.</summary>
    public Refusal? MayTravel(Classification source, Classification clearance) => Classification switch
    {
        _ when Classification < source => new Refusal("commitments.below-source", Classification),
        _ when Classification > clearance => new Refusal("commitments.above-clearance", Classification),
        _ => null,
    };

    /// <summary>Something that falls due again needs a day to count from.</summary>
    public void Check(ModelStateDictionary state, string prefix, string firstDateNeeded)
    {
        if (RecurrenceNumber is not null && DueDate is null)
        {
            state.AddModelError($"{prefix}.{nameof(DueDate)}", firstDateNeeded);
        }
    }

    /// <summary>A month, quarter or year is due on its last day (domain handbook §0.3).</summary>
    internal static DateOnly EndOf(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1),
        DatePrecision.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3).AddDays(-1),
        DatePrecision.Year => new DateOnly(day.Year, 12, 31),
        _ => day,
    };
}
