namespace Cornerstone.Texts;

/// <summary>Provisions in reading order, each with an address of its own.</summary>
internal sealed class ProvisionList
{
    private readonly UniqueAddresses _addresses = new();

    internal List<Provision> Items { get; } = [];

    internal Provision? Last => Items.Count == 0 ? null : Items[^1];

    internal Provision Add(ProvisionKind kind, string id, in SourceParagraph source, string? number = null, string? parent = null)
    {
        var provision = new Provision
        {
            Id = _addresses.Take(id),
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
}
