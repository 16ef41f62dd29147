using System.Globalization;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>Codes of support with their names in every language, each name made once.</summary>
internal sealed class SupportNames(Text T)
{
    private readonly Dictionary<(string List, string Code), Wording> names = [];

    /// <summary>A code nobody reads, for files alone.</summary>
    public static PublicCode? Plain(string? code) => code is null ? null : new(code);

    public PublicCode Of(ActivityStatus status) => Listed(status, () => T.Of((ActivityStatus?)status));

    public PublicCode Of(TransactionType type) => Listed(type, () => T.Of((TransactionType?)type));

    public PublicCode Of(PartyRole role) => Listed(role, () => T.Of((PartyRole?)role));

    public PublicCode Of(RelationKind kind) => Listed(kind, () => T.Of((RelationKind?)kind));

    public PublicCode Of(SupportForm form) => new(form.ToString(), Named("form", form.ToString(), () => T.Of((SupportForm?)form)));

    public PublicMarker Of(ActivityMarker marker) => new(marker.Code, Named("marker", $"{marker.Code} {marker.Significance}", () => T.MarkerOf(marker)), marker.Vocabulary, marker.Significance);

    public PublicCode? Flow(string? code) => code is null ? null : new(code, Named("flow", code, () => T.FlowTypeOf(code)));

    public PublicCode? Finance(string? code) => code is null ? null : new(code, Named("finance", code, () => T.FinanceTypeOf(code)));

    public PublicCode? Tied(string? code) => code is null ? null : new(code, Named("tied", code, () => T.TiedStatusOf(code)));

    // Of another vocabulary they are written "vocabulary:code".
    public List<PublicCode> Aid(IEnumerable<string> codes) => [.. codes.Select(c => c.Split(':', 2) is [var vocabulary, var code]
        ? new PublicCode(code, null, vocabulary)
        : new PublicCode(c, Named("aid", c, () => T.AidTypeOf(c))))];

    public List<PublicShare> Sectors(IEnumerable<CodedShare> sectors) =>
        [.. sectors.Select(s => new PublicShare(s.Code, Named("sector", $"{s.Vocabulary}:{s.Code}", () => T.SectorOf(s)), s.Vocabulary, s.Percentage))];

    public List<PublicShare> Components(IReadOnlyCollection<CodedShare> sectors) =>
        [.. ComponentShares.Of(sectors).Select(s => new PublicShare(s.Component, s.Component is { } code ? Named("component", code, () => T.Of(Enum.Parse<Component>(code))) : null, null, s.Percentage))];

    private PublicCode Listed<TCode>(TCode code, Func<string> say)
        where TCode : struct, Enum => new(Convert.ToInt32(code, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), Named(typeof(TCode).Name, code.ToString(), say));

    private Wording Named(string list, string code, Func<string> say) => names.TryGetValue((list, code), out var name) ? name : names[(list, code)] = Text.InEach(say);
}
