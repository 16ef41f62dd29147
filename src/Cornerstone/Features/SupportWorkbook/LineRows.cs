using Cornerstone.Features.Institutions;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportWorkbook;

/// <summary>The sheet of what was promised, paid, delivered or sent: one row each, with its day, its amount or why there is none, and who received it.</summary>
internal static class LineRows
{
    private static readonly TransactionType[] Stages =
    [
        TransactionType.OutgoingPledge, TransactionType.OutgoingCommitment, TransactionType.Disbursement, TransactionType.Expenditure,
        TransactionType.LoanRepayment, TransactionType.InterestPayment, TransactionType.CreditGuarantee,
    ];

    public static IReadOnlyList<WorkbookColumn> Columns(SupportBook book, Text T) =>
    [
        new("activity", Text.Later("Code of the support"), ColumnKind.Reference) { IsKey = true, Note = Text.Later("As on the first sheet") },
        new("line", Text.Later("Line")) { IsKey = true, Longest = 60, Note = Text.Later("Your own number of it within the support: 1, 2, 3") },
        new("stage", Text.Later("Stage"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Stages.Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))], Note = Text.Later("Promised, committed, paid or delivered: each a line of its own, never added together") },
        new("form", Text.Later("Form"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<SupportForm>().Select(f => new WorkbookChoice(f.ToString(), T.Of(f)))] },
        new("date", Text.Later("Date"), ColumnKind.Date) { Note = Text.Later("The day of the promise, payment or delivery; without it nothing can be converted") },
        new("amount", Text.Later("Amount"), ColumnKind.Figure) { Note = Text.Later("A number in whole units of the currency; “unknown” where nobody knows it; “n/a” where it has no price; 0 is zero") },
        new("currency", Text.Later("Currency"), ColumnKind.Reference) { Note = Text.Later("Three letters, such as EUR"), Choices = [.. CodeLists.Currency.Codes.Order(StringComparer.Ordinal).Select(c => new WorkbookChoice(c, c))] },
        new("quantity", Text.Later("Quantity"), ColumnKind.Number),
        new("unit", Text.Later("Unit")) { Longest = 100, Note = Text.Later("Of what: vehicles, adviser months, people trained") },
        new("recipient", Text.Later("Received by"), ColumnKind.Reference) { Note = Text.Later("Code of the institution whose unit receives it"), Choices = [.. book.Institutions.Keys.Order(StringComparer.Ordinal).Select(c => new WorkbookChoice(c, c))] },
        new("condition", Text.Later("Condition"), ColumnKind.Choice) { Note = Text.Later("Of goods"), Choices = [.. SupportWords.Conditions.Select(c => new WorkbookChoice(c, T.ConditionOf(c)))] },
        new("use", Text.Later("To be used for")) { Longest = 1_000 },
        new("finance", Text.Later("Kind of finance")) { Longest = 4, Note = Text.Later("Code of the list FinanceType: 110 grant, 421 loan, 1100 guarantee") },
        new("description", Text.Later("Description")) { Longest = 2_000 },
    ];

    public static WorkbookRow Row(Transaction t, Activity activity, SupportBook book) => WorkbookRow.Of("lines",
    [
        ("activity", activity.Identifier), ("line", t.Reference), ("stage", t.Type), ("form", t.Form), ("date", t.Date), ("amount", Written(t)), ("currency", t.Currency),
        ("quantity", t.Quantity), ("unit", t.Unit), ("recipient", book.Institutions.Values.FirstOrDefault(i => i.Id == t.RecipientUnitId)?.Code),
        ("condition", t.Condition), ("use", t.EndUse), ("finance", t.FinanceType), ("description", t.Description is { } d ? d.In(d.Original) : null),
    ]);

    public static RowVerdict Check(WorkbookRow row, SupportBook book, WorkbookRun run)
    {
        var T = run.T;
        var faults = Faults(row, book, T).ToList();
        if (faults.Count > 0)
        {
            return row.Refuse([.. faults]);
        }

        List<WorkbookFinding> notes = [.. Doubts(row, run)];
        if (book.Of(row.Text("activity")!) is not { } activity || book.LineOf(activity, row.Text("line")!) is not { } known)
        {
            return row.Add([.. notes]);
        }

        var news = book.News(known, Said(row, activity, book));
        notes.AddRange(news.Where(f => book.IsCorrected(known, f.Name))
            .Select(f => row.Finding("line", "support.kept", T["{0} stays as the country corrected it; what the file says is noted beside it", T.FieldOf(f.Name)], FindingGrade.Note)));
        return news.Count > 0 ? row.Change([.. notes]) : row.Unchanged([.. notes]);
    }

    public static void Apply(WorkbookRow row, SupportBook book, WorkbookRun run)
    {
        var activity = book.Of(row.Text("activity")!)!;
        if (book.LineOf(activity, row.Text("line")!) is not { } line)
        {
            var number = book.LastNumberOf(activity) + 1;
            line = new Transaction
            {
                ActivityId = activity.Id,
                Country = run.Country,
                Classification = activity.Classification,
                Compartment = activity.Compartment,
                Number = number,
                Said = number,
                Reference = row.Text("line"),
                ProviderId = activity.ReporterId,
                Version = 0,
            };
            book.Add(line);
        }

        book.Take(line, Said(row, activity, book), run.At);
        line.Version++;
    }

    private static IEnumerable<WorkbookFinding> Faults(WorkbookRow row, SupportBook book, Text T)
    {
        if (!book.Knows(row.Text("activity")!))
        {
            yield return row.Finding("activity", "support.unknown", T["{0} is not the code of support here or on the first sheet.", row.Text("activity")!]);
        }

        if (row.Text("amount") is { } written && (!Figure.TryParse(written, out var amount) || (amount.IsKnown && (amount.Number is null || amount.IsApproximate))))
        {
            yield return row.Finding("amount", "support.amount", T["one number, “unknown” or “n/a”"]);
        }
        else if (Amount(row).Amount is not null && row.Text("currency") is null)
        {
            yield return row.Finding("currency", "support.currency", T["the currency of the amount"]);
        }

        if (row.Text("currency") is { } currency && !CodeLists.IsCurrency(currency))
        {
            yield return row.Finding("currency", "support.currency", T["a currency code of three letters"]);
        }

        if (row.Number("quantity") < 0m)
        {
            yield return row.Finding("quantity", "support.quantity", T["zero or more"]);
        }

        if (row.Text("recipient") is { } recipient && !book.Institutions.ContainsKey(recipient))
        {
            yield return row.Finding("recipient", "support.recipient", T["{0} is not the code of an institution here.", recipient]);
        }

        if (row.Text("finance") is { } finance && CodeLists.FinanceType.Find(finance) is null)
        {
            yield return row.Finding("finance", "support.finance", T["a code of the list FinanceType"]);
        }
    }

    private static IEnumerable<WorkbookFinding> Doubts(WorkbookRow row, WorkbookRun run)
    {
        var T = run.T;
        var stage = Enum.Parse<TransactionType>(row.Text("stage")!);
        if (row.Date("date") > DateOnly.FromDateTime(run.At.UtcDateTime) && stage is TransactionType.Disbursement or TransactionType.Expenditure)
        {
            yield return row.Finding("date", "support.future", T["a day that has come: what is still to be paid is committed"], FindingGrade.Warning);
        }

        if (row.Date("date") is null)
        {
            yield return row.Finding("date", "support.no-date", T["a day: without it the amount is shown and not counted"], FindingGrade.Warning);
        }

        if (Enum.Parse<SupportForm>(row.Text("form")!) is SupportForm.Equipment or SupportForm.GiftInKind && row.Number("quantity") is null)
        {
            yield return row.Finding("quantity", "support.no-quantity", T["how many, and of what unit"], FindingGrade.Warning);
        }
    }

    private static List<SaidField> Said(WorkbookRow row, Activity activity, SupportBook book)
    {
        var (amount, absence) = Amount(row);
        List<(string Column, string Name, object? Value)> said =
        [
            ("stage", nameof(Transaction.Type), Enum.Parse<TransactionType>(row.Text("stage")!)),
            ("form", nameof(Transaction.Form), Enum.Parse<SupportForm>(row.Text("form")!)),
            ("date", nameof(Transaction.Date), row.Date("date")),
            ("date", nameof(Transaction.ValueDate), row.Date("date")),
            ("amount", nameof(Transaction.Amount), amount),
            ("amount", nameof(Transaction.Absence), absence),
            ("currency", nameof(Transaction.Currency), row.Text("currency")),
            ("quantity", nameof(Transaction.Quantity), row.Number("quantity")),
            ("unit", nameof(Transaction.Unit), row.Text("unit")),
            ("recipient", nameof(Transaction.RecipientUnitId), row.Text("recipient") is { } code ? book.Institutions[code].Id : null),
            ("condition", nameof(Transaction.Condition), row.Text("condition")),
            ("use", nameof(Transaction.EndUse), row.Text("use")),
            ("finance", nameof(Transaction.FinanceType), row.Text("finance")),
            ("description", nameof(Transaction.Description), row.Text("description") is { } text ? Wording.Of(activity.Title?.Original ?? "en", text) : null),
        ];
        return [.. said.Where(s => row.Has(s.Column)).Select(s => new SaidField(s.Name, s.Value))];
    }

    private static (decimal? Amount, AmountAbsence? Absence) Amount(WorkbookRow row) => !Figure.TryParse(row.Text("amount"), out var figure) ? (null, null) : figure.State switch
    {
        FigureState.Unknown => (null, AmountAbsence.Unknown),
        FigureState.NotApplicable => (null, AmountAbsence.NotApplicable),
        _ => (figure.Number, null),
    };

    private static string? Written(Transaction t) => t.Absence switch
    {
        AmountAbsence.Unknown => Figure.Unknown.ToString(),
        AmountAbsence.NotApplicable => Figure.NotApplicable.ToString(),
        _ => t.Amount is { } amount ? Figure.Exact(amount).ToString() : null,
    };
}
