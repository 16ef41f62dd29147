using System.Text.Encodings.Web;
using System.Text.Json;
using Cornerstone.Vaults;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>A note as somebody wrote it; a later one corrects it.</summary>
public sealed record DossierNote(string Text, string By, DateOnly On);

/// <summary>A file of the dossier. Its name and true size stand here, inside the envelope, and so does that it belongs to this dossier.</summary>
public sealed record DossierFile(Guid Id, string Name, long Size, string By, DateOnly On);

/// <summary>All that a dossier says, as one sealed value: a note or a file taken out of it, or put back as it was, breaks the seal.</summary>
public sealed record DossierContent(IReadOnlyList<DossierNote> Notes, IReadOnlyList<DossierFile> Files)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public DossierContent With(DossierNote note) => this with { Notes = [.. Notes, note] };

    public DossierContent With(DossierFile file) => this with { Files = [.. Files, file] };

    public bool Says(string words) =>
        Notes.Any(n => n.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) || Files.Any(f => f.Name.Contains(words, StringComparison.OrdinalIgnoreCase));

    public string Write() => JsonSerializer.Serialize(this, Form);

    public static DossierContent Read(string stored) => JsonSerializer.Deserialize<DossierContent>(stored, Form)!;
}

/// <summary>A dossier, opened for one page.</summary>
public sealed record OpenDossier(Guid Id, int Version, string Title, DossierContent Content, DateOnly OpenedOn, DateOnly ChangedOn, DateOnly? KeepUntil, KeepBasis? KeepBasis);

/// <summary>A line of the list.</summary>
public sealed record DossierLine(Guid Id, string Title, DateOnly OpenedOn, DateOnly ChangedOn, DateOnly? KeepUntil);
