namespace Cornerstone.Texts;

/// <summary>What is odd about numbers and signs: rules D1, D2, D4 and D5, and words written twice.</summary>
internal static class StructureFindings
{
    private const int CouncilMembers = 15;

    internal static List<Finding> Of(UnDocument document)
    {
        var findings = new List<Finding>();
        var isResolution = document.Kind is DocumentKind.Resolution or DocumentKind.DraftResolution or DocumentKind.GeneralAssemblyResolution;
        Count(document, findings);
        for (var i = 0; i < document.Provisions.Count; i++)
        {
            var provision = document.Provisions[i];
            if (isResolution && document.Language == "en")
            {
                var isChapeau = i + 1 < document.Provisions.Count && document.Provisions[i + 1].Parent == provision.Id;
                Stops(provision, isChapeau, findings);
            }

            if (RepeatedWords.In(provision.Text) is { } twice)
            {
                findings.Add(new("repeated-words", FindingSeverity.Notice, provision.Id, $"The source writes \"{twice}\" twice in a row; each was kept."));
            }
        }

        Tally(document, findings);
        return findings;
    }

    private static void Count(UnDocument document, List<Finding> findings)
    {
        var last = 0;
        foreach (var provision in document.Provisions)
        {
            if (provision.Parent is not null || provision.Kind is not (ProvisionKind.OP or ProvisionKind.Para) || !int.TryParse(provision.Number, out var number))
            {
                continue;
            }

            if (number != last + 1)
            {
                findings.Add(new("D1", FindingSeverity.Warning, provision.Id, $"Paragraph {number} follows paragraph {last}: paragraph {last + 1} was expected here."));
            }

            last = number;
        }
    }

    private static void Stops(Provision provision, bool isChapeau, List<Finding> findings)
    {
        var end = provision.Text.Length > 0 ? provision.Text[^1] : ' ';
        if (provision.Kind == ProvisionKind.PP && end != ',' && !isChapeau)
        {
            findings.Add(new("D2", FindingSeverity.Notice, provision.Id, $"Preambular paragraph {provision.Number} ends with \"{end}\": a comma was expected."));
        }
        else if (provision.Kind == ProvisionKind.OP && end is not (';' or '.') && !isChapeau)
        {
            findings.Add(new("D2", FindingSeverity.Notice, provision.Id, $"Operative paragraph {provision.Number} ends with \"{end}\": a semicolon or a full stop was expected."));
        }
    }

    private static void Tally(UnDocument document, List<Finding> findings)
    {
        if (document.Vote is { } vote && vote.For.Count + vote.Against.Count + vote.Abstain.Count + vote.Absent.Count is var cast and not CouncilMembers)
        {
            findings.Add(new("D4", FindingSeverity.Warning, "", $"The vote names {cast} members: {CouncilMembers} were expected."));
        }

        foreach (var twice in document.Sponsors.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(names => names.Count() > 1))
        {
            findings.Add(new("D5", FindingSeverity.Warning, "", $"{twice.Key} stands twice in the list of sponsors: once was expected."));
        }
    }
}
