using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportEditing;

/// <summary>What a person wrote for a field, or why it cannot be that. Nothing written is "not said".</summary>
internal sealed record WrittenValue(object? Value, string? Fault)
{
    public static readonly WrittenValue NotSaid = new(null, null);

    public static WrittenValue Wrong(string fault) => new(null, fault);
}

/// <summary>A field that people may correct on a page: how it is written in a form, and read from one.</summary>
internal sealed record CorrectableField(string Name, Type Type)
{
    private const int LongestCode = 40;
    private const int LongestText = 2_000;

    private static readonly string[] Codes = [nameof(Activity.FlowType), nameof(Activity.FinanceType), nameof(Activity.TiedStatus)];

    public static readonly IReadOnlyList<CorrectableField> OfActivity =
    [
        Of<Activity>(nameof(Activity.Title)), Of<Activity>(nameof(Activity.Description)), Of<Activity>(nameof(Activity.Status)),
        Of<Activity>(nameof(Activity.PlannedStart)), Of<Activity>(nameof(Activity.ActualStart)), Of<Activity>(nameof(Activity.PlannedEnd)), Of<Activity>(nameof(Activity.ActualEnd)),
        Of<Activity>(nameof(Activity.Sectors)), Of<Activity>(nameof(Activity.FlowType)), Of<Activity>(nameof(Activity.FinanceType)), Of<Activity>(nameof(Activity.TiedStatus)),
        Of<Activity>(nameof(Activity.DefaultCurrency)),
    ];

    public static readonly IReadOnlyList<CorrectableField> OfTransaction =
    [
        Of<Transaction>(nameof(Transaction.Type)), Of<Transaction>(nameof(Transaction.Date)), Of<Transaction>(nameof(Transaction.Amount)), Of<Transaction>(nameof(Transaction.Currency)),
        Of<Transaction>(nameof(Transaction.ValueDate)), Of<Transaction>(nameof(Transaction.Description)), Of<Transaction>(nameof(Transaction.ProviderActivity)),
        Of<Transaction>(nameof(Transaction.ReceiverActivity)), Of<Transaction>(nameof(Transaction.FlowType)), Of<Transaction>(nameof(Transaction.FinanceType)), Of<Transaction>(nameof(Transaction.Sectors)),
    ];

    public bool IsDate => Type == typeof(DateOnly?);

    public bool IsLong => Type == typeof(Wording) || Type == typeof(List<CodedShare>);

    /// <summary>The words of a closed list; empty where anything may be written.</summary>
    public IEnumerable<(string Value, string Word)> Choices(Text T) =>
        Type == typeof(ActivityStatus?) ? Enum.GetValues<ActivityStatus>().Select(s => ($"{s}", T.Of(s)))
        : Type == typeof(TransactionType?) ? Enum.GetValues<TransactionType>().Select(t => ($"{t}", T.Of(t)))
        : [];

    public string? Hint(Text T) =>
        Type == typeof(List<CodedShare>) ? T["A code of the DAC or of a component and its part in per cent on each line, such as 15210 60 or POL 40. Each of the two lists adds up for itself."]
        : Type == typeof(decimal?) ? T["Digits, with a point before decimals."]
        : null;

    public static string Write(object? value, Text T) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.############", CultureInfo.InvariantCulture),
        Wording words => words.In(T.Language.Code),
        List<CodedShare> shares => string.Join('\n', shares.Where(s => IsOfferedIn(s.Vocabulary)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Code} {s.Percentage:0.####}").TrimEnd())),
        _ => value.ToString() ?? "",
    };

    /// <param name="stands">What stands here now: words in other languages stay, and shares of other lists.</param>
    public WrittenValue Read(string? written, object? stands, Text T)
    {
        var text = (written ?? "").Trim();
        if (Type == typeof(List<CodedShare>)) return ReadShares(text, (List<CodedShare>)stands!, T);
        if (text.Length == 0) return WrittenValue.NotSaid;
        if (Type == typeof(Wording)) return text.Length > LongestText ? WrittenValue.Wrong(T["At most {0} characters.", LongestText]) : new(stands is Wording words ? words.With(T.Language.Code, text) : Wording.Of(T.Language.Code, text), null);
        if (IsDate) return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day, null) : WrittenValue.Wrong(T["Write a day as 2026-05-31."]);
        if (Type == typeof(decimal?)) return ReadAmount(text, T);
        if (Type == typeof(ActivityStatus?)) return Enum.TryParse<ActivityStatus>(text, out var status) && Enum.IsDefined(status) ? new(status, null) : WrittenValue.Wrong(T["Choose one of the list."]);
        if (Type == typeof(TransactionType?)) return Enum.TryParse<TransactionType>(text, out var type) && Enum.IsDefined(type) ? new(type, null) : WrittenValue.Wrong(T["Choose one of the list."]);
        return ReadText(text, T);
    }

    private static WrittenValue ReadAmount(string text, Text T) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && decimal.Abs(amount) < 1_000_000_000_000_000m
            ? new(amount, null)
            : WrittenValue.Wrong(T["Write a number, such as 1250000 or 1250000.50."]);

    private WrittenValue ReadText(string text, Text T)
    {
        if (Name is nameof(Transaction.Currency) or nameof(Activity.DefaultCurrency))
        {
            return Currency.TryParse(text.ToUpperInvariant(), out var currency) ? new(currency.Code, null) : WrittenValue.Wrong(T["Write the three letters of a currency, such as USD."]);
        }

        var longest = Codes.Contains(Name) ? LongestCode : Activity.LongestIdentifier;
        return text.Length > longest ? WrittenValue.Wrong(T["At most {0} characters.", longest]) : new(text, null);
    }

    private static WrittenValue ReadShares(string text, List<CodedShare> stands, Text T)
    {
        var shares = new List<CodedShare>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.TrimEnd('%').Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries);
            decimal? share = null;
            var isComponent = parts.Length > 0 && ComponentShares.Named(parts[0]) is not null;
            if (parts.Length is 0 or > 2 || !(isComponent || CodeWords.Sectors.ContainsKey(parts[0]))
                || (parts.Length == 2 && (share = decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : null) is not (> 0m and <= 100m)))
            {
                return WrittenValue.Wrong(T["“{0}” is no code of the DAC or of a component with its part in per cent, such as 15210 60 or POL 40.", line]);
            }

            shares.Add(new(parts[0], isComponent ? ComponentShares.Vocabulary : null, share));
        }

        if (shares.GroupBy(s => s.Vocabulary).Any(list => list.Sum(s => s.Percentage ?? 0m) > 100m)) return WrittenValue.Wrong(T["The parts add up to more than 100 per cent."]);
        return shares.DistinctBy(s => s.Code).Count() == shares.Count ? new(shares.Concat(stands.Where(s => !IsOfferedIn(s.Vocabulary))).ToList(), null) : WrittenValue.Wrong(T["A code stands there twice."]);
    }

    private static bool IsOfferedIn(string? vocabulary) => vocabulary is null or ComponentShares.Vocabulary;

    private static CorrectableField Of<T>(string name) => new(name, typeof(T).GetProperty(name)!.PropertyType);
}
