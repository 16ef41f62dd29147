namespace Cornerstone.Texts;

/// <summary>One walk over a provision's words, marking everything the books of phrases know and every number and symbol.</summary>
internal ref struct WordScan(ReadOnlySpan<char> text, PhraseBook book, Mentions mentions)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _addressedUpTo;

    internal Mentions Mentions = mentions;

    internal ulong Themes { get; private set; }

    internal ulong Conditions { get; private set; }

    internal void Run()
    {
        var place = 0;
        while (place < _text.Length)
        {
            var c = _text[place];
            if (Words.IsLetter(c)) place = AtWord(place);
            else if (char.IsDigit(c)) place = AtNumber(place);
            else place++;
        }
    }

    private int AtWord(int start)
    {
        var end = Words.EndOfWord(_text, start);
        if (end < _text.Length && _text[end] == '/' && IsSymbolRoot(start, end))
        {
            var symbolEnd = SymbolInText.EndOf(_text, start);
            Mentions.Add(new Mention(MentionKind.Symbol, 0, start, symbolEnd));
            return symbolEnd;
        }

        if (end - start == 1 && _text[start] == 'I') Mentions.Add(new Mention(MentionKind.FirstPerson, 0, start, end));
        var head = PhraseBook.HeadOf(_text, start);
        var (candidate, last) = book.Candidates(head, end - start);
        for (; candidate < last; candidate++)
        {
            if (book.At(candidate, head, _text, start, out var phraseEnd) is { } phrase) Mark(phrase, start, phraseEnd);
        }


        return end;
    }

    private int AtNumber(int start)
    {
        var end = start;
        while (end < _text.Length && char.IsDigit(_text[end])) end++;
        Mentions.Add(new Mention(MentionKind.Number, 0, start, end));
        return end;
    }

    private void Mark(Phrase phrase, int start, int end)
    {
        switch (phrase.Kind)
        {
            case PhraseKind.Theme:
                Themes |= 1UL << phrase.Code;
                break;
            case PhraseKind.Condition:
                Conditions |= 1UL << phrase.Code;
                break;
            case PhraseKind.Addressee:
                if (start < _addressedUpTo) break;
                _addressedUpTo = end;
                Mentions.Add(new Mention(MentionKind.Addressee, phrase.Code, start, end));
                break;
            case PhraseKind.Deadline when !Deadline.IsPeriod(phrase.Code) && !WrittenDate.CanBegin(_text, end):
                break;
            default:
                Mentions.Add(new Mention(KindOf(phrase.Kind), phrase.Code, start, end));
                break;
        }
    }

    private readonly bool IsSymbolRoot(int start, int end)
    {
        if (start > 0 && _text[start - 1] is ('/' or '.' or '-' or '_')) return false;
        return _text[start..end] is "S" or "A" or "E" or "ST" || end - start > 1 && SymbolGrammar.IsOtherRoot(_text[start..end]);
    }

    private static MentionKind KindOf(PhraseKind kind) => kind switch
    {
        PhraseKind.Verb => MentionKind.Verb,
        PhraseKind.Deadline => MentionKind.Deadline,
        PhraseKind.ResolutionWord => MentionKind.ResolutionWord,
        _ => MentionKind.StatementWord,
    };
}
