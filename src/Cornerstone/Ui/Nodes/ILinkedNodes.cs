namespace Cornerstone.Ui.Nodes;

/// <summary>The other end of <see cref="INodePanel"/>: on the page of a law or an instrument, the objectives of the plan that name it.</summary>
public interface ILinkedNodes
{
    /// <summary>The permission without which it is not asked.</summary>
    string Needs { get; }

    /// <param name="kind">The kind of link, as <see cref="INodePanel.LinkKind"/>.</param>
    /// <param name="target">What the link keeps: the thing's id.</param>
    Task<IReadOnlyList<NodeNote>> NamingAsync(string country, string kind, string target, CancellationToken ct);
}
