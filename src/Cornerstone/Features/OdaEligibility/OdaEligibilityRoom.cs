using System.Collections.Frozen;
using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Whether money is development assistance by the rules, and what people answer where nobody said. Whoever edits support answers.</summary>
public sealed class OdaEligibilityRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords { get; } = new Dictionary<string, string>
    {
        ["support.oda"] = Text.Later("Question of assistance answered"),
        ["support.oda-withdraw"] = Text.Later("Answer on assistance taken back"),
        [nameof(OdaAnswer.Recipient)] = Text.Later("Who receives it"),
        [nameof(OdaAnswer.Support)] = Text.Later("What exactly it does"),
        [nameof(OdaAnswer.Lethal)] = Text.Later("The equipment is lethal"),
        [nameof(OdaAnswer.Oversight)] = Text.Later("Under civilian oversight"),
        [nameof(OdaAnswer.Civilian)] = Text.Later("Technical cooperation for civilian purposes"),
        [nameof(OdaAnswer.Excess)] = Text.Later("Only the cost beyond the normal is meant"),
        [nameof(OdaAnswer.Developmental)] = Text.Later("Led by the partner, without coercion, for development"),
        [nameof(OdaAnswer.Because)] = Text.Later("Who says so, or which document"),
        [nameof(OdaAnswer.IsOfSector)] = Text.Later("It holds for every line of this sector"),
    }.ToFrozenDictionary();
}
