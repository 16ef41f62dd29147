using System.Buffers;

namespace Cornerstone.Texts;

internal enum MentionKind : byte
{
    Addressee,
    Verb,
    FirstPerson,
    Deadline,
    ResolutionWord,
    StatementWord,
    Number,
    Symbol,
}

/// <summary>A place in a provision where something was found.</summary>
internal readonly record struct Mention(MentionKind Kind, int Code, int Start, int End);

/// <summary>The mentions of one provision in order: on the stack, and in a rented array when a long annex needs more.</summary>
internal ref struct Mentions(Span<Mention> room)
{
    private Span<Mention> _room = room;
    private Mention[]? _rented;
    private int _count;

    internal readonly ReadOnlySpan<Mention> All => _room[.._count];

    internal void Add(Mention mention)
    {
        if (_count == _room.Length) Grow();
        _room[_count++] = mention;
    }

    internal readonly void Release()
    {
        if (_rented is not null) ArrayPool<Mention>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var larger = ArrayPool<Mention>.Shared.Rent(_room.Length * 2);
        _room.CopyTo(larger);
        Release();
        _room = _rented = larger;
    }
}
