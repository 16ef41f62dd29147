namespace Cornerstone.Texts;

/// <summary>Reads the result of a vote as the President's letters of 2020 give it: a label, then the members by name, or "None".</summary>
internal static class VoteReader
{
    internal static Vote? Read(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
    {
        Vote? vote = null;
        for (var i = start; i < end; i++)
        {
            var (label, names) = Label(paragraphs[i].Text);
            if (label is null)
            {
                continue;
            }

            var members = Members(names.Length > 0 ? names : i + 1 < end ? paragraphs[i + 1].Text : "");
            vote = label switch
            {
                "In favour" => (vote ?? new()) with { For = members },
                "Against" => (vote ?? new()) with { Against = members },
                "Absent" => (vote ?? new()) with { Absent = members },
                _ => (vote ?? new()) with { Abstain = members },
            };
        }

        return vote;
    }

    internal static (string? Label, string Names) Label(string text)
    {
        foreach (var label in (ReadOnlySpan<string>)["In favour", "Against", "Abstaining", "Abstentions", "Absent"])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && text.Length > label.Length && text[label.Length] == ':')
            {
                return (label, text[(label.Length + 1)..].Trim());
            }
        }

        return (null, "");
    }

    private static IReadOnlyList<string> Members(string list) => list.TrimEnd('.').Equals("None", StringComparison.OrdinalIgnoreCase) ? [] : SponsorList.Of(list);
}
