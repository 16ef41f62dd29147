using Cornerstone.Languages;

namespace Cornerstone.Vaults;

/// <summary>Why a dossier is erased, kept, or kept no longer. It stands in the journal, where free words could tell what the dossier said.</summary>
public enum DossierGround
{
    RetentionEnded,
    NotNeeded,
    RightToErasure,
    Ordered,
    OpenedInError,
    Proceedings,
    Inquiry,
    UnderAudit,
    Disputed,
    MatterEnded,
    PlacedInError,
}

public static class DossierGrounds
{
    public static IReadOnlyList<DossierGround> ToHold { get; } = [DossierGround.Proceedings, DossierGround.Inquiry, DossierGround.UnderAudit, DossierGround.Disputed];

    public static IReadOnlyList<DossierGround> For(DossierRequestKind kind) => kind == DossierRequestKind.Erasure
        ? [DossierGround.RetentionEnded, DossierGround.NotNeeded, DossierGround.RightToErasure, DossierGround.Ordered, DossierGround.OpenedInError]
        : [DossierGround.MatterEnded, DossierGround.PlacedInError];

    public static string Of(DossierGround ground) => ground switch
    {
        DossierGround.RetentionEnded => Text.Later("The time for which it may be kept is over"),
        DossierGround.NotNeeded => Text.Later("It is not needed any more for what it was opened for"),
        DossierGround.RightToErasure => Text.Later("The person concerned has a right to its erasure"),
        DossierGround.Ordered => Text.Later("A court or an authority ordered it"),
        DossierGround.OpenedInError => Text.Later("It was opened by mistake"),
        DossierGround.Proceedings => Text.Later("Proceedings in court need it"),
        DossierGround.Inquiry => Text.Later("An inquiry of parliament or another oversight body needs it"),
        DossierGround.UnderAudit => Text.Later("An audit needs it"),
        DossierGround.Disputed => Text.Later("Somebody concerned disputes its erasure"),
        DossierGround.MatterEnded => Text.Later("The matter for which it was kept has ended"),
        _ => Text.Later("The hold was put by mistake"),
    };
}
