using Cornerstone.Access.Sessions;

namespace Cornerstone.Vaults;

/// <summary>
/// What somebody has proved before a vault opens: the one place where that is decided. Freshness is the page's own mark
/// (<see cref="Access.Factors.FreshlyProvedAttribute"/>); here stands with what. Goal 1 asks for a passkey with user verification.
/// </summary>
public static class UnlockDemand
{
    /// <summary>A password alone never opens a vault. People of the demonstration come in by a click and have nothing to prove.</summary>
    public static bool IsMet(SeenSession session) => session.Proof is Proof.PasswordAndCode or Proof.PasswordAndRecoveryCode or Proof.Demonstration;
}
