using Cornerstone.Features.Support;
using Cornerstone.Iati;

namespace Cornerstone.Features.SupportImport;

/// <summary>Some records of a file as they were read, and what was found in them. Read on one thread while another stores.</summary>
internal sealed class FileBatch
{
    public const string TooLong = "support.identifier-too-long";
    public const string NoIdentifier = "support.no-identifier";
    public const string Broken = "support.broken";

    public List<SaidRecord> Records { get; } = [];

    public List<RecordChange> Refused { get; } = [];

    public List<FileFinding> Findings { get; } = [];

    /// <summary>Activities about other countries only, left out on request.</summary>
    public int Elsewhere { get; private set; }

    public int Organisations { get; private set; }

    public string? Standard { get; private set; }

    public long BytesRead { get; private set; }

    /// <summary>A file in steps of so many records.</summary>
    /// <param name="country">Where only its activities are wanted; null takes all.</param>
    public static IEnumerable<FileBatch> Of(IatiReader reader, int size, string? country)
    {
        var batch = new FileBatch();
        foreach (var record in reader.Read())
        {
            batch.Add(record, country);
            if (batch.Records.Count == size)
            {
                yield return batch.Ended(reader);
                batch = new FileBatch();
            }
        }

        batch.Findings.AddRange(reader.FileFindings.Select(Told));
        yield return batch.Ended(reader);
    }

    private FileBatch Ended(IatiReader reader)
    {
        (Standard, BytesRead) = (reader.Version, reader.BytesRead);
        return this;
    }

    private void Add(IatiRecord record, string? country)
    {
        Findings.AddRange(record.Findings.Select(Told));
        if (record.Organisation is not null)
        {
            Organisations++;
            return;
        }

        var activity = record.Activity;
        if (Refuse(activity) is { } rule)
        {
            Refused.Add(new(RecordOutcome.Refused, activity?.Identifier is { } named ? named[..Math.Min(named.Length, 60)] : $"#{record.Number}", activity?.TitleIn("en")) { Rule = rule });
            return;
        }

        var said = new SaidRecord(activity!, record.Bytes, record.Line);
        if (country is not null && !said.Names(country))
        {
            Elsewhere++;
            return;
        }

        Records.Add(said);
    }

    private static string? Refuse(Cornerstone.Iati.Activity? activity) =>
        activity is null ? Broken
        : string.IsNullOrWhiteSpace(activity.Identifier) ? NoIdentifier
        : activity.Identifier.Length > Features.Support.Activity.LongestIdentifier ? TooLong
        : null;

    private static FileFinding Told(Finding f) => new(f.Rule, f.Severity.ToString(), f.Activity ?? "", f.At, f.Line, f.Message);
}
