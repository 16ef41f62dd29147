namespace Cornerstone.Features.Institutions;

/// <summary>What another room has to say on the page of an institution: its roles, duties, laws.</summary>
public interface IInstitutionPanel
{
    /// <summary>Heading of its part of the page: an English sentence, translated when shown.</summary>
    string Label { get; }

    /// <summary>The permission without which the panel is not asked.</summary>
    string Needs { get; }

    /// <summary>Lines about the institution on a day; only what the current reader may see.</summary>
    Task<IReadOnlyList<InstitutionNote>> NotesAsync(string country, Guid institution, DateOnly day, CancellationToken ct);
}

/// <param name="Text">In the reader's language already.</param>
public sealed record InstitutionNote(string Text, string Address, string? Status = null, Ui.Tags.Tone Tone = Ui.Tags.Tone.Neutral, string? Language = null);
