namespace Cornerstone.Features.Institutions;

/// <summary>
/// The country's own components, each counted in the component of the closed list it falls under (domain handbook §3.4). Who
/// asks for a component of the list asks for the country's own beneath it too.
/// </summary>
public sealed class ComponentFamilies(IEnumerable<ComponentName> known)
{
    public static readonly ComponentFamilies None = new([]);

    private readonly Dictionary<string, string> heads = known.Where(c => c.Parent is not null).ToDictionary(c => c.Code, c => c.Parent!);

    /// <summary>The component of the closed list it counts in; itself where it is one, or falls under none.</summary>
    public string HeadOf(string code) => heads.GetValueOrDefault(code, code);

    /// <summary>True where one of the codes is the one asked for, or falls under it.</summary>
    public bool Any(IEnumerable<string> codes, string asked) => codes.Any(c => c == asked || HeadOf(c) == asked);
}
