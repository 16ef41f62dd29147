using Cornerstone.Values;

namespace Cornerstone.Data;

/// <summary>
/// A record of work: it belongs to a workspace, has a classification, and each change of it is journaled
/// field by field. Row-level security of its table reads the same three columns.
/// </summary>
public interface IRecord
{
    Guid Id { get; }

    string Country { get; }

    Classification Classification { get; }

    /// <summary>The sealed group of readers this record is kept to; null when the level alone decides.</summary>
    Guid? Compartment => null;

    /// <summary>Properties whose values the journal must not repeat: secrets, and text too long to be of use there.</summary>
    IReadOnlyCollection<string> LeftOutOfJournal => [];
}

/// <summary>A record people edit: the form posts the version back, and a conflict shows both.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
