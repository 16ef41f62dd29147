using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>A dimension as a person describes it. Names of parts are written in one language at a time; the others stay as they are.</summary>
public sealed class DimensionForm
{
    private const int EmptyRows = 4;

    [Display(Name = "Code"), Required, StringLength(OwnDimension.LongestCode)]
    public string Code { get; set; } = "";

    [Display(Name = "Name")]
    public WordingForm Names { get; set; } = new();

    [Display(Name = "Sensitive: only where a card asks for it")]
    public bool IsSensitive { get; set; }

    public List<MemberForm> Members { get; set; } = [];

    /// <summary>Rows that say something, with their places on the page.</summary>
    public IEnumerable<(int Row, MemberForm Member)> Written => Members.Select((m, i) => (i, m)).Where(m => !string.IsNullOrWhiteSpace(m.m.Code) || !string.IsNullOrWhiteSpace(m.m.Name));

    public static DimensionForm Of(OwnDimension dimension, string language) => new()
    {
        Code = dimension.Code,
        Names = WordingForm.Of(dimension.Names, language),
        IsSensitive = dimension.IsSensitive,
        Members = [.. dimension.Members.All.Select(m => new MemberForm { Code = m.Code, Name = m.Name.In(language), IsRetired = m.IsRetired })],
    };

    public IReadOnlyList<DimensionMember> ToMembers(DimensionMembers before, string language) => [.. Written.Select(w => w.Member.ToMember(before, language))];

    /// <summary>Some empty rows to go on with.</summary>
    public void Widen() => Members.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new MemberForm()));
}

public sealed class MemberForm
{
    [Display(Name = "Code of the part"), StringLength(DimensionRules.LongestMember)]
    public string? Code { get; set; }

    [Display(Name = "Name of the part"), StringLength(200)]
    public string? Name { get; set; }

    [Display(Name = "No longer used")]
    public bool IsRetired { get; set; }

    public DimensionMember ToMember(DimensionMembers before, string language)
    {
        var (code, name) = ((Code ?? "").Trim(), (Name ?? "").Trim());
        var old = before.All.FirstOrDefault(m => m.Code == code)?.Name;
        var wording = name.Length == 0 ? Wording.Empty
            : old is null || old.IsEmpty ? Wording.Of(language, name)
            // Where the original stood in for a translation, an unchanged name is no translation.
            : old.In(language) == name ? old
            : old.With(language, name);
        return new(code, wording, IsRetired);
    }
}
