using Cornerstone.Features.Partners;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>The value of a field as a person reads it, whatever its kind.</summary>
internal static class FieldWords
{
    public static string ValueOf(this Text T, string field, object? value, PartnerIndex partners) => value switch
    {
        null => T["not said"],
        Wording words => words.In(T.Language.Code),
        DateOnly day => day.ToString(T.Language.Culture),
        bool answer => T.YesOrNo(answer),
        ActivityStatus status => T.Of(status),
        TransactionType type => T.Of(type),
        AmountAbsence absence => T.Of(absence),
        Guid partner => T.NameOf(partners, partner),
        decimal amount => amount.ToString("#,0.####", T.Language.Culture),
        string code when field == nameof(Activity.FlowType) => T.FlowTypeOf(code),
        List<ActivityParty> parties => T.Row(parties.Select(p => T["{0}: {1}", T.Of(p.Role), T.NameOf(partners, p.PartnerId)])),
        List<CodedShare> shares => T.Row(shares.Select(s => $"{(field == nameof(Activity.Sectors) ? T.SectorOf(s) : s.Code)} {T.ShareOf(s.Percentage)}".Trim())),
        List<ActivityMarker> markers => T.Row(markers.Select(m => T.MarkerOf(m))),
        List<ActivityPlace> places => T.Row(places.Select(p => p.Name ?? T["a place without a name"]).Distinct()),
        List<ActivityRelation> relations => T.Row(relations.Select(r => T["{0}: {1}", T.Of(r.Kind), r.Identifier])),
        List<string> codes => T.Row(codes),
        _ => value.ToString() ?? "",
    };

    private static string NameOf(this Text T, PartnerIndex partners, Guid? id) => partners.Of(id)?.Names.In(T.Language.Code) ?? "?";

    private static string Row(this Text T, IEnumerable<string> parts) => string.Join(T["; "], parts) is { Length: > 0 } row ? row : T["not said"];
}
