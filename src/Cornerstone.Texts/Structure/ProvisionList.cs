namespace Cornerstone.Texts;

/// <summary>Provisions in reading order, each with an address of its own.</summary>
internal sealed class ProvisionList
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal List<Provision> Items { get; } = [];

    internal Provision? Last => Items.Count == 0 ? null : Items[^1];

    internal Provision Add(ProvisionKind kind, string id, in SourceParagraph source, string? number = null, string? parent = null)
    {
        var provision = new Provision
        {
            Id = Unique(id),
            Kind = kind,
            Number = number,
            Parent = parent,
            Text = source.Text,
            Offset = source.Offset,
        };
        Items.Add(provision);
        return provision;
    }

    /// <summary>The text of a paragraph that a page, a note or a heading has cut.</summary>
    internal void Extend(int index, string text) => Items[index] = Items[index] with { Text = $"{Items[index].Text} {text}" };

    // A source that counts twice ("5." and again "5.") still gets two addresses.
    private string Unique(string id)
    {
        var unique = id;
        for (var copy = 2; !_ids.Add(unique); copy++)
        {
            unique = $"{id}-{copy}";
        }

        return unique;
    }
}
