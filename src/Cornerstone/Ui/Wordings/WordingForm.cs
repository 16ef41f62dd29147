using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Ui.Wordings;

/// <summary>One text in up to six languages as a form asks for it; &lt;wording for="…" /&gt; shows it. One language is the original.</summary>
public sealed class WordingForm
{
    public const int Longest = 4_000;

    public string Original { get; set; } = "en";

    [StringLength(Longest)]
    public string? Ar { get; set; }

    [StringLength(Longest)]
    public string? En { get; set; }

    [StringLength(Longest)]
    public string? Es { get; set; }

    [StringLength(Longest)]
    public string? Fr { get; set; }

    [StringLength(Longest)]
    public string? Ru { get; set; }

    [StringLength(Longest)]
    public string? Zh { get; set; }

    /// <summary>An empty form begins in the language its writer reads.</summary>
    public static WordingForm Of(Wording? wording, string readersLanguage) => wording is null or { IsEmpty: true } ? new() { Original = readersLanguage } : new()
    {
        Original = wording.Original,
        Ar = wording.Texts.GetValueOrDefault("ar"),
        En = wording.Texts.GetValueOrDefault("en"),
        Es = wording.Texts.GetValueOrDefault("es"),
        Fr = wording.Texts.GetValueOrDefault("fr"),
        Ru = wording.Texts.GetValueOrDefault("ru"),
        Zh = wording.Texts.GetValueOrDefault("zh"),
    };

    /// <summary>Null when the original says nothing.</summary>
    public Wording? ToWording() => Wording.Of(Original, [new("ar", Ar), new("en", En), new("es", Es), new("fr", Fr), new("ru", Ru), new("zh", Zh)]);

    /// <summary>A text in other languages needs its original; a required one needs a text at all.</summary>
    public void Check(ModelStateDictionary state, string prefix, Text T, bool isRequired = true)
    {
        if (Languages.Languages.Of(Original) is null)
        {
            Original = T.Language.Code;
        }

        var saysSomething = new[] { Ar, En, Es, Fr, Ru, Zh }.Any(t => !string.IsNullOrWhiteSpace(t));
        if ((isRequired || saysSomething) && ToWording() is null)
        {
            state.AddModelError($"{prefix}.{PropertyOf(Original)}", T["Write it in the original language at least."]);
        }
    }

    internal static string PropertyOf(string language) => string.Concat(char.ToUpperInvariant(language[0]).ToString(), language.AsSpan(1));
}
