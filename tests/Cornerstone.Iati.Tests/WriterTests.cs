namespace Cornerstone.Iati.Tests;

public sealed class WriterTests(ITestOutputHelper output)
{
    [Fact]
    public void An_activity_that_uses_every_element_is_read_back_equal()
    {
        var activity = FullActivity.Made();

        var again = Given.OnlyActivity(Written.Text(activity));

        Assert.Equal(activity, again);
    }

    [Fact]
    public void The_official_schema_accepts_an_activity_that_uses_every_element()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);

        Assert.Empty(OfficialSchema.Refusals(Written.Bytes(FullActivity.Made())));
    }

    [Fact]
    public void The_official_schema_accepts_organisations_and_they_are_read_back_equal()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var organisation = FullActivity.Organisation();
        var file = Written.Bytes(organisation);

        Assert.Empty(OfficialSchema.Refusals(file));
        Assert.Equal(organisation, Assert.Single(Given.Records(file)).Organisation);
    }

    [Fact]
    public void Every_published_activity_is_read_back_equal()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (count, different) = (0, new List<string>());

        foreach (var path in RealFiles.All())
        {
            foreach (var record in Records(path))
            {
                count++;
                if (!IsReadBackEqual(record)) different.Add($"{path} {record.Number}");
            }
        }

        output.WriteLine($"{count} records written and read again");
        Assert.True(count > 5_000);
        Assert.Empty(different);
    }

    [Fact]
    public void The_official_schema_accepts_what_we_write_of_every_published_file_it_accepts()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (accepted, refused) = (0, new List<string>());

        foreach (var path in RealFiles.All().Where(p => new FileInfo(p).Length < 400_000))
        {
            var activities = Records(path).Select(r => r.Activity).OfType<Activity>().ToList();
            if (activities.Count == 0 || !File.ReadAllText(path).Contains("version=\"2.0", StringComparison.Ordinal) || OfficialSchema.Refusals(File.ReadAllBytes(path)).Count > 0) continue;
            accepted++;
            if (OfficialSchema.Refusals(Written.Bytes([.. activities])) is { Count: > 0 } refusals) refused.Add($"{path}: {refusals[0]}");
        }

        output.WriteLine($"{accepted} files accepted by the schema, all of them again as we write them");
        Assert.True(accepted > 30);
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public void Signs_that_XML_has_no_place_for_are_replaced_and_others_survive()
    {
        var activity = new Activity { Identifier = "X-1", Title = [new("a\u0001b\uD800c <&>\"' \r\n\t 🌍 ]]>", "en")] };

        var again = Given.OnlyActivity(Written.Text(activity));

        Assert.Equal("a\uFFFDb\uFFFDc <&>\"' \r\n\t 🌍 ]]>", again.Title[0].Text);
    }

    private static List<IatiRecord> Records(string path)
    {
        try
        {
            return [.. Given.Records(File.ReadAllBytes(path)).Where(r => !r.IsBroken)];
        }
        catch (UnreadableIatiException)
        {
            return [];
        }
    }

    private static bool IsReadBackEqual(IatiRecord record)
    {
        var again = Assert.Single(Given.Records(record.Activity is { } activity ? Written.Bytes(activity) : Written.Bytes(record.Organisation!)));
        return record.Activity is not null ? record.Activity.Equals(again.Activity) : InOrder(record.Organisation!).Equals(again.Organisation);
    }

    /// <summary>The schema wants budgets kind by kind; some publishers mix them.</summary>
    private static Organisation InOrder(Organisation organisation) => organisation with { Budgets = [.. organisation.Budgets.OrderBy(b => b.Kind)] };
}
