using System.Security.Cryptography;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A file that shows where a value comes from, byte for byte, in the database beside it.</summary>
public sealed class ValueEvidence : IRecord
{
    public const int LargestFile = 10_000_000;

    private const int LargestPicture = 200_000_000;

    private static readonly FileKind[] Taken = [FileKind.Pdf, FileKind.Docx, FileKind.OtherOffice, FileKind.Image, FileKind.Text];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PointId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>What it is, in the words of the person who added it; the file's own name is not kept.</summary>
    public required string Title { get; init; }

    public required FileKind Kind { get; init; }

    public required byte[] Sha256 { get; init; }

    public required int Length { get; init; }

    public required byte[] Bytes { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Bytes)];

    /// <summary>Under which name it is offered: ours, so that nothing disguises what it is.</summary>
    public string DownloadName => $"evidence-{Convert.ToHexStringLower(Sha256)[..12]}{Ending}";

    private string Ending => Kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Docx => ".docx",
        FileKind.Text => ".txt",
        _ => "",
    };

    /// <summary>The kind is read from the content: a page or program that calls itself a document is refused.</summary>
    public static Refusal? MayTake(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LargestFile) return new Refusal("values.file-too-large", LargestFile / 1_000_000);

        if (!Taken.Contains(FileForm.Of(bytes))) return new Refusal("values.file-kind");

        return PictureSize.PixelsOf(bytes) > LargestPicture ? new Refusal("values.picture-too-large", LargestPicture / 1_000_000) : null;
    }

    public static ValueEvidence Of(SeriesPoint point, string title, byte[] bytes, Guid person, DateTimeOffset now) => new()
    {
        PointId = point.Id,
        Country = point.Country,
        Classification = point.Classification,
        Compartment = point.Compartment,
        Title = title.Trim(),
        Kind = FileForm.Of(bytes),
        Sha256 = SHA256.HashData(bytes),
        Length = bytes.Length,
        Bytes = bytes,
        AddedBy = person,
        AddedAt = now,
    };
}
