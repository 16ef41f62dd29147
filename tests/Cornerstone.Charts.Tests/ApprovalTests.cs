namespace Cornerstone.Charts.Tests;

/// <summary>Each drawing equals the one a person looked at and approved. On a difference the new drawing is written beside it.</summary>
public sealed class ApprovalTests
{
    public static TheoryData<string, bool, int> Drawings()
    {
        var drawings = new TheoryData<string, bool, int>();
        foreach (var name in Samples.All.Keys)
        {
            drawings.Add(name, false, 720);
            drawings.Add(name, true, 720);
            drawings.Add(name, false, 360);
        }

        return drawings;
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_drawing_is_the_approved_one(string name, bool rtl, int width)
    {
        var file = Path.Combine(Folder(), $"{name}.{(rtl ? "rtl" : "ltr")}.{width}");
        var approved = File.Exists($"{file}.approved.svg") ? File.ReadAllText($"{file}.approved.svg") : "";

        var drawn = Samples.All[name](Samples.Options(rtl, width)).Svg;

        if (drawn != approved) File.WriteAllText($"{file}.received.svg", drawn);
        Assert.Equal(approved, drawn);
    }

    // From the tree the tests were built in: a deterministic build gives source files no place of their own.
    private static string Folder()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Cornerstone.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return Path.Combine(root, "tests/Cornerstone.Charts.Tests/Approved");
    }
}
