using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Iati.Tests;

/// <summary>What holds for any bytes, and for any activity, however strange.</summary>
public sealed class AnyFileTests
{
    private static readonly string[] Pieces =
    [
        "<iati-activities version=\"2.03\">", "</iati-activities>", "<iati-activity>", "</iati-activity>", "<iati-activity/>", "<iati-activity default-currency='USD'>", "<iati-identifier>",
        "</iati-identifier>", "<value>", "</value>", "<transaction>", "</transaction>", "<sector percentage=\"50\"/>", "<sector vocabulary='", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "&amp;",
        "&", "&#x0;", "<", ">", "\"", "'", "=", " ", "\n", "1,000.50", "2020-01-01", "é", "\u0000", "<iati-organisation>", "</iati-organisation>", "<total-budget>", "</total-budget>", "</", "/>", "<a b=c>",
    ];

    private static readonly Arbitrary<string> Files = Gen.Elements(Pieces).ArrayOf().Select(p => "<iati-activities>" + string.Concat(p)).ToArbitrary();
    private static readonly Arbitrary<byte[]> Bytes = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary();
    private static readonly Gen<string> Words = Gen.Elements("Scrutiny", "réforme", "إصلاح", "<b>", "&amp;", "\"", "'", "]]>", "\r", "\n", "🌍", " ", "\t", "--", "-->", "a").NonEmptyListOf()
        .Select(words => string.Concat(words).Trim()).Where(text => text.Length > 0);
    private static readonly Gen<decimal> Amounts = Gen.Choose(-2_000_000_000, 2_000_000_000).SelectMany(n => Gen.Choose(0, 12).Select(scale => new decimal(Math.Abs(n), Math.Abs(n) / 7, 0, n < 0, (byte)scale)));
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 3_000_000).Select(DateOnly.FromDayNumber);

    [Fact]
    public void Any_bytes_are_read_or_refused_in_words() => Prop.ForAll(Bytes, AssertReadOrRefused).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_markup_is_read_or_refused_in_words() => Prop.ForAll(Files, file => AssertReadOrRefused(Encoding.UTF8.GetBytes(file))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_cut_anywhere_gives_what_was_whole_before()
    {
        var file = Encoding.UTF8.GetBytes(Given.File(Given.Activity("XM-EXAMPLE-1"), "<!-- é -->", Given.Activity("XM-EXAMPLE-2", Given.Disbursement())));
        var ends = Enumerable.Range(0, file.Length).Where(i => file.AsSpan(0, i).EndsWith("</iati-activity>"u8)).ToList();

        for (var length = 80; length < file.Length; length++)
        {
            Assert.Equal(ends.Count(e => e <= length), Given.Records(file[..length]).Count(r => !r.IsBroken));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void It_does_not_matter_in_which_pieces_a_file_comes(int piece)
    {
        var text = Written.Text(FullActivity.Made(), FullActivity.Made() with { Identifier = "XM-EXAMPLE-2" }).Replace("<title>", "<!-- <iati-activity> --><title>", StringComparison.Ordinal);
        var file = Encoding.Unicode.GetBytes("\uFEFF" + text.Replace("utf-8", "utf-16", StringComparison.Ordinal));

        var whole = Given.Records(file).Select(r => r.Activity).ToList();
        using var stream = new SlowStream(file, piece);
        var inPieces = new IatiReader(stream, Given.Options).Read().Select(r => r.Activity).ToList();

        Assert.Equal(2, whole.Count);
        Assert.Equal(whole, inPieces);
    }

    [Fact]
    public void Any_activity_is_read_back_as_it_was_written() => Prop.ForAll(Activities().ToArbitrary(), activity =>
    {
        var again = Given.OnlyActivity(Written.Text(activity));

        Assert.Equal(activity, again);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_activities_and_their_files_changes_no_sum() => Prop.ForAll(Activities().NonEmptyListOf().ToArbitrary(), activities =>
    {
        var together = Given.Summary(Written.Bytes([.. activities]));
        var turned = Given.Summary(Written.Bytes([.. activities.AsEnumerable().Reverse()]));
        var apart = activities.SelectMany(a => Given.Summary(Written.Bytes(a)).Sums).GroupBy(s => (s.TransactionType, s.Currency)).Select(g => (g.Key, Sum: Total(g.Select(s => s.Value))));

        Assert.Equal(together.Sums, turned.Sums);
        Assert.Equal(together.Sums.Select(s => ((s.TransactionType, s.Currency), Sum: Total([s.Value]))).OrderBy(s => s.Item1), apart.OrderBy(s => s.Key));
    }).QuickCheckThrowOnFailure();

    private static System.Numerics.BigInteger Total(IEnumerable<string> values) => values.Aggregate(System.Numerics.BigInteger.Zero, (sum, v) => sum + IndependentCount.Millionths(v)!.Value);

    private static Gen<Activity> Activities() =>
        from title in Words
        from note in Words
        from amounts in Amounts.NonEmptyListOf()
        from day in Days
        from currency in Gen.Elements("USD", "XOF", "XYZ")
        from type in Gen.Elements("1", "2", "3", "4", "11")
        select FullActivity.Made() with
        {
            Title = [new(title, "en"), new(note)],
            Descriptions = [new(null, [new(note)])],
            Dates = [new("1", day, [new(note, "fr")])],
            Transactions = [.. amounts.Select(a => new Transaction { Type = type, Date = day, Value = new(a, currency, day), Provider = new(note, null, title, default) })],
        };

    private static void AssertReadOrRefused(byte[] file)
    {
        var refusal = Record.Exception(() => Given.Summary(file));

        Assert.True(refusal is null or UnreadableIatiException, refusal?.ToString());
    }

    /// <summary>Gives a few bytes at a time, as a bad line does.</summary>
    private sealed class SlowStream(byte[] file, int piece) : MemoryStream(file)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
