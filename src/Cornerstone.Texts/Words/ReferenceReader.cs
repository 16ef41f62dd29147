namespace Cornerstone.Texts;

/// <summary>
/// Turns numbers, symbols and mentions of statements into references. Lists are split on the pattern "number (year)", never on commas:
/// S/RES/2553 (2020) itself prints "2106 (2013) 2122 (2013)".
/// </summary>
internal ref struct ReferenceReader(ReadOnlySpan<char> text, DocumentContext context)
{
    private const int FarthestListItem = 150;
    private readonly ReadOnlySpan<char> _text = text;
    private List<Reference>? _found;

    /// <summary>Whose resolutions a list speaks of, and where its last item ended; -1 when no list is open.</summary>
    private ResolutionOwner _owner;
    private int _listEnd = -1;
    private int _readUpTo;

    internal IReadOnlyList<Reference> Read(scoped ReadOnlySpan<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Start < _readUpTo) continue;
            switch (mention.Kind)
            {
                case MentionKind.ResolutionWord: OpenList(mention); break;
                case MentionKind.Number: AtNumber(mention); break;
                case MentionKind.Symbol: AtSymbol(mention); break;
                case MentionKind.StatementWord: AtStatement(mention); break;
            }
        }

        return _found is null ? [] : _found.ToArray();
    }

    private void OpenList(Mention word)
    {
        _owner = ResolutionOwners.Before(_text, word.Start);
        _listEnd = _owner == ResolutionOwner.Draft ? -1 : word.End;
    }

    private void AtNumber(Mention number)
    {
        if (number.Start > 0 && _text[number.Start - 1] is '/' or '.' or '-' || number.End - number.Start > 4) return;
        if (NumberedReference.WithYear(_text, number) is { } council) AddList(council.Symbol, number.Start, council.End);
        else if (_listEnd < 0) return;
        else if (NumberedReference.WithRomanSession(_text, number) is { } old) AddList(old.Symbol, number.Start, old.End);
        else if (NumberedReference.SessionAndNumber(_text, number) is { } pair) AtPair(number, pair.Session, pair.Number, pair.End);
        else if (number.End - number.Start > 2 && ListGap.IsClosed(_text, _listEnd, number.Start) && !ListGap.BeginsDate(_text, number.End))
        {
            Add(number.Start, number.End, null, ReferenceStatus.Unresolved);
            _listEnd = number.End;
        }
    }

    /// <summary>"General Assembly resolution 70/262", and the bare "60/180 and 70/262" further on in the same list.</summary>
    private void AtPair(Mention at, int session, string number, int end)
    {
        if (at.Start - _listEnd > FarthestListItem) return;
        var symbol = ResolutionOwners.SymbolOf(_owner, session, number, _text);
        if (symbol is null && !ListGap.IsClosed(_text, _listEnd, at.Start)) return;
        Add(at.Start, end, symbol, symbol is null ? ReferenceStatus.Ambiguous : ReferenceStatus.Resolved);
        _listEnd = end;
    }

    private void AtSymbol(Mention at)
    {
        if (!DocumentSymbol.TryParse(_text[at.Start..at.End].ToString(), out var symbol)) return;
        var isCalledResolution = _listEnd >= 0 && ListGap.IsClosed(_text, _listEnd, at.Start);
        var isResolution = symbol.Value.Contains("/RES/", StringComparison.Ordinal);
        Add(at.Start, at.End, symbol.Value, isCalledResolution && !isResolution ? ReferenceStatus.TypeMismatch : ReferenceStatus.Resolved);
        if (isCalledResolution) _listEnd = at.End;
    }

    /// <summary>"statement of its President of 12 May 2008": a document without a symbol in the text. With one, the symbol speaks.</summary>
    private void AtStatement(Mention words)
    {
        var start = words.Start;
        var place = words.End;
        while (true)
        {
            place = ListGap.SkipJoiningWords(_text, place);
            if (!WrittenDate.TryRead(_text, place, null, out var date) || date!.Precision != DatePrecision.Day) return;
            var end = place + date.Written.Length;
            if (ListGap.SymbolFollows(_text, end) is { } bracketEnd)
            {
                place = bracketEnd;
                start = -1;
                continue;
            }

            if (start < 0) start = place;
            Add(start, end, null, ReferenceStatus.Unresolved);
            place = end;
            start = -1;
        }
    }

    private void AddList(string symbol, int start, int end)
    {
        Add(start, end, symbol, ReferenceStatus.Resolved);
        _listEnd = end;
    }

    private void Add(int start, int end, string? symbol, ReferenceStatus status)
    {
        _readUpTo = Math.Max(_readUpTo, symbol is null ? 0 : end);
        if (symbol is not null && symbol == context.Symbol) return;
        (_found ??= []).Add(new Reference(_text[start..end].ToString(), symbol, status, start));
    }
}
