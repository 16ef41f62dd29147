using Cornerstone.Backups;

namespace Cornerstone.Tests.Backups;

public sealed class BackupSettingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_folder_or_a_recipient_nothing_is_automatic()
    {
        Assert.Null(BackupSettings.Of(_ => null));
        Assert.Null(BackupSettings.Of(n => n == BackupSettings.FolderSetting ? "/backups" : null));
    }

    [Fact]
    public void Recipients_are_parted_by_colons_and_a_quarter_of_an_hour_is_usual()
    {
        var settings = BackupSettings.Of(n => n switch { BackupSettings.FolderSetting => "/backups", BackupSettings.RecipientsSetting => "/a.public:/b.public", _ => null })!;

        Assert.Equal(["/a.public", "/b.public"], settings.Recipients);
        Assert.Equal(TimeSpan.FromMinutes(15), settings.Every);
        Assert.Equal("/backups/cornerstone-20260630T120000Z.backup", settings.FileAt(Now));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    public void Minutes_that_are_no_number_are_refused(string minutes)
    {
        string? Setting(string name) => name == BackupSettings.MinutesSetting ? minutes : "/x";

        Assert.Throws<RefusedException>(() => BackupSettings.Of(Setting));
    }

    [Fact]
    public void Old_backups_thin_out_to_one_an_hour_then_one_a_day_then_none()
    {
        var existing = Enumerable.Range(0, 50 * 24 * 4).Select(i => (File: i.ToString(), At: Now.AddMinutes(-15 * i))).ToList();

        var expired = BackupSettings.Expired(existing, Now);

        var kept = existing.Where(b => !expired.Contains(b.File)).Select(b => Now - b.At).ToList();
        Assert.Equal(16, kept.Count(a => a < TimeSpan.FromHours(4)));
        Assert.InRange(kept.Count(a => a >= TimeSpan.FromHours(4) && a < TimeSpan.FromDays(1)), 20, 21);
        Assert.InRange(kept.Count(a => a >= TimeSpan.FromDays(1)), 34, 35);
        Assert.All(kept, age => Assert.True(age < TimeSpan.FromDays(35)));
        Assert.Equal(TimeSpan.Zero, kept.Min());
    }

    [Fact]
    public void A_backup_from_the_future_is_kept()
    {
        Assert.Empty(BackupSettings.Expired([("a", Now.AddHours(5)), ("b", Now.AddHours(6))], Now));
    }
}
