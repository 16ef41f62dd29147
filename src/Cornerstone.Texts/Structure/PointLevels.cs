namespace Cornerstone.Texts;

/// <summary>How points are counted: one scheme a level.</summary>
internal enum PointScheme
{
    Alpha,
    Roman,
    Digit,
    UpperAlpha,
    UpperRoman,
    Bullet,
}

/// <summary>Keeps the open levels of points below a paragraph and finds where the next one belongs.</summary>
internal sealed class PointLevels
{
    private readonly record struct Level(PointScheme Scheme, char Style, int Value, string Id);

    private readonly List<Level> _levels = [];

    internal bool IsEmpty => _levels.Count == 0;

    /// <summary>Last value of the innermost level when it counts with plain numbers, else 0.</summary>
    internal int InnermostDigit => _levels.Count > 0 && _levels[^1].Scheme == PointScheme.Digit ? _levels[^1].Value : 0;

    internal void Clear() => _levels.Clear();

    /// <summary>Parent and own last step of the address for a point.</summary>
    /// <param name="next">The marker after this one, which tells "(i)" after "(h)" from "(i)" before "(ii)".</param>
    internal (string Parent, string Step) Place(in Marker marker, in Marker next, string paragraph, int given)
    {
        var (level, scheme, value) = given > 0 ? (given - 1, SchemeAt(given - 1, marker), ValueIn(SchemeAt(given - 1, marker), marker)) : Find(marker, next);
        if (level < _levels.Count)
        {
            value = scheme == PointScheme.Bullet && level < _levels.Count ? _levels[level].Value + 1 : value;
            _levels.RemoveRange(level, _levels.Count - level);
        }
        else if (scheme == PointScheme.Bullet)
        {
            value = 1;
        }

        var parent = _levels.Count == 0 ? paragraph : _levels[^1].Id;
        var step = StepOf(scheme, value, marker);
        _levels.Add(new(scheme, marker.Style, value, $"{parent}/{step}"));
        return (parent, step);
    }

    private (int Level, PointScheme Scheme, int Value) Find(in Marker marker, in Marker next)
    {
        var going = FindGoingOn(marker);
        if (going.Level < 0 || (going.Scheme != PointScheme.Roman && marker.Roman == 1 && IsRomanRun(next)))
        {
            return FindOpening(marker) is { Level: >= 0 } opening ? opening : FindGap(marker);
        }

        return going;
    }

    /// <summary>The innermost level whose next value this marker is; equal style before mere equal value.</summary>
    private (int Level, PointScheme Scheme, int Value) FindGoingOn(in Marker marker)
    {
        var loose = -1;
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            var value = ValueIn(_levels[i].Scheme, marker);
            if (value == 0 || (_levels[i].Scheme != PointScheme.Bullet && value != _levels[i].Value + 1))
            {
                continue;
            }

            if (_levels[i].Style == marker.Style)
            {
                return (i, _levels[i].Scheme, value);
            }

            loose = loose < 0 && marker.Kind != MarkerKind.Bullet ? i : loose;
        }

        return loose < 0 ? (-1, default, 0) : (loose, _levels[loose].Scheme, _levels[loose].Value + 1);
    }

    private (int Level, PointScheme Scheme, int Value) FindOpening(in Marker marker)
    {
        var scheme = marker switch
        {
            { Kind: MarkerKind.Bullet } => PointScheme.Bullet,
            { Decimal: > 0 } => PointScheme.Digit,
            { Roman: 1 } => marker.IsUpper ? PointScheme.UpperRoman : PointScheme.Roman,
            _ => marker.IsUpper ? PointScheme.UpperAlpha : PointScheme.Alpha,
        };
        var value = ValueIn(scheme, marker);
        if (value != 1)
        {
            return (-1, scheme, value);
        }

        // A second list of the same kind below the same paragraph begins again at its level.
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            if (_levels[i].Scheme == scheme && _levels[i].Style == marker.Style)
            {
                return (i, scheme, value);
            }
        }

        return (_levels.Count, scheme, value);
    }

    /// <summary>A number that follows nothing: to the level that counts the same way, else below all.</summary>
    private (int Level, PointScheme Scheme, int Value) FindGap(in Marker marker)
    {
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            if (ValueIn(_levels[i].Scheme, marker) is > 0 and var value && _levels[i].Style == marker.Style)
            {
                return (i, _levels[i].Scheme, value);
            }
        }

        var scheme = SchemeAt(int.MaxValue, marker);
        return (_levels.Count, scheme, ValueIn(scheme, marker));
    }

    private PointScheme SchemeAt(int level, in Marker marker)
    {
        if (level < _levels.Count && ValueIn(_levels[level].Scheme, marker) > 0)
        {
            return _levels[level].Scheme;
        }

        return marker.Kind == MarkerKind.Bullet ? PointScheme.Bullet
            : marker.Decimal > 0 ? PointScheme.Digit
            : marker.Roman > 0 && (marker.Alpha == 0 || marker.Roman == 1) ? (marker.IsUpper ? PointScheme.UpperRoman : PointScheme.Roman)
            : marker.IsUpper ? PointScheme.UpperAlpha : PointScheme.Alpha;
    }

    private static bool IsRomanRun(in Marker next) => next.Roman == 2;

    private static int ValueIn(PointScheme scheme, in Marker marker) => scheme switch
    {
        PointScheme.Bullet => marker.Kind == MarkerKind.Bullet ? 1 : 0,
        PointScheme.Digit => marker.Decimal,
        PointScheme.Roman => marker.IsUpper ? 0 : marker.Roman,
        PointScheme.UpperRoman => marker.IsUpper ? marker.Roman : 0,
        PointScheme.Alpha => marker.IsUpper ? 0 : marker.Alpha,
        _ => marker.IsUpper ? marker.Alpha : 0,
    };

    private static string StepOf(PointScheme scheme, int value, in Marker marker) => scheme switch
    {
        PointScheme.Bullet => MarkerText.Of(value),
        PointScheme.Digit => MarkerText.Of(value),
        PointScheme.Roman => RomanNumber.Of(value),
        PointScheme.UpperRoman => RomanNumber.Of(value).ToUpperInvariant(),
        PointScheme.Alpha when marker.Alpha <= 26 => Letters[value],
        PointScheme.Alpha => $"{(char)('a' + value - 27)}{(char)('a' + value - 27)}",
        _ => $"{(char)('A' + (value - 1) % 26)}",
    };

    private static readonly string[] Letters = ["", .. Enumerable.Range('a', 32).Select(i => $"{(char)i}")];
}
