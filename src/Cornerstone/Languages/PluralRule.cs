namespace Cornerstone.Languages;

/// <summary>Which of a language's plural forms a number takes, as in the Plural-Forms header of its PO file.</summary>
public sealed record PluralRule(int Forms, string Header, Func<long, int> FormOf)
{
    public static readonly PluralRule One = new(1, "nplurals=1; plural=0;", _ => 0);

    public static readonly PluralRule OneOther = new(2, "nplurals=2; plural=(n != 1);", n => n == 1 ? 0 : 1);

    /// <summary>French: zero is singular too.</summary>
    public static readonly PluralRule ZeroOrOneOther = new(2, "nplurals=2; plural=(n > 1);", n => n > 1 ? 1 : 0);

    public static readonly PluralRule Russian = new(
        3,
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        n => (n % 10, n % 100) switch
        {
            (1, not 11) => 0,
            ( >= 2 and <= 4, < 10 or >= 20) => 1,
            _ => 2,
        });

    public static readonly PluralRule Arabic = new(
        6,
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        n => n switch
        {
            0 => 0,
            1 => 1,
            2 => 2,
            _ when n % 100 is >= 3 and <= 10 => 3,
            _ when n % 100 >= 11 => 4,
            _ => 5,
        });
}
