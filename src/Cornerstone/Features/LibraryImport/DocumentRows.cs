using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Cornerstone.Ui;

namespace Cornerstone.Features.LibraryImport;

/// <summary>A read document as the library stores it: the document, its names, its provisions and their references.</summary>
internal sealed class DocumentRows
{
    private readonly ImportOrder order;
    private readonly DateTimeOffset at;

    public DocumentRows(ImportOrder order, DateTimeOffset at)
    {
        this.order = order;
        this.at = at;
    }

    public List<LibraryDocument> Documents { get; } = [];

    public List<OriginalFile> Files { get; } = [];

    public List<DocumentName> Names { get; } = [];

    public List<LibraryProvision> Provisions { get; } = [];

    public List<ProvisionReference> References { get; } = [];

    /// <summary>Adds a file's document and, below it, its annexes; answers with the outer document's id.</summary>
    public Guid Add(ReadFile file)
    {
        short part = 0;
        var id = Add(file.Document, file, parent: null, ref part);
        Files.Add(new OriginalFile
        {
            DocumentId = id,
            Country = order.Country,
            Classification = order.Classification,
            Name = FileName.Clean(file.Name),
            MediaType = file.MediaType,
            Sha256 = file.Hash,
            Length = file.Bytes.Length,
            Bytes = file.Bytes,
        });
        return id;
    }

    private Guid Add(UnDocument read, ReadFile file, Guid? parent, ref short part)
    {
        var document = Document(read, file, parent, part);
        Documents.Add(document);
        AddNames(read, document.Id);
        AddProvisions(read, document.Id);
        foreach (var annex in read.Parts)
        {
            part++;
            Add(annex, file, document.Id, ref part);
        }

        return document.Id;
    }

    private LibraryDocument Document(UnDocument read, ReadFile file, Guid? parent, short part) => new()
    {
        Id = Guid.CreateVersion7(at),
        Country = order.Country,
        Classification = order.Classification,
        Symbol = read.Symbol,
        Aliases = [.. read.Aliases],
        Kind = read.Kind,
        Title = read.Title,
        Date = read.Date,
        Language = read.Language,
        Sponsors = [.. read.Sponsors],
        Vote = read.Vote,
        AgendaItem = read.Metadata.AgendaItem,
        Subjects = [.. read.Metadata.Subjects],
        DraftSymbol = read.Metadata.DraftSymbol,
        MeetingSymbol = read.Metadata.MeetingSymbol,
        Distribution = read.Metadata.Distribution,
        JobNumber = read.Metadata.JobNumber,
        OriginalLanguage = read.Metadata.OriginalLanguage,
        ParentId = parent,
        Part = part,
        ContentHash = file.Hash,
        ProvisionCount = read.Provisions.Count,
        Themes = [.. read.Provisions.SelectMany(p => p.Themes).Distinct()],
        Addressees = [.. read.Provisions.SelectMany(p => p.Addressees).Distinct()],
        TopStrength = (short?)read.Provisions.Max(p => p.Strength),
        Findings = [.. read.Findings],
        ImportedAt = at,
        ImportedBy = order.Reader.Id,
    };

    private void AddNames(UnDocument read, Guid documentId) => Names.AddRange(DocumentNames
        .Of(read.Symbol, read.Aliases, read.Metadata.DraftSymbol)
        .Select(n => new DocumentName
        {
            DocumentId = documentId,
            Country = order.Country,
            Classification = order.Classification,
            Symbol = n.Symbol,
            Rank = n.Rank,
        }));

    private void AddProvisions(UnDocument read, Guid documentId)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var ordinal = 0;
        foreach (var provision in read.Provisions)
        {
            var id = Guid.CreateVersion7(at);
            Provisions.Add(Provision(provision, id, documentId, ordinal++, Unused(provision.Id, paths), read.Language));
            short mention = 0;
            References.AddRange(provision.References.Select(r => Reference(r, id, documentId, mention++)));
        }
    }

    // Two paragraphs printed with the same number keep both: the second is "op/5~2", and the reader's finding says why.
    private static string Unused(string path, HashSet<string> taken)
    {
        var unused = path;
        for (var copy = 2; !taken.Add(unused); copy++)
        {
            unused = $"{path}~{copy}";
        }

        return unused;
    }

    private LibraryProvision Provision(Provision p, Guid id, Guid documentId, int ordinal, string path, string language) => new()
    {
        Id = id,
        DocumentId = documentId,
        Country = order.Country,
        Classification = order.Classification,
        Ordinal = ordinal,
        Path = path,
        Kind = p.Kind,
        Number = p.Number,
        ParentPath = p.Parent,
        Text = p.Text,
        Language = language,
        LeadVerbs = [.. p.LeadVerbs],
        Strength = (short?)p.Strength,
        IsHousekeeping = p.IsHousekeeping,
        Addressees = [.. p.Addressees],
        Conditions = [.. p.Conditions],
        DueDate = p.Due?.Date,
        DuePrecision = p.Due?.Precision,
        DueWritten = p.Due?.Written,
        Recurrence = p.Recurrence,
        Themes = [.. p.Themes],
        Footnotes = [.. p.Footnotes],
        SourceOffset = p.Offset,
    };

    private ProvisionReference Reference(Reference r, Guid provisionId, Guid documentId, short ordinal) => new()
    {
        ProvisionId = provisionId,
        Ordinal = ordinal,
        DocumentId = documentId,
        Country = order.Country,
        Classification = order.Classification,
        Written = r.Written,
        Symbol = r.Symbol,
        Sought = r.Symbol is null ? null : DocumentNames.Sought(r.Symbol),
        Status = r.Status,
        Start = r.Start,
    };
}
