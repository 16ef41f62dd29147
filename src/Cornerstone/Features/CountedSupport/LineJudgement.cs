using Cornerstone.Features.OdaEligibility;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What a line of the ledger is by the rules of development assistance and of reform, few enough to be numbered.</summary>
/// <param name="Rule">The line of the table that decided; null where none did.</param>
/// <param name="Reach">Null where no purpose is declared.</param>
public readonly record struct LineJudgement(OdaVerdict Verdict, string? Rule, OdaBeside Beside, SsrReach? Reach);
