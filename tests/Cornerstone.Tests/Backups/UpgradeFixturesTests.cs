using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Backups;

/// <summary>Goal 34 of the security handbook: what earlier states of this program wrote is upgraded and is the same, value by value.</summary>
public sealed class UpgradeFixturesTests(UpgradedVersions versions) : IClassFixture<UpgradedVersions>
{
    // What a step changes on purpose in rows that were there: a table, or one column of it.
    private static readonly Meant[] ChangedOnPurpose =
    [
        new("journal.ledger_change", "0118_what_changed_in_the_ledger", "What changed in the ledger is told in other words; what was told before is not needed, because after a start everything is counted anew."),
    ];

    public static TheoryData<string> Older => [.. OlderVersion.All];

    [Theory]
    [MemberData(nameof(Older))]
    public async Task What_an_older_version_held_is_the_same_after_the_upgrade(string version)
    {
        var upgraded = await versions.OfAsync(version);

        Assert.True(upgraded.Before.Rows > 1000, $"Only {upgraded.Before.Rows} rows.");
        Assert.Equal(upgraded.Backup.Tables.Select(t => t.Name).Order(StringComparer.Ordinal), upgraded.Before.Tables.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(upgraded.Changed, c => !ChangedOnPurpose.Any(m => m.Explains(c, upgraded)));
    }

    [Theory]
    [MemberData(nameof(Older))]
    public async Task An_upgraded_database_is_made_like_a_new_one(string version)
    {
        var upgraded = await versions.OfAsync(version);

        Assert.True(versions.Fresh.Count > 1000, $"Only {versions.Fresh.Count} lines.");
        Assert.Empty(versions.Fresh.Except(upgraded.Catalogue).Select(l => $"missing: {l}"));
        Assert.Empty(upgraded.Catalogue.Except(versions.Fresh).Select(l => $"too many: {l}"));
        Assert.Equal(versions.Fresh.Count, upgraded.Catalogue.Count);
    }

    [Theory]
    [MemberData(nameof(Older))]
    public async Task Everybody_reads_and_writes_after_the_upgrade_where_their_roles_say(string version)
    {
        var places = (await versions.OfAsync(version)).Places;

        Assert.Contains(places.Held, p => p == $"{Amina.Id} {DemonstrationPerson.Country} 3 writes");
        Assert.Empty(places.Differences);
    }

    [Theory]
    [MemberData(nameof(Older))]
    public async Task An_older_version_comes_back_by_a_restore_with_its_journal_and_its_pages(string version)
    {
        using var setting = new BackupSetting();
        var restored = await new OlderVersion(version).RestoreAsync(setting.Place);

        await using var opened = await setting.OpenAsync();
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(new SetClock(restored.Backup.Made.AddHours(2))), over: opened.Database);
        var amina = await app.AsAsync(Amina);
        var menu = (await amina.OpenAsync($"/{DemonstrationPerson.Country.ToLowerInvariant()}")).QuerySelectorAll("nav.menu-wide a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Empty(restored.Journal.Findings);
        Assert.True(menu.Count > 20, $"Only {menu.Count} pages in the menu.");
        foreach (var page in menu)
        {
            await amina.OpenAsync(page);
        }
    }

    [Fact]
    public async Task Every_change_on_purpose_is_one_of_a_step_that_some_older_version_needs()
    {
        var upgraded = new List<UpgradedVersion>();
        foreach (var version in OlderVersion.All)
        {
            upgraded.Add(await versions.OfAsync(version));
        }

        Assert.True(upgraded.Count >= 3, $"Only {upgraded.Count} older versions.");
        Assert.Empty(ChangedOnPurpose.Where(m => !upgraded.Any(u => u.Changed.Any(c => m.Explains(c, u)))).Select(m => $"{m.What} by {m.Step}: needed by none"));
        Assert.Empty(ChangedOnPurpose.Select(m => m.Step).Except(Migration.All.Select(m => m.Id)));
    }

    [Fact]
    public void Each_older_version_has_its_line_about_how_it_was_made()
    {
        var readme = File.ReadAllText(Path.Combine(OlderVersion.Folder, "README.md"));

        Assert.All(OlderVersion.All, v => Assert.Contains($"`{v}.backup`", readme, StringComparison.Ordinal));
    }

    private sealed record Meant(string What, string Step, string Reason)
    {
        public bool Explains(string changed, UpgradedVersion of) =>
            (changed == What || (changed.StartsWith(What + ".", StringComparison.Ordinal) && What.Count(c => c == '.') == 1)) && !of.Backup.Steps.ContainsKey(Step);
    }
}
