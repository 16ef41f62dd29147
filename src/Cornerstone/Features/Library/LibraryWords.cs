using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Library;

/// <summary>The library's codes in words, in the reader's language.</summary>
public static class LibraryWords
{
    public static string Of(this Text T, DocumentKind kind) => kind switch
    {
        DocumentKind.Resolution => T["Security Council resolution"],
        DocumentKind.DraftResolution => T["Draft resolution"],
        DocumentKind.PresidentialStatement => T["Presidential statement"],
        DocumentKind.Letter => T["Letter"],
        DocumentKind.Note => T["Note"],
        DocumentKind.SecretaryGeneralReport => T["Report of the Secretary-General"],
        DocumentKind.ConceptNote => T["Concept note"],
        DocumentKind.MeetingRecord => T["Meeting record"],
        DocumentKind.GeneralAssemblyResolution => T["General Assembly resolution"],
        _ => T["Other document"],
    };

    public static string Of(this Text T, ProvisionKind kind) => kind switch
    {
        ProvisionKind.PP => T["Preambular paragraph"],
        ProvisionKind.OP => T["Operative paragraph"],
        ProvisionKind.Point => T["Point"],
        ProvisionKind.Para => T["Paragraph"],
        ProvisionKind.Recommendation => T["Recommendation"],
        ProvisionKind.Footnote => T["Footnote"],
        ProvisionKind.Heading => T["Heading"],
        _ => T["Summary"],
    };

    /// <summary>Domain handbook §1.6; always shown with "indicative, not legal advice".</summary>
    public static string Strength(this Text T, int strength) => strength switch
    {
        5 => T["Decides or demands"],
        4 => T["Requests"],
        3 => T["Urges or calls upon"],
        2 => T["Encourages or invites"],
        1 => T["Stresses"],
        _ => T["States"],
    };

    public static Tone ToneOfStrength(int strength) => strength switch
    {
        5 => Tone.Bad,
        4 => Tone.Warning,
        3 => Tone.Warning,
        2 => Tone.Information,
        _ => Tone.Neutral,
    };

    public static string Theme(this Text T, string code) => T[Themes.NameOf(code)];

    public static string Addressee(this Text T, string code) => T[Addressees.NameOf(code)];

    public static string Condition(this Text T, string code) => T[Conditions.NameOf(code)];

    public static string LanguageName(string code) => Languages.Languages.Of(code)?.OwnName ?? code;

    public static string Of(this Text T, FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => T["Error"],
        FindingSeverity.Warning => T["Warning"],
        _ => T["Notice"],
    };

    public static Tone ToneOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Tone.Bad,
        FindingSeverity.Warning => Tone.Warning,
        _ => Tone.Neutral,
    };

    /// <summary>Title for lists and links: "S/RES/2553 (2020)", else the title, else what kind it is.</summary>
    public static string NameOf(this Text T, LibraryDocument document) => document.Symbol ?? document.Title ?? T.Of(document.Kind);

    public static string NameOf(this Text T, NamedDocument document) => document.Symbol ?? document.Title ?? T["Document without a symbol"];

    /// <summary>"paragraph 20 (k)", "preambular paragraph 3", from a provision's path.</summary>
    public static string PlaceOf(this Text T, string path)
    {
        var number = NumberOf(path);
        return path.Split('/')[0] switch
        {
            "pp" => T["preambular paragraph {0}", number],
            "op" or "para" => T["paragraph {0}", number],
            "rec" => T["recommendation {0}", number],
            "fn" => T["footnote {0}", number],
            "h" => T["heading {0}", number],
            "summary" => T["summary"],
            _ => path,
        };
    }

    /// <summary>"20(k)" of the path op/20/k.</summary>
    public static string NumberOf(string path) => string.Concat(path.Split('/').Skip(1).Select((p, i) => i == 0 ? p : $"({p})"));
}
