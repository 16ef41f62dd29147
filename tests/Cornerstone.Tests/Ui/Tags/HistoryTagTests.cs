using System.Text.RegularExpressions;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Ui.Tags;

public sealed partial class HistoryTagTests
{
    [Fact]
    public void Every_act_of_a_room_has_words_for_a_history()
    {
        var acts = Repository.Files("src/Cornerstone/Features", "*.cs")
            .SelectMany(f => Act().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();

        var silent = acts.Where(a => Rooms.HistoryWord(a) is null).ToList();

        Assert.True(acts.Count >= 7, "The scan found hardly an act: its pattern is broken.");
        Assert.Empty(silent);
    }

    [Theory]
    [InlineData(typeof(LibraryDocument), nameof(LibraryDocument.Name))]
    [InlineData(typeof(Obligation), null)]
    [InlineData(typeof(Evidence), null)]
    public void Every_field_in_a_history_has_a_name_people_read(Type record, string? computed)
    {
        string[] unseen = [nameof(IRecord.Id), nameof(IVersioned.Version), nameof(IRecord.Compartment), computed ?? ""];
        string[] leftOut = ["Findings", "TopStrength", "Sponsors", "Subjects", "Vote", "IsDivided"];

        var fields = record.GetProperties().Select(p => p.Name).Except([.. unseen, .. leftOut]).ToList();

        var silent = fields.Where(f => Rooms.HistoryWord(f) is null).ToList();

        Assert.NotEmpty(fields);
        Assert.Empty(silent);
    }

    [GeneratedRegex("""(?:new Act\(|ActName = |(?:Move|Save|Decide)Async\(\s*(?:id, )?)"([a-z]+\.[a-z-]+)""")]
    private static partial Regex Act();
}
