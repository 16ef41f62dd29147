namespace Cornerstone.Texts;

/// <summary>Kinds of provision that no element name of Akoma Ntoso tells apart are told by class.</summary>
internal static class AknClasses
{
    internal static string? Of(ProvisionKind kind) => kind switch
    {
        ProvisionKind.OP => "operative",
        ProvisionKind.Para => "para",
        ProvisionKind.Recommendation => "recommendation",
        ProvisionKind.Summary => "summary",
        ProvisionKind.PP => "preambular",
        ProvisionKind.Point => "point",
        _ => null,
    };

    internal static ProvisionKind? Kind(string? style) => style switch
    {
        "operative" => ProvisionKind.OP,
        "para" => ProvisionKind.Para,
        "recommendation" => ProvisionKind.Recommendation,
        "summary" => ProvisionKind.Summary,
        "preambular" => ProvisionKind.PP,
        "point" => ProvisionKind.Point,
        _ => null,
    };
}
